using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Services;

/// <summary>How the drill comes from one phase to the next.</summary>
public enum PhaseChangeKind
{
    /// <summary>Something happens or begins to hold: the phase's <c>until</c>.</summary>
    Until,

    /// <summary>Its time is up.</summary>
    Time,

    /// <summary>Nothing more can happen in it: it has neither a time nor an <c>until</c>.</summary>
    Quiet,

    /// <summary>A rule orders it.</summary>
    Order,
}

/// <summary>A way out of a phase.</summary>
/// <param name="From">The phase.</param>
/// <param name="To">The phase after it; null for the end of the drill.</param>
/// <param name="Kind">How it comes to that.</param>
/// <param name="Trigger">What brings it about, as written on one line; empty if the phase just falls quiet.</param>
/// <param name="Source">The file in which that is written.</param>
/// <param name="Syntax">Where.</param>
/// <param name="Rule">The rule that orders it, or null.</param>
public sealed record PhaseChange(
    PhaseSymbol From,
    PhaseSymbol? To,
    PhaseChangeKind Kind,
    string Trigger,
    SourceUnit Source,
    SyntaxNode Syntax,
    BoundRule? Rule = null
);

/// <summary>The phases of a drill and all the ways from one to another: what a view of its course shows.</summary>
/// <param name="Phases">The phases in their order; the drill starts with the first.</param>
/// <param name="Changes">The ways, in the order of the phases that they leave.</param>
public sealed record PhaseGraph(ImmutableArray<PhaseSymbol> Phases, ImmutableArray<PhaseChange> Changes)
{
    /// <summary>The graph of a drill.</summary>
    public static PhaseGraph Of(BoundDrill drill)
    {
        var orders = OrdersIn(drill);
        var changes = ImmutableArray.CreateBuilder<PhaseChange>();
        for (var i = 0; i < drill.Phases.Length; i++)
        {
            var phase = drill.Phases[i];
            var next = i + 1 < drill.Phases.Length ? drill.Phases[i + 1] : null;
            changes.AddRange(OwnEnds(phase, next));
            changes.AddRange(
                orders
                    .Where(order => order.Rule.Phase is null || order.Rule.Phase == phase)
                    .Select(order => new PhaseChange(
                        phase,
                        order.Leave.Kind == LeaveKind.NextPhase ? next : order.Leave.Phase,
                        PhaseChangeKind.Order,
                        RuleText.TriggerOf(order.Rule.Syntax),
                        order.Rule.Source,
                        order.Leave.Syntax,
                        order.Rule
                    ))
            );
        }

        return new PhaseGraph(drill.Phases, changes.ToImmutable());
    }

    private static IEnumerable<PhaseChange> OwnEnds(PhaseSymbol phase, PhaseSymbol? next)
    {
        if (phase.Until is { } until)
        {
            yield return Own(PhaseChangeKind.Until, until.Syntax.ToOneLine(), until.Syntax);
        }

        if (phase.For is not null && phase.Declaration.Clause(Concept.For) is { } time)
        {
            yield return Own(PhaseChangeKind.Time, time.ToOneLine(), time);
        }

        if (phase.Until is null && phase.For is null)
        {
            yield return Own(PhaseChangeKind.Quiet, "", phase.Declaration);
        }

        PhaseChange Own(PhaseChangeKind kind, string trigger, SyntaxNode syntax) =>
            new(phase, next, kind, trigger, phase.Source, syntax);
    }

    private static List<(BoundRule Rule, BoundLeave Leave)> OrdersIn(BoundDrill drill)
    {
        var orders = new List<(BoundRule Rule, BoundLeave Leave)>();
        drill.VisitActions(
            (rule, action) =>
            {
                if (action is BoundLeave leave)
                {
                    orders.Add((rule, leave));
                }
            }
        );
        return orders;
    }
}
