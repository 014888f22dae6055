using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>Units that are sent and have no strength, or come too late.</summary>
internal sealed class UnitChecks(BoundDrill drill, ActionIndex index, Findings findings)
{
    // By tactic: the declared units that can do it and are sent, the first one ready first; null if none can do it.
    private readonly Dictionary<TacticSymbol, ImmutableArray<UnitSymbol>?> _sent = [];

    public void CheckUnits()
    {
        var end = Findings.Most(drill.EndsAfter);
        foreach (var unit in drill.Units.Where(u => u.Source.Kind != SourceUnitKind.Prelude && index.IsSent(u)))
        {
            if (unit.Personnel + unit.Vehicles + unit.Players == 0)
            {
                findings.Report(DiagnosticCode.UnitWithoutStrength, unit.Source, unit.Span, Findings.Quote(unit.Name));
            }

            if (Findings.Least(unit.ReadyIn) > end)
            {
                findings.Report(
                    DiagnosticCode.UnitTooLate,
                    unit.Source,
                    unit.Span,
                    Findings.Quote(unit.Name),
                    findings.Time(Findings.Least(unit.ReadyIn)),
                    findings.Time(end)
                );
            }
        }
    }

    /// <summary>A tactic that needs a declared unit, which no order can bring in time.</summary>
    public void CheckTactic(BoundRule rule, BoundTactic tactic)
    {
        if (!_sent.TryGetValue(tactic.Tactic, out var known))
        {
            _sent.Add(tactic.Tactic, known = Sent(tactic.Tactic));
        }

        if (known is not { } sent)
        {
            return;
        }

        if (sent.IsEmpty)
        {
            findings.Report(
                DiagnosticCode.NoEffectPossible,
                rule.Source,
                tactic.Syntax.Span,
                Findings.OneLine(tactic.Syntax)
            );
            return;
        }

        var first = sent[0];
        if (
            rule.Phase is { For: { } length }
            && Findings.Least(first.ReadyIn) > Findings.Most(length)
            && !IsAnySentOutside(sent, rule.Phase)
        )
        {
            findings.Report(
                DiagnosticCode.UnitTooLate,
                rule.Source,
                tactic.Syntax.Span,
                Findings.Quote(first.Name),
                findings.Time(Findings.Least(first.ReadyIn)),
                findings.Time(Findings.Most(length))
            );
        }
    }

    private ImmutableArray<UnitSymbol>? Sent(TacticSymbol tactic)
    {
        var able = drill
            .Units.Where(unit => unit.Source.Kind != SourceUnitKind.Prelude && tactic.Uses.Any(kind => Is(unit, kind)))
            .ToList();
        return able.Count == 0 ? null : [.. able.Where(index.IsSent).OrderBy(unit => Findings.Least(unit.ReadyIn))];
    }

    private static bool Is(UnitSymbol unit, string kind) =>
        unit.IsOfKind(kind) || unit.Name.Equals(kind, StringComparison.OrdinalIgnoreCase);

    private bool IsAnySentOutside(ImmutableArray<UnitSymbol> units, PhaseSymbol phase)
    {
        foreach (var unit in units)
        {
            if (index.IsSentOutside(unit, phase))
            {
                return true;
            }
        }

        return false;
    }
}
