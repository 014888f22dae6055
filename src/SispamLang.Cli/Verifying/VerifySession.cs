using SispamLang.Analysis.Verification;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.Runtime;

namespace SispamLang.Cli.Verifying;

/// <summary>One verification of a drill, as it was asked for.</summary>
internal sealed class VerifySession(Call call)
{
    /// <summary>How far to go.</summary>
    public required VerificationOptions Options { get; init; }

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

        var info = new DrillInterpreter(program).Info;
        var language = call.Speak(DialectNames.FromShortName(info.Language) ?? Dialect.English);
        VerificationResult result;
        using (var progress = new VerifyProgress(call))
        {
            result = Verifier.Verify(program, Options, progress, call.Host.Cancellation);
        }

        var traces = new TraceFiles(call, info, language, TraceDirectory);
        if (traces.Write(result) is { } problem)
        {
            return call.Refuse(problem);
        }

        if (IsJson)
        {
            document.Writer.Write(JsonText.Of(new VerifyJson(info, result, traces, language).Write));
        }
        else
        {
            var ink = Ink.For(document.Writer, document.Colours);
            new VerifyText(ink, info, result, traces, language).Write();
        }

        document.Keep();
        return StatusOf(info, result);
    }

    // What a doctrine asks for is advice, unless advice counts.
    private int StatusOf(DrillInfo info, VerificationResult result)
    {
        var isRefuted = result.Properties.Any(p =>
            p.Verdict == Verdict.Refuted && (info.Properties[p.Property].IsOwn || call.WarningsAsErrors)
        );
        return isRefuted || !result.DoesNotSettle.IsEmpty ? ExitStatus.DrillHasErrors
            : result.Obstacle is not null ? ExitStatus.NotDecided
            : ExitStatus.Ok;
    }
}
