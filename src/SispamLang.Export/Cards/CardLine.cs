using System.Collections.Immutable;
using SispamLang.Binding;

namespace SispamLang.Export;

/// <summary>One line of a card.</summary>
/// <param name="Step">What is done.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="With">The others that do it too.</param>
internal sealed record CardLine(RuleStep Step, string Place, ImmutableArray<UnitSymbol> With);

/// <summary>What of a drill concerns whom.</summary>
internal sealed class CardLines(DrillPaper paper)
{
    private readonly IReadOnlyList<RuleStep> _steps = RuleSteps.Of(paper);

    /// <summary>What a unit is ordered to do, and what its crowd does if it plays one.</summary>
    public IEnumerable<CardLine> Of(UnitSymbol unit) =>
        _steps.Where(step => Concerns(step.Action, unit)).Select(step => Line(step, unit));

    /// <summary>What a role orders or takes over.</summary>
    public IEnumerable<CardLine> Of(RoleSymbol role) =>
        _steps
            .Where(step => step.By == role || step.Action is BoundTakeControl control && control.Role == role)
            .Select(step => Line(step, null));

    /// <summary>The messages that a role sends, or is sent.</summary>
    public IEnumerable<(RuleStep Step, BoundInject Inject)> Messages(Symbol role, bool sent) =>
        from step in _steps
        where step.Action is BoundInject
        let inject = (BoundInject)step.Action
        where IsNamed(role, sent ? inject.From : inject.To)
        select (step, inject);

    /// <summary>The messages whose answer a role judges.</summary>
    public IEnumerable<BoundInject> Evaluated(RoleSymbol role) =>
        _steps.Select(step => step.Action).OfType<BoundInject>().Where(inject => inject.Evaluator == role);

    /// <summary>The announcements made by the rules in which something is done.</summary>
    public IEnumerable<RuleStep> Announcements(IEnumerable<CardLine> lines)
    {
        var rules = lines.Select(line => line.Step.Number).ToHashSet();
        return _steps.Where(step => step.Action is BoundAnnounce && rules.Contains(step.Number));
    }

    /// <summary>A text that names somebody means this one.</summary>
    public static bool IsNamed(Symbol symbol, string name) =>
        name.Equals(symbol.Name, StringComparison.OrdinalIgnoreCase)
        || symbol.OtherNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private bool Concerns(BoundAction action, UnitSymbol unit) =>
        action switch
        {
            BoundDeploy deploy => deploy.Units.Contains(unit),
            BoundWithdraw withdraw => withdraw.Units.Contains(unit),
            BoundHandOver handOver => handOver.Activity.From.Contains(unit) || handOver.Activity.To.Contains(unit),
            BoundTactic tactic => DoneBy(tactic).Contains(unit),
            BoundStop stop => stop.Activity.Tactic?.IsUsing(unit)
                ?? (stop.Activity.From.Contains(unit) || stop.Activity.To.Contains(unit)),
            BoundCrowdAction crowd => crowd.Crowd.PlayedBy == unit,
            _ => false,
        };

    private CardLine Line(RuleStep step, UnitSymbol? unit)
    {
        ImmutableArray<UnitSymbol> all = step.Action switch
        {
            BoundDeploy deploy => deploy.Units,
            BoundWithdraw withdraw => withdraw.Units,
            BoundHandOver handOver => [.. handOver.Activity.From, .. handOver.Activity.To],
            BoundTactic tactic => DoneBy(tactic),
            _ => [],
        };
        return new CardLine(step, PlaceOf(step.Action), [.. all.Where(other => other != unit)]);
    }

    // Who orders a tactic orders it of those he commands, if any of them can do it.
    private ImmutableArray<UnitSymbol> DoneBy(BoundTactic tactic)
    {
        var able = paper.Drill.Units.Where(tactic.Tactic.IsUsing).ToImmutableArray();
        var commanded = tactic.By is { } by ? able.Where(by.Commands.Contains).ToImmutableArray() : [];
        return commanded.IsEmpty ? able : commanded;
    }

    private string PlaceOf(BoundAction action) =>
        action switch
        {
            BoundDeploy { To: { } to } => to.NameIn(paper.Language),
            BoundDeploy or BoundTactic { Crowd: not null } => paper.Texts["cards.at-crowd"],
            _ => "",
        };
}
