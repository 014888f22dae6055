using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SispamLang.Collections;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>
/// Gives every name and phrase its meaning. First all files are declared, then declarations are completed, then rules
/// are bound. This part holds the order of work and what the others share.
/// </summary>
internal sealed partial class Binder
{
    private readonly ImmutableArray<SourceUnit> _sources;
    private readonly SourceUnit _prelude;
    private readonly SourceUnit _main;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BoundRule> _rules = [];
    private bool _reportedRules;
    private readonly ListPool<BoundAction> _actions = new();
    private readonly ListPool<BoundCondition> _conditions = new();
    private ImmutableArray<CrowdSymbol> _crowds = [];

    // The file that is being bound; only Enter sets it.
    private SourceUnit _unit;

    // Doctrines that the drill does not name itself.
    private readonly ImmutableArray<string> _besides;

    private Binder(
        ImmutableArray<SourceUnit> sources,
        ImmutableArray<string> besides,
        CancellationToken cancellationToken
    )
    {
        _besides = besides;
        _sources = sources;
        _prelude = sources[0];
        _main = sources[sources.Length - 1];
        _cancellationToken = cancellationToken;
        Enter(_main);
    }

    private TokenList Tokens { get; set; }

    /// <summary>Binds a drill.</summary>
    /// <param name="sources">The prelude, the doctrines, the used files in the order of their use, the drill's own file.</param>
    /// <param name="besides">Doctrines to measure it against besides those it follows.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BoundDrill Bind(
        ImmutableArray<SourceUnit> sources,
        ImmutableArray<string> besides,
        CancellationToken cancellationToken
    ) => new Binder(sources, besides, cancellationToken).Bind();

    private BoundDrill Bind()
    {
        foreach (var unit in _sources)
        {
            Enter(unit);
            Declare();
        }

        _crowds = Declared<CrowdSymbol>();
        if (_crowds.IsEmpty)
        {
            _crowds = [.. _prelude.Names.All.OfType<CrowdSymbol>()];
        }

        // Params first: everything else may name them.
        ForEachUnit(() => CompleteAll<ParamSymbol>(CompleteParam));
        ForEachUnit(BindAssignments);
        ForEachUnit(CompleteDeclarations);
        ForEachUnit(BindRules);
        var drill = new BoundDrill
        {
            Sources = _sources,
            Facts = BindFacts(out var endsAfter),
            EndsAfter = endsAfter,
            Params = Declared<ParamSymbol>(),
            Places = Declared<PlaceSymbol>(),
            Units = WithUsedOfPrelude<UnitSymbol>(),
            Formations = Declared<FormationSymbol>(),
            Roles = WithUsedOfPrelude<RoleSymbol>(),
            Crowds = _crowds,
            Events = Declared<EventSymbol>(),
            Counters = Declared<CounterSymbol>(),
            Phases = Declared<PhaseSymbol>(),
            Rules = [.. _rules],
        };

        // Last: what a kind stands for depends on the units that take part.
        ForEachUnit(DeclareDoctrines);
        var doctrines = FollowedDoctrines(_besides);
        var waivers = BindWaivers(doctrines);
        return drill with
        {
            Doctrines = doctrines,
            Waivers = waivers,
            Properties = BindDoctrineProperties(drill, doctrines, waivers).AddRange(BindProperties(drill)),
            Tests = BindTests(drill),
        };
    }

    [MemberNotNull(nameof(_unit), nameof(Tokens))]
    private void Enter(SourceUnit unit)
    {
        _unit = unit;
        Tokens = unit.Tree.Tokens;
    }

    private void ForEachUnit(Action action)
    {
        foreach (var unit in _sources)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Enter(unit);
            action();
        }

        Enter(_main);
    }

    // What the drill and its libraries declare, in source order.
    private ImmutableArray<T> Declared<T>()
        where T : Symbol => [.. _sources.Skip(1).SelectMany(unit => InOrder<T>(unit))];

    private ImmutableArray<T> WithUsedOfPrelude<T>()
        where T : Symbol => [.. InOrder<T>(_prelude).Where(symbol => symbol.IsUsed), .. Declared<T>()];

    private static IEnumerable<T> InOrder<T>(SourceUnit unit)
        where T : Symbol => unit.Names.All.OfType<T>();

    // ---- Names ------------------------------------------------------------------------------------------------------

    private T? Find<T>(Name name)
        where T : Symbol => Scope.Find<T>(_unit, _main, _prelude, name);

    private Name NameAt(int first, int end) => new(Tokens, first, end);

    /// <summary>A phrase that must name something of a sort; reports it and gives null if it does not.</summary>
    private T? Resolve<T>(PhraseSyntax phrase, Term what)
        where T : Symbol =>
        phrase.IsMissing
            ? null // The parser has reported it.
            : Resolve<T>(phrase.FirstToken, phrase.EndToken, what, phrase);

    /// <summary>The same for some tokens of a node; none of them is reported as what the node lacks.</summary>
    private T? Resolve<T>(int first, int end, Term what, SyntaxNode owner)
        where T : Symbol
    {
        if (first == end)
        {
            ReportMissing(owner, what);
            return null;
        }

        var symbol = TryResolve<T>(first, end);
        if (symbol is null)
        {
            ReportUnknown<T>(first, end, what);
        }

        return symbol;
    }

    private T? TryResolve<T>(int first, int end)
        where T : Symbol
    {
        if (first >= end || Find<T>(NameAt(first, end)) is not { } symbol)
        {
            return null;
        }

        Take(symbol, first, end);
        return symbol;
    }

    // A run of tokens has turned out to name this.
    private void Take(Symbol symbol, int first, int end)
    {
        // What the prelude says of its own does not make anything take part.
        symbol.IsUsed |= _unit.Kind != SourceUnitKind.Prelude;
        Mention(symbol, first, end);
    }

    // The same, but that does not make it take part.
    private void Mention(Symbol symbol, int first, int end) =>
        _unit.References.Add(new NameReference(first, end, symbol));

    private void ReportUnknown<T>(int first, int end, Term what)
        where T : Symbol
    {
        var span = SpanOf(first, end);
        var name = NameTable.NameOf(Tokens, first, end);
        if (Find<Symbol>(new Name(name)) is { } other && other is not T)
        {
            Report(DiagnosticCode.WrongSortOfName, span, "“" + Shorten(name) + "”", SortOf(other), what);
            return;
        }

        var nearest = Nearest.To(name, Visible<T>().Select(symbol => symbol.Name));
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownName,
                _unit.Tree.Text,
                span,
                [what, "“" + Shorten(name) + "”", Nearest.InQuotes(nearest)],
                []
            )
            {
                Suggestion = nearest,
            }
        );
    }

    private void ReportMissing(SyntaxNode owner, Term what) =>
        Report(DiagnosticCode.PartMissing, owner.Span, Quoted(owner), what);

    private IEnumerable<T> Visible<T>()
        where T : Symbol => _sources.Reverse().SelectMany(unit => unit.Names.All.OfType<T>());

    private static Term SortOf(Symbol symbol) =>
        symbol switch
        {
            UnitSymbol => Term.AUnit,
            FormationSymbol => Term.AFormation,
            CrowdSymbol => Term.ACrowd,
            PlaceSymbol => Term.APlace,
            RoleSymbol => Term.ARole,
            TacticSymbol => Term.ATactic,
            EventSymbol => Term.AnEvent,
            CounterSymbol => Term.ACounter,
            ParamSymbol => Term.AParam,
            TemperSymbol => Term.ATemper,
            _ => Term.APhase,
        };

    private void Report(DiagnosticCode code, TextSpan span, params object[] arguments) =>
        _unit.Diagnostics.Report(code, span, arguments);

    private static string Shorten(string text) => text.Length <= 60 ? text : text.Substring(0, 60) + "…";

    private static string Quoted(SyntaxNode node) => "“" + Shorten(node.ToString()) + "”";
}
