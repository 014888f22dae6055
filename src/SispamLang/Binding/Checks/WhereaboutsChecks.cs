using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Nobody can be in two places: units in two formations, players who are sent out as well.</summary>
internal sealed class WhereaboutsChecks(BoundDrill drill, Findings findings)
{
    private readonly ILookup<UnitSymbol, CrowdSymbol> _played = drill
        .Crowds.Where(crowd => crowd.PlayedBy is not null)
        .ToLookup(crowd => crowd.PlayedBy!); // The line above has looked.

    public void Check()
    {
        CheckFormations();
        foreach (var crowds in _played)
        {
            CheckCrowds(crowds.Key, [.. crowds]);
        }
    }

    /// <summary>An order that moves players of a crowd.</summary>
    public void CheckAction(BoundRule rule, BoundAction action)
    {
        var sent = action switch
        {
            BoundDeploy deploy => deploy.Units,
            BoundHandOver handOver => handOver.Activity.To,
            _ => [],
        };
        foreach (var unit in sent)
        {
            if (_played[unit].FirstOrDefault() is { } crowd)
            {
                findings.Report(
                    DiagnosticCode.PlayersSentAsUnit,
                    rule.Source,
                    action.Syntax.Span,
                    Findings.Quote(unit.Name),
                    Findings.Quote(crowd.Name)
                );
            }
        }
    }

    private void CheckFormations()
    {
        var first = new Dictionary<UnitSymbol, FormationSymbol>();
        foreach (var formation in drill.Formations.Where(formation => formation.IsOrdered))
        {
            foreach (var unit in formation.Units)
            {
                if (!first.TryGetValue(unit, out var other))
                {
                    first.Add(unit, formation);
                    continue;
                }

                findings.Report(
                    DiagnosticCode.InTwoFormations,
                    formation.Source,
                    (NameIn(formation, unit) ?? formation.Declaration.Name ?? (SyntaxNode)formation.Declaration).Span,
                    Findings.Quote(unit.Name),
                    Findings.Quote(other.Name),
                    Findings.Quote(formation.Name)
                );
            }
        }
    }

    private static PhraseSyntax? NameIn(FormationSymbol formation, UnitSymbol unit)
    {
        var key = NameTable.Key(unit.Name);
        return formation
            .Declaration.Clauses.SelectMany(clause => clause.All<PhraseSyntax>())
            .FirstOrDefault(phrase => NameTable.Key(phrase.ToString()) == key);
    }

    // The same people may play one crowd after another, but not two that gather in one phase at different places.
    private void CheckCrowds(UnitSymbol players, ImmutableArray<CrowdSymbol> crowds)
    {
        for (var i = 1; i < crowds.Length; i++)
        {
            var crowd = crowds[i];
            if (
                crowds.Take(i).FirstOrDefault(other => AreTogether(crowd, other) && PlaceOf(crowd) != PlaceOf(other)) is
                { } other
            )
            {
                findings.Report(
                    DiagnosticCode.PlaysTwoCrowds,
                    crowd.Source,
                    crowd.Declaration.Clauses.First(clause => clause.Kind == Concept.PlayedBy).Span,
                    Findings.Quote(players.Name),
                    Findings.Quote(other.Name),
                    Findings.Quote(crowd.Name)
                );
            }
        }
    }

    private bool AreTogether(CrowdSymbol crowd, CrowdSymbol other) =>
        drill.Phases.Length == 1 || (crowd.From is { } from && from == other.From);

    private PlaceSymbol? PlaceOf(CrowdSymbol crowd) => crowd.Place ?? drill.Places.FirstOrDefault();
}
