using SispamLang.Analysis.Simulation;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Compiler;
using SispamLang.Dialects;
using SispamLang.Export;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Cli.Simulating;

/// <summary>Many runs of a drill, as they were asked for.</summary>
internal sealed class SimulateSession(Call call)
{
    /// <summary>The format of a part for <c>--merge</c>.</summary>
    public const string ShardFormat = "shard";

    private readonly Workspace _workspace = new(call.Host);

    /// <summary>Which runs, but for the params.</summary>
    public required SimulationPlan Plan { get; init; }

    /// <summary>What params are set to or swept over.</summary>
    public required IReadOnlyList<string> Params { get; init; }

    /// <summary>How many combinations a sweep may have.</summary>
    public required long MostPoints { get; init; }

    /// <summary><c>text</c>, <c>json</c>, <c>html</c> or <see cref="ShardFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The parts to put together; empty: the runs are made.</summary>
    public required IReadOnlyList<string> MergedPaths { get; init; }

    /// <summary>The file for the report, or null.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Makes the runs, or puts parts of them together, and reports.</summary>
    public int Run(string path)
    {
        var read = _workspace.Read(path);
        if (read.Text is not { } text)
        {
            call.SayWhyUnreadable(read);
            return ExitStatus.BadUsage;
        }

        if (new DrillRunners(call, _workspace).Loaded(text, out var status) is not var (program, drill))
        {
            return status;
        }

        var language = call.Speak(DialectNames.FromShortName(program.Facts.Language) ?? Dialect.English);

        // Opened before the runs are made: whoever waits for them wants to be told at once that they can't be kept.
        using var document = Document.Open(call.Host, OutputPath);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, OutputPath!));
        }

        var study = MergedPaths.Count > 0 ? Merge(program) : Make(program, drill, language);
        if (study is null)
        {
            return ExitStatus.BadUsage;
        }

        if (study.IsPartial)
        {
            // A part with holes could not be told from a whole one.
            call.Host.NoticeInterruption();
            if (Format == ShardFormat)
            {
                return ExitStatus.Interrupted;
            }
        }

        Write(document, study, path, language);
        document.Keep();
        return study.IsPartial ? ExitStatus.Interrupted
            : Format == ShardFormat ? ExitStatus.Ok
            : Judge(study.Base.Tallies);
    }

    private Study? Make(DrillProgram program, LoadedDrill drill, Dialect language)
    {
        var info = drill.CreateRunner().Info;
        if (SimulateParams.Read(info.Params, Params, MostPoints, language, out var problem) is not { } parameters)
        {
            call.Say(problem!);
            return null;
        }

        var count = (Plan.EndRun - Plan.FirstRun) * (1 + Study.CountOf(parameters.Swept));
        using var progress = new SimulateProgress(call, language.ShortName(), Math.Max(1, count));
        return Study.Run(
            new Simulator(program, drill.CreateRunner),
            Plan with
            {
                Params = parameters.Values,
            },
            parameters.Swept,
            progress,
            call.Host.Cancellation
        );
    }

    private Study? Merge(DrillProgram program)
    {
        var shards = new ShardReader(call).Read(MergedPaths, new MeasureTable(program), program.Facts.SourceHash);
        return shards is null ? null : ShardFile.Merge([.. shards]);
    }

    private void Write(Document document, Study study, string path, Dialect language)
    {
        switch (Format)
        {
            case ShardFormat:
                var shard = new ShardFile(
                    study.Base.Tallies.Measures.Program.Facts.SourceHash,
                    ToolVersion.Text,
                    study
                );
                document.Writer.Write(JsonText.Of(json => shard.Write(json, Message.Exercise.In(language))));
                break;
            case "json":
                document.Writer.Write(JsonText.Of(json => new SimulateJson(json, study, language).Write()));
                break;
            case "html":
                document.Writer.Write(StudyPage.Write(study, path, ToolVersion.Text, language));
                break;
            default:
                new SimulateText(Ink.For(document.Writer, document.Colours), language).Write(study, path);
                break;
        }
    }

    // Broken promises before those that can't be told; what a doctrine asks for is advice, unless advice counts.
    private int Judge(Tallies tallies)
    {
        var status = tallies.Endings[(int)DrillEndReason.DoesNotSettle] > 0 ? ExitStatus.DrillHasErrors : ExitStatus.Ok;
        var properties = tallies.Measures.Program.Properties;
        for (var i = 0; i < properties.Length; i++)
        {
            if (properties[i].Doctrine.Length > 0 && !call.WarningsAsErrors)
            {
                continue;
            }

            var kind = Judgement.Of(properties[i], tallies.Verdicts[i]).Kind;
            if (kind == JudgementKind.Fails)
            {
                return ExitStatus.DrillHasErrors;
            }

            var isOpen = kind is JudgementKind.Undecided or JudgementKind.NotTested && properties[i].Share >= 0;
            status = isOpen && status == ExitStatus.Ok ? ExitStatus.NotDecided : status;
        }

        return status;
    }
}
