using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services.Completion;

/// <summary>
/// What can be written at a place. The parser says what the grammar wants there, as it reads the declaration around the
/// place; the names come from a compilation, perhaps of an earlier version of the text.
/// </summary>
public static class CompletionService
{
    /// <summary>What fits at a place, the most fitting first.</summary>
    /// <param name="current">The text as it is now.</param>
    /// <param name="position">The place, counted in characters from 0.</param>
    /// <param name="known">The latest compilation of the file.</param>
    /// <param name="options">What the drill does not tell.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<CompletionItem> At(
        SourceText current,
        int position,
        Compilation known,
        CompletionOptions options,
        CancellationToken cancellationToken = default
    )
    {
        position = Math.Min(Math.Max(position, 0), current.Length);
        var dialect = known.Main.Root.Dialect;
        if (CompletionContext.At(current, position, dialect, cancellationToken) is not { } context)
        {
            return CompletionContext.PathOfUse(current, position) is { } path ? Files(current, path, options) : [];
        }

        var typed = current.Content.Substring(context.Typed.Start, position - context.Typed.Start);
        var offers = new Offers(context, context.Dialect ?? options.Preferred, options.Language, typed);
        var names = new NameSource(known);
        var reader = new PhraseReader(context.Tokens, names);
        new WordOffers(context, known, reader, offers).Add();
        new PhraseOffers(context, names, reader, offers).Add();
        Snippets.Add(context, offers);
        return offers.ToImmutable();
    }

    /// <summary>What an item means, as Markdown; null if there is no more to say.</summary>
    /// <param name="key">The item's key.</param>
    /// <param name="known">The latest compilation of the file.</param>
    /// <param name="language">The reader's language.</param>
    public static string? Describe(string key, Compilation known, Dialect language)
    {
        switch (key.Split([':'], 3))
        {
            case ["word", var word] when Enum.TryParse<Concept>(word, out var concept):
                return Words.Concepts.Contains(concept) ? WordSummary.Of(concept, language) : null;
            case ["name", var kind, var name]:
                var symbol = known
                    .Drill.Sources.Reverse()
                    .SelectMany(source => source.Names.All)
                    .FirstOrDefault(s => s.Declaration.Kind.ToString() == kind && s.Name == name);
                return symbol is null ? null : SymbolSummary.Of(symbol, known.Drill, language);
            case ["rule", var id]:
                var rule = known
                    .Drill.Doctrines.SelectMany(doctrine => doctrine.Rules)
                    .FirstOrDefault(r => r.FullName == id);
                return rule is null ? null : DoctrineSummary.Of(rule, known.Drill, language);
            case ["doctrine", var name]:
                var doctrine = known.Drill.Doctrines.FirstOrDefault(d => d.Name == name);
                return doctrine is null ? null : DoctrineSummary.Of(doctrine, language);
            default:
                return null;
        }
    }

    private static ImmutableArray<CompletionItem> Files(SourceText text, TextSpan path, CompletionOptions options)
    {
        var isClosed = path.End < text.Length && text.Content[path.End] == '"';
        return
        [
            .. options.Files.Select(file => new CompletionItem(
                file,
                CompletionKind.File,
                "",
                TemplateText.Plain(isClosed ? file : file + "\""),
                path,
                file,
                0,
                ""
            )),
        ];
    }
}
