using SispamLang.Binding;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Where something is declared.</summary>
/// <param name="Text">The file.</param>
/// <param name="Span">The whole declaration.</param>
/// <param name="NameSpan">Its name.</param>
/// <param name="ComesWithLanguage">It is no file of the user's but part of the language; its path is only a name.</param>
public sealed record NamedPlace(SourceText Text, TextSpan Span, TextSpan NameSpan, bool ComesWithLanguage)
{
    internal static NamedPlace Of(Symbol symbol) => Of(symbol.Source, symbol.Declaration, symbol.Span);

    internal static NamedPlace Of(Doctrine doctrine) => Of(doctrine.Source, doctrine.Syntax);

    internal static NamedPlace Of(DoctrineRule rule, SourceUnit source) => Of(source, rule.Syntax);

    /// <summary>The start of a file.</summary>
    internal static NamedPlace Of(SourceUnit source) => new(source.Tree.Text, default, default, !source.IsOwn);

    private static NamedPlace Of(SourceUnit source, DeclarationSyntax declaration) =>
        Of(source, declaration, (declaration.Name ?? (SyntaxNode)declaration).Span);

    private static NamedPlace Of(SourceUnit source, DeclarationSyntax declaration, TextSpan name) =>
        new(source.Tree.Text, declaration.Span, name, !source.IsOwn);
}
