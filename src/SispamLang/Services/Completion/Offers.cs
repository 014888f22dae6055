using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services.Completion;

/// <summary>Collects what is offered, each thing once, and writes it in the dialect of the file.</summary>
internal sealed class Offers(CompletionContext context, Dialect dialect, Dialect language, string typed)
{
    private readonly Dictionary<(string Label, int Start), CompletionItem> _items = [];

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
        AddTemplate(written, CompletionKind.Value, TemplateText.Plain(written), number, Rank.Word);
    }

    /// <summary>Something declared.</summary>
    public void AddSymbol(Symbol symbol, int first, int rank)
    {
        var name = symbol.NameIn(dialect);
        var isQuoted = symbol.Declaration.Name is { IsQuoted: true };
        AddName(
            name,
            isQuoted ? NameText.Quoted(name) : name,
            symbol.OtherNames.Prepend(symbol.Name),
            KindOf(symbol),
            SymbolDetail.Of(symbol, language),
            first,
            rank,
            "name:" + symbol.Declaration.Kind + ":" + symbol.Name
        );
    }

    /// <summary>A name of something that is no symbol.</summary>
    public void AddName(string name, CompletionKind kind, string detail, int first, int rank, string key) =>
        AddName(name, name, [name], kind, detail, first, rank, key);

    /// <summary>A piece with gaps: a value, or a whole declaration, rule or action.</summary>
    public void AddTemplate(Snippet snippet)
    {
        var label = snippet.LabelIn(dialect);
        var text = snippet.TextIn(dialect);
        Add(
            new CompletionItem(
                label,
                snippet.IsValue ? CompletionKind.Value : CompletionKind.Snippet,
                "",
                text,
                context.Typed,
                FilterText([label, snippet.LabelIn(Other)]),
                snippet.IsValue ? Rank.Value : Rank.Snippet,
                ""
            )
        );
    }

    /// <summary>A value or sign.</summary>
    public void AddTemplate(
        string label,
        CompletionKind kind,
        string detail,
        TemplateText text,
        int rank,
        string key
    ) => Add(new CompletionItem(label, kind, detail, text, context.Typed, label, rank, key));

    /// <summary>The same in place of some characters.</summary>
    public void AddTemplate(string label, CompletionKind kind, TemplateText text, TextSpan replaced, int rank) =>
        Add(new CompletionItem(label, kind, "", text, replaced, text.ToString(), rank, ""));

    private void AddName(
        string label,
        string written,
        IEnumerable<string> names,
        CompletionKind kind,
        string detail,
        int first,
        int rank,
        string key
    )
    {
        if (first < context.Cursor)
        {
            var begun = context.TextFrom(first);
            if (!names.Any(name => NameTable.Key(name).StartsWith(begun, StringComparison.Ordinal)))
            {
                return;
            }
        }

        Add(
            new CompletionItem(
                label,
                kind,
                detail,
                TemplateText.Plain(written),
                context.SpanFrom(first),
                FilterText(names.Prepend(label)),
                rank,
                key
            )
        );
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
