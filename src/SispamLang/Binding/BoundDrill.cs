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

    /// <summary>All actions of all rules, those inside branches included.</summary>
    public List<(BoundRule Rule, BoundAction Action)> AllActions()
    {
        var all = new List<(BoundRule, BoundAction)>();
        foreach (var rule in Rules)
        {
            AddWithInner(all, rule, rule.Body);
        }

        return all;
    }

    private static void AddWithInner(
        List<(BoundRule, BoundAction)> all,
        BoundRule rule,
        ImmutableArray<BoundAction> actions
    )
    {
        foreach (var action in actions)
        {
            all.Add((rule, action));
            switch (action)
            {
                case BoundIf branch:
                    AddWithInner(all, rule, branch.Body);
                    AddWithInner(all, rule, branch.Otherwise);
                    break;
                case BoundChance branch:
                    AddWithInner(all, rule, branch.Body);
                    AddWithInner(all, rule, branch.Otherwise);
                    break;
                case BoundWaitUntil wait:
                    AddWithInner(all, rule, wait.Body);
                    AddWithInner(all, rule, wait.Otherwise);
                    break;
                case BoundRepeat repeat:
                    AddWithInner(all, rule, [repeat.Action]);
                    break;
                case BoundForEach each:
                    AddWithInner(all, rule, [.. each.Parts.Select(part => part.Action)]);
                    break;
            }
        }
    }
}
