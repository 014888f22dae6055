using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Lowering;

/// <summary>Bodies: branches become jumps, steps that take time become instructions that wait.</summary>
internal sealed partial class RuleLowerer
{
    private readonly List<Instruction> _code = [];

    private int Here => _code.Count;

    private int Emit(Instruction instruction)
    {
        _code.Add(instruction);
        return _code.Count - 1;
    }

    // Sets the target of an instruction emitted before its target was known.
    private void Patch(int index, int target) =>
        _code[index] = _code[index] switch
        {
            Jump jump => jump with { Target = target },
            JumpUnless jump => jump with { Target = target },
            Chance chance => chance with { Target = target },
            CountDown count => count with { Target = target },
            WaitForNext wait => wait with { Target = target },
            WaitUntil wait => wait with { Target = target },
            Muster muster => muster with { Target = target },
            Last last => last with { CutTarget = target },
            AwaitHandOver wait => wait with { CutTarget = target },
            var other => throw new InvalidOperationException(other.GetType().Name + " has no target."),
        };

    private void LowerBody(ImmutableArray<BoundAction> actions)
    {
        foreach (var action in actions)
        {
            LowerAction(action);
        }
    }

    private void LowerAction(BoundAction action)
    {
        var site = Site(action.Syntax);
        switch (action)
        {
            case BoundDeploy deploy:
                var to = deploy.To is null
                    ? new Destination(DestinationKind.Default)
                    : new Destination(DestinationKind.Place, _numbers[deploy.To]);
                foreach (var unit in deploy.Units)
                {
                    Emit(new Deploy(_numbers[unit], to, _numbers.OrNone(deploy.By), false, site));
                }

                break;
            case BoundWithdraw withdraw:
                foreach (var unit in withdraw.Units)
                {
                    Emit(new Withdraw(_numbers[unit], _numbers.OrNone(withdraw.By), false, site));
                }

                break;
            case BoundHandOver handOver:
                LowerHandOver(handOver, site);
                break;
            case BoundTactic tactic:
                LowerTactic(tactic, site);
                break;
            case BoundForEach each:
                LowerForEach(each, site);
                break;
            case BoundAnnounce announce:
                Announcements.Add(announce.Text);
                Emit(new Announce(Announcements.Count - 1, _numbers.OrNone(announce.By), site));
                break;
            case BoundInject inject:
                LowerInject(inject, site);
                break;
            case BoundCrowdAction crowd:
                Amount? argument = crowd switch
                {
                    { Size: { } size } => _numbers.Amount(size),
                    { Target: { } target } => new Amount(_numbers[target]),
                    _ => null,
                };
                Emit(new CrowdHappens(crowd.Kind, _numbers[crowd.Crowd], argument, _numbers.OrNone(crowd.By), site));
                break;
            case BoundRaise raise:
                Emit(new RaiseEvent(_numbers[raise.Event], _numbers.OrNone(raise.By), site));
                break;
            case BoundCounting { Adds: true } add:
                Emit(new AddToCounter(_numbers[add.Counter], _numbers.Amount(add.Value), site));
                break;
            case BoundCounting set:
                Emit(new SetCounter(_numbers[set.Counter], _numbers.Amount(set.Value), site));
                break;
            case BoundTakeControl control:
                Emit(new TakeControl(_numbers[control.Role], site));
                break;
            case BoundLeave leave:
                Emit(new Leave(leave.Kind, _numbers.OrNone(leave.Phase), _numbers.OrNone(leave.By), site));
                break;
            case BoundWait wait:
                Emit(new Wait(Span(wait.Time, wait.Syntax), site));
                break;
            case BoundWaitUntil wait:
                LowerWaitUntil(wait, site);
                break;
            case BoundIf branch:
                var condition = Emit(new JumpUnless(LowerCondition(branch.Condition), -1, site));
                LowerBranches(condition, branch.Body, branch.Otherwise, site);
                break;
            case BoundChance branch:
                LowerChance(branch, site);
                break;
            case BoundRepeat repeat:
                LowerRepeat(repeat, site);
                break;
            case BoundStop stop:
                Emit(new StopActivities(_activities.Matching(stop.Activity), _numbers.OrNone(stop.By), site));
                break;
            case BoundPause pause:
                Emit(new Pause(Span(pause.Time, pause.Syntax), _numbers.OrNone(pause.By), site));
                break;
            default:
                throw new InvalidOperationException("No action " + action.GetType().Name + ".");
        }
    }

    // The instruction at the index goes on with the body, or jumps to the other one.
    private void LowerBranches(
        int index,
        ImmutableArray<BoundAction> body,
        ImmutableArray<BoundAction> otherwise,
        int site
    )
    {
        LowerBody(body);
        if (otherwise.IsEmpty)
        {
            Patch(index, Here);
            return;
        }

        var end = Emit(new Jump(-1, site));
        Patch(index, Here);
        LowerBody(otherwise);
        Patch(end, Here);
    }

    private void LowerChance(BoundChance branch, int site)
    {
        var percentage = _numbers.Amount(branch.Percentage);
        var certain = branch.Percentage is { Param: null, Constant: 0 or 10_000 };
        var stream = certain ? -1 : NextStream(isRange: false, site);
        var index = Emit(new Chance(percentage, stream, -1, site));
        LowerBranches(index, branch.Body, branch.Otherwise, site);
    }

    private void LowerWaitUntil(BoundWaitUntil wait, int site)
    {
        Span? timeout = wait.UpTo is { } limit ? Span(limit, wait.Syntax) : null;
        var index = Emit(new WaitUntil(LowerUntil(wait.Until), timeout, -1, site));
        LowerBranches(index, wait.Body, wait.Otherwise, site);
    }

    private void LowerForEach(BoundForEach each, int site)
    {
        foreach (var (crowd, action) in each.Parts)
        {
            if (action is BoundCrowdAction { Kind: SignalKind.CrowdGathers })
            {
                LowerAction(action); // A crowd that is not there is the one to gather.
                continue;
            }

            var absent = Emit(new JumpUnless(new PresentCondition(_numbers[crowd]), -1, site));
            LowerAction(action);
            Patch(absent, Here);
        }
    }

    private void LowerTactic(BoundTactic tactic, int site)
    {
        var activity = _activities.Of(tactic.Tactic, tactic.Crowd);
        var by = _numbers.OrNone(tactic.By);
        var until = tactic.Until is null ? null : LowerUntil(tactic.Until);
        var muster = Emit(new Muster(activity, until, -1, site));
        Emit(new Begin(activity, by, site));
        if ((tactic.For ?? tactic.Tactic.Lasts) is not { } time)
        {
            Emit(new Finish(activity, by, site));
            Patch(muster, Here);
            return;
        }

        var last = Emit(
            new Last(activity, Span(time, tactic.Syntax), until, -1, site) { IsOfTactic = tactic.For is null }
        );
        Emit(new Finish(activity, by, site));
        if (!tactic.Tactic.Effects.IsEmpty)
        {
            // What follows finds the crowd as the tactic has left it.
            Emit(new Yield(site));
        }

        var end = Emit(new Jump(-1, site));
        Patch(last, Here);
        Emit(new CutShort(activity, by, site));
        Patch(end, Here);
        Patch(muster, Here);
    }

    private void LowerHandOver(BoundHandOver handOver, int site)
    {
        var activity = _activities.Of(handOver.Activity);
        var by = _numbers.OrNone(handOver.By);
        Emit(new Begin(activity, by, site));
        foreach (var unit in handOver.Activity.To)
        {
            var there = new Destination(DestinationKind.HandOver, activity);
            Emit(new Deploy(_numbers[unit], there, by, true, site));
        }

        var wait = Emit(new AwaitHandOver(activity, -1, site));
        var last = Emit(new Last(activity, Span(handOver.Over, handOver.Syntax), null, -1, site));
        foreach (var unit in handOver.Activity.From)
        {
            Emit(new Withdraw(_numbers[unit], by, true, site));
        }

        Emit(new Finish(activity, by, site));
        var end = Emit(new Jump(-1, site));
        Patch(wait, Here);
        Patch(last, Here);
        Emit(new CutShort(activity, by, site));
        Patch(end, Here);
    }

    private void LowerRepeat(BoundRepeat repeat, int site)
    {
        var until = repeat.Until is null ? null : LowerUntil(repeat.Until);
        Emit(new SetCount(_numbers.Amount(repeat.Count), site));
        var loop = Here;
        var exits = new List<int>();
        if (until?.Condition is { } condition)
        {
            exits.Add(Emit(new JumpUnless(new NotCondition(condition), -1, site)));
        }

        if (repeat.Every is { } period)
        {
            Emit(new MarkNext(Span(period, repeat.Syntax), site));
        }

        LowerAction(repeat.Action);
        exits.Add(Emit(new CountDown(-1, site)));
        if (repeat.Every is not null)
        {
            exits.Add(Emit(new WaitForNext(until, -1, site)));
        }

        Emit(new Jump(loop, site));
        foreach (var exit in exits)
        {
            Patch(exit, Here);
        }
    }

    private void LowerInject(BoundInject inject, int site)
    {
        var spec = new InjectSpec(
            inject.Text,
            inject.From,
            inject.To,
            inject.Via,
            _numbers.OrNone(inject.Place),
            inject.Expecting,
            _numbers.OrNone(inject.ExpectedOf),
            inject.Within is { } time ? Span(time, inject.Syntax) : null,
            _numbers.OrNone(inject.Evaluator),
            inject.Objective,
            site
        );
        Injects.Add((spec, _source, inject.Syntax));
        Emit(new SendInject(Injects.Count - 1, site));
    }
}
