using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Ledger;

namespace SispamLang.Services;

/// <summary>Units, formations, roles, places and tactics.</summary>
internal sealed partial class SymbolFacts
{
    private IEnumerable<string> OfUnit(UnitSymbol unit)
    {
        var strength = Strong(StrengthLedger.StrengthOf(unit));
        yield return unit.Agency.Length == 0 ? strength : Say(Wording.PersonnelOf, strength, unit.Agency);
        if (
            unit.Kind.Length > 0
            && !NameTable.Key(unit.Kind).Equals(NameTable.Key(unit.Name), StringComparison.Ordinal)
        )
        {
            yield return Say(Wording.IsOfKind, unit.Kind);
        }

        yield return unit.ReadyIn == BoundSpan.Zero
            ? Say(Wording.ReadyAtOnce)
            : Say(Wording.ReadyIn, Time(unit.ReadyIn));
        if (!unit.Kit.IsEmpty)
        {
            var kit = unit.Kit.Select(item =>
                item.Count == 1 ? item.Name : ValueText.Number(item.Count) + " " + item.Name
            );
            yield return Say(Wording.Carries, string.Join(", ", kit));
        }

        if (unit.IsStandby)
        {
            yield return Say(Wording.OnStandby);
        }

        foreach (var fact in Belonging(unit))
        {
            yield return fact;
        }
    }

    private IEnumerable<string> Belonging(UnitSymbol unit)
    {
        var commanders = drill.Roles.Where(role => role.Commands.Contains(unit)).ToList();
        if (commanders.Count > 0)
        {
            yield return Say(Wording.CommandedBy, Names(commanders));
        }

        var formations = drill.Formations.Where(formation => formation.Units.Contains(unit)).ToList();
        if (formations.Count > 0)
        {
            yield return Say(Wording.InFormation, Names(formations));
        }

        var crowds = drill.Crowds.Where(crowd => crowd.PlayedBy == unit).ToList();
        if (crowds.Count > 0)
        {
            yield return Say(Wording.PlaysCrowd, Names(crowds));
        }
    }

    private string Strong(Strength strength) =>
        StrengthText.Of(strength, language) is { Length: > 0 } text ? text : Say(Wording.StrengthUnknown);

    private IEnumerable<string> OfFormation(FormationSymbol formation)
    {
        yield return Say(Wording.ConsistsOf, Names(formation.Units));
        var strength = formation
            .Units.Select(StrengthLedger.StrengthOf)
            .Aggregate(default(Strength), (sum, one) => sum + one);
        yield return Say(Wording.TogetherStrong, Strong(strength));
    }

    private IEnumerable<string> OfRole(RoleSymbol role)
    {
        yield return role.Commands.IsEmpty ? Say(Wording.CommandsNobody) : Say(Wording.Commands, Names(role.Commands));
    }

    private IEnumerable<string> OfPlace(PlaceSymbol place)
    {
        yield return Say(Wording.RiskIs, Word(place.Risk.ToConcept()));
        foreach (var phase in drill.Phases)
        {
            foreach (var (at, risk) in phase.Risks.Where(entry => entry.Place == place))
            {
                yield return Say(Wording.RiskInPhase, phase.Name, Word(risk.ToConcept()));
            }
        }

        var crowds = drill.Crowds.Where(crowd => crowd.Place == place).ToList();
        if (crowds.Count > 0)
        {
            yield return Say(Wording.CrowdsHere, Names(crowds));
        }
    }

    private IEnumerable<string> OfTactic(TacticSymbol tactic)
    {
        if (tactic.Force > 0)
        {
            var level = Say(Wording.ForceLevel1 + (tactic.Force - 1));
            yield return Say(Wording.ForceLevel, tactic.Force, level);
        }

        if (tactic.Class.Length > 0)
        {
            yield return Say(Wording.IsOfClass, tactic.Class);
        }

        yield return tactic.Lasts is { } time ? Say(Wording.Lasts, Time(time)) : Say(Wording.TakesNoTime);
        if (!tactic.Effects.IsEmpty)
        {
            yield return Say(Wording.AtItsEnd, Chances(tactic.Effects));
        }

        yield return Doers(tactic);
        var rules = DoctrineRulesOn(tactic);
        if (rules.Count > 0)
        {
            yield return Say(Wording.DoctrineSpeaks, Listed(rules));
        }
    }

    private string Doers(TacticSymbol tactic)
    {
        if (tactic.Uses.IsEmpty)
        {
            return Say(Wording.DoneByAnybody);
        }

        var kinds = Listed(tactic.Uses, Wording.OrLast);
        var here = drill
            .Units.Where(unit => unit.Source.Kind != SourceUnitKind.Prelude && tactic.IsUsing(unit))
            .ToList();
        return here.Count == 0 ? Say(Wording.DoneBy, kinds) : Say(Wording.DoneByHere, kinds, Names(here));
    }

    // perkap-2-2019/three-appeals (art. 11(1))
    private List<string> DoctrineRulesOn(TacticSymbol tactic) =>
        [
            .. drill
                .Properties.Where(property =>
                    property.Happenings.Any(h => h.Events.Any(e => e.Activity?.Tactic == tactic))
                )
                .Select(property => property.Rule)
                .OfType<DoctrineRule>()
                .Distinct()
                .Select(rule => rule.Article.Length == 0 ? rule.FullName : rule.FullName + " (" + rule.Article + ")"),
        ];
}
