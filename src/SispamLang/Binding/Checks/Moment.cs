namespace SispamLang.Binding;

/// <summary>What starts a rule, such that rules of one phase that have a moment in common start in the same instant.</summary>
/// <param name="Kind">The sort of moment.</param>
/// <param name="Ms">Its time, if it has one.</param>
/// <param name="Subject">Who or what it is about.</param>
/// <param name="Detail">What else tells it from others.</param>
internal readonly record struct Moment(MomentKind Kind, long Ms, Symbol? Subject, string Detail)
{
    /// <summary>Finds the moments of a rule, each once; none if they can't be known beforehand.</summary>
    public static void Find(BoundRule rule, List<Moment> moments)
    {
        switch (rule.Trigger)
        {
            case BoundMomentTrigger moment:
                moments.Add(new Moment(moment.IsEnd ? MomentKind.End : MomentKind.Start, 0, null, ""));
                break;
            case BoundAfterTrigger { Delay: { IsRange: false, Low.Param: null } delay }:
                moments.Add(new Moment(MomentKind.After, delay.Low.Constant, null, ""));
                break;
            case BoundEveryTrigger { Period: { IsRange: false, Low.Param: null } period, While: null }:
                moments.Add(new Moment(MomentKind.Every, period.Low.Constant, null, ""));
                break;
            case BoundClockTrigger clock:
                moments.Add(new Moment(MomentKind.Clock, clock.ClockMs, null, ""));
                break;
            case BoundRiseTrigger:
                moments.Add(new Moment(MomentKind.Rise, 0, null, Words(rule.Syntax.Trigger)));
                break;
            case BoundEventTrigger trigger:
                moments.AddRange(trigger.Events.Select(OfEvent).Distinct());
                break;
        }
    }

    /// <summary>The words of some syntax, whatever their case and the blanks between them.</summary>
    public static string Words(Syntax.SyntaxNode syntax) => NameTable.Key(string.Join(" ", syntax.ToString().Split()));

    private static Moment OfEvent(BoundEvent happening) =>
        new(
            MomentKind.Event,
            (long)happening.Kind,
            happening.Subject ?? (Symbol?)happening.Activity?.Tactic,
            (happening.By?.Name ?? "") + (happening.Activity is { } activity ? " " + WordsOf(activity) : "")
        );

    private static string WordsOf(ActivityPattern activity) =>
        string.Join(
            " ",
            new[] { activity.Kind.ToString(), activity.Crowd?.Name ?? "" }
                .Concat(activity.From.Select(unit => unit.Name))
                .Append("→")
                .Concat(activity.To.Select(unit => unit.Name))
        );
}

/// <summary>The sorts of moments.</summary>
internal enum MomentKind
{
    /// <summary>The phase starts.</summary>
    Start,

    /// <summary>The phase ends.</summary>
    End,

    /// <summary>A time after its start.</summary>
    After,

    /// <summary>Again and again.</summary>
    Every,

    /// <summary>A clock time.</summary>
    Clock,

    /// <summary>A condition becomes true.</summary>
    Rise,

    /// <summary>Something happens.</summary>
    Event,
}
