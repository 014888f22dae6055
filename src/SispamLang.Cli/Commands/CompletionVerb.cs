using System.CommandLine;
using System.Text;
using SispamLang.Cli.Reporting;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam completion</c>: a script that has a shell complete the command's arguments. The scripts ask
/// <see cref="Suggestions"/>.</summary>
internal sealed class CompletionVerb : Verb
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new("SHELL") { Arity = ArgumentArity.ExactlyOne };

    public CompletionVerb()
        : base("completion")
    {
        _shell.CompletionSources.Add(Shells);
        Command.Add(_shell);
    }

    /// <inheritdoc/>
    public override Notice ArgumentMissing => new(Message.ShellMissing, string.Join(" | ", Shells));

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var shell = call.Result.GetValue(_shell)!;
        if (!Shells.Contains(shell, StringComparer.Ordinal))
        {
            return call.Refuse(new Notice(Message.BadChoice, _shell.Name, shell, string.Join(" | ", Shells)));
        }

        using var stream = typeof(CompletionVerb).Assembly.GetManifestResourceStream("Completion/sispam." + shell)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        call.Host.Out.Write(reader.ReadToEnd().ReplaceLineEndings("\n"));
        return ExitStatus.Ok;
    }
}
