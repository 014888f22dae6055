using System.Globalization;
using SispamLang.Binding;

namespace SispamLang.Lowering;

/// <summary>Describes a trigger by meaning and declared names, the same in both dialects.</summary>
internal static class RuleKeys
{
    public static string Of(BoundTrigger trigger) =>
        trigger switch
        {
            BoundEventTrigger events => string.Join("|", events.Events.Select(Of)),
            BoundRiseTrigger rise => "if " + Of(rise.Condition),
            BoundMomentTrigger moment => moment.IsEnd ? "at end" : "at start",
            BoundAfterTrigger after => "after " + Of(after.Delay),
            BoundEveryTrigger { While: { } condition } every => "every " + Of(every.Period) + " while " + Of(condition),
            BoundEveryTrigger every => "every " + Of(every.Period),
            BoundClockTrigger clock => "at " + Number(clock.ClockMs),
            _ => throw new InvalidOperationException("No trigger " + trigger.GetType().Name + "."),
        };

    private static string Of(BoundEvent @event) =>
        @event.Kind
        + (@event.Activity is { } activity ? " " + Of(activity) : Of(@event.Subject))
        + (@event.By is { } role ? " by" + Of(role) : "");

    private static string Of(ActivityPattern activity) =>
        activity.Kind
        + Of(activity.Tactic)
        + Of(activity.Crowd)
        + string.Concat(activity.From.Select(Of))
        + string.Concat(activity.To.Select(Of));

    private static string Of(Symbol? symbol) => symbol is null ? "" : " " + NameTable.Key(symbol.Name);

    private static string Of(BoundSpan span) => span.IsRange ? Of(span.Low) + ".." + Of(span.High) : Of(span.Low);

    private static string Of(BoundAmount amount) =>
        amount.Param is { } param ? NameTable.Key(param.Name) : Number(amount.Constant);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Of(BoundCondition condition) =>
        condition switch
        {
            BoundNot not => "not " + Of(not.Operand),
            BoundJoined joined => string.Join(joined.All ? "&" : "|", joined.Operands.Select(Of)),
            BoundEachCrowd each => "each " + string.Join("&", each.Parts.Select(p => Of(p.Condition))),
            BoundMood mood => mood.Mood + Of(mood.Crowd),
            BoundSituation situation => situation.Situation + Of(situation.Crowd),
            BoundThreat threat => threat.Comparison + " " + threat.Threat + Of(threat.Crowd),
            BoundSize size => "size" + Of(size.Crowd) + " " + size.Comparison + " " + Of(size.Value),
            BoundCount count => "count" + Of(count.Counter) + " " + count.Comparison + " " + Of(count.Value),
            BoundPlacement placement => placement.Placement
                + string.Concat(placement.Units.Select(Of))
                + Of(placement.Place),
            BoundUnderWay underWay => "under way " + Of(underWay.Activity),
            BoundInControl control => "control" + Of(control.Role),
            _ => throw new InvalidOperationException("No condition " + condition.GetType().Name + "."),
        };
}
