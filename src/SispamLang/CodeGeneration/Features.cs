using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>What the drill has any of; the file holds nothing for what it has not.</summary>
internal sealed class Features
{
    private readonly DrillProgram _program;

    public Features(DrillProgram program)
    {
        _program = program;
        var steps = program.Rules.SelectMany(rule => rule.Body).ToList();
        Leave = steps.OfType<Leave>().Any();
        Pause = steps.OfType<Pause>().Any();
        LifeThreateningEvents = program.Events.Any(@event => @event.IsLifeThreatening);
        DefaultPlace =
            steps.OfType<Deploy>().Any(deploy => deploy.To.Kind == DestinationKind.Default)
            || program.Activities.Any(activity => activity.Crowd < 0);
        ByPatterns = Patterns().Any(pattern => pattern.By >= 0);
        Rises = program.Rules.Any(rule => HasRise(rule) || WhileOf(rule) is not null);
        Sweeps = Rises || program.Rules.Any(rule => rule.Body.Any(IsSwept));
    }

    /// <summary>Some rule orders the phase to be left.</summary>
    public bool Leave { get; }

    /// <summary>Some rule orders a pause.</summary>
    public bool Pause { get; }

    /// <summary>Some declared event is life-threatening.</summary>
    public bool LifeThreateningEvents { get; }

    /// <summary>Something may go to the default place.</summary>
    public bool DefaultPlace { get; }

    /// <summary>Some pattern asks by whom.</summary>
    public bool ByPatterns { get; }

    /// <summary>Some rule waits for a condition to become true.</summary>
    public bool Rises { get; }

    /// <summary>There is anything to look at again after each item.</summary>
    public bool Sweeps { get; }

    /// <summary>A step in which a procedure may stand.</summary>
    public static bool TakesTime(Instruction step) =>
        step is Wait or WaitForNext or WaitUntil or Programs.Pause or Muster or Last or AwaitHandOver or Yield;

    /// <summary>A rule whose procedure may be under way between two items.</summary>
    public static bool TakesTime(RuleSpec rule) => rule.Body.Any(TakesTime);

    /// <summary>A step at which each sweep looks while a procedure stands in it.</summary>
    public static bool IsSwept(Instruction step) =>
        step switch
        {
            WaitUntil or Muster or AwaitHandOver => true,
            _ => UntilOf(step) is not null,
        };

    public static Until? UntilOf(Instruction step) =>
        step switch
        {
            WaitForNext next => next.Until,
            WaitUntil wait => wait.Until,
            Muster muster => muster.Until,
            Last last => last.Until,
            _ => null,
        };

    /// <summary>Some step's <c>until</c> names a signal, so that the procedure has to note that it came.</summary>
    public static bool NotesUntil(RuleSpec rule) =>
        rule.Body.Any(step => UntilOf(step) is { } until && !until.Signals.IsEmpty);

    public static bool HasRise(RuleSpec rule) => rule.Trigger is RiseTrigger;

    /// <summary>A rise may come while the procedure is under way.</summary>
    public static bool MayPend(RuleSpec rule) => HasRise(rule) && TakesTime(rule);

    public static Condition? WhileOf(RuleSpec rule) => (rule.Trigger as EveryTrigger)?.While;

    public static bool HasActivity(RuleSpec rule) => rule.Body.Any(step => step is Begin);

    public static bool HasCount(RuleSpec rule) => rule.Body.Any(step => step is SetCount or CountDown);

    public static bool HasNoted(RuleSpec rule) => rule.Body.Any(step => step is MarkNext or WaitForNext);

    /// <summary>A procedure may go on by an item of its own: its time is up, or what it has under way was stopped.</summary>
    public bool HasWayOn(RuleSpec rule) =>
        Timer(TimerKind.RuleStep, _program.Rules.IndexOf(rule)) >= 0
        || rule.Body.Any(step => step is Last or AwaitHandOver or Yield);

    public bool HasHandOver(RuleSpec rule) =>
        rule.Body.OfType<Begin>().Any(begin => _program.Activities[begin.Activity].Kind != ActivityKind.Tactic);

    /// <summary>The timer's number, or -1.</summary>
    public int Timer(TimerKind kind, int subject, int clause = 0) =>
        _program.Timers.IndexOf(new TimerSlot(kind, subject, clause));

    /// <summary>The rules of a phase (-1: throughout), in order.</summary>
    public IEnumerable<int> RulesOf(int phase) =>
        Enumerable.Range(0, _program.Rules.Length).Where(rule => _program.Rules[rule].Phase == phase);

    private IEnumerable<SignalPattern> Patterns() =>
        _program
            .Rules.SelectMany(rule =>
                rule.Body.Select(UntilOf)
                    .SelectMany(until => until is null ? [] : until.Signals)
                    .Concat(
                        rule.Trigger is SignalTrigger trigger ? trigger.Signals : ImmutableArray<SignalPattern>.Empty
                    )
            )
            .Concat(_program.Phases.SelectMany(phase => phase.Until is { } until ? until.Signals : []))
            .Concat(
                _program.Properties.SelectMany(property =>
                    new[] { property.First, property.Then, property.Target }.SelectMany(part =>
                        part is null ? [] : part.Signals
                    )
                )
            );
}
