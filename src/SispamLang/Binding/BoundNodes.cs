using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>A number: a constant or a param. Durations in milliseconds, percentages in hundredths of a percent.</summary>
public readonly record struct BoundAmount(long Constant, ParamSymbol? Param = null);

/// <summary>A length of time, drawn from a range if both ends differ.</summary>
public sealed record BoundSpan(BoundAmount Low, BoundAmount High)
{
    /// <summary>No time.</summary>
    public static BoundSpan Zero { get; } = Fixed(0);

    /// <summary>A fixed time in milliseconds.</summary>
    public static BoundSpan Fixed(long ms) => new(new BoundAmount(ms), new BoundAmount(ms));

    /// <summary>It may differ from draw to draw.</summary>
    public bool IsRange => Low != High;
}

/// <summary>A crowd event and how likely it is.</summary>
public sealed record BoundEffect(SignalKind Kind, BoundAmount Chance, SyntaxNode Syntax);

/// <summary>A clause of a temper.</summary>
public sealed record BoundBehaviour(
    BoundSpan Every,
    Mood While,
    ImmutableArray<BoundEffect> Outcomes,
    bool Leaves,
    SyntaxNode Syntax
);

/// <summary>A tactic, perhaps on a certain crowd, or a hand-over, perhaps between certain units.</summary>
public sealed record ActivityPattern(
    ActivityKind Kind,
    TacticSymbol? Tactic,
    CrowdSymbol? Crowd,
    ImmutableArray<UnitSymbol> From,
    ImmutableArray<UnitSymbol> To
);

/// <summary>Something to wait for.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Subject">To whom; null for an activity.</param>
/// <param name="Activity">Which activity starts or ends; null for everything else.</param>
/// <param name="By">The role that orders it, or null for any.</param>
/// <param name="Syntax">What it was written as.</param>
public sealed record BoundEvent(
    SignalKind Kind,
    Symbol? Subject,
    ActivityPattern? Activity,
    RoleSymbol? By,
    SyntaxNode Syntax
);

/// <summary>What ends a wait: any of the events, or the condition.</summary>
public sealed record BoundUntil(ImmutableArray<BoundEvent> Events, BoundCondition? Condition, SyntaxNode Syntax);

/// <summary>Something that holds or not.</summary>
public abstract record BoundCondition;

/// <summary>Stands for what could not be bound, so that one mistake is one message.</summary>
public sealed record BoundErrorCondition : BoundCondition;

/// <summary>The other way round.</summary>
public sealed record BoundNot(BoundCondition Operand) : BoundCondition;

/// <summary>All of them, or any of them.</summary>
public sealed record BoundJoined(bool All, ImmutableArray<BoundCondition> Operands) : BoundCondition;

/// <summary>All crowds that are present, and at least one is.</summary>
public sealed record BoundEachCrowd(ImmutableArray<(CrowdSymbol Crowd, BoundCondition Condition)> Parts)
    : BoundCondition;

/// <summary>A crowd's mood.</summary>
public sealed record BoundMood(CrowdSymbol Crowd, Mood Mood) : BoundCondition;

/// <summary>The situation, of the drill or of a crowd.</summary>
public sealed record BoundSituation(CrowdSymbol? Crowd, Situation Situation) : BoundCondition;

/// <summary>The threat, of the drill or of a crowd.</summary>
public sealed record BoundThreat(CrowdSymbol? Crowd, Comparison Comparison, Threat Threat) : BoundCondition;

/// <summary>A crowd's size.</summary>
public sealed record BoundSize(CrowdSymbol Crowd, Comparison Comparison, BoundAmount Value) : BoundCondition;

/// <summary>A counter's value.</summary>
public sealed record BoundCount(CounterSymbol Counter, Comparison Comparison, BoundAmount Value) : BoundCondition;

/// <summary>Where units are.</summary>
public sealed record BoundPlacement(ImmutableArray<UnitSymbol> Units, Placement Placement, PlaceSymbol? Place)
    : BoundCondition;

/// <summary>An activity is under way.</summary>
public sealed record BoundUnderWay(ActivityPattern Activity) : BoundCondition;

/// <summary>A role has tactical control.</summary>
public sealed record BoundInControl(RoleSymbol Role) : BoundCondition;

/// <summary>What starts a rule.</summary>
public abstract record BoundTrigger;

/// <summary>Any of these events.</summary>
public sealed record BoundEventTrigger(ImmutableArray<BoundEvent> Events) : BoundTrigger;

/// <summary>The condition becomes true.</summary>
public sealed record BoundRiseTrigger(BoundCondition Condition) : BoundTrigger;

/// <summary>The phase (or drill) starts or ends.</summary>
public sealed record BoundMomentTrigger(bool IsEnd) : BoundTrigger;

/// <summary>Once after a time.</summary>
public sealed record BoundAfterTrigger(BoundSpan Delay) : BoundTrigger;

/// <summary>Again and again.</summary>
public sealed record BoundEveryTrigger(BoundSpan Period, BoundCondition? While) : BoundTrigger;

/// <summary>At a clock time, in milliseconds after midnight.</summary>
public sealed record BoundClockTrigger(long ClockMs) : BoundTrigger;

/// <summary>A rule.</summary>
/// <param name="Source">The file it is in.</param>
/// <param name="Phase">The phase, or null for always.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="Guard">What must hold then, or null.</param>
/// <param name="Body">What is done.</param>
/// <param name="Syntax">The rule as written.</param>
public sealed record BoundRule(
    SourceUnit Source,
    PhaseSymbol? Phase,
    BoundTrigger Trigger,
    BoundCondition? Guard,
    ImmutableArray<BoundAction> Body,
    RuleSyntax Syntax
);

/// <summary>An action.</summary>
public abstract record BoundAction(SyntaxNode Syntax);

/// <summary>Orders units somewhere.</summary>
public sealed record BoundDeploy(ImmutableArray<UnitSymbol> Units, PlaceSymbol? To, RoleSymbol? By, SyntaxNode Syntax)
    : BoundAction(Syntax);

/// <summary>Brings units back.</summary>
public sealed record BoundWithdraw(ImmutableArray<UnitSymbol> Units, RoleSymbol? By, SyntaxNode Syntax)
    : BoundAction(Syntax);

/// <summary>A hand-over.</summary>
public sealed record BoundHandOver(ActivityPattern Activity, BoundSpan Over, RoleSymbol? By, SyntaxNode Syntax)
    : BoundAction(Syntax);

/// <summary>A tactic. One without effects may have no crowd.</summary>
public sealed record BoundTactic(
    TacticSymbol Tactic,
    CrowdSymbol? Crowd,
    BoundSpan? For,
    BoundUntil? Until,
    RoleSymbol? By,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>The same for each crowd that is present.</summary>
public sealed record BoundForEach(ImmutableArray<(CrowdSymbol Crowd, BoundAction Action)> Parts, SyntaxNode Syntax)
    : BoundAction(Syntax);

/// <summary>An announcement.</summary>
public sealed record BoundAnnounce(string Text, RoleSymbol? By, SyntaxNode Syntax) : BoundAction(Syntax);

/// <summary>An inject.</summary>
public sealed record BoundInject(
    string Text,
    string From,
    string To,
    string Via,
    PlaceSymbol? Place,
    string Expecting,
    RoleSymbol? ExpectedOf,
    BoundSpan? Within,
    RoleSymbol? Evaluator,
    string Objective,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>A crowd event that is made to happen.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Crowd">To whom.</param>
/// <param name="Size">The size it grows to, or null.</param>
/// <param name="Target">The place it moves to, or the crowd it joins, or null.</param>
/// <param name="By">The role that orders it, or null.</param>
/// <param name="Syntax">As written.</param>
public sealed record BoundCrowdAction(
    SignalKind Kind,
    CrowdSymbol Crowd,
    BoundAmount? Size,
    Symbol? Target,
    RoleSymbol? By,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>A declared event is made to happen.</summary>
public sealed record BoundRaise(EventSymbol Event, RoleSymbol? By, SyntaxNode Syntax) : BoundAction(Syntax);

/// <summary>Adds to a counter, or sets it.</summary>
public sealed record BoundCounting(CounterSymbol Counter, BoundAmount Value, bool Adds, SyntaxNode Syntax)
    : BoundAction(Syntax);

/// <summary>A role takes tactical control.</summary>
public sealed record BoundTakeControl(RoleSymbol Role, SyntaxNode Syntax) : BoundAction(Syntax);

/// <summary>An order to leave the phase.</summary>
public sealed record BoundLeave(LeaveKind Kind, PhaseSymbol? Phase, RoleSymbol? By, SyntaxNode Syntax)
    : BoundAction(Syntax);

/// <summary>Waits a time.</summary>
public sealed record BoundWait(BoundSpan Time, SyntaxNode Syntax) : BoundAction(Syntax);

/// <summary>Waits until something, perhaps up to a time; then one of two bodies.</summary>
public sealed record BoundWaitUntil(
    BoundUntil Until,
    BoundSpan? UpTo,
    ImmutableArray<BoundAction> Body,
    ImmutableArray<BoundAction> Otherwise,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>One of two bodies, by a condition.</summary>
public sealed record BoundIf(
    BoundCondition Condition,
    ImmutableArray<BoundAction> Body,
    ImmutableArray<BoundAction> Otherwise,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>One of two bodies, by chance.</summary>
public sealed record BoundChance(
    BoundAmount Percentage,
    ImmutableArray<BoundAction> Body,
    ImmutableArray<BoundAction> Otherwise,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>An action several times.</summary>
public sealed record BoundRepeat(
    BoundAction Action,
    BoundAmount Count,
    BoundSpan? Every,
    BoundUntil? Until,
    SyntaxNode Syntax
) : BoundAction(Syntax);

/// <summary>Cuts activities short.</summary>
public sealed record BoundStop(ActivityPattern Activity, RoleSymbol? By, SyntaxNode Syntax) : BoundAction(Syntax);

/// <summary>Stops everything but the clock.</summary>
public sealed record BoundPause(BoundSpan Time, RoleSymbol? By, SyntaxNode Syntax) : BoundAction(Syntax);
