using System.Collections.Immutable;
using System.Text.Json;

namespace SispamLang.Analysis.Simulation;

/// <summary>What makes shards those of different studies.</summary>
public enum StudyDifference
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The drill.</summary>
    Drill,

    /// <summary>The version of the program.</summary>
    ToolVersion,

    /// <summary>The seed.</summary>
    Seed,

    /// <summary>How many runs there are.</summary>
    Runs,

    /// <summary>How many shards there are.</summary>
    Shards,

    /// <summary>The params.</summary>
    Params,
}

/// <summary>What a shard of a study came to, with all that says to which study it belongs.</summary>
/// <param name="SourceHash">The drill.</param>
/// <param name="ToolVersion">The program that made it.</param>
/// <param name="Study">The runs.</param>
public sealed record ShardFile(string SourceHash, string ToolVersion, Study Study)
{
    private SimulationPlan Plan => Study.Base.Plan;

    /// <summary>Writes it, nothing rounded, as <c>docs/schemas/simulate-shard.schema.json</c> describes.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="marking">That it is an exercise, in the reader's language.</param>
    public void Write(Utf8JsonWriter json, string marking)
    {
        ArgumentNullException.ThrowIfNull(json);
        var program = Study.Base.Tallies.Measures.Program;
        json.WriteStartObject();
        json.WriteString("marking"u8, marking);
        json.WriteString("drill"u8, program.Facts.Title);
        json.WriteString("source_hash"u8, SourceHash);
        json.WriteString("tool_version"u8, ToolVersion);
        json.WriteString("clock"u8, "simulated"u8);
        json.WriteNumber("seed"u8, Plan.Seed);
        json.WriteNumber("runs"u8, Plan.Runs);
        json.WriteStartObject("shard"u8);
        json.WriteNumber("number"u8, Plan.Shard.Number);
        json.WriteNumber("count"u8, Plan.Shard.Count);
        json.WriteEndObject();
        WriteNumbers("params"u8, Plan.Params);
        json.WriteStartArray("swept"u8);
        foreach (var param in Study.Swept)
        {
            json.WriteStartObject();
            json.WriteNumber("param"u8, param.Param);
            WriteNumbers("values"u8, param.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tallies"u8);
        TalliesJson.Write(json, Study.Base.Tallies);
        foreach (var point in Study.Points)
        {
            TalliesJson.Write(json, point.Tallies);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void WriteNumbers(ReadOnlySpan<byte> name, ImmutableArray<long> numbers)
        {
            json.WriteStartArray(name);
            foreach (var number in numbers)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">The file's bytes.</param>
    /// <param name="measures">Of the drill that it should be of.</param>
    /// <returns>Null if it is no such file, or one of a drill with other measures.</returns>
    public static ShardFile? Read(ReadOnlyMemory<byte> text, MeasureTable measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement, measures);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
                        or OverflowException
                        or InvalidDataException
            )
        {
            return null;
        }
    }

    /// <summary>Why it does not belong to the same study as another.</summary>
    public StudyDifference DifferenceFrom(ShardFile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var isSweptAlike =
            Study.Swept.Length == other.Study.Swept.Length
            && Study
                .Swept.Zip(other.Study.Swept)
                .All(pair =>
                    pair.First.Param == pair.Second.Param && pair.First.Values.SequenceEqual(pair.Second.Values)
                );
        return SourceHash != other.SourceHash ? StudyDifference.Drill
            : ToolVersion != other.ToolVersion ? StudyDifference.ToolVersion
            : Plan.Seed != other.Plan.Seed ? StudyDifference.Seed
            : Plan.Runs != other.Plan.Runs ? StudyDifference.Runs
            : Plan.Shard.Count != other.Plan.Shard.Count ? StudyDifference.Shards
            : !isSweptAlike || !Plan.Params.SequenceEqual(other.Plan.Params) ? StudyDifference.Params
            : StudyDifference.None;
    }

    /// <summary>Puts all shards of a study together: the result is that of the same runs made in one go.</summary>
    /// <param name="shards">Each shard once, all of the same study; none is used afterwards.</param>
    public static Study Merge(ImmutableArray<ShardFile> shards)
    {
        var whole = shards[0].Study;
        foreach (var shard in shards.AsSpan()[1..])
        {
            whole.Base.Tallies.Add(shard.Study.Base.Tallies);
            for (var i = 0; i < whole.Points.Length; i++)
            {
                whole.Points[i].Tallies.Add(shard.Study.Points[i].Tallies);
            }
        }

        return whole with
        {
            Base = Whole(whole.Base),
            Points = [.. whole.Points.Select(Whole)],
        };
    }

    private static SimulationResult Whole(SimulationResult part) =>
        part with
        {
            Plan = part.Plan with { Shard = Shard.Whole },
        };

    private static ShardFile Read(JsonElement root, MeasureTable measures)
    {
        var shard = root.GetProperty("shard"u8);
        var plan = new SimulationPlan(root.GetProperty("runs"u8).GetInt64(), root.GetProperty("seed"u8).GetUInt64())
        {
            Params = Numbers(root.GetProperty("params"u8)),
            Shard = new Shard(shard.GetProperty("number"u8).GetInt32(), shard.GetProperty("count"u8).GetInt32()),
        };
        var swept = root.GetProperty("swept"u8)
            .EnumerateArray()
            .Select(param => new SweptParam(
                param.GetProperty("param"u8).GetInt32(),
                Numbers(param.GetProperty("values"u8))
            ))
            .ToImmutableArray();
        var tallies = root.GetProperty("tallies"u8)
            .EnumerateArray()
            .Select(element => TalliesJson.Read(element, measures))
            .ToList();
        var combinations = Study.Combinations(plan.Params, swept).Take(tallies.Count).ToList();
        var fits =
            plan.Params.Length == measures.Program.Params.Length
            && plan.Shard.Count >= 1
            && plan.Shard.Number >= 1
            && plan.Shard.Number <= plan.Shard.Count
            && tallies.Count == Study.CountOf(swept) + 1;
        if (!fits)
        {
            throw new InvalidDataException("These are the counts of another drill.");
        }

        return new ShardFile(
            root.GetProperty("source_hash"u8).GetString() ?? "",
            root.GetProperty("tool_version"u8).GetString() ?? "",
            new Study(
                new SimulationResult(plan, tallies[0]),
                swept,
                [
                    .. combinations.Select(
                        (values, i) => new SimulationResult(plan with { Params = values }, tallies[i + 1])
                    ),
                ]
            )
        );
    }

    private static ImmutableArray<long> Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(number => number.GetInt64())];
}
