using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>What happens, and what is waited for.</summary>
internal sealed partial class Prose
{
    /// <summary>When a rule is carried out, as a clause.</summary>
    public string When(BoundRule rule)
    {
        var when = rule.Trigger switch
        {
            BoundEventTrigger trigger => _texts.Say("when.event", AnyOf(trigger.Events)),
            BoundRiseTrigger trigger => _texts.Say("when.rise", Condition(trigger.Condition)),
            BoundMomentTrigger { IsEnd: false } => rule.Phase is null
                ? _texts["when.drill-starts"]
                : _texts["when.phase-starts"],
            BoundMomentTrigger => rule.Phase is null ? _texts["when.drill-ends"] : _texts["when.phase-ends"],
            BoundAfterTrigger trigger => _texts.Say(
                rule.Phase is null ? "when.after-drill" : "when.after-phase",
                Time(trigger.Delay)
            ),
            BoundEveryTrigger { While: { } condition } trigger => _texts.Say(
                "when.every-while",
                Time(trigger.Period),
                Condition(condition)
            ),
            BoundEveryTrigger trigger => _texts.Say("when.every", Time(trigger.Period)),
            BoundClockTrigger trigger => _texts.Say("when.clock", _values.Clock(trigger.ClockMs, drill.Facts.Zone)),
            _ => throw new InvalidOperationException(rule.Trigger.GetType().Name),
        };
        return rule.Guard is { } guard ? _texts.Say("when.guard", when, Condition(guard)) : when;
    }

    /// <summary>What ends a wait, a step or a phase.</summary>
    public string Until(BoundUntil until)
    {
        var parts = until.Events.Select(Event).ToList();
        if (until.Condition is { } condition)
        {
            parts.Add(Condition(condition));
        }

        return _values.Or([.. parts.Distinct()]);
    }

    /// <summary>Something that happens, as a clause: the crowd escalates.</summary>
    public string Event(BoundEvent @event)
    {
        var what = @event.Kind switch
        {
            SignalKind.UnitArrives or SignalKind.FormationArrives => Say("event.arrives"),
            SignalKind.UnitDeployed => Say("event.deployed"),
            SignalKind.UnitWithdrawn => Say("event.withdrawn"),
            SignalKind.ActivityStarts => _texts.Say("event.starts", Activity(@event.Activity)),
            SignalKind.ActivityEnds => _texts.Say("event.ends", Activity(@event.Activity)),
            SignalKind.EventHappens => Say("event.happens"),
            SignalKind.CounterChanges => Say("event.changes"),
            SignalKind.ControlTaken => Say("event.control"),
            SignalKind.PhaseStarts => Say("event.phase-starts"),
            SignalKind.PhaseEnds => Say("event.phase-ends"),
            SignalKind.DrillStarts => _texts["event.drill-starts"],
            SignalKind.DrillEnds => _texts["event.drill-ends"],
            _ => CrowdEvent(@event.Kind, (CrowdSymbol?)@event.Subject),
        };
        return @event.By is { } by ? _texts.Say("event.by", what, Name(by)) : what;

        string Say(string key) => _texts.Say(key, @event.Subject is { } subject ? Name(subject) : "");
    }

    /// <summary>A tactic or a hand-over, as a name: “water cannon”.</summary>
    public string Activity(ActivityPattern? activity) =>
        activity switch
        {
            null => "",
            { Tactic: { } tactic, Crowd: { } crowd } when drill.Crowds.Length > 1 => _texts.Say(
                "activity.towards",
                Name(tactic),
                Crowd(crowd)
            ),
            { Tactic: { } tactic } => _texts.Say("activity.tactic", Name(tactic)),
            _ when activity.From.IsEmpty && activity.To.IsEmpty => _texts.Say(
                "activity.tactic",
                Word(HandOver(activity.Kind))
            ),
            _ => _texts.Say(
                "activity.hand-over",
                Word(HandOver(activity.Kind)),
                Units(activity.From),
                Units(activity.To)
            ),
        };

    private static Dialects.Concept HandOver(ActivityKind kind) =>
        kind switch
        {
            ActivityKind.LapisGanti => Dialects.Concept.LapisGanti,
            ActivityKind.LintasGanti => Dialects.Concept.LintasGanti,
            _ => Dialects.Concept.Relieve,
        };

    private string AnyOf(IEnumerable<BoundEvent> events) => _values.Or([.. events.Select(Event).Distinct()]);

    private string CrowdEvent(SignalKind kind, CrowdSymbol? crowd)
    {
        var key = kind switch
        {
            SignalKind.CrowdGathers => "event.gathers",
            SignalKind.CrowdEscalates => "event.escalates",
            SignalKind.CrowdCalms => "event.calms",
            SignalKind.CrowdGrows => "event.grows",
            SignalKind.CrowdThrows => "event.throws",
            SignalKind.CrowdMoves => "event.moves",
            SignalKind.CrowdJoins => "event.joins",
            SignalKind.CrowdDisperses => "event.disperses",
            _ => throw new InvalidOperationException(kind.ToString()),
        };
        return _texts.Say(key, crowd is null ? _texts["prose.the-crowd"] : Crowd(crowd));
    }
}
