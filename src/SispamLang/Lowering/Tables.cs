using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Text;

namespace SispamLang.Lowering;

/// <summary>The numbers of declarations.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<Symbol, int> _numbers = [];

    public Numbering(BoundDrill drill)
    {
        Add(drill.Params);
        Add(drill.Places);
        Add(drill.Units);
        Add(drill.Formations);
        Add(drill.Roles);
        Add(drill.Crowds);
        Add(drill.Events);
        Add(drill.Counters);
        Add(drill.Phases);
    }

    public int this[Symbol symbol] => _numbers[symbol];

    public int OrNone(Symbol? symbol) => symbol is null ? -1 : _numbers[symbol];

    public ImmutableArray<int> Units(ImmutableArray<UnitSymbol> units) => [.. units.Select(u => _numbers[u])];

    /// <summary>Those that take part; a prelude role names units that may not.</summary>
    public ImmutableArray<int> KnownUnits(ImmutableArray<UnitSymbol> units) =>
        [.. units.Where(_numbers.ContainsKey).Select(u => _numbers[u])];

    public Amount Amount(BoundAmount amount) =>
        amount.Param is { } param ? new Amount(0, _numbers[param]) : new Amount(amount.Constant);

    private void Add<T>(ImmutableArray<T> symbols)
        where T : Symbol
    {
        for (var i = 0; i < symbols.Length; i++)
        {
            _numbers.Add(symbols[i], i);
        }
    }
}

/// <summary>Places in the source, each once.</summary>
internal sealed class SiteTable
{
    private readonly Dictionary<(int File, TextSpan Span), int> _numbers = [];
    private readonly ImmutableArray<Site>.Builder _sites = ImmutableArray.CreateBuilder<Site>();

    public int Of(SourceUnit source, TextSpan span)
    {
        var file = source.Number;
        if (_numbers.TryGetValue((file, span), out var number))
        {
            return number;
        }

        var start = source.Tree.Text.PositionOf(span.Start);
        var end = source.Tree.Text.PositionOf(span.End);
        _sites.Add(
            new Site(file, span.Start, span.Length, start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1)
        );
        _numbers.Add((file, span), _sites.Count - 1);
        return _sites.Count - 1;
    }

    public ImmutableArray<Site> ToImmutable() => _sites.ToImmutable();
}

/// <summary>Sources of chance. Their keys are made of names only, so that adding a rule moves none of the others.</summary>
internal sealed class StreamTable
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private readonly ImmutableArray<DrawStream>.Builder _streams = ImmutableArray.CreateBuilder<DrawStream>();

    public static string Key(string sort, Symbol symbol, string part) =>
        sort + " " + NameTable.Key(symbol.Name) + "/" + part;

    public int Add(string key, bool isRange, int site)
    {
        _streams.Add(new DrawStream(key, Hash(key), isRange, site));
        return _streams.Count - 1;
    }

    public ImmutableArray<DrawStream> ToImmutable() => _streams.ToImmutable();

    // FNV-1a, 64 bits.
    private static ulong Hash(string key)
    {
        var hash = Basis;
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            hash = unchecked((hash ^ b) * Prime);
        }

        return hash;
    }
}

/// <summary>Tactics on crowds and hand-overs between units, each once.</summary>
internal sealed class ActivityTable(
    BoundDrill drill,
    Numbering numbers,
    SiteTable sites,
    StreamTable streams,
    Dialect dialect
)
{
    private readonly List<TacticSymbol> _tacticSymbols = [];
    private readonly List<ActivityPattern> _patterns = [];
    private readonly ImmutableArray<TacticSpec>.Builder _tactics = ImmutableArray.CreateBuilder<TacticSpec>();
    private readonly ImmutableArray<ActivitySpec>.Builder _activities = ImmutableArray.CreateBuilder<ActivitySpec>();

    public ImmutableArray<TacticSpec> Tactics => _tactics.ToImmutable();

    public ImmutableArray<ActivitySpec> Activities => _activities.ToImmutable();

    public int Of(TacticSymbol tactic, CrowdSymbol? crowd) =>
        Find(new ActivityPattern(ActivityKind.Tactic, tactic, crowd, [], [])) is >= 0 and var found
            ? found
            : Add(tactic, crowd);

    public int Of(ActivityPattern handOver) => Find(handOver) is >= 0 and var found ? found : Add(handOver);

    /// <summary>All that fit a pattern; what it leaves open fits all.</summary>
    public ImmutableArray<int> Matching(ActivityPattern pattern)
    {
        var matching = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < _patterns.Count; i++)
        {
            var one = _patterns[i];
            if (
                one.Kind == pattern.Kind
                && one.Tactic == pattern.Tactic
                && (pattern.Crowd is null || one.Crowd == pattern.Crowd)
                && pattern.From.All(one.From.Contains)
                && pattern.To.All(one.To.Contains)
            )
            {
                matching.Add(i);
            }
        }

        return matching.ToImmutable();
    }

    private int Find(ActivityPattern wanted) =>
        _patterns.FindIndex(one =>
            one.Kind == wanted.Kind
            && one.Tactic == wanted.Tactic
            && one.Crowd == wanted.Crowd
            && one.From.SequenceEqual(wanted.From)
            && one.To.SequenceEqual(wanted.To)
        );

    private int Add(TacticSymbol tactic, CrowdSymbol? crowd)
    {
        _patterns.Add(new ActivityPattern(ActivityKind.Tactic, tactic, crowd, [], []));
        var number = _tacticSymbols.IndexOf(tactic);
        if (number < 0)
        {
            number = _tacticSymbols.Count;
            _tacticSymbols.Add(tactic);
            _tactics.Add(new TacticSpec(tactic.NameIn(dialect), tactic.Force, sites.Of(tactic.Source, tactic.Span)));
        }

        var site = tactic.Effects.IsEmpty
            ? _tactics[number].Site
            : sites.Of(
                tactic.Source,
                TextSpan.FromBounds(
                    tactic.Effects[0].Syntax.Span.Start,
                    tactic.Effects[tactic.Effects.Length - 1].Syntax.Span.End
                )
            );
        var rolls = crowd is not null && !tactic.Effects.IsEmpty && !Lowerer.IsCertain(tactic.Effects);
        var target = crowd is null ? "" : " " + NameTable.Key(crowd.Name);
        var label =
            drill.Crowds.Length > 1 && crowd is not null
                ? tactic.NameIn(dialect) + " " + crowd.Name
                : tactic.NameIn(dialect);
        _activities.Add(
            new ActivitySpec(
                ActivityKind.Tactic,
                number,
                numbers.OrNone(crowd),
                Needs(tactic),
                crowd is null ? [] : [.. tactic.Effects.Select(e => new Outcome(e.Kind, numbers.Amount(e.Chance)))],
                rolls ? streams.Add(StreamTable.Key("tactic", tactic, "effect" + target), isRange: false, site) : -1,
                [],
                [],
                label,
                site
            )
        );
        return _activities.Count - 1;
    }

    private int Add(ActivityPattern handOver)
    {
        _patterns.Add(handOver);
        var (verb, joint) = handOver.Kind switch
        {
            ActivityKind.LapisGanti => (Concept.LapisGanti, Concept.To),
            ActivityKind.LintasGanti => (Concept.LintasGanti, Concept.To),
            _ => (Concept.Relieve, Concept.With),
        };
        var label = string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} {2} {3}",
            Words.Canonical(verb, dialect),
            string.Join(" + ", handOver.From.Select(u => u.Name)),
            Words.Canonical(joint, dialect),
            string.Join(" + ", handOver.To.Select(u => u.Name))
        );
        _activities.Add(
            new ActivitySpec(
                handOver.Kind,
                -1,
                -1,
                [],
                [],
                -1,
                numbers.Units(handOver.From),
                numbers.Units(handOver.To),
                label,
                -1
            )
        );
        return _activities.Count - 1;
    }

    // The drill's own units that can do it; with none, the prelude's is taken to be at hand.
    private ImmutableArray<int> Needs(TacticSymbol tactic) =>
        [
            .. drill
                .Units.Where(unit => unit.Source.Kind != SourceUnitKind.Prelude && tactic.IsUsing(unit))
                .Select(unit => numbers[unit]),
        ];
}
