using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Signs that are missing, wrong or too many.</summary>
internal static class SignFixes
{
    public static IEnumerable<Fix> Character(FixContext context, Diagnostic diagnostic)
    {
        var (span, content) = (diagnostic.Span, context.Text.Content);
        var isBetweenWords =
            span.Start > 0
            && span.End < content.Length
            && char.IsLetterOrDigit(content[span.Start - 1])
            && char.IsLetterOrDigit(content[span.End]);
        yield return new Fix(Wording.Remove, new TextEdit(span, isBetweenWords ? " " : ""), diagnostic.Arguments[0])
        {
            IsPreferred = true,
        };
    }

    public static IEnumerable<Fix> Quote(FixContext context, Diagnostic diagnostic)
    {
        var text = context.Text.ToString(diagnostic.Span).TrimEnd();
        var backslashes = text.Length - text.TrimEnd('\\').Length;
        var quote = backslashes % 2 == 0 ? "\"" : "\\\"";
        var end = new TextSpan(diagnostic.Span.Start + text.Length, 0);
        yield return new Fix(Wording.Insert, new TextEdit(end, quote), "\"") { IsPreferred = true };
    }

    public static IEnumerable<Fix> Backslash(FixContext context, Diagnostic diagnostic) =>
        [Fix.Replace(diagnostic.Span, "\\" + context.Text.ToString(diagnostic.Span))];

    public static IEnumerable<Fix> Colon(FixContext context, Diagnostic diagnostic) =>
        [Fix.Replace(BackToWord(context, diagnostic.Span), ":")];

    /// <summary>What the grammar asks for here, if it is a sign or a word.</summary>
    public static IEnumerable<Fix> Expected(FixContext context, Diagnostic diagnostic) =>
        (
            diagnostic.Arguments[0] switch
            {
                Term.AColon => [SignAt(context, diagnostic.Span, ":", TokenKind.Arrow)],
                Term.AnArrow => [SignAt(context, diagnostic.Span, " ->", TokenKind.Colon)],
                Term.AName => NewName(context, diagnostic),
                string words when words.Contains(" / ") => OneOf(context, diagnostic.Span, words.Split('/')),
                string word => [Put(BackToWord(context, new TextSpan(diagnostic.Span.Start, 0)).Start, " " + word)],
                _ => [],
            }
        ).Where(fix => !context.Tree.Diagnostics.Contains(diagnostic) || IsBetter(context, fix));

    /// <summary>The sign that separates what does not belong together.</summary>
    public static IEnumerable<Fix> Separator(FixContext context, Diagnostic diagnostic) =>
        new[] { ",", ";" }
            .Select(sign => Put(BackToWord(context, new TextSpan(diagnostic.Span.Start, 0)).Start, sign))
            .Where(fix => IsBetter(context, fix))
            .Take(1);

    public static IEnumerable<Fix> EmptyBlock(FixContext context, Diagnostic diagnostic)
    {
        var path = context.PathTo(diagnostic.Span);
        var block = path.Length - 1;
        while (block > 0 && path[block] is not BlockSyntax)
        {
            block--;
        }

        switch (block > 0 ? path[block - 1] : null)
        {
            case RuleSyntax or BranchSyntax or OtherwiseSyntax:
                var announcement = $"{context.Word(Concept.Announce)} \"{context.Say(Wording.TextHere)}\"";
                yield return new Fix(
                    Wording.Insert,
                    new TextEdit(new TextSpan(diagnostic.Span.End, 0), " " + announcement),
                    announcement
                );
                break;
            case DeclarationSyntax { Kind: Concept.Throughout } throughout:
                yield return new Fix(
                    Wording.RemoveDeclaration,
                    new TextEdit(Removal.LinesOf(context, throughout.Span), "")
                );
                break;
            case DeclarationSyntax:
                var sign = new Fix(
                    Wording.Remove,
                    new TextEdit(BackToWord(context, diagnostic.Span), ""),
                    context.Text.ToString(diagnostic.Span)
                );
                if (IsBetter(context, sign))
                {
                    yield return sign;
                }

                break;
        }
    }

    private static IEnumerable<Fix> OneOf(FixContext context, TextSpan span, string[] words)
    {
        var choices = words.Select(word => word.Trim()).ToList();
        var nearest = Nearest.To(context.Text.ToString(span), choices);
        return choices
            .OrderBy(word => word == nearest ? 0 : 1)
            .Select(word => Fix.Replace(span, word) with { IsPreferred = word == nearest });
    }

    // With the blanks before it.
    private static TextSpan BackToWord(FixContext context, TextSpan span)
    {
        var index = SyntaxPath.TokenFrom(context.Tokens, span.Start);
        return TextSpan.FromBounds(index == 0 ? span.Start : context.Tokens[index - 1].End, span.End);
    }

    // In place of the other sign, if that stands there.
    private static Fix SignAt(FixContext context, TextSpan span, string sign, TokenKind other)
    {
        var token = context.Tokens[SyntaxPath.TokenFrom(context.Tokens, span.Start)];
        var place = BackToWord(context, token.Kind == other && token.Span == span ? span : new TextSpan(span.Start, 0));
        return place.End == span.End && span.Length > 0
            ? new Fix(Wording.Write, new TextEdit(place, sign), sign.Trim()) { IsPreferred = true }
            : Put(place.Start, sign);
    }

    private static Fix Put(int position, string sign) =>
        new(Wording.Insert, new TextEdit(new TextSpan(position, 0), sign), sign.Trim()) { IsPreferred = true };

    private static IEnumerable<Fix> NewName(FixContext context, Diagnostic diagnostic)
    {
        if (context.Around<DeclarationSyntax>(diagnostic.Span) is { Name.IsMissing: true } declaration)
        {
            var name = Declarable.FreeName(context, context.Word(declaration.Kind));
            var place = new TextSpan(declaration.Children[0].Span.End, 0);
            yield return new Fix(Wording.CallIt, new TextEdit(place, " " + name), name);
        }
    }

    // What a reader asks for may not be all that is wrong: only what leaves fewer errors helps.
    private static bool IsBetter(FixContext context, Fix fix)
    {
        var text = new SourceText(context.Text.Path, Edits.Apply(context.Text.Content, fix.Edits));
        return Errors(SyntaxTree.Parse(text)) < Errors(context.Tree);
    }

    private static int Errors(SyntaxTree tree) =>
        tree.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
