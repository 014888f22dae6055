using System.Text.Json;
using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Runtime;

namespace SispamLang.LanguageServer.Features;

/// <summary>One run of a drill.</summary>
internal sealed class Timeline : Feature
{
    private const ulong DefaultSeed = 1;
    private const int MostEntries = 50_000;

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TimelineParams, TimelineResult>(
                "sispam/timeline",
                Json.Default.TimelineParams,
                Json.Default.TimelineResult,
                Run
            ),
        ];

    private static async ValueTask<Answer<TimelineResult>> Run(
        TimelineParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        if (document.Compilation.Program is not { } program)
        {
            return NothingToRun(document);
        }

        if (asked.Phase is { } phase)
        {
            var first = program.Phases.ToList().FindIndex(spec => spec.Name == phase);
            if (first < 0)
            {
                return new ResponseError(ErrorCodes.InvalidParams, $"There is no phase \"{phase}\".");
            }

            program = program with { FirstPhase = first };
        }

        var runner = new DrillInterpreter(program) { WatchesProperties = true };
        return Set(runner, asked.Params) is { } problem
            ? problem
            : Play(runner, asked, document.Language.ShortName(), turn, cancellation);
    }

    /// <summary>Says that a document is no drill that can be run.</summary>
    public static ResponseError NothingToRun(CheckedDocument document) =>
        new(
            ErrorCodes.RequestFailed,
            (document.Compilation.HasErrors, document.Language) switch
            {
                (true, Dialect.Indonesian) => "Latihan ini masih mengandung kesalahan.",
                (true, _) => "The drill has errors.",
                (_, Dialect.Indonesian) => "Berkas ini tidak punya fase, jadi tidak ada yang dijalankan.",
                _ => "The file has no phase, so there is nothing to run.",
            }
        );

    private static ResponseError? Set(DrillInterpreter runner, Dictionary<string, long>? values)
    {
        foreach (var (name, value) in values ?? [])
        {
            var all = runner.Info.Params;
            var index = Enumerable
                .Range(0, all.Count)
                .FirstOrDefault(i => string.Equals(all[i].Name, name, StringComparison.OrdinalIgnoreCase), -1);
            if (index < 0 || value < all[index].Min || value > all[index].Max)
            {
                return new ResponseError(ErrorCodes.InvalidParams, $"{name} = {value} fits no param.");
            }

            runner.SetParam(index, value);
        }

        return null;
    }

    private static TimelineResult Play(
        DrillInterpreter runner,
        TimelineParams asked,
        string language,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var until = asked.UntilMs ?? long.MaxValue;
        var lines = new MemoryStream();
        var entries = new List<JsonElement>();
        using var trace = new TraceJson(
            lines,
            runner.Info,
            language,
            typeof(Timeline).Assembly.GetName().Version?.ToString(3) ?? "",
            asked.Params
        );
        runner.Trace = entry =>
        {
            if (entry.TimeMs <= until && entries.Count < MostEntries)
            {
                lines.SetLength(0);
                trace.Write(entry);
                var json = new Utf8JsonReader(lines.GetBuffer().AsSpan(0, (int)lines.Length));
                entries.Add(JsonElement.ParseValue(ref json));
            }
        };
        runner.Start(asked.Seed ?? DefaultSeed);
        while (runner.NextDue is { } due && due <= until && entries.Count < MostEntries)
        {
            cancellation.ThrowIfCancellationRequested();
            runner.Step();
        }

        var files = runner.Info.Files.Distinct(StringComparer.Ordinal);
        return new TimelineResult(
            [.. entries],
            files.ToDictionary(file => file, turn.Workspace.UriOf, StringComparer.Ordinal),
            runner.HasEnded,
            runner.Info.StartsAtMs < 0 ? null : runner.Info.StartsAtMs
        );
    }
}
