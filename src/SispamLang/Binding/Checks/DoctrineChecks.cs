using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>What doctrines ask of the drill itself, not of a run of it.</summary>
internal sealed class DoctrineChecks(BoundDrill drill, Findings findings)
{
    public void Check()
    {
        foreach (var doctrine in drill.Doctrines)
        {
            foreach (var rule in doctrine.Rules)
            {
                var waiver = drill.Waivers.FirstOrDefault(w => w.Rule == rule);
                switch (rule.Check)
                {
                    case BuiltInCheck.StopWord when drill.Facts.StopWord.Length == 0:
                    case BuiltInCheck.SafetyOfficer when drill.Facts.SafetyOfficer.Length == 0:
                        var (source, span) = findings.PlaceOfDoctrine(doctrine.Name);
                        findings.Report(rule, waiver, source, span, Findings.OneLine(Asked(rule)));
                        break;
                    case BuiltInCheck.WayBackToCalm:
                        CheckWayBack(rule, waiver);
                        break;
                }
            }
        }
    }

    private static SyntaxNode Asked(DoctrineRule rule) =>
        rule.Syntax.Body?.Clause(Concept.Check)?.Children[1] ?? (SyntaxNode)rule.Syntax;

    private void CheckWayBack(DoctrineRule rule, Waiver? waiver)
    {
        foreach (var crowd in drill.Crowds.Where(crowd => !HasWayBack(crowd)))
        {
            var (source, span) =
                crowd.Source.Kind == SourceUnitKind.Prelude
                    ? findings.PlaceOfDoctrine(rule.Doctrine)
                    : (crowd.Source, crowd.Span);
            findings.Report(rule, waiver, source, span, Findings.Quote(crowd.Name));
        }
    }

    // From every mood a temper that calms, or an order, can lead back: both are possible in each.
    private bool HasWayBack(CrowdSymbol crowd)
    {
        if (
            crowd.Temper?.Behaviours.Any(b => !b.Leaves && b.Outcomes.Any(o => LeadsBack(o.Kind) && IsPossible(o)))
            == true
        )
        {
            return true;
        }

        var found = false;
        drill.VisitActions(
            (_, action) =>
                found |= action switch
                {
                    BoundTactic tactic => (tactic.Crowd ?? crowd) == crowd
                        && tactic.Tactic.Effects.Any(e => LeadsBack(e.Kind) && IsPossible(e)),
                    BoundCrowdAction made => made.Crowd == crowd && LeadsBack(made.Kind),
                    _ => false,
                }
        );
        return found;
    }

    private static bool LeadsBack(SignalKind kind) => kind is SignalKind.CrowdCalms or SignalKind.CrowdDisperses;

    private static bool IsPossible(BoundEffect effect) => (effect.Chance.Param?.Max ?? effect.Chance.Constant) > 0;
}
