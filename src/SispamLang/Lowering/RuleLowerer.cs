using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Lowering;

/// <summary>Turns rules into triggers, conditions and bodies of instructions.</summary>
internal sealed partial class RuleLowerer
{
    private readonly BoundDrill _drill;
    private readonly Numbering _numbers;
    private readonly SiteTable _sites;
    private readonly StreamTable _streams;
    private readonly ActivityTable _activities;
    private readonly Dictionary<string, int> _ruleKeys = new(StringComparer.Ordinal);

    // The rule that is being lowered.
    private SourceUnit _source;
    private BoundRule? _rule;
    private string _ruleKey = "";
    private int _draws;

    public RuleLowerer(
        BoundDrill drill,
        Numbering numbers,
        SiteTable sites,
        StreamTable streams,
        ActivityTable activities
    )
    {
        _drill = drill;
        _numbers = numbers;
        _sites = sites;
        _streams = streams;
        _activities = activities;
        _source = drill.Sources[drill.Sources.Length - 1];

        // Rules may wait for activities of later rules, so all are numbered first.
        drill.VisitActions(
            (_, action) =>
            {
                if (action is BoundTactic tactic)
                {
                    activities.Of(tactic.Tactic, tactic.Crowd);
                }
                else if (action is BoundHandOver handOver)
                {
                    activities.Of(handOver.Activity);
                }
            }
        );
    }

    public List<(InjectSpec Spec, SourceUnit Source, SyntaxNode Syntax)> Injects { get; } = [];

    public List<string> Announcements { get; } = [];

    public RuleSpec Lower(BoundRule rule)
    {
        _source = rule.Source;
        _draws = 0;
        _rule = rule;
        _code.Clear();
        var trigger = LowerTrigger(rule);
        var guard = rule.Guard is null ? null : LowerCondition(rule.Guard);
        LowerBody(rule.Body);
        return new RuleSpec(
            rule.Phase is null ? -1 : _numbers[rule.Phase],
            trigger,
            guard,
            [.. _code],
            TextOf(rule.Syntax),
            _sites.Of(_source, rule.Syntax.Trigger.Span)
        );
    }

    // As written, on one line, without the body.
    private static string TextOf(RuleSyntax rule)
    {
        var text = rule.Guard is null ? rule.Trigger.ToString() : rule.Trigger + " " + rule.Guard;
        return string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Names the rule by its phase and what triggers it, so that its streams stay the same when other rules come or go.
    // Asked for at the rule's first draw: rules that draw nothing count for nothing.
    private string KeyOf(BoundRule rule)
    {
        var phase = rule.Phase is null ? "throughout" : "phase " + NameTable.Key(rule.Phase.Name);
        var key = phase + "/" + RuleKeys.Of(rule.Trigger);
        _ruleKeys.TryGetValue(key, out var earlier);
        _ruleKeys[key] = earlier + 1;
        return earlier == 0
            ? key
            : key + "#" + (earlier + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private int NextStream(bool isRange, int site)
    {
        if (++_draws == 1 && _rule is not null)
        {
            _ruleKey = KeyOf(_rule);
        }

        return _streams.Add(
            _ruleKey + "/" + _draws.ToString(System.Globalization.CultureInfo.InvariantCulture),
            isRange,
            site
        );
    }

    private int Site(SyntaxNode syntax) => _sites.Of(_source, syntax.Span);

    private Span Span(BoundSpan span, SyntaxNode at) =>
        new(
            _numbers.Amount(span.Low),
            _numbers.Amount(span.High),
            span.IsRange ? NextStream(isRange: true, Site(at)) : -1
        );

    private Trigger LowerTrigger(BoundRule rule)
    {
        var phase = rule.Phase is null ? -1 : _numbers[rule.Phase];
        switch (rule.Trigger)
        {
            case BoundEventTrigger events:
                return new SignalTrigger([.. events.Events.SelectMany(Patterns).Distinct()]);
            case BoundRiseTrigger rise:
                return new RiseTrigger(LowerCondition(rise.Condition));
            case BoundMomentTrigger moment:
                var kind = (moment.IsEnd, phase) switch
                {
                    (false, -1) => SignalKind.DrillStarts,
                    (true, -1) => SignalKind.DrillEnds,
                    (false, _) => SignalKind.PhaseStarts,
                    _ => SignalKind.PhaseEnds,
                };
                return new SignalTrigger([new SignalPattern(kind, phase)]);
            case BoundAfterTrigger after:
                return new AfterTrigger(Span(after.Delay, rule.Syntax.Trigger));
            case BoundEveryTrigger every:
                return new EveryTrigger(
                    Span(every.Period, rule.Syntax.Trigger),
                    every.While is null ? null : LowerCondition(every.While)
                );
            case BoundClockTrigger clock:
                return new ClockTrigger(ClockTime.Between(_drill.Facts.StartsAtMs ?? 0, clock.ClockMs));
            default:
                throw new InvalidOperationException("No trigger " + rule.Trigger.GetType().Name + ".");
        }
    }

    private IEnumerable<SignalPattern> Patterns(BoundEvent @event)
    {
        var by = _numbers.OrNone(@event.By);
        return @event.Activity is { } activity
            ? _activities.Matching(activity).Select(number => new SignalPattern(@event.Kind, number, by))
            : [new SignalPattern(@event.Kind, _numbers.OrNone(@event.Subject), by)];
    }

    public Until LowerUntil(BoundUntil until, SourceUnit source)
    {
        _source = source;
        return LowerUntil(until);
    }

    private Until LowerUntil(BoundUntil until)
    {
        ImmutableArray<SignalPattern> signals = [.. until.Events.SelectMany(Patterns).Distinct()];
        var condition = until.Condition is null ? null : LowerCondition(until.Condition);

        // An activity that no rule ever starts leaves nothing to wait for.
        return new Until(
            signals,
            condition ?? (signals.IsEmpty ? new ConstantCondition(false) : null),
            Site(until.Syntax)
        );
    }

    private Condition LowerCondition(BoundCondition condition) =>
        condition switch
        {
            BoundNot not => new NotCondition(LowerCondition(not.Operand)),
            BoundJoined { Operands.IsEmpty: true } none => new ConstantCondition(none.All),
            BoundJoined { All: true } all => new AllCondition([.. all.Operands.Select(LowerCondition)]),
            BoundJoined any => new AnyCondition([.. any.Operands.Select(LowerCondition)]),
            BoundEachCrowd each => LowerEach(each),
            BoundMood mood => new MoodCondition(_numbers[mood.Crowd], mood.Mood),
            BoundSituation situation => new SituationCondition(_numbers.OrNone(situation.Crowd), situation.Situation),
            BoundThreat threat => new ThreatCondition(_numbers.OrNone(threat.Crowd), threat.Comparison, threat.Threat),
            BoundSize size => new SizeCondition(_numbers[size.Crowd], size.Comparison, _numbers.Amount(size.Value)),
            BoundCount count => new CounterCondition(
                _numbers[count.Counter],
                count.Comparison,
                _numbers.Amount(count.Value)
            ),
            BoundPlacement placement => new PlacementCondition(
                _numbers.Units(placement.Units),
                placement.Placement,
                _numbers.OrNone(placement.Place)
            ),
            BoundUnderWay underWay => new UnderWayCondition(_activities.Matching(underWay.Activity)),
            BoundConstant constant => new ConstantCondition(constant.Value),
            BoundErrorCondition => new ConstantCondition(false), // Only in an outline.
            BoundInControl control => new ControlCondition(_numbers[control.Role]),
            _ => throw new InvalidOperationException("No condition " + condition.GetType().Name + "."),
        };

    // Every crowd that is present, and at least one is. (One that has dispersed counts where that is asked.)
    private Condition LowerEach(BoundEachCrowd each)
    {
        var asksDispersed = each.Parts.Any(p => p.Condition is BoundMood { Mood: Mood.Dispersed });
        if (asksDispersed)
        {
            return new AllCondition([.. each.Parts.Select(p => LowerCondition(p.Condition))]);
        }

        var present = each.Parts.Select(p => (Condition)new PresentCondition(_numbers[p.Crowd])).ToImmutableArray();
        var all = each.Parts.Select(
            (p, i) => (Condition)new AnyCondition([new NotCondition(present[i]), LowerCondition(p.Condition)])
        );
        return new AllCondition([new AnyCondition(present), .. all]);
    }
}
