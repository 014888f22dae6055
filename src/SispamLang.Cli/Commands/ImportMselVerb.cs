using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Export;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam import-msel</c>: a drill made from an events list.</summary>
internal sealed class ImportMselVerb : Verb
{
    // As much as a drill may have.
    private const int MostMiB = 16;

    private readonly Argument<string> _table = new("TABLE") { Arity = ArgumentArity.ExactlyOne };
    private readonly Option<string> _columns = new("--columns");
    private readonly Option<string> _output = new("--output");

    public ImportMselVerb()
        : base("import-msel")
    {
        Command.Add(_table);
        Command.Add(_columns);
        Command.Add(_output);
    }

    /// <inheritdoc/>
    public override Notice ArgumentMissing => new(Message.TableMissing);

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (ColumnsIn(call.Result.GetValue(_columns) ?? "", out var problem) is not { } columns)
        {
            return call.Refuse(problem!);
        }

        var path = call.Result.GetValue(_table)!;
        if (new Workspace(call.Host).ReadBytes(path, MostMiB, out var failure) is not { } content)
        {
            return call.Refuse(failure!);
        }

        var language = call.Languages.Default;
        var import = MselImport.Read(content, Path.GetFileName(path), columns, language, call.Host.Cancellation);
        foreach (var note in import.Notes)
        {
            call.Say(new Notice(Message.TableNote, path, note.In(language)));
        }

        if (import.Drill is not { } drill)
        {
            return ExitStatus.BadUsage;
        }

        var output = call.Result.GetValue(_output);
        using var document = Document.Open(call.Host, output);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, output!));
        }

        document.Writer.Write(drill);
        document.Keep();
        call.Say(new Notice(Message.Imported, path, import.Rows.ToString(CultureInfo.InvariantCulture)));
        return ExitStatus.Ok;
    }

    private static ImmutableDictionary<MselColumn, string>? ColumnsIn(string option, out Notice? problem)
    {
        problem = null;
        var columns = ImmutableDictionary.CreateBuilder<MselColumn, string>();
        foreach (var pair in option.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length == 0 || MselImport.ColumnOf(parts[0]) is not { } column)
            {
                problem = new Notice(Message.BadColumn, pair, string.Join(", ", MselImport.ColumnKeys));
                return null;
            }

            columns[column] = parts[1];
        }

        return columns.ToImmutable();
    }
}
