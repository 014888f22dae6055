using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Simulation;

/// <summary>Lists every chance and delay that a drill's runs are built on.</summary>
public static class AssumptionList
{
    private const int LongestClause = 100;

    /// <summary>The assumptions: what the drill itself says first, then other files, the prelude last; by line.</summary>
    public static ImmutableArray<Assumption> Of(DrillProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        List<(Assumption Assumption, int File)> all = [];
        HashSet<int> told = [];
        AddCrowds();
        AddUnits();
        AddEvents();
        AddPhases();
        AddActivities();

        // What is left draws for an order.
        foreach (var stream in program.Streams)
        {
            if (told.Add(stream.Site))
            {
                Add(AssumptionKind.Order, "", stream.Site);
            }
        }

        return
        [
            .. all.DistinctBy(one =>
                    (
                        one.Assumption.Kind,
                        one.Assumption.Subject,
                        one.Assumption.Clause,
                        Ends(one),
                        one.File,
                        one.Assumption.Line
                    )
                )
                .OrderByDescending(one => one.File)
                .ThenBy(one => one.Assumption.Line)
                .Select(one => one.Assumption),
        ];

        void AddCrowds()
        {
            foreach (var crowd in program.Crowds)
            {
                foreach (var behaviour in crowd.Behaviours)
                {
                    told.Add(behaviour.Site);
                    Add(
                        behaviour.Leaves ? AssumptionKind.Leaves : AssumptionKind.Temper,
                        crowd.Name,
                        behaviour.Site,
                        time: behaviour.Every,
                        mood: behaviour.While,
                        outcomes: behaviour.Outcomes
                    );
                }

                told.Add(crowd.Site);
                if (crowd.Growth is { } growth)
                {
                    Add(AssumptionKind.Grows, crowd.Name, growth.Site, time: growth.Over);
                }

                if (!IsZero(crowd.GathersAfter))
                {
                    Add(AssumptionKind.Gathers, crowd.Name, crowd.Site, time: crowd.GathersAfter);
                }
            }
        }

        void AddUnits()
        {
            var ordered = program.Rules.SelectMany(rule => rule.Body).OfType<Deploy>().Select(deploy => deploy.Unit);
            foreach (var number in ordered.Distinct())
            {
                var unit = program.Units[number];
                told.Add(unit.Site);
                if (!IsZero(unit.ReadyIn))
                {
                    Add(AssumptionKind.ReadyIn, unit.Name, unit.Site, time: unit.ReadyIn);
                }
            }

            told.UnionWith(program.Units.Select(unit => unit.Site));
        }

        void AddEvents()
        {
            foreach (var one in program.Events)
            {
                told.Add(one.Site);
                if (one.Every is { } every)
                {
                    Add(AssumptionKind.Event, one.Name, one.Site, time: every, chance: one.Chance);
                }
            }
        }

        void AddPhases()
        {
            foreach (var phase in program.Phases)
            {
                told.Add(phase.Site);
                if (phase.For is { Stream: >= 0 } length)
                {
                    Add(AssumptionKind.PhaseTime, phase.Name, phase.Site, time: length);
                }
            }
        }

        void AddActivities()
        {
            foreach (var activity in program.Activities)
            {
                told.Add(activity.EffectSite);
                if (!activity.Effects.IsEmpty)
                {
                    var name = program.Tactics[activity.Tactic].Name;
                    Add(AssumptionKind.Effect, name, activity.EffectSite, outcomes: activity.Effects);
                }
            }

            foreach (var last in program.Rules.SelectMany(rule => rule.Body).OfType<Last>())
            {
                var activity = program.Activities[last.Activity];
                var isTactic = activity.Tactic >= 0;
                var name = isTactic ? program.Tactics[activity.Tactic].Name : activity.Label;
                var site = last.IsOfTactic && isTactic ? program.Tactics[activity.Tactic].Site : last.Site;
                told.Add(last.Site);
                Add(AssumptionKind.Lasts, name, site, time: last.Time);
            }
        }

        void Add(
            AssumptionKind kind,
            string subject,
            int site,
            Span? time = null,
            Amount? chance = null,
            Mood mood = Mood.Absent,
            ImmutableArray<Outcome> outcomes = default
        )
        {
            if (site < 0)
            {
                return;
            }

            var place = program.Sites[site];
            var file = program.Files[place.File];
            var isOrder = kind == AssumptionKind.Order;
            var clause = isOrder ? OneLine(file.Text.Substring(place.Start, place.Length)) : "";
            var one = new Assumption(
                kind,
                subject,
                clause,
                time,
                chance,
                mood,
                outcomes.IsDefault ? [] : outcomes,
                file,
                place.Line
            );
            all.Add((one, place.File));
        }
    }

    // Of two orders that take the same time each draws its own, which makes no difference here.
    private static (Amount?, Amount?) Ends((Assumption Assumption, int File) one) =>
        (one.Assumption.Time?.Low, one.Assumption.Time?.High);

    private static bool IsZero(Span span) =>
        span is { Low: { Constant: 0, Param: < 0 }, High: { Constant: 0, Param: < 0 } };

    // Without comments and what is indented.
    private static string OneLine(string text)
    {
        var lines = text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
        var joined = string.Join(" ", string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return joined.Length <= LongestClause ? joined : joined[..(LongestClause - 1)] + "…";
    }
}
