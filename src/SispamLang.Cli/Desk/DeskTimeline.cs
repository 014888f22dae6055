using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;

namespace SispamLang.Cli.Desk;

/// <summary>The timeline of an exercise as it grows, without the rolls of chance.</summary>
/// <param name="session">The exercise.</param>
/// <param name="language">Its language.</param>
/// <param name="showsClock">With the time of day on each line.</param>
internal sealed class DeskTimeline(DeskSession session, Dialect language, bool showsClock)
{
    private LinesInk _ink = new();
    private Timeline? _timeline;
    private int _rewinds;
    private int _added;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<IReadOnlyList<(string Text, Tone Tone)>> Lines => _ink.Lines;

    /// <summary>Takes in what happened since.</summary>
    /// <returns>False if something was taken back, so that the lines are others.</returns>
    public bool Update()
    {
        var isSame = _rewinds == session.Rewinds;
        if (_timeline is null || !isSame)
        {
            _ink = new LinesInk();
            _timeline = NewTimeline(_ink);
            _rewinds = session.Rewinds;
            _added = 0;
        }

        for (; _added < session.Entries.Count; _added++)
        {
            _timeline.Add(session.Entries[_added]);
        }

        return isSame;
    }

    /// <summary>Writes what is run, and how.</summary>
    public void WriteHeader(Ink ink) => NewTimeline(ink).WriteHeader(session.Seed, null);

    /// <summary>Writes what it came to.</summary>
    public void WriteSummary(Ink ink)
    {
        var summary = new RunSummary(session.Runner.Info, language);
        foreach (var entry in session.Entries)
        {
            summary.Add(entry);
        }

        summary.Write(ink, session.Runner, isStopped: true);
    }

    private Timeline NewTimeline(Ink ink) => new(ink, session.Runner.Info, language) { ShowsClock = showsClock };
}
