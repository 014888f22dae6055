using System.Globalization;

namespace SispamLang.Runtime;

/// <summary>The sentences of <see cref="TraceText"/> in English.</summary>
internal static class EnglishTrace
{
    public static string Sentence(in TraceEntry e, DrillInfo info) =>
        e.Code switch
        {
            TraceCode.Start => $"EXERCISE {info.Title}",
            TraceCode.PhaseStarts => $"Phase {PhaseName(info, e.A)} starts",
            TraceCode.PhaseEnds => $"Phase {PhaseName(info, e.A)} ends: {Reason((PhaseEndReason)e.B)}",
            TraceCode.CrowdGathers => $"{info.Crowds[e.A]} gathers, {People(e.C)}",
            TraceCode.CrowdGrows => $"{info.Crowds[e.A]} grows to {People(e.C)}",
            TraceCode.CrowdMoves => $"{info.Crowds[e.A]} moves to {Place(info, e.B)}",
            TraceCode.CrowdJoins => $"{info.Crowds[e.A]} joins {info.Crowds[e.B]}",
            TraceCode.CrowdDisperses when e.B == 1 => $"{info.Crowds[e.A]} disperses, leaving by itself",
            TraceCode.CrowdEscalates or TraceCode.CrowdCalms or TraceCode.CrowdThrows or TraceCode.CrowdDisperses =>
                $"{info.Crowds[e.A]} {Verb(e.Code)}",
            TraceCode.UnitArrives => $"{info.Units[e.A]} arrives at {Place(info, e.B)}",
            TraceCode.FormationArrives => $"{info.Formations[e.A]} arrives at {Place(info, e.B)}",
            TraceCode.EventHappens => $"{info.Events[e.A]} happens",
            TraceCode.ActivityEnds => $"{info.Activities[e.A]} ends{(e.B == 1 ? ", cut short" : "")}",
            TraceCode.Draw => info.Streams[e.A].IsRange
                ? $"Chance: {TraceText.FormatDuration(e.C, "en")} for {info.Streams[e.A].Key}"
                : $"Chance: a roll of {TraceText.Percent(e.C)} for {info.Streams[e.A].Key}",
            TraceCode.RuleFires => $"Rule: {info.Rules[e.A]}",
            TraceCode.Deploy => $"Deploy {info.Units[e.A]} to {Place(info, e.B)}",
            TraceCode.Withdraw => $"Withdraw {info.Units[e.A]}",
            TraceCode.ActivityStarts => $"{info.Activities[e.A]} starts",
            TraceCode.NotPossible => $"{info.Activities[e.A]}: not possible, {Why((NotPossibleReason)e.B)}",
            TraceCode.Announce => $"Announce: {info.Announcements[e.A]}",
            TraceCode.ControlTaken => $"{info.Roles[e.A]} takes tactical control",
            TraceCode.OrderNextPhase => "On to the next phase",
            TraceCode.OrderGoTo => $"On to phase {PhaseName(info, e.A)}",
            TraceCode.OrderEndDrill => "End the drill",
            TraceCode.OrderStop => $"Stop {info.Activities[e.A]}",
            TraceCode.OrderPause => $"Pause for {TraceText.FormatDuration(e.C, "en")}",
            TraceCode.MoodIs => $"{info.Crowds[e.A]} is now {MoodName((Mood)e.B)}",
            TraceCode.SizeIs => $"{info.Crowds[e.A]} is now {People(e.C)}",
            TraceCode.SituationIs => $"Situation {Colour((Situation)e.A)}, {ThreatName((Threat)e.B)}",
            TraceCode.CounterIs => $"{info.Counters[e.A]} is now {Number(e.C)}{(e.B == 1 ? ", at its bound" : "")}",
            TraceCode.InjectSent => InjectText(info.Injects[e.A]),
            TraceCode.InjectDue => DueText(info.Injects[e.A]),
            TraceCode.IgnoredCrowdEvent => $"{info.Crowds[e.A]} {Verb((TraceCode)e.B)}: ignored, nothing to change",
            TraceCode.IgnoredDeploy =>
                $"Deploy {info.Units[e.A]} to {Place(info, e.B)}: ignored, it is there or on its way there",
            TraceCode.IgnoredWithdraw => $"Withdraw {info.Units[e.A]}: ignored, it is not out",
            TraceCode.IgnoredTrigger => $"Ignored, as it is still under way: {info.Rules[e.A]}",
            TraceCode.IgnoredLeave when e.A >= 0 =>
                $"On to phase {PhaseName(info, e.A)}: ignored, the phase is being left already",
            TraceCode.IgnoredLeave => "An order to leave: ignored, the phase is being left already",
            TraceCode.IgnoredWhilePaused => $"{info.OutsideEvents[e.A].Names[0]}: ignored, the drill is paused",
            TraceCode.PropertyBroken => Broken(info.Properties[e.A], (PropertyBreach)e.B),
            TraceCode.End => $"The drill ends: {Reason((DrillEndReason)e.A)}",
            _ => throw new ArgumentOutOfRangeException(nameof(e)),
        };

    private static string Verb(TraceCode code) =>
        code switch
        {
            TraceCode.CrowdGathers => "gathers",
            TraceCode.CrowdEscalates => "escalates",
            TraceCode.CrowdCalms => "calms",
            TraceCode.CrowdGrows => "grows",
            TraceCode.CrowdThrows => "throws",
            TraceCode.CrowdMoves => "moves",
            TraceCode.CrowdJoins => "joins another crowd",
            _ => "disperses",
        };

    private static string Reason(PhaseEndReason reason) =>
        reason switch
        {
            PhaseEndReason.Order => "ordered",
            PhaseEndReason.Until => "what it waited for has come",
            PhaseEndReason.For => "its time is over",
            PhaseEndReason.Quiet => "nothing more can happen in it",
            PhaseEndReason.TimeUp => "it did not end, the drill's time is up",
            _ => "too many events in one instant",
        };

    private static string Reason(DrillEndReason reason) =>
        reason switch
        {
            DrillEndReason.LastPhase => "the last phase is over",
            DrillEndReason.Order => "ordered",
            DrillEndReason.TimeUp => "its time is up",
            _ => "it does not settle, more than 256 events in one instant (SIS9001)",
        };

    private static string Why(NotPossibleReason reason) =>
        reason == NotPossibleReason.NoCrowd
            ? "the crowd is not there"
            : "no unit for it is at the crowd's place or on its way there";

    public static string MoodName(Mood mood) =>
        mood switch
        {
            Mood.Calm => "calm",
            Mood.Tense => "tense",
            Mood.Unruly => "unruly",
            Mood.Anarchic => "anarchic",
            Mood.Dispersed => "dispersed",
            _ => "absent",
        };

    public static string Colour(Situation situation) =>
        situation switch
        {
            Situation.Green => "green",
            Situation.Yellow => "yellow",
            _ => "red",
        };

    public static string ThreatName(Threat threat) =>
        threat switch
        {
            Threat.None => "no threat",
            Threat.Passive => "passive threat",
            Threat.Active => "active threat",
            Threat.Aggressive => "aggressive threat",
            _ => "life-threatening",
        };

    private static string Broken(PropertyInfo property, PropertyBreach breach)
    {
        string head =
            property.IsStatistical ? "Not so in this run: "
            : property.IsOwn ? "Broken: "
            : $"Against {property.Doctrine}/{property.Rule} ({property.Article}): ";
        return head + property.Text + BreachText(breach);
    }

    private static string BreachText(PropertyBreach breach) =>
        breach switch
        {
            PropertyBreach.NotInTime => "; it did not come in time",
            PropertyBreach.NeverCame => "; it never came",
            PropertyBreach.NotBefore => "; it had not come before",
            _ => "",
        };

    private static string InjectText(InjectInfo inject)
    {
        string head =
            "Inject"
            + (inject.From.Length > 0 ? $" from {inject.From}" : "")
            + (inject.To.Length > 0 ? $" to {inject.To}" : "")
            + (inject.Via.Length > 0 ? $" via {inject.Via}" : "")
            + (inject.Place.Length > 0 ? $" at {inject.Place}" : "");
        return $"{head}: {inject.Text}" + (inject.Expecting.Length > 0 ? $"; expected: {Expected(inject)}" : "");
    }

    private static string DueText(InjectInfo inject) =>
        $"Time to respond is over: {inject.Text}"
        + (inject.Expecting.Length > 0 ? $"; expected: {Expected(inject)}" : "");

    private static string Expected(InjectInfo inject) =>
        inject.Expecting + (inject.ExpectedOf.Length > 0 ? $" by {inject.ExpectedOf}" : "");

    private static string PhaseName(DrillInfo info, int phase) => info.Phases[phase].Name;

    private static string Place(DrillInfo info, int place) =>
        info.Places[place].Length > 0 ? info.Places[place] : "the crowd";

    private static string People(long count) => count == 1 ? "1 person" : $"{Number(count)} people";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
