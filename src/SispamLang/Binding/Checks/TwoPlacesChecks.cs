using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>A unit that is sent to two places in one instant: only the last order would count.</summary>
/// <remarks>Looked at are orders that name a place and that a rule gives in any case as it starts: not inside
/// <c>if</c> or <c>chance</c>, nor after a step that takes time.</remarks>
internal sealed class TwoPlacesChecks(BoundDrill drill, Findings findings)
{
    // Where a unit was first sent, and the units that are sent elsewhere too: most are not, and need no second look.
    private readonly Dictionary<UnitSymbol, PlaceSymbol> _first = [];
    private readonly HashSet<UnitSymbol> _wanderers = [];

    // The first order of each place, phase and guard.
    private readonly Dictionary<(Moment Moment, UnitSymbol Unit), List<PlacedOrder>> _known = [];

    // Filled anew for each rule: its moments, its orders, and where the last of them sends each unit.
    private readonly List<Moment> _moments = [];
    private readonly List<BoundDeploy> _orders = [];
    private readonly Dictionary<UnitSymbol, PlaceSymbol> _own = [];

    public void Check()
    {
        foreach (var rule in drill.Rules)
        {
            FindOrdersAtOnce(rule.Body);
            FindWanderers();
        }

        foreach (var rule in _wanderers.Count > 0 ? drill.Rules : [])
        {
            FindOrdersAtOnce(rule.Body);
            if (_orders.Exists(order => order.Units.Any(_wanderers.Contains)))
            {
                CheckRule(rule);
            }
        }
    }

    private void FindWanderers()
    {
        foreach (var order in _orders)
        {
            foreach (var unit in order.Units)
            {
                if (!_first.TryGetValue(unit, out var place))
                {
                    _first.Add(unit, order.To!); // FindOrdersAtOnce has looked.
                }
                else if (place != order.To)
                {
                    _wanderers.Add(unit);
                }
            }
        }
    }

    private void CheckRule(BoundRule rule)
    {
        _own.Clear();
        _moments.Clear();
        Moment.Find(rule, _moments);
        var guard = rule.Syntax.Guard is { } clause ? Moment.Words(clause) : "";
        foreach (var order in _orders)
        {
            foreach (var unit in order.Units)
            {
                var placed = new PlacedOrder(order.To!, rule.Phase, guard); // FindOrdersAtOnce has looked.
                var other = _own.TryGetValue(unit, out var place) && place != order.To ? place : Find(unit, placed);
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

        Remember(rule.Phase, guard);
    }

    private PlaceSymbol? Find(UnitSymbol unit, PlacedOrder order)
    {
        foreach (var moment in _moments)
        {
            if (!_known.TryGetValue((moment, unit), out var known))
            {
                continue;
            }

            foreach (var other in known)
            {
                if (other.To != order.To && other.MayMeet(order, moment.Kind))
                {
                    return other.To;
                }
            }
        }

        return null;
    }

    private void Remember(PhaseSymbol? phase, string guard)
    {
        foreach (var moment in _moments)
        {
            foreach (var order in _orders)
            {
                foreach (var unit in order.Units)
                {
                    var placed = new PlacedOrder(order.To!, phase, guard); // FindOrdersAtOnce has looked.
                    if (!_known.TryGetValue((moment, unit), out var known))
                    {
                        _known.Add((moment, unit), [placed]);
                    }
                    else if (!known.Contains(placed))
                    {
                        known.Add(placed);
                    }
                }
            }
        }
    }

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
