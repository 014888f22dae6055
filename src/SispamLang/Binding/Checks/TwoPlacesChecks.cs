using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>A unit that is sent to two places in one instant: only the last order would count.</summary>
/// <remarks>Looked at are orders that name a place and that a rule gives in any case as it starts: not inside
/// <c>if</c> or <c>chance</c>, nor after a step that takes time.</remarks>
internal sealed class TwoPlacesChecks(BoundDrill drill, Findings findings)
{
    // The first order of each place, phase and guard.
    private readonly Dictionary<(Moment Moment, UnitSymbol Unit), List<PlacedOrder>> _known = [];

    public void Check()
    {
        foreach (var rule in drill.Rules)
        {
            var orders = AtOnce(rule.Body);
            if (orders.Count > 0)
            {
                CheckRule(rule, orders);
            }
        }
    }

    private void CheckRule(BoundRule rule, List<BoundDeploy> orders)
    {
        var own = new Dictionary<UnitSymbol, PlaceSymbol>();
        var guard = rule.Syntax.Guard is { } clause ? Moment.Words(clause) : "";
        var moments = Moment.Of(rule).Distinct().ToList();
        foreach (var order in orders)
        {
            foreach (var unit in order.Units)
            {
                var placed = new PlacedOrder(order.To!, rule.Phase, guard); // AtOnce has looked.
                var other =
                    own.TryGetValue(unit, out var place) && place != order.To ? place : Find(moments, unit, placed);
                own[unit] = placed.To;
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

        Remember(moments, orders, rule.Phase, guard);
    }

    private PlaceSymbol? Find(List<Moment> moments, UnitSymbol unit, PlacedOrder order)
    {
        foreach (var moment in moments)
        {
            foreach (var other in _known.TryGetValue((moment, unit), out var known) ? known : [])
            {
                if (other.To != order.To && other.MayMeet(order, moment.Kind))
                {
                    return other.To;
                }
            }
        }

        return null;
    }

    private void Remember(List<Moment> moments, List<BoundDeploy> orders, PhaseSymbol? phase, string guard)
    {
        foreach (var moment in moments)
        {
            foreach (var order in orders)
            {
                foreach (var unit in order.Units)
                {
                    if (!_known.TryGetValue((moment, unit), out var known))
                    {
                        _known.Add((moment, unit), known = []);
                    }

                    var placed = new PlacedOrder(order.To!, phase, guard); // AtOnce has looked.
                    if (!known.Contains(placed))
                    {
                        known.Add(placed);
                    }
                }
            }
        }
    }

    private static List<BoundDeploy> AtOnce(ImmutableArray<BoundAction> body)
    {
        var orders = new List<BoundDeploy>();
        foreach (var action in body)
        {
            // A tactic may wait for its unit to arrive.
            if (Binder.TakesTime(action) || action is BoundTactic { Tactic.Uses.IsEmpty: false })
            {
                break;
            }

            if (action is BoundDeploy { To: not null } order)
            {
                orders.Add(order);
            }
        }

        return orders;
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
