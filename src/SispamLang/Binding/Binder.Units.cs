using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Places, units, formations and roles.</summary>
internal sealed partial class Binder
{
    private void CompletePlace(PlaceSymbol place)
    {
        foreach (var clause in ClausesOf(place))
        {
            if (clause.First<PhraseSyntax>() is { IsMissing: false } level)
            {
                place.Risk = BindRisk(level.FirstToken, level.EndToken) ?? place.Risk;
            }
        }
    }

    private Risk? BindRisk(int first, int end)
    {
        var level = WordAtStart(first, end, WordPosition.RiskLevel, out var next);
        if (level != Concept.None && next == end)
        {
            TakeWord(level, first, end);
            return level switch
            {
                Concept.Low => Risk.Low,
                Concept.Medium => Risk.Medium,
                _ => Risk.High,
            };
        }

        var words = new[] { Concept.Low, Concept.Medium, Concept.High };
        Report(
            DiagnosticCode.Expected,
            SpanOf(first, end),
            string.Join(" / ", words.Select(w => Words.Canonical(w, _unit.Dialect))),
            "“" + NameTable.NameOf(Tokens, first, end) + "”"
        );
        return null;
    }

    private void CompleteUnit(UnitSymbol unit)
    {
        foreach (var clause in ClausesOf(unit))
        {
            switch (clause.Kind)
            {
                case Concept.PersonnelCount:
                    unit.Personnel = BindStrength(clause, unit);
                    break;
                case Concept.Vehicles:
                    unit.Vehicles = BindStrength(clause, unit);
                    break;
                case Concept.Players:
                    unit.Players = BindStrength(clause, unit);
                    break;
                case Concept.As when clause.First<PhraseSyntax>() is { } kind:
                    unit.Kind = BindKind(kind)?.Name ?? "";
                    break;
                case Concept.ReadyIn when clause.First<ValueSyntax>() is { } time:
                    unit.ReadyIn = BindSpan(time);
                    break;
                case Concept.With:
                    unit.Kit = BindKit(clause);
                    break;
                case Concept.OnStandby:
                    unit.IsStandby = true;
                    break;
                case Concept.People:
                    Report(
                        DiagnosticCode.ClauseDoesNotFit,
                        clause.Span,
                        Quoted(clause),
                        unit.Declaration.Children[0].ToString()
                    );
                    break;
            }
        }

        if (unit.Kind.Length == 0)
        {
            unit.Kind = KindByName(unit.Name);
        }
    }

    // 30 shields, 30 batons, rope
    private ImmutableArray<KitItem> BindKit(ClauseSyntax clause)
    {
        var kit = ImmutableArray.CreateBuilder<KitItem>();
        var count = 1;
        foreach (var part in clause.Children)
        {
            if (part is NumberSyntax number)
            {
                count = (int)BindNumber(number, 0, 1_000_000).Constant;
            }
            else if (part is PhraseSyntax { IsMissing: false } name)
            {
                kit.Add(new KitItem(NameTable.NameOf(Tokens, name.FirstToken, name.EndToken), count));
                count = 1;
            }
        }

        return kit.ToImmutable();
    }

    private int BindStrength(ClauseSyntax clause, UnitSymbol unit)
    {
        if (clause.First<PhraseSyntax>() is { IsMissing: false } agency)
        {
            unit.Agency = NameTable.NameOf(Tokens, agency.FirstToken, agency.EndToken);
        }

        return clause.First<NumberSyntax>() is { } number ? (int)BindNumber(number, 0, 1_000_000).Constant : 0;
    }

    private UnitSymbol? BindKind(PhraseSyntax phrase)
    {
        if (phrase.IsMissing)
        {
            return null;
        }

        var key = NameAt(phrase.FirstToken, phrase.EndToken);
        if (_prelude.Names.Find<UnitSymbol>(key) is { } kind)
        {
            Mention(kind, phrase.FirstToken, phrase.EndToken);
            return kind; // Naming a kind does not make the prelude's unit take part.
        }

        var name = phrase.ToString();
        var nearest = Nearest.To(name, _prelude.Names.All.OfType<UnitSymbol>().Select(u => u.Name));
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownName,
                _unit.Tree.Text,
                phrase.Span,
                [Term.AKind, Quoted(phrase), Nearest.InQuotes(nearest)],
                []
            )
            {
                Suggestion = nearest,
            }
        );
        return null;
    }

    // The longest prelude unit's name that the name is, or starts with.
    private string KindByName(string name)
    {
        var words = NameTable.Key(name).Split(' ');
        for (var count = words.Length; count > 0; count--)
        {
            if (_prelude.Names.Find<UnitSymbol>(new Name(string.Join(" ", words.Take(count)))) is { } kind)
            {
                return kind.Name;
            }
        }

        return "";
    }

    private void CompleteFormation(FormationSymbol formation)
    {
        var units = ImmutableArray.CreateBuilder<UnitSymbol>();
        foreach (var phrase in formation.Declaration.Clauses.SelectMany(c => c.All<PhraseSyntax>()))
        {
            if (Resolve<UnitSymbol>(phrase, Term.AUnit) is { } unit && !units.Contains(unit))
            {
                units.Add(unit);
            }
        }

        formation.Units = units.ToImmutable();
    }

    private void CompleteRole(RoleSymbol role)
    {
        var names = role.Declaration.Clause(Concept.Commands)?.All<PhraseSyntax>() ?? [];
        var units = ImmutableArray.CreateBuilder<UnitSymbol>();
        foreach (var phrase in names)
        {
            var first = phrase.FirstToken;
            if (TryResolve<FormationSymbol>(first, phrase.EndToken) is { } formation)
            {
                units.AddRange(formation.Units);
            }
            else if (Resolve<UnitSymbol>(phrase, Term.AUnitOrFormation) is { } unit)
            {
                units.Add(unit);
            }
        }

        role.Commands = units.ToImmutable();
    }
}
