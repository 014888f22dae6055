using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Binding;

/// <summary>A drill with all its names resolved: what the checks, lowering and the editor's services read.</summary>
public sealed record BoundDrill
{
    /// <summary>The files: the prelude first, the drill's own last.</summary>
    public required ImmutableArray<SourceUnit> Sources { get; init; }

    /// <summary>What the drill says of itself.</summary>
    public required DrillFacts Facts { get; init; }

    /// <summary>How long the drill may take.</summary>
    public required BoundSpan EndsAfter { get; init; }

    /// <summary>Params, in source order, as all that follows.</summary>
    public required ImmutableArray<ParamSymbol> Params { get; init; }

    /// <summary>Places.</summary>
    public required ImmutableArray<PlaceSymbol> Places { get; init; }

    /// <summary>Units that are declared, and those of the prelude that take part.</summary>
    public required ImmutableArray<UnitSymbol> Units { get; init; }

    /// <summary>Formations.</summary>
    public required ImmutableArray<FormationSymbol> Formations { get; init; }

    /// <summary>Roles that are declared, and those of the prelude that are named.</summary>
    public required ImmutableArray<RoleSymbol> Roles { get; init; }

    /// <summary>Crowds; the prelude's if none is declared.</summary>
    public required ImmutableArray<CrowdSymbol> Crowds { get; init; }

    /// <summary>Events.</summary>
    public required ImmutableArray<EventSymbol> Events { get; init; }

    /// <summary>Counters.</summary>
    public required ImmutableArray<CounterSymbol> Counters { get; init; }

    /// <summary>Phases in the order they run.</summary>
    public required ImmutableArray<PhaseSymbol> Phases { get; init; }

    /// <summary>Rules in source order.</summary>
    public required ImmutableArray<BoundRule> Rules { get; init; }

    /// <summary>What the drill promises, and what the doctrines that it follows ask of it.</summary>
    public ImmutableArray<BoundProperty> Properties { get; init; } = [];

    /// <summary>The doctrines that the drill is measured against.</summary>
    public ImmutableArray<Doctrine> Doctrines { get; init; } = [];

    /// <summary>The rules of doctrines that the planner has decided not to keep.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Its tests.</summary>
    public ImmutableArray<BoundTest> Tests { get; init; } = [];

    /// <summary>Shows every action of every rule, those inside branches after the branch.</summary>
    public void VisitActions(Action<BoundRule, BoundAction> visit)
    {
        foreach (var rule in Rules)
        {
            Visit(rule, rule.Body, visit);
        }
    }

    private static void Visit(BoundRule rule, ImmutableArray<BoundAction> actions, Action<BoundRule, BoundAction> visit)
    {
        foreach (var action in actions)
        {
            Visit(rule, action, visit);
        }
    }

    private static void Visit(BoundRule rule, BoundAction action, Action<BoundRule, BoundAction> visit)
    {
        visit(rule, action);
        switch (action)
        {
            case BoundIf branch:
                Visit(rule, branch.Body, visit);
                Visit(rule, branch.Otherwise, visit);
                break;
            case BoundChance branch:
                Visit(rule, branch.Body, visit);
                Visit(rule, branch.Otherwise, visit);
                break;
            case BoundWaitUntil wait:
                Visit(rule, wait.Body, visit);
                Visit(rule, wait.Otherwise, visit);
                break;
            case BoundRepeat repeat:
                Visit(rule, repeat.Action, visit);
                break;
            case BoundForEach each:
                foreach (var part in each.Parts)
                {
                    Visit(rule, part.Action, visit);
                }

                break;
        }
    }
}
