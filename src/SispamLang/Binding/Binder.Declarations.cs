using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Declarations: their names first, then their clauses.</summary>
internal sealed partial class Binder
{
    private const int MostOfAKind = 1000;

    private void Declare()
    {
        var counts = new Dictionary<Concept, int>();
        foreach (var declaration in _unit.Tree.Root.Declarations)
        {
            if (_unit.Kind == SourceUnitKind.Library && declaration.Kind is Concept.Drill or Concept.Phase)
            {
                Report(
                    DiagnosticCode.LibraryPartIgnored,
                    declaration.Children[0].Span,
                    Words.Canonical(declaration.Kind, _unit.Dialect)
                );
                continue;
            }

            if (declaration.Name is not { IsMissing: false } syntax)
            {
                continue;
            }

            counts.TryGetValue(declaration.Kind, out var count);
            counts[declaration.Kind] = count + 1;
            if (count == MostOfAKind)
            {
                Report(DiagnosticCode.TooMany, syntax.Span, Text(MostOfAKind), declaration.Children[0].ToString());
            }

            var name = NameTable.NameOf(Tokens, syntax.FirstToken, syntax.EndToken);
            if (count < MostOfAKind && NewSymbol(declaration, name) is { } symbol && CheckNew(name, symbol))
            {
                _unit.Names.Add(name, symbol);
                DeclareOtherNames(symbol);
            }
        }
    }

    private Symbol? NewSymbol(DeclarationSyntax declaration, string name) =>
        declaration.Kind switch
        {
            Concept.Param => new ParamSymbol(_unit, declaration, name),
            Concept.Place => new PlaceSymbol(_unit, declaration, name),
            Concept.Unit => new UnitSymbol(_unit, declaration, name),
            Concept.Formation => new FormationSymbol(_unit, declaration, name),
            Concept.Role => new RoleSymbol(_unit, declaration, name),
            Concept.Crowd => new CrowdSymbol(_unit, declaration, name),
            Concept.Temper => new TemperSymbol(_unit, declaration, name),
            Concept.Tactic => new TacticSymbol(_unit, declaration, name),
            Concept.Event => new EventSymbol(_unit, declaration, name),
            Concept.Counter => new CounterSymbol(_unit, declaration, name),
            Concept.Phase => new PhaseSymbol(_unit, declaration, name),
            _ => null,
        };

    // Tempers have names of their own; all else shares one set.
    private bool CheckNew(string name, Symbol symbol)
    {
        var key = new Name(name);
        foreach (var earlier in _unit.Names.Find(key))
        {
            if (earlier is TemperSymbol == symbol is TemperSymbol && earlier != symbol)
            {
                ReportTwice(DiagnosticCode.DeclaredTwice, symbol, earlier, "“" + name + "”");
                return false;
            }
        }

        foreach (var other in _sources)
        {
            if (
                _unit.Kind == SourceUnitKind.Library
                && other.Kind == SourceUnitKind.Library
                && other != _unit
                && other.Names.Find(key).FirstOrDefault(s => s is TemperSymbol == symbol is TemperSymbol) is { } clash
            )
            {
                ReportTwice(
                    DiagnosticCode.NameFromTwoFiles,
                    symbol,
                    clash,
                    "“" + name + "”",
                    other.Tree.Text.Path,
                    _unit.Tree.Text.Path
                );
                return false;
            }
        }

        return true;
    }

    private void ReportTwice(DiagnosticCode code, Symbol symbol, Symbol earlier, params object[] arguments) =>
        _unit.Diagnostics.Add(
            new Diagnostic(
                code,
                _unit.Tree.Text,
                symbol.Span,
                [.. arguments],
                [new RelatedPlace(earlier.Source.Tree.Text, earlier.Span, Term.DeclaredHere)]
            )
        );

    private void DeclareOtherNames(Symbol symbol)
    {
        if (symbol.Declaration.Clause(Concept.InIndonesian) is not { } clause)
        {
            return;
        }

        var names = clause
            .All<PhraseSyntax>()
            .Where(p => !p.IsMissing)
            .Select(p => NameTable.NameOf(Tokens, p.FirstToken, p.EndToken))
            .ToImmutableArray();
        foreach (var name in names.Where(name => CheckNew(name, symbol)))
        {
            _unit.Names.Add(name, symbol);
        }

        symbol.OtherNames = names;
    }

    private void CompleteAll<T>(Action<T> complete)
        where T : Symbol
    {
        foreach (var symbol in InOrder<T>(_unit).ToList())
        {
            complete(symbol);
        }
    }

    private void CompleteDeclarations()
    {
        CompleteAll<PlaceSymbol>(CompletePlace);
        CompleteAll<UnitSymbol>(CompleteUnit);
        CompleteAll<FormationSymbol>(CompleteFormation);
        CompleteAll<RoleSymbol>(CompleteRole);
        CompleteAll<TemperSymbol>(CompleteTemper);
        CompleteAll<TacticSymbol>(CompleteTactic);
        CompleteAll<EventSymbol>(CompleteEvent);
        CompleteAll<CounterSymbol>(CompleteCounter);
        CompleteAll<CrowdSymbol>(CompleteCrowd);
    }

    // Each clause at most once, unless the declaration says otherwise.
    private IEnumerable<ClauseSyntax> ClausesOf(Symbol symbol, params Concept[] repeatable)
    {
        var seen = new HashSet<Concept>();
        foreach (var clause in symbol.Declaration.Clauses)
        {
            if (clause.Kind != Concept.None && !seen.Add(clause.Kind) && !repeatable.Contains(clause.Kind))
            {
                Report(DiagnosticCode.ClauseTwice, clause.Span, clause.Children[0].ToString());
                continue;
            }

            yield return clause;
        }
    }
}
