using System.Collections.Immutable;

namespace SispamLang.Tests.Grammar;

/// <summary>Says whether a text is in the language of <c>grammar/sispam.ebnf</c>, after J. Earley, “An efficient context-free
/// parsing algorithm” (1970).</summary>
internal sealed class Recogniser
{
    // By rule: what it may be made of. Groups, options and repetitions are rules of their own.
    private readonly List<ImmutableArray<Symbol>[]> _rules = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<int> _canBeEmpty = [];

    private Recogniser()
    {
        foreach ((string name, _) in Ebnf.Rules)
        {
            _numbers.Add(name, _rules.Count);
            _rules.Add([]);
        }

        foreach ((string name, Expression expression) in Ebnf.Rules)
        {
            _rules[_numbers[name]] = AlternativesOf(expression);
        }

        FindEmpty();
    }

    /// <summary>The one for the grammar.</summary>
    public static Recogniser Instance { get; } = new();

    /// <summary>True if the grammar derives these tokens.</summary>
    public bool Accepts(GrammarTokens tokens)
    {
        if (!tokens.IsSound)
        {
            return false;
        }

        var sets = new ItemSet?[tokens.Count + 1];
        sets[0] = new ItemSet();
        foreach (ImmutableArray<Symbol> alternative in _rules[0])
        {
            sets[0]!.Add(new Item(0, alternative, 0, 0));
        }

        for (int i = 0; i <= tokens.Count; i++)
        {
            if (sets[i] is { } set)
            {
                Close(set, i, sets);
                if (i < tokens.Count)
                {
                    Scan(set, i, tokens, sets);
                }
            }
        }

        return sets[^1] is { } last && last.Items.Any(item => item is { Rule: 0, Origin: 0, Next: null });
    }

    // Whatever may come next, and whatever is complete.
    private void Close(ItemSet set, int index, ItemSet?[] sets)
    {
        for (int i = 0; i < set.Items.Count; i++)
        {
            Item item = set.Items[i];
            if (item.Next is null)
            {
                // What ended where it began is passed over below.
                if (item.Origin < index)
                {
                    foreach (Item waiting in sets[item.Origin]!.WaitingFor(item.Rule))
                    {
                        set.Add(waiting.Advanced);
                    }
                }
            }
            else if (item.Next.Rule is { } rule)
            {
                foreach (ImmutableArray<Symbol> alternative in _rules[rule])
                {
                    set.Add(new Item(rule, alternative, 0, index));
                }

                if (_canBeEmpty.Contains(rule))
                {
                    set.Add(item.Advanced);
                }
            }
        }
    }

    // Where a keyword fits, a word is no part of a name; of several the longest is meant.
    private static void Scan(ItemSet set, int index, GrammarTokens tokens, ItemSet?[] sets)
    {
        var matches = set
            .Items.Where(item => item.Next?.Terminal is not null)
            .Select(item => (Item: item, Length: tokens.Match(item.Next!.Terminal!, index)))
            .Where(match => match.Length > 0)
            .ToList();
        int longest = matches.Where(match => IsKeyword(match.Item)).Select(match => match.Length).Append(0).Max();
        foreach ((Item item, int length) in matches)
        {
            if (longest == 0 || (IsKeyword(item) && length == longest))
            {
                (sets[index + length] ??= new ItemSet()).Add(item.Advanced);
            }
        }
    }

    private static bool IsKeyword(Item item) =>
        item.Next?.Terminal is Expression.Quoted { Text: var text } && Keywords.IsKeyword(text);

    private ImmutableArray<Symbol>[] AlternativesOf(Expression expression) =>
        expression is Expression.Choice choice ? [.. choice.Parts.Select(SymbolsOf)] : [SymbolsOf(expression)];

    private ImmutableArray<Symbol> SymbolsOf(Expression expression)
    {
        switch (expression)
        {
            case Expression.Sequence sequence:
                return [.. sequence.Parts.SelectMany(part => SymbolsOf(part))];
            case Expression.Choice:
                return [NewRule(AlternativesOf(expression))];
            case Expression.Optional optional:
                return
                [
                    NewRule([
                        [],
                        .. AlternativesOf(optional.Part),
                    ]),
                ];
            case Expression.Repeated repeated:
                Symbol self = NewRule([]);
                _rules[self.Rule!.Value] =
                [
                    [],
                    .. AlternativesOf(repeated.Part).Select(alternative => alternative.Insert(0, self)),
                ];
                return [self];
            case Expression.Named { IsToken: false } named:
                return [new Symbol(_numbers[named.Name], null)];
            default:
                return [new Symbol(null, expression)];
        }
    }

    private Symbol NewRule(ImmutableArray<Symbol>[] alternatives)
    {
        _rules.Add(alternatives);
        return new Symbol(_rules.Count - 1, null);
    }

    private void FindEmpty()
    {
        for (int before = -1; before < _canBeEmpty.Count; )
        {
            before = _canBeEmpty.Count;
            for (int rule = 0; rule < _rules.Count; rule++)
            {
                if (_rules[rule].Any(a => a.All(symbol => symbol.Rule is { } r && _canBeEmpty.Contains(r))))
                {
                    _canBeEmpty.Add(rule);
                }
            }
        }
    }

    /// <summary>A rule, or a terminal.</summary>
    private sealed record Symbol(int? Rule, Expression? Terminal);

    /// <summary>How far one alternative of a rule has been read, and where it began.</summary>
    private readonly record struct Item(int Rule, ImmutableArray<Symbol> Alternative, int Dot, int Origin)
    {
        public Symbol? Next => Dot < Alternative.Length ? Alternative[Dot] : null;

        public Item Advanced => this with { Dot = Dot + 1 };
    }

    private sealed class ItemSet
    {
        private readonly HashSet<Item> _known = [];
        private readonly Dictionary<int, List<Item>> _waiting = [];

        public List<Item> Items { get; } = [];

        public void Add(Item item)
        {
            if (!_known.Add(item))
            {
                return;
            }

            Items.Add(item);
            if (item.Next?.Rule is { } rule)
            {
                if (!_waiting.TryGetValue(rule, out List<Item>? waiting))
                {
                    _waiting.Add(rule, waiting = []);
                }

                waiting.Add(item);
            }
        }

        public IReadOnlyList<Item> WaitingFor(int rule) => _waiting.GetValueOrDefault(rule) ?? [];
    }
}
