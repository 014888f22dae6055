using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Services.Completion;

/// <summary>The names that a drill knows, by what they may stand for.</summary>
internal sealed class NameSource
{
    private readonly Compilation _known;
    private readonly SourceUnit _prelude;
    private readonly SourceUnit _main;

    public NameSource(Compilation known)
    {
        _known = known;
        _prelude = known.Drill.Sources[0];
        _main = known.Drill.Sources[known.Drill.Sources.Length - 1];
    }

    /// <summary>A crowd has to be named.</summary>
    public bool HasSeveralCrowds => _known.Drill.Crowds.Length > 1;

    /// <summary>Something declared that may stand for a sort, the nearest files' first.</summary>
    public IEnumerable<Symbol> Of(Term what) =>
        what switch
        {
            Term.AUnitOrFormation => Visible(symbol => symbol is UnitSymbol or FormationSymbol),
            Term.AUnit or Term.AKind => Visible(symbol => symbol is UnitSymbol),
            Term.APlace => Visible(symbol => symbol is PlaceSymbol),
            Term.ARole => Visible(symbol => symbol is RoleSymbol),
            Term.ATactic => Visible(symbol => symbol is TacticSymbol),
            Term.AnEvent => Visible(symbol => symbol is EventSymbol),
            Term.ACounter => Visible(symbol => symbol is CounterSymbol),
            Term.APhase => Visible(symbol => symbol is PhaseSymbol),
            Term.ATemper => Visible(symbol => symbol is TemperSymbol),
            Term.AParam or Term.AValue => Visible(symbol => symbol is ParamSymbol),
            Term.ANumber => Params(ParamKind.Number),
            Term.ADuration => Params(ParamKind.Duration),
            Term.APercentage => Params(ParamKind.Percentage),
            Term.ACrowd => _known.Drill.Crowds,
            _ => [],
        };

    /// <summary>What the prelude declares by a sort of declaration, and the drill may declare anew.</summary>
    public IEnumerable<Symbol> OfPrelude(Concept kind) =>
        _prelude.Names.All.Where(symbol => symbol.Declaration.Kind == kind && symbol is not CrowdSymbol);

    /// <summary>The declarations of doctrines: the drill's own, and those that come with the language.</summary>
    public IEnumerable<DeclarationSyntax> Doctrines() =>
        _known
            .Drill.Sources.Where(source => source.IsOwn)
            .Select(source => source.Tree)
            .Concat(Library.Doctrines.Names.Select(Library.Doctrines.Find).OfType<SyntaxTree>())
            .SelectMany(tree => tree.Root.Declarations)
            .Where(declaration => declaration.Kind == Concept.Doctrine && declaration.Name is { IsMissing: false });

    /// <summary>The rules of a doctrine that the drill is measured against.</summary>
    public IEnumerable<DoctrineRule> RulesOf(string doctrine) =>
        _known
            .Drill.Doctrines.Where(d => string.Equals(d.Name, doctrine, StringComparison.OrdinalIgnoreCase))
            .SelectMany(d => d.Rules);

    /// <summary>The drill is measured against a doctrine.</summary>
    public bool Follows(string doctrine) =>
        _known.Drill.Doctrines.Any(d => string.Equals(d.Name, doctrine, StringComparison.OrdinalIgnoreCase));

    /// <summary>The agencies that units are of.</summary>
    public IEnumerable<string> Agencies() =>
        Units().Select(unit => unit.Agency).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What units bring along.</summary>
    public IEnumerable<string> Kit() =>
        Units().SelectMany(unit => unit.Kit).Select(item => item.Name).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The channels of injects.</summary>
    public IEnumerable<string> Channels() => OfInjects(inject => [inject.Via]);

    /// <summary>Who sends injects and who gets them.</summary>
    public IEnumerable<string> EndsOfInjects() => OfInjects(inject => [inject.From, inject.To]);

    /// <summary>The classes of tactics.</summary>
    public IEnumerable<string> Classes() =>
        Of(Term.ATactic)
            .Select(symbol => ((TacticSymbol)symbol).Class)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Some unit that the drill declares can do a tactic, or anybody can.</summary>
    public bool CanBeDone(TacticSymbol tactic) =>
        tactic.Uses.IsEmpty
        || _known.Drill.Units.Any(unit =>
            unit.Source.Kind != SourceUnitKind.Prelude
            && tactic.Uses.Any(kind =>
                unit.IsOfKind(kind) || string.Equals(unit.Name, kind, StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>A run of tokens is a whole name of a sort.</summary>
    public bool IsName(Term what, TokenList tokens, int first, int end)
    {
        var name = new Name(tokens, first, end);
        return what switch
        {
            Term.AUnitOrFormation => Find<UnitSymbol>(name) ?? (Symbol?)Find<FormationSymbol>(name),
            Term.APlace => Find<PlaceSymbol>(name),
            Term.ARole => Find<RoleSymbol>(name),
            Term.ATactic => Find<TacticSymbol>(name),
            Term.AnEvent => Find<EventSymbol>(name),
            Term.ACounter => Find<CounterSymbol>(name),
            Term.ACrowd => Find<CrowdSymbol>(name),
            Term.ANumber => Find<ParamSymbol>(name),
            _ => null,
        }
            is not null;
    }

    private T? Find<T>(Name name)
        where T : Symbol => Scope.Find<T>(_main, _main, _prelude, name);

    private IEnumerable<string> OfInjects(Func<BoundInject, string[]> parts)
    {
        var found = new List<string>();
        _known.Drill.VisitActions(
            (_, action) =>
            {
                if (action is BoundInject inject)
                {
                    found.AddRange(parts(inject));
                }
            }
        );
        return found.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<UnitSymbol> Units() => Of(Term.AUnit).OfType<UnitSymbol>();

    private IEnumerable<Symbol> Params(ParamKind kind) =>
        Visible(symbol => symbol is ParamSymbol param && param.Kind == kind);

    // The nearer declaration hides the farther one.
    private IEnumerable<Symbol> Visible(Func<Symbol, bool> isWanted) =>
        _known
            .Drill.Sources.Reverse()
            .SelectMany(source => source.Names.All)
            .Where(symbol =>
                isWanted(symbol) && (symbol.Source.IsOwn || _main.Names.Find<Symbol>(new Name(symbol.Name)) is null)
            );
}
