using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>Something that was raised from outside during a run.</summary>
/// <param name="TimeMs">When, in milliseconds from T+00:00.</param>
/// <param name="Name">A name that <see cref="Runner.Raise(string)"/> knows.</param>
public readonly record struct RaisedEvent(long TimeMs, string Name);

/// <summary>An entry, as far as a replay can be compared with it.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="TimeMs">When, in milliseconds from T+00:00.</param>
/// <param name="Code">What it tells, as a trace names it.</param>
public readonly record struct RecordedEntry(int Seq, long TimeMs, string Code);

/// <summary>
/// What it takes to repeat a run: what came from outside and what chance decided, as read from the lines that
/// <see cref="TraceJson"/> wrote. The seed is not needed.
/// </summary>
public sealed class RecordedRun
{
    private readonly List<(int Seq, RaisedEvent Event)> _events = [];
    private readonly List<(int Seq, string Stream, long Value)> _draws = [];
    private readonly List<RecordedEntry> _entries = [];
    private readonly List<ControllerAct> _acts = [];
    private readonly Dictionary<string, long> _params = new(StringComparer.Ordinal);

    internal RecordedRun() { }

    /// <summary>The hash of the sources that were run; empty if the trace does not say.</summary>
    public string SourceHash { get; private set; } = "";

    /// <summary>The seed of the run, which only matters for draws that the trace does not have.</summary>
    public ulong Seed { get; private set; }

    /// <summary>The params that were set for the run.</summary>
    public IReadOnlyDictionary<string, long> Params => _params;

    /// <summary>What came from outside, in order, but for what was taken back.</summary>
    public IReadOnlyList<RaisedEvent> Events => [.. _events.Select(e => e.Event)];

    /// <summary>The values drawn from each stream, by its key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Draws =>
        _draws
            .GroupBy(d => d.Stream, StringComparer.Ordinal)
            .ToDictionary(
                d => d.Key,
                d => (IReadOnlyList<long>)[.. d.Select(one => one.Value)],
                StringComparer.Ordinal
            );

    /// <summary>The entries, but for those that were taken back.</summary>
    public IReadOnlyList<RecordedEntry> Entries => _entries;

    /// <summary>What the controller did with the exercise, in order; it changes nothing in the drill, but for
    /// <see cref="ControllerCode.Undo"/>, which the rest here takes into account.</summary>
    public IReadOnlyList<ControllerAct> Acts => _acts;

    /// <summary>The time of the last line, in milliseconds from T+00:00.</summary>
    public long LastMs { get; private set; }

    /// <summary>When the controller stopped the exercise, in milliseconds from T+00:00; null if nobody did.</summary>
    public long? StoppedMs { get; private set; }

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

            if (run.Add(line) is { } problem)
            {
                throw new InvalidDataException($"Line {number}: {problem.Message}", problem);
            }
        }

        return run;
    }

    /// <summary>The recorded values, in the order in which each stream gave them; null when a stream has no more. Give it
    /// to <see cref="Runner.ForcedDraws"/>, a new one for each run.</summary>
    public Func<int, long?> ForcedDraws(DrillInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        IReadOnlyDictionary<string, IReadOnlyList<long>> draws = Draws;
        Queue<long>[] values = [.. info.Streams.Select(s => new Queue<long>(draws.GetValueOrDefault(s.Key, [])))];
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
        foreach ((_, RaisedEvent e) in _events)
        {
            runner.AdvanceTo(e.TimeMs);
            if (!runner.Raise(e.Name))
            {
                throw new InvalidDataException($"The drill has no event \"{e.Name}\".");
            }
        }

        runner.AdvanceTo(StoppedMs ?? long.MaxValue);
    }

    /// <summary>Takes in one more line.</summary>
    /// <returns>False if it is no line of a trace.</returns>
    internal bool TryAdd(string line) => Add(line) is null;

    private Exception? Add(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            Add(document.RootElement);
            return null;
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return e;
        }
    }

    private void Add(JsonElement entry)
    {
        string? kind = entry.GetProperty("kind").GetString();
        int seq = entry.TryGetProperty("seq", out JsonElement number) ? number.GetInt32() : _entries.Count;
        LastMs = entry.TryGetProperty("time_ms", out JsonElement time) ? time.GetInt64() : LastMs;
        if (kind == TraceJsonObject.ControllerKind)
        {
            AddAct(entry);
            return;
        }

        if (kind == "start")
        {
            AddStart(entry);
        }
        else if (kind == "draw")
        {
            string stream = entry.GetProperty("stream").GetString() ?? "";
            _draws.Add((seq, stream, entry.GetProperty("value").GetInt64()));
        }

        if (entry.TryGetProperty("outside", out JsonElement outside) && outside.GetBoolean())
        {
            string raised = entry.GetProperty("raised").GetString() ?? "";
            _events.Add((seq, new(entry.GetProperty("time_ms").GetInt64(), raised)));
        }

        string code = entry.TryGetProperty("code", out JsonElement name) ? name.GetString() ?? "" : "";
        _entries.Add(new(seq, LastMs, code));
    }

    private void AddStart(JsonElement entry)
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

    // An act of a later version is passed over.
    private void AddAct(JsonElement entry)
    {
        string? name = entry.GetProperty("code").GetString();
        foreach (ControllerCode code in Enum.GetValues<ControllerCode>())
        {
            if (TraceText.NameOf(code) == name)
            {
                long value = entry.GetProperty("value").GetInt64();
                string note = entry.TryGetProperty("note", out JsonElement text) ? text.GetString() ?? "" : "";
                _acts.Add(new(code, LastMs, value, note));
                StoppedMs = code == ControllerCode.Stop ? LastMs : null;
                if (code == ControllerCode.Undo)
                {
                    TakeBack(value);
                }
            }
        }
    }

    private void TakeBack(long first)
    {
        _events.RemoveAll(e => e.Seq >= first);
        _draws.RemoveAll(d => d.Seq >= first);
        _entries.RemoveAll(e => e.Seq >= first);
    }
}
