using SispamLang.Analysis.Verification;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Cli.Verifying;

/// <summary>One verification of a drill, as it was asked for.</summary>
internal sealed class VerifySession(Call call)
{
    /// <summary>How far to go.</summary>
    public required VerificationOptions Options { get; init; }

    /// <summary>The params that are set: <c>NAME=VALUE</c>.</summary>
    public required IReadOnlyList<string> Params { get; init; }

    /// <summary>The report is for programs.</summary>
    public bool IsJson { get; init; }

    /// <summary>The folder for the courses of events, or null.</summary>
    public string? TraceDirectory { get; init; }

    /// <summary>The file for the report, or null.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Verifies a drill.</summary>
    public int Run(string path)
    {
        var workspace = new Workspace(call.Host);
        var read = workspace.Read(path);
        if (read.Text is not { } text)
        {
            call.SayWhyUnreadable(read);
            return ExitStatus.BadUsage;
        }

        if (new DrillRunners(call, workspace).Checked(text, out var status)?.Program is not { } program)
        {
            return status;
        }

        using var document = Document.Open(call.Host, OutputPath);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, OutputPath!));
        }

        var runner = new DrillInterpreter(program);
        var info = runner.Info;
        var language = call.Speak(DialectNames.FromShortName(info.Language) ?? Dialect.English);
        var parameters = new RunParams();
        if (parameters.Set(runner, Params, language) is { } wrong)
        {
            return call.Refuse(wrong);
        }

        var options = Options with
        {
            Params = [.. info.Params.Select(p => parameters.Values.GetValueOrDefault(p.Name, p.Default))],
        };
        var (result, wayBack) = Look(program, options);
        var isInterrupted = call.Host.Cancellation.IsCancellationRequested;
        var traces = new TraceFiles(call, info, language, TraceDirectory, parameters.Values);
        if (traces.Write(result, wayBack) is { } problem)
        {
            return call.Refuse(problem);
        }

        if (IsJson)
        {
            var json = new VerifyJson(info, result, wayBack, traces, language) { Params = parameters.Values };
            document.Writer.Write(JsonText.Of(json.Write));
        }
        else
        {
            var ink = Ink.For(document.Writer, document.Colours);
            new VerifyText(ink, info, result, wayBack, traces, language) { Params = Params }.Write();
        }

        document.Keep();
        return isInterrupted ? ExitStatus.Interrupted : StatusOf(info, result, wayBack);
    }

    // Where not every state was reached there is no telling of the way back.
    private (VerificationResult Result, WayBackResult? WayBack) Look(DrillProgram program, VerificationOptions options)
    {
        using var progress = new VerifyProgress(call);
        // A round of states may take a second or two on a busy machine; then it ends with what there is.
        using var notice = call.Host.Cancellation.Register(call.Host.NoticeInterruption);
        var result = Verifier.Verify(program, options, progress, call.Host.Cancellation);
        return (
            result,
            result.Obstacle is null ? Verifier.FindWayBack(program, options, progress, call.Host.Cancellation) : null
        );
    }

    // What a doctrine asks for is advice, unless advice counts.
    private int StatusOf(DrillInfo info, VerificationResult result, WayBackResult? wayBack)
    {
        var isRefuted = result.Properties.Any(p =>
            p.Verdict == Verdict.Refuted && (info.Properties[p.Property].IsOwn || call.WarningsAsErrors)
        );
        isRefuted |= wayBack?.Verdict == Verdict.Refuted && call.WarningsAsErrors;
        return isRefuted || !result.DoesNotSettle.IsEmpty ? ExitStatus.DrillHasErrors
            : result.Obstacle is not null ? ExitStatus.NotDecided
            : ExitStatus.Ok;
    }
}
