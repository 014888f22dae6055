using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services.Completion;

/// <summary>Collects what is offered, each thing once, and writes it in the dialect of the file.</summary>
internal sealed class Offers(CompletionContext context, Dialect dialect, Dialect language, string typed)
{
    private readonly Dictionary<(string Label, int Start), CompletionItem> _items = [];
    private (int First, string Text) _begun = (-1, "");

    private Dialect Other => dialect == Dialect.English ? Dialect.Indonesian : Dialect.English;

    /// <summary>The best first.</summary>
    public ImmutableArray<CompletionItem> ToImmutable() =>
        [.. _items.Values.OrderBy(item => item.Rank).ThenBy(item => item.Label, StringComparer.Ordinal)];

    /// <summary>A built-in word, of which the first words may stand there already.</summary>
    public void AddWord(Concept concept, int first, int rank)
    {
        var forms = Words.FormsOf(concept);
        var written = Words.Canonical(concept, dialect);
        if (first < context.Cursor)
        {
            // It goes on with the spelling that has been begun.
            var begun = context.TextFrom(first);
            if (
                forms.FirstOrDefault(form => form.Text.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                is not { } form
            )
            {
                return;
            }

            written = form.Text;
        }

        var other = Words.Canonical(concept, Other);
        Add(
            new CompletionItem(
                written,
                KindOf(concept),
                other == written ? "" : other,
                TemplateText.Plain(written),
                context.SpanFrom(first),
                FilterText(forms.Select(form => form.Text).Prepend(written)),
                rank,
                "word:" + concept
            )
        );
    }

    /// <summary>A word that counts, behind the number that it counts with.</summary>
    public void AddCounted(Concept concept, TextSpan number)
    {
        var written = context.Tokens.TextOf(context.Cursor - 1) + " " + Words.Canonical(concept, dialect);
        var text = TemplateText.Plain(written);
        Add(new CompletionItem(written, CompletionKind.Value, "", text, number, written, Rank.Word, ""));
    }

    /// <summary>Something declared.</summary>
    public void AddSymbol(Symbol symbol, int first, int rank)
    {
        if (!GoesOn(symbol.Name, first) && !symbol.OtherNames.Any(name => GoesOn(name, first)))
        {
            return;
        }

        var name = symbol.NameIn(dialect);
        var isQuoted = symbol.Declaration.Name is { IsQuoted: true };
        Add(
            new CompletionItem(
                name,
                KindOf(symbol),
                SymbolDetail.Of(symbol, language),
                TemplateText.Plain(isQuoted ? NameText.Quoted(name) : name),
                context.SpanFrom(first),
                symbol.OtherNames.IsEmpty ? name : FilterText(symbol.OtherNames.Prepend(symbol.Name).Prepend(name)),
                rank,
                "name:" + symbol.Declaration.Kind + ":" + symbol.Name
            )
        );
    }

    /// <summary>A name of something that is no symbol.</summary>
    public void AddName(string name, CompletionKind kind, string detail, int first, int rank, string key)
    {
        if (GoesOn(name, first))
        {
            var text = TemplateText.Plain(name);
            Add(new CompletionItem(name, kind, detail, text, context.SpanFrom(first), name, rank, key));
        }
    }

    /// <summary>A piece with gaps: a value, or a whole declaration, rule or action.</summary>
    public void AddTemplate(Snippet snippet)
    {
        var label = snippet.LabelIn(dialect);
        Add(
            new CompletionItem(
                label,
                snippet.IsValue ? CompletionKind.Value : CompletionKind.Snippet,
                "",
                snippet.TextIn(dialect),
                context.Typed,
                FilterText([label, snippet.LabelIn(Other)]),
                snippet.IsValue ? Rank.Value : Rank.Snippet,
                ""
            )
        );
    }

    /// <summary>A sign.</summary>
    public void AddSign(string sign) =>
        Add(
            new CompletionItem(
                sign,
                CompletionKind.Sign,
                "",
                TemplateText.Plain(sign),
                context.Typed,
                sign,
                Rank.Sign,
                ""
            )
        );

    // A name begins with the words that stand there already.
    private bool GoesOn(string name, int first)
    {
        if (first == context.Cursor)
        {
            return true;
        }

        if (_begun.First != first)
        {
            _begun = (first, context.TextFrom(first));
        }

        return NameTable.Key(name).StartsWith(_begun.Text, StringComparison.Ordinal);
    }

    private void Add(CompletionItem item)
    {
        var key = (item.Label, item.Replaced.Start);
        if (!_items.TryGetValue(key, out var known) || item.Rank < known.Rank)
        {
            _items[key] = item;
        }
    }

    // Editors compare from the start, so what fits the characters typed goes first.
    private string FilterText(IEnumerable<string> spellings)
    {
        var all = spellings.Distinct(StringComparer.OrdinalIgnoreCase);
        return string.Join(
            " ",
            typed.Length == 0
                ? all
                : all.OrderBy(text => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        );
    }

    private static CompletionKind KindOf(Concept concept) =>
        Words.PositionOf(concept) switch
        {
            WordPosition.Verb or WordPosition.CrowdEvent or WordPosition.Happening => CompletionKind.Verb,
            WordPosition.State or WordPosition.RiskLevel or WordPosition.ConfidenceLevel or WordPosition.Measure =>
                CompletionKind.State,
            WordPosition.Subject => CompletionKind.Crowd,
            _ => CompletionKind.Keyword,
        };

    private static CompletionKind KindOf(Symbol symbol) =>
        symbol switch
        {
            UnitSymbol or FormationSymbol => CompletionKind.Unit,
            PlaceSymbol => CompletionKind.Place,
            RoleSymbol => CompletionKind.Role,
            CrowdSymbol => CompletionKind.Crowd,
            TemperSymbol => CompletionKind.Temper,
            TacticSymbol => CompletionKind.Tactic,
            EventSymbol => CompletionKind.Event,
            CounterSymbol => CompletionKind.Counter,
            ParamSymbol => CompletionKind.Param,
            _ => CompletionKind.Phase,
        };
}

/// <summary>How fitting things are: the lower, the more.</summary>
internal static class Rank
{
    /// <summary>A sign that has to stand there.</summary>
    public const int Sign = 0;

    /// <summary>A value that fits.</summary>
    public const int Value = 5;

    /// <summary>What the drill declares.</summary>
    public const int Own = 10;

    /// <summary>A built-in word.</summary>
    public const int Word = 20;

    /// <summary>A name that comes with the language.</summary>
    public const int Prelude = 30;

    /// <summary>What the drill could not do as it is.</summary>
    public const int Unlikely = 40;

    /// <summary>A whole piece.</summary>
    public const int Snippet = 50;
}
