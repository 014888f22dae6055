using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>Something that is done, and what is done within it.</summary>
/// <param name="Text">A sentence, or the head of what is under it.</param>
/// <param name="Under">What is under it.</param>
/// <param name="Action">What it tells of.</param>
internal sealed record Step(string Text, ImmutableArray<Step> Under, BoundAction Action)
{
    /// <summary>What is done otherwise, under a head of its own; or null.</summary>
    public Step? Otherwise { get; init; }
}

/// <summary>What is done.</summary>
internal sealed partial class Prose
{
    // While what is done to each crowd is told, that crowd.
    private CrowdSymbol? _eachCrowd;

    /// <summary>The body of a rule.</summary>
    public ImmutableArray<Step> Steps(ImmutableArray<BoundAction> actions) => [.. actions.Select(StepOf)];

    private Step StepOf(BoundAction action) =>
        action switch
        {
            BoundIf branch => Branches(
                action,
                _texts.Say("step.if", Condition(branch.Condition)),
                branch.Body,
                _texts["step.otherwise"],
                branch.Otherwise
            ),
            BoundChance chance => Branches(
                action,
                _texts.Say("step.chance", Percentage(chance.Percentage)),
                chance.Body,
                _texts["step.otherwise"],
                chance.Otherwise
            ),
            BoundWaitUntil { UpTo: { } time } wait => Branches(
                action,
                _texts.Say("step.wait-until-most", Until(wait.Until), Time(time)),
                wait.Body,
                _texts["step.in-vain"],
                wait.Otherwise
            ),
            BoundRepeat repeat => new Step(Repeated(repeat), Steps([repeat.Action]), action),
            BoundForEach { Parts: [var part, ..] } => new Step(_texts["step.each-crowd"], OnEach(part), action),
            _ => new Step(Sentence(Order(action)), [], action),
        };

    private Step Branches(
        BoundAction action,
        string head,
        ImmutableArray<BoundAction> body,
        string otherwise,
        ImmutableArray<BoundAction> rest
    ) =>
        new(body.IsEmpty ? Sentence(head) : Capital(head) + ":", Steps(body), action)
        {
            Otherwise = rest.IsEmpty ? null : new Step(otherwise + ":", Steps(rest), action),
        };

    private ImmutableArray<Step> OnEach((CrowdSymbol Crowd, BoundAction Action) part)
    {
        _eachCrowd = part.Crowd;
        var steps = Steps([part.Action]);
        _eachCrowd = null;
        return steps;
    }

    private string Repeated(BoundRepeat repeat)
    {
        var head = _texts.Say(repeat.Until is null ? "step.times" : "step.up-to-times", Number(repeat.Count));
        head = repeat.Every is { } period ? _texts.Say("step.times-every", head, Time(period)) : head;
        head = repeat.Until is { } until ? _texts.Say("step.times-until", head, Until(until)) : head;
        return Capital(head) + ":";
    }

    private string Order(BoundAction action)
    {
        var (text, by) = action switch
        {
            BoundDeploy { To: { } place } deploy => (
                _texts.Say("order.deploy", Units(deploy.Units), Name(place)),
                deploy.By
            ),
            BoundDeploy deploy => (_texts.Say("order.deploy-crowd", Units(deploy.Units)), deploy.By),
            BoundWithdraw withdraw => (_texts.Say("order.withdraw", Units(withdraw.Units)), withdraw.By),
            BoundHandOver handOver => (HandOver(handOver), handOver.By),
            BoundTactic tactic => (Tactic(tactic), tactic.By),
            BoundAnnounce announce => (_texts.Say("order.announce", announce.Text), announce.By),
            BoundInject inject => (Inject(inject), null),
            BoundCrowdAction crowd => (CrowdAction(crowd), crowd.By),
            BoundRaise raise => (_texts.Say("event.happens", Name(raise.Event)), raise.By),
            BoundCounting counting => (
                _texts.Say(counting.Adds ? "order.add" : "order.set", Number(counting.Value), Name(counting.Counter)),
                null
            ),
            BoundTakeControl control => (_texts.Say("event.control", Name(control.Role)), null),
            BoundLeave leave => (Leave(leave), leave.By),
            BoundWait wait => (_texts.Say("order.wait", Time(wait.Time)), null),
            BoundWaitUntil wait => (_texts.Say("step.wait-until", Until(wait.Until)), null),
            BoundStop stop => (_texts.Say("order.stop", Activity(stop.Activity)), stop.By),
            BoundPause pause => (_texts.Say("order.pause", Time(pause.Time)), pause.By),
            _ => throw new InvalidOperationException(action.GetType().Name),
        };
        return by is null ? text : _texts.Say("event.by", text, Name(by));
    }

    private string HandOver(BoundHandOver handOver)
    {
        var (from, to) = (Units(handOver.Activity.From), Units(handOver.Activity.To));
        return handOver.Activity.Kind == ActivityKind.Relieve
            ? _texts.Say("order.relieve", from, to, Time(handOver.Over))
            : _texts.Say("order.hand-over", from, to, Time(handOver.Over), Word(HandOver(handOver.Activity.Kind)));
    }

    private string Tactic(BoundTactic tactic)
    {
        var text = tactic.Crowd is { } crowd
            ? _texts.Say("order.tactic-towards", Name(tactic.Tactic), Crowd(crowd))
            : _texts.Say("order.tactic", Name(tactic.Tactic));
        text = tactic.For is { } time ? _texts.Say("order.for", text, Time(time)) : text;
        return tactic.Until is { } until ? _texts.Say("order.until", text, Until(until)) : text;
    }

    private string Inject(BoundInject inject)
    {
        var text = _texts.Say("order.inject", inject.Text);
        foreach (
            var (key, value) in (ReadOnlySpan<(string, string)>)
                [
                    ("order.inject-from", inject.From),
                    ("order.inject-to", inject.To),
                    ("order.inject-via", inject.Via),
                    ("order.inject-at", inject.Place is null ? "" : Name(inject.Place)),
                ]
        )
        {
            text = value.Length > 0 ? _texts.Say(key, text, value) : text;
        }

        return inject.Expecting.Length == 0 ? text : _texts.Say("order.inject-expecting", text, Expected(inject));
    }

    /// <summary>What an inject is to bring about: what, by whom, within what time.</summary>
    public string Expected(BoundInject inject)
    {
        var text = _texts.Say("order.quoted", inject.Expecting);
        text = inject.ExpectedOf is { } role ? _texts.Say("order.expected-of", text, Name(role)) : text;
        return inject.Within is { } time ? _texts.Say("order.within", text, Time(time)) : text;
    }

    private string CrowdAction(BoundCrowdAction action) =>
        action switch
        {
            { Size: { } size } => _texts.Say("order.grows-to", Crowd(action.Crowd), Number(size)),
            { Kind: SignalKind.CrowdMoves, Target: { } place } => _texts.Say(
                "order.moves-to",
                Crowd(action.Crowd),
                Name(place)
            ),
            { Kind: SignalKind.CrowdJoins, Target: CrowdSymbol other } => _texts.Say(
                "order.joins",
                Crowd(action.Crowd),
                Crowd(other)
            ),
            _ => CrowdEvent(action.Kind, action.Crowd),
        };

    private string Leave(BoundLeave leave) =>
        leave switch
        {
            { Kind: LeaveKind.GoTo, Phase: { } phase } => _texts.Say("order.go-to", Name(phase)),
            { Kind: LeaveKind.EndDrill } => _texts["order.end-drill"],
            _ => _texts["order.next-phase"],
        };
}
