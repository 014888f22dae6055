using System.CommandLine;
using System.Globalization;
using System.Text;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam new</c>: a drill to start from.</summary>
internal sealed class NewVerb : Verb
{
    private readonly Argument<string> _name = new("NAME") { Arity = ArgumentArity.ExactlyOne };
    private readonly Option<string> _output = new("--output");

    public NewVerb()
        : base("new")
    {
        Command.Add(_name);
        Command.Add(_output);
    }

    /// <inheritdoc/>
    public override Notice ArgumentMissing => new(Message.NameMissing);

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var language = call.Languages.Default;
        var title = call.Result.GetValue(_name)!.Trim();
        var name = FileNameOf(title);
        if (name.Length == 0)
        {
            return call.Refuse(new Notice(Message.BadDrillName, title));
        }

        var folder = call.Result.GetValue(_output) ?? name;
        if (FullPath.Of(call.Host.Directory, folder) is not { } full || File.Exists(full))
        {
            return call.Refuse(new Notice(Message.CantWrite, folder));
        }

        // The settings may be there from an earlier drill, and are the user's.
        var drill = Path.Combine(full, name + ".sispam");
        var settings = Path.Combine(full, ".vscode", "settings.json");
        var shown = Path.Combine(folder, name + ".sispam").Replace(Path.DirectorySeparatorChar, '/');
        if (File.Exists(drill) || Directory.Exists(drill))
        {
            return call.Refuse(new Notice(Message.ExistsAlready, shown));
        }

        Write(drill, Template("drill." + language.ShortName() + ".sispam").Replace("TITLE", Escaped(title)));
        call.Say(new Notice(Message.Wrote, shown));
        if (!File.Exists(settings))
        {
            Write(settings, Template("settings.json"));
            call.Say(
                new Notice(
                    Message.Wrote,
                    Path.Combine(folder, ".vscode", "settings.json").Replace(Path.DirectorySeparatorChar, '/')
                )
            );
        }

        call.Say(new Notice(Message.NewCheck, Quoted(shown)));
        call.Say(new Notice(Message.NewRun, Quoted(shown)));
        call.Say(new Notice(Message.NewTest, Quoted(shown)));
        return ExitStatus.Ok;
    }

    /// <summary>Small letters and digits of the name, with dashes between its words: no path, and no trouble in a shell.</summary>
    private static string FileNameOf(string title)
    {
        var name = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        return name.ToString().TrimEnd('-');
    }

    private static string Escaped(string title)
    {
        var oneLine = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            oneLine.Append(
                char.IsControl(c) ? " "
                : c is '"' or '\\' ? "\\" + c
                : c.ToString()
            );
        }

        return oneLine.ToString();
    }

    private static string Quoted(string path) => path.Contains(' ') ? '"' + path + '"' : path;

    private static string Template(string name)
    {
        using var stream = typeof(NewVerb).Assembly.GetManifestResourceStream("Templates/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static void Write(string path, string content)
    {
        var temporary = PendingFiles.Beside(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(temporary, content, new UTF8Encoding(false));
            PendingFiles.Keep(temporary, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            PendingFiles.Drop(temporary);
            throw new OutputException(path, e);
        }
    }
}
