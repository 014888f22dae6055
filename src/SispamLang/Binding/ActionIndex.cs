using System.Collections.Immutable;

namespace SispamLang.Binding;

/// <summary>What the actions of a drill can bring about.</summary>
internal sealed class ActionIndex
{
    private readonly Dictionary<UnitSymbol, Sending> _sent = [];

    /// <summary>Units that are brought back.</summary>
    public HashSet<Symbol> Withdrawn { get; } = [];

    /// <summary>Counters that are changed.</summary>
    public HashSet<Symbol> Counted { get; } = [];

    /// <summary>Roles that take control.</summary>
    public HashSet<Symbol> InControl { get; } = [];

    /// <summary>Tactics with their targets and who orders them, each once.</summary>
    public HashSet<(TacticSymbol Tactic, CrowdSymbol? Crowd, RoleSymbol? By)> Tactics { get; } = [];

    /// <summary>Hand-overs.</summary>
    public List<BoundHandOver> HandOvers { get; } = [];

    /// <summary>Orders to leave the phase.</summary>
    public List<PlacedLeave> Leaves { get; } = [];

    /// <summary>Injects.</summary>
    public List<PlacedInject> Injects { get; } = [];

    /// <summary>Some order sends the unit out.</summary>
    public bool IsSent(UnitSymbol unit) => _sent.ContainsKey(unit);

    /// <summary>Some order outside the phase sends the unit out.</summary>
    public bool IsSentOutside(UnitSymbol unit, PhaseSymbol phase) =>
        _sent.TryGetValue(unit, out var sending) && (sending.IsElsewhereToo || sending.Phase != phase);

    /// <summary>Adds what one action can bring about.</summary>
    public void Add(BoundRule rule, BoundAction action)
    {
        switch (action)
        {
            case BoundDeploy deploy:
                AddSent(rule, deploy.Units);
                break;
            case BoundWithdraw withdraw:
                AddWithdrawn(withdraw.Units);
                break;
            case BoundHandOver handOver:
                AddSent(rule, handOver.Activity.To);
                AddWithdrawn(handOver.Activity.From);
                HandOvers.Add(handOver);
                break;
            case BoundTactic tactic:
                Tactics.Add((tactic.Tactic, tactic.Crowd, tactic.By));
                break;
            case BoundCounting counting:
                Counted.Add(counting.Counter);
                break;
            case BoundTakeControl control:
                InControl.Add(control.Role);
                break;
            case BoundLeave leave:
                Leaves.Add(new PlacedLeave(rule, leave));
                break;
            case BoundInject inject:
                Injects.Add(new PlacedInject(rule, inject));
                break;
        }
    }

    private void AddWithdrawn(ImmutableArray<UnitSymbol> units)
    {
        foreach (var unit in units)
        {
            Withdrawn.Add(unit);
        }
    }

    private void AddSent(BoundRule rule, ImmutableArray<UnitSymbol> units)
    {
        foreach (var unit in units)
        {
            if (!_sent.TryGetValue(unit, out var sending))
            {
                _sent.Add(unit, new Sending(rule.Phase, IsElsewhereToo: false));
            }
            else if (!sending.IsElsewhereToo && sending.Phase != rule.Phase)
            {
                _sent[unit] = sending with { IsElsewhereToo = true };
            }
        }
    }

    // Where orders send a unit out: in which phase (null for always), and whether in another one besides.
    private readonly record struct Sending(PhaseSymbol? Phase, bool IsElsewhereToo);
}

/// <summary>An order to leave, and the rule that gives it.</summary>
internal sealed record PlacedLeave(BoundRule Rule, BoundLeave Leave);

/// <summary>An inject, and the rule that sends it.</summary>
internal sealed record PlacedInject(BoundRule Rule, BoundInject Inject);
