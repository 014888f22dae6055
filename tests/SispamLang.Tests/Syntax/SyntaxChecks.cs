using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>What holds of the tokens and the tree of every text, however broken.</summary>
internal static class SyntaxChecks
{
    /// <summary>Parses a text and checks all of it.</summary>
    public static SyntaxTree Check(string content)
    {
        var text = new SourceText("text.sispam", content);
        SyntaxTree tree = SyntaxTree.Parse(text);
        CheckTokens(tree.Tokens, content);
        CheckTree(tree);
        CheckDiagnostics(tree, text);
        Assert.Equal(TreeText.Of(tree), TreeText.Of(SyntaxTree.Parse(text)));
        return tree;
    }

    /// <summary>Trivia and tokens, put back together, are the text; each piece of trivia is of one kind only.</summary>
    public static void CheckTokens(TokenList tokens, string content)
    {
        var together = new StringBuilder(content.Length);
        for (int i = 0; i < tokens.Count; i++)
        {
            int position = together.Length;
            foreach (Trivia trivia in tokens.TriviaBefore(i))
            {
                Assert.Equal(together.Length, trivia.Span.Start);
                Assert.True(trivia.Span.Length > 0);
                string piece = tokens.Text.ToString(trivia.Span);
                switch (trivia.Kind)
                {
                    case TriviaKind.LineEnd:
                        Assert.True(piece is "\n" or "\r" or "\r\n", piece);
                        break;
                    case TriviaKind.Comment:
                        Assert.StartsWith("#", piece, StringComparison.Ordinal);
                        Assert.True(piece.AsSpan().IndexOfAny('\r', '\n') < 0);
                        break;
                    default:
                        Assert.True(piece.AsSpan().TrimStart('\uFEFF').IsWhiteSpace(), piece);
                        Assert.True(piece.AsSpan().IndexOfAny('\r', '\n', '#') < 0);
                        break;
                }

                together.Append(piece);
            }

            Token token = tokens[i];
            Assert.Equal(together.Length, token.Start);
            Assert.Equal(token.Kind == TokenKind.EndOfFile, token.Length == 0);
            Assert.Equal(token.Kind == TokenKind.EndOfFile, i == tokens.Count - 1);
            string written = tokens.TextOf(i);
            Assert.Equal(token.Length, written.Length);
            Assert.True(written.AsSpan().IndexOfAny('\r', '\n') < 0, "A token ends with its line.");
            if (token.Kind != TokenKind.EndOfFile)
            {
                Assert.Equal(IsFirstOnLine(content, position, token.Start), token.StartsLine);
            }

            together.Append(written);
        }

        Assert.Equal(content, together.ToString());
    }

    private static bool IsFirstOnLine(string content, int endOfTokenBefore, int start) =>
        endOfTokenBefore == 0 || content.AsSpan(endOfTokenBefore, start - endOfTokenBefore).IndexOfAny('\r', '\n') >= 0;

    /// <summary>The children of each node cover it without gaps, down to leaves that tile the tokens.</summary>
    public static void CheckTree(SyntaxTree tree)
    {
        Assert.Equal(0, tree.Root.FirstToken);
        Assert.Equal(tree.Tokens.Count, tree.Root.EndToken);
        int next = 0;
        CheckNode(tree.Root, ref next);
        Assert.Equal(tree.Tokens.Count, next);
    }

    private static void CheckNode(SyntaxNode node, ref int next)
    {
        // Long texts have millions of nodes, and an assertion costs more than what it asks.
        if (next != node.FirstToken || node.EndToken < node.FirstToken)
        {
            Assert.Fail($"{node.GetType().Name} {node.FirstToken}..{node.EndToken} stands where token {next} is due.");
        }

        if (node is SyntaxLeaf)
        {
            next = node.EndToken;
            return;
        }

        foreach (SyntaxNode child in node.Children)
        {
            CheckNode(child, ref next);
        }

        if (node.EndToken != next)
        {
            Assert.Fail($"{node.GetType().Name} ends at {node.EndToken}, its last child at {next}.");
        }

        CheckMembers(node);
    }

    // What a node promises is there on every tree, for the binder doesn't look twice.
    private static void CheckMembers(SyntaxNode node)
    {
        switch (node)
        {
            case RuleSyntax rule:
                Assert.True(rule.Trigger is ClauseSyntax or ConditionSyntax);
                _ = rule.Guard;
                _ = rule.Body;
                break;
            case OrderSyntax order:
                _ = order.Head;
                break;
            case BranchSyntax branch:
                Assert.True(branch.Head is ClauseSyntax or OrderSyntax);
                break;
            case JoinedConditionSyntax joined:
                Assert.True(joined.Parts.Count() > 1);
                break;
            case NotConditionSyntax not:
                _ = not.Operand;
                break;
            case PredicateSyntax predicate:
                _ = predicate.Phrase;
                if (predicate.Comparison is null != predicate.Value is null)
                {
                    Assert.Fail("A comparison has a sign and a value.");
                }

                break;
        }
    }

    /// <summary>Every message is about a place inside the text, and can be put into words.</summary>
    public static void CheckDiagnostics(SyntaxTree tree, SourceText text)
    {
        Assert.True(tree.Diagnostics.Length <= DiagnosticBag.MostPerFile);
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            Assert.InRange(diagnostic.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Span.Length, 0, text.Length - diagnostic.Span.Start);
            Assert.NotEmpty(DiagnosticCatalogue.Render(diagnostic, Dialect.English));
            Assert.NotEmpty(DiagnosticCatalogue.Render(diagnostic, Dialect.Indonesian));
        }

        if (tree.Root.Children.Any(child => child is SkippedSyntax && child.EndToken - child.FirstToken > 1))
        {
            Assert.NotEmpty(tree.Diagnostics);
        }
    }
}
