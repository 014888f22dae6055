using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>A place where something is named.</summary>
/// <param name="Text">The file.</param>
/// <param name="Span">The name.</param>
/// <param name="IsDeclaration">It is declared there.</param>
/// <param name="ComesWithLanguage">The file is part of the language; its path is only a name.</param>
public sealed record Reference(SourceText Text, TextSpan Span, bool IsDeclaration, bool ComesWithLanguage);

/// <summary>A place in one file where something is named.</summary>
/// <param name="Span">The name.</param>
/// <param name="IsWrite">It is declared there, or something is done to it: it is moved, counted, raised, carried out.</param>
public readonly record struct Highlight(TextSpan Span, bool IsWrite);

/// <summary>Where something is named, in one file and in all of a workspace.</summary>
public static class References
{
    /// <summary>Every place that names what is named at a place of a file, a doctrine or its rule too; none if nothing is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">The place.</param>
    /// <param name="workspace">All compilations; a file that others use is seen in each of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<Reference> At(
        string path,
        int position,
        ImmutableArray<Compilation> workspace,
        CancellationToken cancellationToken = default
    )
    {
        if (NameOccurrences.At(path, position, workspace) is { } name)
        {
            return Of(name.Symbol, workspace, cancellationToken);
        }

        var mentions = workspace
            .SelectMany(compilation =>
                compilation.Drill.Sources.SelectMany(source => DoctrineMentions.In(source, compilation.Drill))
            )
            .ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        var meant = mentions.FirstOrDefault(mention =>
            mention.Source.Tree.Text.Path == path && mention.Span.Start <= position && position <= mention.Span.End
        );
        return meant is null
            ? []
            :
            [
                .. mentions
                    .Where(mention => mention.Key == meant.Key)
                    .Select(mention => new Reference(
                        mention.Source.Tree.Text,
                        mention.Span,
                        mention.IsDeclaration,
                        !mention.Source.IsOwn
                    ))
                    .GroupBy(reference => (reference.Text.Path, reference.Span))
                    .Select(same => same.First()),
            ];
    }

    /// <summary>Every place where something is named, each once: in the files of the user, and in those of the language
    /// where it is declared.</summary>
    /// <param name="symbol">What is named.</param>
    /// <param name="workspace">All compilations; a file that others use is seen in each of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<Reference> Of(
        Symbol symbol,
        IEnumerable<Compilation> workspace,
        CancellationToken cancellationToken = default
    )
    {
        var key = SymbolKey.Of(symbol);
        var found = new HashSet<(string, TextSpan)>();
        var references = ImmutableArray.CreateBuilder<Reference>();
        foreach (var source in workspace.SelectMany(compilation => compilation.Drill.Sources))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = source.Tree.Text;
            foreach (var name in NameOccurrences.In(source, key))
            {
                if ((source.IsOwn || name.IsDeclaration) && found.Add((text.Path, name.Span)))
                {
                    references.Add(new Reference(text, name.Span, name.IsDeclaration, !source.IsOwn));
                }
            }
        }

        return references.DrainToImmutable();
    }

    /// <summary>The places in a file that name what is named at a place of it; none if nothing is.</summary>
    public static ImmutableArray<Highlight> HighlightsAt(Compilation compilation, SourceUnit source, int position)
    {
        if (NameOccurrences.At(source, position) is { } name)
        {
            var written = WrittenNames.Of(name.Symbol, source, compilation.Drill);
            return
            [
                .. NameOccurrences
                    .In(source, SymbolKey.Of(name.Symbol))
                    .Select(n => new Highlight(n.Span, n.IsDeclaration || written.Contains(n.Span))),
            ];
        }

        return DoctrineMentions.At(source, compilation.Drill, position) is { } doctrine
            ?
            [
                .. DoctrineMentions
                    .In(source, compilation.Drill)
                    .Where(m => m.Doctrine == doctrine.Doctrine && m.Rule == doctrine.Rule)
                    .Select(m => new Highlight(m.Span, m.IsDeclaration)),
            ]
            : [];
    }
}
