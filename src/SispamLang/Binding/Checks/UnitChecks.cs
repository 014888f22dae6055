using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>Units that are sent and have no strength, or come too late.</summary>
internal sealed class UnitChecks(BoundDrill drill, ActionIndex index, Findings findings)
{
    private readonly Dictionary<TacticSymbol, ImmutableArray<UnitSymbol>> _able = [];

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
        if (!_able.TryGetValue(tactic.Tactic, out var able))
        {
            _able.Add(tactic.Tactic, able = [.. Able(tactic.Tactic)]);
        }

        if (able.IsEmpty)
        {
            return;
        }

        if (!able.Any(index.IsSent))
        {
            findings.Report(
                DiagnosticCode.NoEffectPossible,
                rule.Source,
                tactic.Syntax.Span,
                Findings.OneLine(tactic.Syntax)
            );
            return;
        }

        if (rule.Phase?.For is not { } length || able.Any(unit => index.IsSentOutside(unit, rule.Phase)))
        {
            return;
        }

        var first = able.Where(index.IsSent).OrderBy(u => Findings.Least(u.ReadyIn)).First();
        if (Findings.Least(first.ReadyIn) > Findings.Most(length))
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

    private IEnumerable<UnitSymbol> Able(TacticSymbol tactic) =>
        drill.Units.Where(unit =>
            unit.Source.Kind != SourceUnitKind.Prelude
            && tactic.Uses.Any(kind =>
                unit.IsOfKind(kind) || unit.Name.Equals(kind, StringComparison.OrdinalIgnoreCase)
            )
        );
}
