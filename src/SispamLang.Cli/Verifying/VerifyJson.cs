using System.Collections.Immutable;
using System.Text.Json;
using SispamLang.Analysis.Verification;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Verifying;

/// <summary>Writes for programs what a verification has found, as <c>docs/schemas/verify.schema.json</c> describes.</summary>
internal sealed class VerifyJson(
    DrillInfo info,
    VerificationResult result,
    WayBackResult? wayBack,
    TraceFiles traces,
    Dialect language
)
{
    /// <summary>The params that were set, by name.</summary>
    public required IReadOnlyDictionary<string, long> Params { get; init; }

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("marking", Message.Exercise.In(language));
        json.WriteString("drill", info.Title);
        json.WriteString("source_hash", info.SourceHash);
        WriteAll(json, "doctrines", info.Doctrines, json.WriteStringValue);
        json.WriteString("tool_version", ToolVersion.Text);
        json.WriteString("clock", "simulated");
        json.WriteStartObject("params");
        foreach (var param in info.Params)
        {
            json.WriteNumber(param.Name, Params.GetValueOrDefault(param.Name, param.Default));
        }

        json.WriteEndObject();
        json.WriteString("result", NameOf(Overall()));
        WriteNullable(json, "obstacle", result.Obstacle is { } obstacle ? NameOf(obstacle) : null);
        json.WriteNumber("states", result.States);
        json.WriteNumber("transitions", result.Transitions);
        json.WriteNumber("depth", result.Depth);
        json.WriteNumber("step_ms", result.StepMs);
        json.WriteNumber("state_bits", result.StateBits);
        json.WriteNumber("memory_bytes", result.MemoryBytes);
        json.WriteNumber("chance_of_miss", result.ChanceOfMiss);
        WriteAll(json, "properties", result.Properties, property => WriteProperty(json, property));
        WriteAll(json, "rules_never", result.RulesNever, rule => json.WriteStringValue(info.Rules[rule]));
        WriteAll(json, "phases_never", result.PhasesNever, phase => json.WriteStringValue(info.Phases[phase].Name));
        WriteAll(json, "endings", result.Endings, ending => json.WriteStringValue(TraceText.NameOf(ending)));
        json.WritePropertyName("does_not_settle");
        WriteTrace(json, result.DoesNotSettle);
        WriteWayBack(json);
        json.WriteEndObject();
    }

    private Verdict Overall()
    {
        foreach (var verdict in (ReadOnlySpan<Verdict>)[Verdict.Refuted, Verdict.Undecided, Verdict.Coincidence])
        {
            if (result.Properties.Any(p => p.Verdict == verdict))
            {
                return verdict;
            }
        }

        return result.Obstacle is null ? Verdict.Proved : Verdict.Undecided;
    }

    private void WriteProperty(Utf8JsonWriter json, PropertyResult property)
    {
        var about = info.Properties[property.Property];
        json.WriteStartObject();
        json.WriteString("name", about.Text);
        WriteNullable(json, "doctrine", about.IsOwn ? null : about.Doctrine);
        WriteNullable(json, "rule", about.IsOwn ? null : about.Rule);
        WriteNullable(json, "article", about.Article.Length == 0 ? null : about.Article);
        json.WriteString("verdict", NameOf(property.Verdict));
        json.WritePropertyName("trace");
        WriteTrace(json, property.Course);
        WriteNullable(json, "trace_file", traces.Of(property));
        json.WriteEndObject();
    }

    private void WriteWayBack(Utf8JsonWriter json)
    {
        json.WriteStartObject("way_back");
        json.WriteString("verdict", NameOf(wayBack?.Verdict ?? Verdict.Undecided));
        WriteNullable(
            json,
            "obstacle",
            (wayBack is null ? result.Obstacle : wayBack.Obstacle) is { } why ? NameOf(why) : null
        );
        json.WriteNumber("states", wayBack?.States ?? 0);
        json.WritePropertyName("trace");
        WriteTrace(json, wayBack?.Course ?? []);
        WriteNullable(json, "trace_file", wayBack is { Course.IsEmpty: false } ? traces.OfNoWayBack : null);
        json.WriteEndObject();
    }

    private void WriteTrace(Utf8JsonWriter json, ImmutableArray<TraceEntry> course)
    {
        if (course.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var line in traces.Lines(course).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteRawValue(line);
        }

        json.WriteEndArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void WriteNullable(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private static string NameOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Proved => "proved",
            Verdict.Refuted => "refuted",
            Verdict.Coincidence => "coincidence",
            Verdict.Undecided => "undecided",
            _ => "not-verifiable",
        };

    private static string NameOf(Obstacle obstacle) =>
        obstacle switch
        {
            Obstacle.StateLimit => "state-limit",
            Obstacle.MemoryLimit => "memory-limit",
            Obstacle.Interrupted => "interrupted",
            Obstacle.DrawnGrowth => "drawn-growth",
            Obstacle.TooManyCourses => "too-many-courses",
            Obstacle.QueueNearlyFull => "queue-nearly-full",
            Obstacle.Pauses => "pauses",
            Obstacle.ClockRules => "clock-rules",
            _ => "no-room",
        };
}
