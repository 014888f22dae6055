using System.CommandLine;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Testing;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam test</c>: what the tests of some drills come to.</summary>
internal sealed class TestVerb : Verb
{
    private readonly Argument<string[]> _paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _filter = new("--filter");
    private readonly Option<string[]> _reports = new("--report") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _output = new("--output");

    public TestVerb()
        : base("test")
    {
        Command.Add(_paths);
        Command.Add(_filter);
        Command.Add(_reports);
        Command.Add(WarningsAsErrors());
        Command.Add(_output);
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var path = call.Result.GetValue(_output);
        using var reports = new TestReports();
        foreach (var report in call.Result.GetValue(_reports) ?? [])
        {
            if (reports.Open(call.Host, report) is { } problem)
            {
                return call.Refuse(problem);
            }
        }

        using var document = Document.Open(call.Host, path);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, path!));
        }

        if (path is not null && reports.Has(call.Host, path))
        {
            return call.Refuse(new Notice(Message.ReportTwice, path));
        }

        var session = new TestSession(call, call.Result.GetValue(_filter));
        var status = session.Collect(call.Result.GetValue(_paths)!);
        var outcome = session.Run();
        new TestText(Ink.For(document.Writer, document.Colours)).Write(outcome, call.Languages);
        document.Keep();
        reports.Write(outcome);
        return ExitStatus.Worse(status, outcome.IsGood ? ExitStatus.Ok : ExitStatus.DrillHasErrors);
    }
}
