using System.Collections.Immutable;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>Works out when each row of an events list comes, of times of day and times from the start together.</summary>
internal sealed class ImportedTimes
{
    private const long MsInDay = 86_400_000;

    // The language's own limit.
    private const long LongestMs = 7 * MsInDay;

    private readonly List<ImportNote> _notes;
    private readonly List<(ImportedRow Row, TableTime? Elapsed, TableTime? Clock)> _rows = [];

    /// <summary>Takes rows of a table.</summary>
    /// <param name="notes">Takes what is to be said.</param>
    public ImportedTimes(List<ImportNote> notes) => _notes = notes;

    /// <summary>The time of day of T+00:00, or null.</summary>
    public long? StartsAtMs { get; private set; }

    /// <summary>The day of the first row that names one.</summary>
    public DateOnly? Date => _rows.Select(row => row.Clock?.Date).FirstOrDefault(date => date is not null);

    /// <summary>The first zone that is named.</summary>
    public string Zone => _rows.Select(row => row.Clock?.Zone ?? "").FirstOrDefault(zone => zone.Length > 0, "");

    /// <summary>Adds a row with the cells that hold its time.</summary>
    public void Add(ImportedRow row, TableCell? elapsed, TableCell? clock)
    {
        var first = Read(elapsed, isElapsed: true);
        var second = Read(clock, isElapsed: false);
        // Either column may hold either sort.
        var times = new[] { first, second };
        var written = first is null && elapsed is not null ? elapsed.Text : "";
        written = second is null && clock is not null ? (written + " " + clock.Text).Trim() : written;
        _rows.Add(
            (
                row with
                {
                    TimeText = written,
                },
                Array.Find(times, time => time is { IsClock: false }),
                Array.Find(times, time => time is { IsClock: true })
            )
        );
    }

    /// <summary>The rows with their times, in the order of time.</summary>
    public ImmutableArray<ImportedRow> Settle()
    {
        StartsAtMs = Start();
        var settled = new List<(long At, ImportedRow Row)>();
        var last = 0L;
        foreach (var (row, elapsed, clock) in _rows)
        {
            var time = elapsed?.Ms ?? (clock is { } some ? FromStart(some) : null);
            if (time > LongestMs)
            {
                _notes.Add(ImportNote.Of(row.Place, "import.too-long"));
                time = null;
            }

            if (elapsed is { } e && clock is { } c && FromStart(c) != e.Ms)
            {
                _notes.Add(ImportNote.Of(row.Place, "import.clock-differs"));
            }

            if (time < last)
            {
                _notes.Add(ImportNote.Of(row.Place, "import.out-of-order"));
            }

            last = Math.Max(last, time ?? last);
            // Where its time is not known, a row stays behind the one before it.
            settled.Add((time ?? last, row with { TimeMs = time }));
        }

        return [.. settled.OrderBy(pair => pair.At).Select(pair => pair.Row)];
    }

    private TableTime? Read(TableCell? cell, bool isElapsed)
    {
        if (cell is null)
        {
            return null;
        }

        var time = TableTime.Of(cell, isElapsed);
        if (time is null)
        {
            _notes.Add(
                ImportNote.Of(
                    cell.Place,
                    TableTime.IsDay(cell.Text) ? "import.time-is-day" : "import.no-time",
                    cell.Text
                )
            );
        }
        else if (time.Value.IsGuess)
        {
            _notes.Add(ImportNote.Of(cell.Place, "import.time-guess", cell.Text, ValueText.Clock(time.Value.Ms)));
        }

        return time;
    }

    // A row with both times tells; else the first time of day is the start, or comes where the row before it is.
    private long? Start()
    {
        var both = _rows.Find(row => row is { Elapsed: not null, Clock: not null });
        if (both is { Elapsed: { } elapsed, Clock: { } clock })
        {
            return Mod(clock.Ms - elapsed.Ms);
        }

        var first = _rows.FindIndex(row => row.Clock is not null);
        if (first < 0)
        {
            return null;
        }

        var before = _rows.Take(first).Select(row => row.Elapsed?.Ms ?? 0).DefaultIfEmpty(0).Max();
        if (before > 0 || _rows.Exists(row => row.Elapsed is not null))
        {
            _notes.Add(ImportNote.Of(_rows[first].Row.Place, "import.start-guess"));
        }

        return Mod(_rows[first].Clock!.Value.Ms - before);
    }

    private long FromStart(TableTime clock)
    {
        var days = clock.Date is { } date && Date is { } first ? date.DayNumber - first.DayNumber : 0;
        return days > 0 ? (days * MsInDay) + clock.Ms - (StartsAtMs ?? 0) : Mod(clock.Ms - (StartsAtMs ?? 0));
    }

    private static long Mod(long ms) => ((ms % MsInDay) + MsInDay) % MsInDay;
}
