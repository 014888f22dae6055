using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>A unit that is sent to two places in one instant: only the last order would count.</summary>
/// <remarks>Looked at are orders that name a place and that a rule gives in any case as it starts: not inside
/// <c>if</c> or <c>chance</c>, nor after a step that takes time.</remarks>
internal sealed class TwoPlacesChecks(BoundDrill drill, Findings findings)
{
    // The first order of each place, phase and guard.
    private readonly Dictionary<(Moment Moment, UnitSymbol Unit), ImmutableArray<PlacedOrder>> _known = [];

    // Filled anew for each rule: its orders, and where the last of them sends each unit.
    private readonly List<BoundDeploy> _orders = [];
    private readonly Dictionary<UnitSymbol, PlaceSymbol> _own = [];

    public void Check()
    {
        foreach (var rule in drill.Rules)
        {
            FindOrdersAtOnce(rule.Body);
            if (_orders.Count > 0)
            {
                CheckRule(rule);
            }
        }
    }

    private void CheckRule(BoundRule rule)
    {
        _own.Clear();
        var guard = rule.Syntax.Guard is { } clause ? Moment.Words(clause) : "";
        var moments = Moment.Of(rule);
        foreach (var order in _orders)
        {
            foreach (var unit in order.Units)
            {
                var placed = new PlacedOrder(order.To!, rule.Phase, guard); // FindOrdersAtOnce has looked.
                var other =
                    _own.TryGetValue(unit, out var place) && place != order.To ? place : Find(moments, unit, placed);
                _own[unit] = placed.To;
                if (other is not null)
                {
                    findings.Report(
                        DiagnosticCode.InTwoPlaces,
                        rule.Source,
                        order.Syntax.Span,
                        Findings.Quote(unit.Name),
                        Findings.Quote(other.Name),
                        Findings.Quote(placed.To.Name)
                    );
                }
            }
        }

        Remember(moments, rule.Phase, guard);
    }

    private PlaceSymbol? Find(ImmutableArray<Moment> moments, UnitSymbol unit, PlacedOrder order)
    {
        foreach (var moment in moments)
        {
            foreach (var other in KnownAt(moment, unit))
            {
                if (other.To != order.To && other.MayMeet(order, moment.Kind))
                {
                    return other.To;
                }
            }
        }

        return null;
    }

    private void Remember(ImmutableArray<Moment> moments, PhaseSymbol? phase, string guard)
    {
        foreach (var moment in moments)
        {
            foreach (var order in _orders)
            {
                foreach (var unit in order.Units)
                {
                    var placed = new PlacedOrder(order.To!, phase, guard); // FindOrdersAtOnce has looked.
                    var known = KnownAt(moment, unit);
                    if (!known.Contains(placed))
                    {
                        _known[(moment, unit)] = known.Add(placed);
                    }
                }
            }
        }
    }

    private ImmutableArray<PlacedOrder> KnownAt(Moment moment, UnitSymbol unit) =>
        _known.TryGetValue((moment, unit), out var known) ? known : [];

    private void FindOrdersAtOnce(ImmutableArray<BoundAction> body)
    {
        _orders.Clear();
        foreach (var action in body)
        {
            // A tactic may wait for its unit to arrive.
            if (Binder.TakesTime(action) || action is BoundTactic { Tactic.Uses.IsEmpty: false })
            {
                break;
            }

            if (action is BoundDeploy { To: not null } order)
            {
                _orders.Add(order);
            }
        }
    }

    /// <summary>Where an order sends a unit, in which phase (null for any), and under which guard.</summary>
    private readonly record struct PlacedOrder(PlaceSymbol To, PhaseSymbol? Phase, string Guard)
    {
        // Two guards that differ may well exclude each other.
        public bool MayMeet(PlacedOrder other, MomentKind moment) =>
            (Guard.Length == 0 || other.Guard.Length == 0 || Guard == other.Guard)
            && (
                Phase == other.Phase
                || (
                    moment is MomentKind.Event or MomentKind.Rise or MomentKind.Clock
                    && (Phase is null || other.Phase is null)
                )
            );
    }
}
