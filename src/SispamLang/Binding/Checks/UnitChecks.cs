using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>Units that are sent and have no strength, or come too late.</summary>
internal sealed class UnitChecks(BoundDrill drill, ActionIndex index, Findings findings)
{
    public void Check()
    {
        CheckUnits();
        foreach (var tactic in index.Tactics.Select(placed => placed.Tactic).Distinct())
        {
            CheckTactic(tactic);
        }
    }

    private void CheckUnits()
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

    // A tactic that needs a declared unit, which no order can bring in time.
    private void CheckTactic(TacticSymbol tactic)
    {
        var able = drill
            .Units.Where(unit => unit.Source.Kind != SourceUnitKind.Prelude && tactic.IsUsing(unit))
            .ToList();
        if (able.Count == 0)
        {
            return;
        }

        var sent = able.Where(index.IsSent).OrderBy(unit => Findings.Least(unit.ReadyIn)).ToList();
        if (sent.Count == 0)
        {
            ForEachUse(
                tactic,
                (rule, use) =>
                    findings.Report(
                        DiagnosticCode.NoEffectPossible,
                        rule.Source,
                        use.Syntax.Span,
                        Findings.OneLine(use.Syntax)
                    )
            );
        }
        else if (drill.Phases.Any(phase => IsTooLate(sent[0], phase)))
        {
            ForEachUse(tactic, (rule, use) => CheckIsInTime(rule, use, sent));
        }
    }

    // Only where something may be wrong is each use looked at.
    private void ForEachUse(TacticSymbol tactic, Action<BoundRule, BoundTactic> check) =>
        drill.VisitActions(
            (rule, action) =>
            {
                if (action is BoundTactic use && use.Tactic == tactic)
                {
                    check(rule, use);
                }
            }
        );

    private void CheckIsInTime(BoundRule rule, BoundTactic use, List<UnitSymbol> sent)
    {
        var first = sent[0];
        if (
            rule.Phase is { For: { } length } phase
            && IsTooLate(first, phase)
            && !sent.Any(unit => index.IsSentOutside(unit, phase))
        )
        {
            findings.Report(
                DiagnosticCode.UnitTooLate,
                rule.Source,
                use.Syntax.Span,
                Findings.Quote(first.Name),
                findings.Time(Findings.Least(first.ReadyIn)),
                findings.Time(Findings.Most(length))
            );
        }
    }

    private static bool IsTooLate(UnitSymbol unit, PhaseSymbol phase) =>
        phase.For is { } length && Findings.Least(unit.ReadyIn) > Findings.Most(length);
}
