using System.Text;
using SispamLang.Formatting;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Formatting;

/// <summary>What holds of the formatter and every text, however broken.</summary>
internal static class FormatterLaw
{
    /// <summary>Formats a text and checks that only its layout changed.</summary>
    public static string Check(string content)
    {
        SyntaxTree tree = Parse(content);
        string formatted = Formatter.Format(tree);
        SyntaxTree after = Parse(formatted);

        Assert.Equal(Comments(tree), Comments(after));
        Assert.Equal(Outline(tree), Outline(after));
        Assert.Equal(Messages(content), Messages(formatted));
        Assert.Equal(formatted, Formatter.Format(after));
        Assert.Empty(Formatter.Edits(after));
        Assert.Equal(formatted, Apply(content, Formatter.Edits(tree)));
        return formatted;
    }

    /// <summary>A text with some changes, which are in order and do not overlap.</summary>
    public static string Apply(string content, IEnumerable<TextEdit> edits)
    {
        var text = new StringBuilder();
        int position = 0;
        foreach (TextEdit edit in edits)
        {
            Assert.InRange(edit.Span.Start, position, content.Length);
            text.Append(content, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        return text.Append(content, position, content.Length - position).ToString();
    }

    /// <summary>The tree without what layout decides: where its tokens stand, and the signs between statements.</summary>
    public static string Outline(SyntaxTree tree)
    {
        var text = new StringBuilder();
        Append(text, tree.Root, 0);
        return text.ToString();
    }

    public static SyntaxTree Parse(string content) => SyntaxTree.Parse(new SourceText("drill.sispam", content));

    private static void Append(StringBuilder text, SyntaxNode node, int depth)
    {
        text.Append(' ', depth).Append(node.GetType().Name);
        if (node is SyntaxLeaf)
        {
            for (int i = node.FirstToken; i < node.EndToken; i++)
            {
                text.Append(' ').Append(TextOf(node.Tokens, i));
            }
        }

        text.Append('\n');
        foreach (SyntaxNode child in node.Children)
        {
            bool isSeparator =
                node is BlockSyntax or FileSyntax
                && child is SignSyntax { Kind: TokenKind.Comma or TokenKind.Semicolon };
            if (!isSeparator)
            {
                Append(text, child, depth + 1);
            }
        }
    }

    private static string TextOf(TokenList tokens, int index) =>
        tokens[index].Kind is TokenKind.Word or TokenKind.Number or TokenKind.String or TokenKind.Bad
            ? tokens.TextOf(index)
            : tokens[index].Kind.ToString();

    private static List<string> Comments(SyntaxTree tree)
    {
        List<string> comments = [];
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            foreach (Trivia trivia in tree.Tokens.TriviaBefore(i))
            {
                if (trivia.Kind == TriviaKind.Comment)
                {
                    comments.Add(tree.Text.ToString(trivia.Span).TrimEnd());
                }
            }
        }

        return comments;
    }

    // Which, not how they are worded or in which order: they quote what is written, with its blanks and at its place.
    private static IEnumerable<string> Messages(string content) =>
        Compilation
            .Create(new SourceText("drill.sispam", content), UseResult.None)
            .Diagnostics.Select(d => $"{d.Severity} {d.Id}")
            .Order(StringComparer.Ordinal);
}
