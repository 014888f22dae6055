using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.Binding;

/// <summary>Waiting for what never happens.</summary>
internal sealed class WaitChecks(BoundDrill drill, ActionIndex index, Findings findings)
{
    public void Check()
    {
        foreach (var rule in drill.Rules)
        {
            if (rule.Trigger is BoundEventTrigger trigger)
            {
                Check(rule.Source, trigger.Events);
            }
        }

        foreach (var phase in drill.Phases)
        {
            if (phase.Until is { Condition: null } until)
            {
                Check(phase.Source, until.Events);
            }
        }
    }

    private void Check(SourceUnit source, ImmutableArray<BoundEvent> events)
    {
        foreach (var @event in events)
        {
            if (!CanHappen(@event))
            {
                var syntax = @event.Syntax;
                findings.Report(DiagnosticCode.NeverHappens, source, syntax.Span, Findings.OneLine(syntax));
            }
        }
    }

    /// <summary>Something in the drill brings it about. Crowd events and declared events can always be raised by the
    /// controller.</summary>
    public bool CanHappen(BoundEvent wanted) =>
        wanted.Kind switch
        {
            SignalKind.UnitArrives or SignalKind.UnitDeployed => wanted.Subject is UnitSymbol unit
                && index.IsSent(unit),
            SignalKind.FormationArrives => wanted.Subject is FormationSymbol formation
                && formation.Units.All(index.IsSent),
            SignalKind.UnitWithdrawn => wanted.Subject is { } back && index.Withdrawn.Contains(back),
            SignalKind.CounterChanges => wanted.Subject is { } counter && index.Counted.Contains(counter),
            SignalKind.ControlTaken => wanted.Subject is { } role && index.InControl.Contains(role),
            SignalKind.ActivityStarts or SignalKind.ActivityEnds => wanted.Activity is { } activity
                && IsStarted(activity, wanted.By),
            _ => true,
        };

    private bool IsStarted(ActivityPattern wanted, RoleSymbol? by) =>
        wanted.Tactic is not null
            ? index.Tactics.Any(t =>
                t.Tactic == wanted.Tactic
                && (wanted.Crowd is null || wanted.Crowd == t.Crowd)
                && (by is null || by == t.By)
            )
            : index.HandOvers.Any(h =>
                h.Activity.Kind == wanted.Kind
                && wanted.From.All(unit => h.Activity.From.Contains(unit))
                && wanted.To.All(unit => h.Activity.To.Contains(unit))
                && (by is null || by == h.By)
            );
}
