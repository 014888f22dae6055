using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>A part of a file that leads to another one.</summary>
/// <param name="Span">The part.</param>
/// <param name="Target">Where it leads.</param>
public sealed record DocumentLink(TextSpan Span, NamedPlace Target);

/// <summary>The files that a file names: those it uses, and doctrines.</summary>
public static class DocumentLinks
{
    /// <summary>All links of a file, in the order of the text.</summary>
    public static ImmutableArray<DocumentLink> In(Compilation compilation, SourceUnit source)
    {
        var uses = Uses(source).Select(use => new DocumentLink(use.Path.Span, NamedPlace.Of(use.Unit)));
        var doctrines = DoctrineMentions
            .In(source, compilation.Drill)
            .Where(mention => !mention.IsDeclaration)
            .Select(mention => new DocumentLink(mention.Span, mention.Declaration));
        return [.. uses.Concat(doctrines).OrderBy(link => link.Span.Start)];
    }

    /// <summary>The paths that are there, with the files they lead to.</summary>
    internal static IEnumerable<(StringSyntax Path, SourceUnit Unit)> Uses(SourceUnit source) =>
        from declaration in source.Tree.Root.Declarations
        where declaration.Kind == Concept.Use
        let path = declaration.First<StringSyntax>()
        where path is { IsMissing: false }
        from used in source.Uses
        where used.Path == path.Value
        select (path, used.Unit);
}
