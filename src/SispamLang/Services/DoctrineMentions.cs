using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>A place where a doctrine, or a rule of one, is named.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">The name as it stands there.</param>
/// <param name="Doctrine">The doctrine.</param>
/// <param name="Rule">The rule, or null.</param>
/// <param name="IsDeclaration">It is the name in the declaration.</param>
internal sealed record DoctrineMention(
    SourceUnit Source,
    TextSpan Span,
    Doctrine Doctrine,
    DoctrineRule? Rule,
    bool IsDeclaration
)
{
    /// <summary>Where it is declared.</summary>
    public NamedPlace Declaration => Rule is null ? NamedPlace.Of(Doctrine) : NamedPlace.Of(Rule, Doctrine.Source);

    /// <summary>Which declaration is meant, in whatever compilation.</summary>
    public SymbolKey Key => new(Declaration.Text.Path, Declaration.NameSpan.Start);
}

/// <summary>Where doctrines are named; they are no symbols, for only drills and waivers speak of them.</summary>
internal static class DoctrineMentions
{
    /// <summary>All in a file.</summary>
    public static IEnumerable<DoctrineMention> In(SourceUnit source, BoundDrill drill)
    {
        var tokens = source.Tree.Tokens;
        foreach (var (first, end, doctrine, rule) in source.DoctrineReferences)
        {
            var span = TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End);
            yield return new DoctrineMention(source, span, doctrine, rule, false);
        }

        foreach (var doctrine in drill.Doctrines.Where(doctrine => doctrine.Source == source))
        {
            yield return new DoctrineMention(source, NamedPlace.Of(doctrine).NameSpan, doctrine, null, true);
            foreach (var rule in doctrine.Rules)
            {
                yield return new DoctrineMention(source, NamedPlace.Of(rule, source).NameSpan, doctrine, rule, true);
            }
        }
    }

    /// <summary>The one at a place, or null.</summary>
    public static DoctrineMention? At(SourceUnit source, BoundDrill drill, int position) =>
        In(source, drill).FirstOrDefault(mention => mention.Span.Start <= position && position <= mention.Span.End);
}
