using System.CommandLine;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Formatting;
using SispamLang.Syntax;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam format</c>: lays drills out.</summary>
internal sealed class FormatVerb : Verb
{
    private readonly Argument<string[]> _paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _check = new("--check") { Arity = ArgumentArity.Zero };

    public FormatVerb()
        : base("format")
    {
        Command.Add(_paths);
        Command.Add(_check);
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var workspace = new Workspace(call.Host);
        var status = ExitStatus.Ok;
        foreach (var read in workspace.ReadAll(call.Result.GetValue(_paths)!))
        {
            status = ExitStatus.Worse(status, Format(call, read));
        }

        return status;
    }

    private int Format(Call call, ReadResult read)
    {
        if (read.Text is not { } text)
        {
            call.SayWhyUnreadable(read);
            return ExitStatus.BadUsage;
        }

        var tree = SyntaxTree.Parse(text, call.Host.Cancellation);
        call.Speak(tree.Root.Dialect ?? call.Languages.Default);
        if (tree.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            call.Say(new Notice(Message.BrokenStays, text.Path));
        }

        var formatted = Formatter.Format(tree, call.Host.Cancellation);
        var isChanged = formatted != text.Content;
        if (call.Result.GetValue(_check))
        {
            if (isChanged)
            {
                call.Host.Out.WriteLine(text.Path);
            }

            return isChanged ? ExitStatus.NotFormatted : ExitStatus.Ok;
        }

        var content = read.HasByteOrderMark ? '\uFEFF' + formatted : formatted;
        if (text.Path == Workspace.StandardInput)
        {
            call.Host.Out.Write(content);
        }
        else if (isChanged)
        {
            ExistingFile.Write(FullPath.Of(call.Host.Directory, text.Path)!, content);
            call.Say(new Notice(Message.Wrote, text.Path));
        }

        return ExitStatus.Ok;
    }
}
