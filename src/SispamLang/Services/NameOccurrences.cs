using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>A place where something that can be declared is named.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">The name as it stands there, quotes included.</param>
/// <param name="Symbol">What it names.</param>
/// <param name="IsDeclaration">It is the name in the declaration, or one of its Indonesian names.</param>
public sealed record NameOccurrence(SourceUnit Source, TextSpan Span, Symbol Symbol, bool IsDeclaration);

/// <summary>Which names stand where in a file, and what they mean: what navigation, renaming and colours build on.</summary>
public static class NameOccurrences
{
    /// <summary>All names of a file, in the order of the text, each place once for each of its meanings.</summary>
    public static ImmutableArray<NameOccurrence> In(SourceUnit source) =>
        [.. All(source).Distinct().OrderBy(name => name.Span.Start).ThenBy(name => name.Span.Length)];

    /// <summary>The places of a file that name one thing, in the order of the text, each once.</summary>
    internal static IEnumerable<NameOccurrence> In(SourceUnit source, SymbolKey key) =>
        All(source)
            .Where(name => SymbolKey.Of(name.Symbol) == key)
            .GroupBy(name => name.Span)
            .Select(group => group.First())
            .OrderBy(name => name.Span.Start);

    /// <summary>The name at a place of a file, as it is understood there or, where the file alone does not tell, by one that
    /// uses it. Null if there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">The place.</param>
    /// <param name="workspace">All compilations.</param>
    public static NameOccurrence? At(string path, int position, IEnumerable<Compilation> workspace) =>
        workspace
            .SelectMany(compilation => compilation.Drill.Sources)
            .Where(source => source.Tree.Text.Path == path)
            .OrderBy(source => source.Kind == SourceUnitKind.Main ? 0 : 1)
            .Select(source => At(source, position))
            .FirstOrDefault(name => name is not null);

    /// <summary>The name at a place, or just before it; of several the shortest. Null if there is none.</summary>
    /// <param name="source">The file.</param>
    /// <param name="position">The place, counted in characters from 0.</param>
    public static NameOccurrence? At(SourceUnit source, int position)
    {
        NameOccurrence? found = null;
        foreach (var name in All(source))
        {
            var isHere = name.Span.Start <= position && position <= name.Span.End;
            if (isHere && IsBetter(name, found, position))
            {
                found = name;
            }
        }

        return found;
    }

    // A name that starts here goes before one that ends here.
    private static bool IsBetter(NameOccurrence name, NameOccurrence? found, int position) =>
        found is null
        || (found.Span.End == position && name.Span.End > position)
        || (name.Span.End > position == found.Span.End > position && name.Span.Length < found.Span.Length);

    private static IEnumerable<NameOccurrence> All(SourceUnit source)
    {
        foreach (var symbol in source.Names.All)
        {
            yield return new NameOccurrence(source, symbol.Span, symbol, true);
            var others = symbol.Declaration.Clause(Dialects.Concept.InIndonesian)?.All<Syntax.PhraseSyntax>() ?? [];
            foreach (var other in others.Where(phrase => !phrase.IsMissing))
            {
                yield return new NameOccurrence(source, other.Span, symbol, true);
            }
        }

        var tokens = source.Tree.Tokens;
        foreach (var (first, end, symbol) in source.References)
        {
            var span = TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End);
            yield return new NameOccurrence(source, span, symbol, false);
        }
    }
}

/// <summary>Which declaration is meant, whatever compilation it was bound in: each text that is compiled anew makes new
/// symbols of what did not change.</summary>
/// <param name="Path">The file of the declaration.</param>
/// <param name="Start">Where its name starts.</param>
public readonly record struct SymbolKey(string Path, int Start)
{
    /// <summary>The key of a symbol.</summary>
    public static SymbolKey Of(Symbol symbol) => new(symbol.Source.Tree.Text.Path, symbol.Span.Start);
}
