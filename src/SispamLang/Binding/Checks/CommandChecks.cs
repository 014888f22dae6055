using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Who orders what: units that a role does not command, hand-overs between the wrong kinds.</summary>
internal sealed class CommandChecks(Findings findings)
{
    public void CheckAction(BoundRule rule, BoundAction action)
    {
        switch (action)
        {
            case BoundDeploy deploy:
                CheckCommand(rule, deploy.By, deploy.Units, action.Syntax);
                break;
            case BoundWithdraw withdraw:
                CheckCommand(rule, withdraw.By, withdraw.Units, action.Syntax);
                break;
            case BoundTactic { By: { Commands.IsEmpty: false } by, Tactic.Uses.IsEmpty: false } tactic:
                if (!CommandsAny(by, tactic.Tactic.Uses))
                {
                    findings.Report(
                        DiagnosticCode.RoleDoesNotCommand,
                        rule.Source,
                        action.Syntax.Span,
                        Findings.Quote(by.Name),
                        string.Join(" / ", tactic.Tactic.Uses)
                    );
                }

                break;
            case BoundHandOver handOver:
                CheckCommand(rule, handOver.By, handOver.Activity.To, action.Syntax);
                CheckHandOver(rule, handOver);
                break;
        }
    }

    private void CheckCommand(BoundRule rule, RoleSymbol? by, ImmutableArray<UnitSymbol> units, SyntaxNode at)
    {
        if (by is null || by.Commands.IsEmpty)
        {
            return;
        }

        foreach (var unit in units)
        {
            if (!Commands(by, unit))
            {
                findings.Report(
                    DiagnosticCode.RoleDoesNotCommand,
                    rule.Source,
                    at.Span,
                    Findings.Quote(by.Name),
                    Findings.Quote(unit.Name)
                );
            }
        }
    }

    /// <summary>A role commands whom an action orders.</summary>
    public static bool Commands(RoleSymbol role, BoundAction action) =>
        action switch
        {
            BoundDeploy deploy => deploy.Units.All(unit => Commands(role, unit)),
            BoundWithdraw withdraw => withdraw.Units.All(unit => Commands(role, unit)),
            BoundHandOver handOver => handOver.Activity.To.All(unit => Commands(role, unit)),
            BoundTactic tactic => CommandsAny(role, tactic.Tactic.Uses),
            _ => false,
        };

    private static bool CommandsAny(RoleSymbol role, ImmutableArray<string> kinds)
    {
        foreach (var unit in role.Commands)
        {
            foreach (var kind in kinds)
            {
                if (unit.IsOfKind(kind))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Commands(RoleSymbol role, UnitSymbol unit)
    {
        foreach (var commanded in role.Commands)
        {
            // A role of the prelude commands the drill's own unit of that kind.
            var isOfKind = commanded.Source.Kind == SourceUnitKind.Prelude && unit.IsOfKind(commanded.Kind);
            if (commanded == unit || isOfKind)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckHandOver(BoundRule rule, BoundHandOver handOver)
    {
        (string[] From, string[] To) wanted = handOver.Activity.Kind switch
        {
            ActivityKind.LapisGanti => (["Dalmas Awal"], ["Dalmas Lanjut"]),
            ActivityKind.LintasGanti => (["Dalmas Lanjut"], ["PHH", "Brimob", "Penindak"]),
            _ => ([], []),
        };
        if (
            wanted.From.Length == 0
            || (Fits(handOver.Activity.From, wanted.From) && Fits(handOver.Activity.To, wanted.To))
        )
        {
            return;
        }

        var word = handOver.Activity.Kind == ActivityKind.LapisGanti ? Concept.LapisGanti : Concept.LintasGanti;
        findings.Report(
            DiagnosticCode.HandOverBetweenWrongKinds,
            rule.Source,
            handOver.Syntax.Span,
            Words.Canonical(word, findings.Dialect),
            Kinds(handOver.Activity.From) + " → " + Kinds(handOver.Activity.To),
            string.Join(" / ", wanted.From) + " → " + string.Join(" / ", wanted.To)
        );
    }

    private static bool Fits(ImmutableArray<UnitSymbol> units, string[] kinds) =>
        units.All(unit => kinds.Any(unit.IsOfKind));

    private static string Kinds(ImmutableArray<UnitSymbol> units) =>
        string.Join(" + ", units.Select(u => u.Kind.Length > 0 ? u.Kind : u.Name));
}
