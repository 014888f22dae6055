using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>Something that was raised from outside during a run.</summary>
/// <param name="TimeMs">When, in milliseconds from T+00:00.</param>
/// <param name="Name">A name that <see cref="Runner.Raise(string)"/> knows.</param>
public readonly record struct RaisedEvent(long TimeMs, string Name);

/// <summary>
/// What it takes to repeat a run: what came from outside and what chance decided, as read from the lines that
/// <see cref="TraceJson"/> wrote. The seed is not needed.
/// </summary>
public sealed class RecordedRun
{
    private readonly List<RaisedEvent> _events = [];
    private readonly Dictionary<string, List<long>> _draws = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _params = new(StringComparer.Ordinal);

    private RecordedRun() { }

    /// <summary>The hash of the sources that were run; empty if the trace does not say.</summary>
    public string SourceHash { get; private set; } = "";

    /// <summary>The seed of the run, which only matters for draws that the trace does not have.</summary>
    public ulong Seed { get; private set; }

    /// <summary>The params that were set for the run.</summary>
    public IReadOnlyDictionary<string, long> Params => _params;

    /// <summary>What came from outside, in order.</summary>
    public IReadOnlyList<RaisedEvent> Events => _events;

    /// <summary>The values drawn from each stream, by its key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Draws =>
        _draws.ToDictionary(d => d.Key, d => (IReadOnlyList<long>)d.Value, StringComparer.Ordinal);

    /// <summary>Reads a trace. Empty lines are passed over.</summary>
    /// <exception cref="InvalidDataException">A line is not a trace entry; the message says which, and why.</exception>
    public static RecordedRun Read(TextReader trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        RecordedRun run = new();
        int number = 0;
        while (trace.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                run.Add(document.RootElement);
            }
            catch (Exception e)
                when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"Line {number}: {e.Message}", e);
            }
        }

        return run;
    }

    /// <summary>The recorded values, in the order in which each stream gave them; null when a stream has no more. Give it
    /// to <see cref="Runner.ForcedDraws"/>, a new one for each run.</summary>
    public Func<int, long?> ForcedDraws(DrillInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Queue<long>[] values =
        [
            .. info.Streams.Select(s => new Queue<long>(_draws.TryGetValue(s.Key, out List<long>? v) ? v : [])),
        ];
        return stream => values[stream].TryDequeue(out long value) ? value : null;
    }

    /// <summary>Repeats the run to its end.</summary>
    /// <exception cref="InvalidDataException">The drill has no event of a recorded name.</exception>
    public void Replay(Runner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        for (int i = 0; i < runner.Info.Params.Count; i++)
        {
            runner.SetParam(i, _params.GetValueOrDefault(runner.Info.Params[i].Name, runner.Info.Params[i].Default));
        }

        runner.ForcedDraws = ForcedDraws(runner.Info);
        runner.Start(Seed);
        foreach (RaisedEvent e in _events)
        {
            runner.AdvanceTo(e.TimeMs);
            if (!runner.Raise(e.Name))
            {
                throw new InvalidDataException($"The drill has no event \"{e.Name}\".");
            }
        }

        runner.RunToEnd();
    }

    private void Add(JsonElement entry)
    {
        string? kind = entry.GetProperty("kind").GetString();
        if (kind == "start")
        {
            Seed = entry.TryGetProperty("seed", out JsonElement seed) ? seed.GetUInt64() : 0;
            SourceHash = entry.TryGetProperty("source_hash", out JsonElement hash) ? hash.GetString() ?? "" : "";
            if (entry.TryGetProperty("params", out JsonElement parameters))
            {
                foreach (JsonProperty parameter in parameters.EnumerateObject())
                {
                    _params[parameter.Name] = parameter.Value.GetInt64();
                }
            }
        }
        else if (kind == "draw")
        {
            string stream = entry.GetProperty("stream").GetString() ?? "";
            if (!_draws.TryGetValue(stream, out List<long>? values))
            {
                _draws.Add(stream, values = []);
            }

            values.Add(entry.GetProperty("value").GetInt64());
        }

        if (entry.TryGetProperty("outside", out JsonElement outside) && outside.GetBoolean())
        {
            _events.Add(new(entry.GetProperty("time_ms").GetInt64(), entry.GetProperty("raised").GetString() ?? ""));
        }
    }
}
