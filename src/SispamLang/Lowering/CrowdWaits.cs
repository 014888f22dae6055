using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Lowering;

/// <summary>Which of a crowd's events a phase waits for.</summary>
internal static class CrowdWaits
{
    private const CrowdEvents Moods =
        CrowdEvents.Gathers | CrowdEvents.Escalates | CrowdEvents.Calms | CrowdEvents.Disperses;

    private const CrowdEvents Sizes = CrowdEvents.Gathers | CrowdEvents.Grows | CrowdEvents.Disperses;

    /// <summary>What rules that listen in the phase wait for, those of <c>throughout</c> included.</summary>
    public static CrowdEvents In(BoundDrill drill, PhaseSymbol phase, CrowdSymbol crowd)
    {
        var waits = CrowdEvents.None;
        foreach (var rule in drill.Rules)
        {
            if (rule.Phase is null || rule.Phase == phase)
            {
                waits |= Of(rule.Trigger, crowd);
            }
        }

        return waits;
    }

    /// <summary>A rule of the phase itself, or its <c>until</c>, names one of the crowd's events or moods.</summary>
    public static bool IsNamedIn(BoundDrill drill, PhaseSymbol phase, CrowdSymbol crowd)
    {
        foreach (var rule in drill.Rules)
        {
            if (rule.Phase == phase && Of(rule.Trigger, crowd) != CrowdEvents.None)
            {
                return true;
            }
        }

        return phase.Until is { } until
            && (
                until.Events.Any(e => Of(e, crowd) != CrowdEvents.None)
                || Of(until.Condition, crowd) != CrowdEvents.None
            );
    }

    private static CrowdEvents Of(BoundTrigger trigger, CrowdSymbol crowd) =>
        trigger switch
        {
            BoundEventTrigger events => events.Events.Aggregate(CrowdEvents.None, (all, e) => all | Of(e, crowd)),
            BoundRiseTrigger rise => Of(rise.Condition, crowd),
            BoundEveryTrigger every => Of(every.While, crowd),
            _ => CrowdEvents.None,
        };

    private static CrowdEvents Of(BoundEvent @event, CrowdSymbol crowd) =>
        @event.Subject != crowd
            ? CrowdEvents.None
            : @event.Kind switch
            {
                SignalKind.CrowdGathers => CrowdEvents.Gathers,
                SignalKind.CrowdEscalates => CrowdEvents.Escalates,
                SignalKind.CrowdCalms => CrowdEvents.Calms,
                SignalKind.CrowdGrows => CrowdEvents.Grows,
                SignalKind.CrowdThrows => CrowdEvents.Throws,
                SignalKind.CrowdDisperses => CrowdEvents.Disperses,
                _ => CrowdEvents.None,
            };

    private static CrowdEvents Of(BoundCondition? condition, CrowdSymbol crowd) =>
        condition switch
        {
            BoundNot not => Of(not.Operand, crowd),
            BoundJoined joined => joined.Operands.Aggregate(CrowdEvents.None, (all, c) => all | Of(c, crowd)),
            BoundEachCrowd each => each.Parts.Aggregate(Moods, (all, part) => all | Of(part.Condition, crowd)),
            BoundMood mood when mood.Crowd == crowd => Moods,
            BoundSituation situation when situation.Crowd is null || situation.Crowd == crowd => Moods,
            BoundThreat threat when threat.Crowd is null || threat.Crowd == crowd => Moods,
            BoundSize size when size.Crowd == crowd => Sizes,
            _ => CrowdEvents.None,
        };
}
