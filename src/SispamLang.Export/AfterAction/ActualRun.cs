using System.Collections.Immutable;
using System.Text.Json;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>Why a trace is not one of a run of a drill.</summary>
public enum TraceProblem
{
    /// <summary>It can be used.</summary>
    None,

    /// <summary>A line is no entry of a trace.</summary>
    NotATrace,

    /// <summary>It does not start with a start.</summary>
    NoStart,

    /// <summary>It is of another drill, or of another text of this one.</summary>
    OtherDrill,

    /// <summary>What the drill does is not what a line says.</summary>
    Differs,
}

/// <summary>What became of a trace: the run, or why there is none.</summary>
/// <param name="Run">The run, or null.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Line">The line of the trace, from 1; 0 if it is about no line.</param>
/// <param name="Detail">Of another drill: the hash of its source. Else empty.</param>
public sealed record TraceReading(ActualRun? Run, TraceProblem Problem, int Line = 0, string Detail = "");

/// <summary>A run that was held, from the trace that it left.</summary>
/// <param name="Entries">What happened.</param>
/// <param name="Verdicts">What the run has shown of each property.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="HasEnded">The drill came to its end; a trace may stop before.</param>
public sealed record ActualRun(
    ImmutableArray<TraceEntry> Entries,
    ImmutableArray<PropertyVerdict> Verdicts,
    ulong Seed,
    bool HasEnded
)
{
    /// <summary>Reads a trace and runs the drill again by it: what the trace does not say (who caused what, by which number)
    /// comes from there, and a trace that was changed or cut short in a line is found out.</summary>
    /// <param name="trace">Lines of JSON.</param>
    /// <param name="program">The drill.</param>
    /// <param name="cancellationToken">Stops the run between two of its instants.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TraceReading Read(string trace, DrillProgram program, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(program);
        var lines = new List<Line>();
        var number = 0;
        foreach (var text in trace.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (Line.Of(text, number) is not { } line)
            {
                return new TraceReading(null, TraceProblem.NotATrace, number);
            }

            if (line.TakenBackFrom is { } first && first < lines.Count)
            {
                lines.RemoveRange(first, lines.Count - first);
            }

            // What the controller did with the exercise is no entry of the run.
            if (!line.IsOfController)
            {
                lines.Add(line);
            }
        }

        if (lines.Count == 0 || lines[0].Code != TraceText.NameOf(TraceCode.Start))
        {
            return new TraceReading(null, TraceProblem.NoStart);
        }

        RecordedRun recording;
        try
        {
            recording = RecordedRun.Read(new StringReader(trace));
        }
        catch (InvalidDataException)
        {
            return new TraceReading(null, TraceProblem.NotATrace, lines[0].Number);
        }

        return recording.SourceHash == program.Facts.SourceHash
            ? Again(recording, lines, program, cancellationToken)
            : new TraceReading(null, TraceProblem.OtherDrill, 0, recording.SourceHash);
    }

    private static TraceReading Again(
        RecordedRun recording,
        List<Line> lines,
        DrillProgram program,
        CancellationToken cancellationToken
    )
    {
        var entries = ImmutableArray.CreateBuilder<TraceEntry>();
        var runner = new DrillInterpreter(program) { Trace = entries.Add, WatchesProperties = true };
        for (var i = 0; i < runner.Info.Params.Count; i++)
        {
            var param = runner.Info.Params[i];
            var value = recording.Params.GetValueOrDefault(param.Name, param.Default);
            if (value < param.Min || value > param.Max)
            {
                return new TraceReading(null, TraceProblem.Differs, lines[0].Number);
            }

            runner.SetParam(i, value);
        }

        runner.ForcedDraws = recording.ForcedDraws(runner.Info);
        runner.Start(recording.Seed);
        foreach (var raised in recording.Events)
        {
            Advance(runner, raised.TimeMs, cancellationToken);
            if (!runner.Raise(raised.Name))
            {
                break;
            }
        }

        Advance(runner, lines[^1].TimeMs, cancellationToken);
        for (var i = 0; i < lines.Count; i++)
        {
            if (
                i >= entries.Count
                || entries[i].TimeMs != lines[i].TimeMs
                || TraceText.NameOf(entries[i].Code) != lines[i].Code
            )
            {
                return new TraceReading(null, TraceProblem.Differs, lines[i].Number);
            }
        }

        return new TraceReading(
            new ActualRun(
                [.. entries.Take(lines.Count)],
                [.. Enumerable.Range(0, runner.Info.Properties.Count).Select(runner.VerdictOf)],
                recording.Seed,
                runner.HasEnded
            ),
            TraceProblem.None
        );
    }

    private static void Advance(DrillInterpreter runner, long timeMs, CancellationToken cancellationToken)
    {
        while (runner.NextDue is { } due && due <= timeMs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            runner.Step();
        }

        runner.AdvanceTo(timeMs);
    }

    /// <summary>What of a line tells whether the drill did the same again.</summary>
    private sealed record Line(int Number, long TimeMs, string Code)
    {
        /// <summary>The controller did it, besides the run.</summary>
        public bool IsOfController { get; init; }

        /// <summary>From which entry on the controller took back what had happened.</summary>
        public int? TakenBackFrom { get; init; }

        public static Line? Of(string text, int number)
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                return
                    document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty("time_ms", out var time)
                    && time.ValueKind == JsonValueKind.Number
                    && time.TryGetInt64(out var ms)
                    && ms >= 0
                    && document.RootElement.TryGetProperty("code", out var code)
                    && code.ValueKind == JsonValueKind.String
                    ? Read(document.RootElement, number, ms, code.GetString() ?? "")
                    : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        private static Line Read(JsonElement line, int number, long ms, string code)
        {
            var isOfController =
                line.TryGetProperty("kind", out var kind)
                && kind.ValueKind == JsonValueKind.String
                && kind.ValueEquals("controller");
            var isUndo = isOfController && code == TraceText.NameOf(ControllerCode.Undo);
            return new Line(number, ms, code)
            {
                IsOfController = isOfController,
                TakenBackFrom =
                    isUndo
                    && line.TryGetProperty("value", out var first)
                    && first.ValueKind == JsonValueKind.Number
                    && first.TryGetInt32(out var from)
                        ? Math.Max(from, 0)
                        : null,
            };
        }
    }
}
