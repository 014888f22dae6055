using SispamLang.Programs;
using static SispamLang.Tests.Programs.ProgramBuilder;

namespace SispamLang.Tests.Programs;

/// <summary>
/// One crowd for an hour: it escalates every 0 to 8 minutes. While it is tense or unruly, somebody talks to it for three
/// minutes at a time, and calms it with 60%; once it is anarchic, a water cannon disperses it with 80%, two minutes at a
/// time.
/// </summary>
internal static class Workload
{
    /// <param name="minutes">After how many minutes the drill ends at the latest.</param>
    /// <param name="disperses">How likely the water cannon disperses the crowd, in hundredths of a percent.</param>
    public static DrillProgram OneCrowd(long minutes = 60, long disperses = 8000)
    {
        var drill = new ProgramBuilder { Title = "One crowd", EndsAfter = new Amount(minutes * Minute) };
        var escalates = drill.Behaviour(drill.Range("massa escalates", 0, 8 * Minute), SignalKind.CrowdEscalates);
        var crowd = drill.Crowd("Massa", 200, 0, escalates);
        drill.Phase("Hour", until: new MoodCondition(crowd, Mood.Dispersed));
        var uneasy = new AnyCondition([new MoodCondition(crowd, Mood.Tense), new MoodCondition(crowd, Mood.Unruly)]);
        var talk = drill.Stream("talk", isRange: false);
        var cannon = drill.Stream("cannon", isRange: false);
        // crowd escalates or crowd calms if tense or unruly -> wait 3 min, if tense or unruly: chance 60%: crowd calms,
        // otherwise: again
        drill.Rule(
            0,
            new SignalTrigger([
                new SignalPattern(SignalKind.CrowdEscalates, crowd),
                new SignalPattern(SignalKind.CrowdCalms, crowd),
            ]),
            uneasy,
            new Wait(Fixed(3 * Minute), drill.Site("wait 3 min")),
            new JumpUnless(uneasy, 4, drill.Site("if tense or unruly")),
            new Chance(new Amount(6000), talk, 0, drill.Site("chance 60%")),
            new CrowdHappens(SignalKind.CrowdCalms, crowd, null, -1, drill.Site("crowd calms"))
        );
        // crowd escalates if anarchic -> wait 2 min, chance 80%: crowd disperses; and again
        drill.Rule(
            0,
            On(SignalKind.CrowdEscalates, crowd),
            new MoodCondition(crowd, Mood.Anarchic),
            new Wait(Fixed(2 * Minute), drill.Site("wait 2 min")),
            new Chance(new Amount(disperses), cannon, 0, drill.Site("chance 80%")),
            new CrowdHappens(SignalKind.CrowdDisperses, crowd, null, -1, drill.Site("crowd disperses"))
        );
        return drill.Build();
    }
}
