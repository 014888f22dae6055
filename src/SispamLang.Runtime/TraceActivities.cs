using System.Diagnostics;
using System.Globalization;

namespace SispamLang.Runtime;

/// <summary>
/// Replays a trace as activities of <see cref="Source"/>, which OpenTelemetry takes as spans: the drill, in it its phases, in
/// them rules from their firing to the last thing that they did, and tactics and hand-overs; entries are events of the span that
/// they belong to. Start and end are the simulated times. Without a listener nothing is done.
/// </summary>
public static class TraceActivities
{
    /// <summary>The name of <see cref="Source"/>, to subscribe to.</summary>
    public const string SourceName = "SispamLang.Drill";

    /// <summary>Where the activities come from.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>Replays a trace.</summary>
    /// <param name="entries">The trace, whole and in order.</param>
    /// <param name="info">The drill.</param>
    /// <param name="language">Of the texts: <c>en</c> or <c>id</c>.</param>
    /// <param name="toolVersion">The version of the tool that ran the drill.</param>
    /// <param name="time">When it is; null: see <see cref="SimulatedTime"/>.</param>
    public static void Replay(
        IReadOnlyList<TraceEntry> entries,
        DrillInfo info,
        string language,
        string toolVersion,
        SimulatedTime? time = null
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(info);
        if (entries.Count == 0 || !Source.HasListeners())
        {
            return;
        }

        // Spans are made one after the other, each under a parent that may be over by now.
        Activity? ambient = Activity.Current;
        try
        {
            new Replayer(entries, info, language, toolVersion, time ?? new SimulatedTime(info)).Run();
        }
        finally
        {
            Activity.Current = ambient;
        }
    }

    private sealed class Replayer(
        IReadOnlyList<TraceEntry> entries,
        DrillInfo info,
        string language,
        string toolVersion,
        SimulatedTime time
    )
    {
        private readonly Dictionary<int, Activity> _byFirst = [];
        private readonly Dictionary<int, long> _ends = EndsOf(entries);

        public void Run()
        {
            if (Start(entries[0], "drill", info.Title, Activity.Current?.Context ?? default) is not { } drill)
            {
                return;
            }

            List<Activity> open = [drill];
            Activity phase = drill;
            foreach (TraceEntry entry in entries)
            {
                Activity? own = entry.Code switch
                {
                    TraceCode.PhaseStarts => Start(entry, "phase", info.Phases[entry.A].Name, drill.Context),
                    TraceCode.RuleFires => Start(entry, "rule", info.Rules[entry.A], phase.Context),
                    TraceCode.ActivityStarts => Start(entry, "activity", info.Activities[entry.A], phase.Context),
                    _ => null,
                };
                if (own is not null)
                {
                    open.Add(own);
                }

                phase = entry.Code == TraceCode.PhaseStarts ? own ?? drill : phase;
                Activity span = own ?? (_byFirst.TryGetValue(entry.Cause, out Activity? cause) ? cause : phase);
                span.AddEvent(EventOf(entry));
            }

            // An activity that is stopped takes no more events.
            foreach (Activity activity in Enumerable.Reverse(open))
            {
                activity.Stop();
            }
        }

        private Activity? Start(in TraceEntry first, string sort, string name, ActivityContext parent)
        {
            Activity? activity = Source.StartActivity(
                name,
                ActivityKind.Internal,
                parent,
                [
                    new("sispam.sort", sort),
                    new("sispam.exercise", TraceJsonObject.MarkingIn(language)),
                    new("sispam.drill", info.Title),
                    new("sispam.source_hash", info.SourceHash),
                    new("sispam.seed", unchecked((ulong)entries[0].C).ToString(CultureInfo.InvariantCulture)),
                    new("sispam.tool_version", toolVersion),
                    new("sispam.clock", "simulated"),
                ],
                startTime: time.At(first.TimeMs)
            );
            if (activity is not null)
            {
                activity.SetEndTime(time.At(_ends.GetValueOrDefault(first.Seq, first.TimeMs)).UtcDateTime);
                _byFirst[first.Seq] = activity;
            }

            return activity;
        }

        private ActivityEvent EventOf(in TraceEntry entry) =>
            new(
                TraceText.NameOf(entry.Code),
                time.At(entry.TimeMs),
                new ActivityTagsCollection
                {
                    ["sispam.text"] = TraceText.Describe(entry, info, language),
                    ["sispam.seq"] = entry.Seq,
                    ["sispam.cause"] = entry.Cause,
                }
            );

        // When what an entry began was over: the drill and a phase at their ends, the others at the last thing they led to.
        private static Dictionary<int, long> EndsOf(IReadOnlyList<TraceEntry> entries)
        {
            Dictionary<int, long> ends = new() { [0] = entries[^1].TimeMs };
            int phase = -1;
            foreach (TraceEntry entry in entries)
            {
                if (entry.Code == TraceCode.PhaseStarts)
                {
                    phase = entry.Seq;
                }
                else if (entry.Code == TraceCode.PhaseEnds)
                {
                    ends[phase] = entry.TimeMs;
                }
                else if (
                    entry.Cause > 0
                    && entries[entry.Cause].Code is TraceCode.RuleFires or TraceCode.ActivityStarts
                )
                {
                    ends[entry.Cause] = entry.TimeMs;
                    // What a tactic does is done for the rule that ordered it.
                    if (entry.Code == TraceCode.ActivityEnds && entries[entry.Cause].Cause is > 0 and var rule)
                    {
                        ends[rule] = entry.TimeMs;
                    }
                }
            }

            return ends;
        }
    }
}
