using SispamLang.Syntax;
using SispamLang.Tests.Fuzzing;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>After an edit the tree is the same, whether all is read again or what stands before the edit is kept.</summary>
internal static class EditLaw
{
    private const int Edits = 3;

    /// <summary>Breaks a text in some ways, one after the other, and mends it.</summary>
    public static void Check(string content)
    {
        SyntaxTree tree = Parse(content);
        for (int edit = 0; edit < Edits; edit++)
        {
            tree = After(tree, Mutations.Mutate(content, content.Length + edit));
        }

        After(tree, content);
    }

    /// <summary>The tree after an edit.</summary>
    public static SyntaxTree After(SyntaxTree tree, string content)
    {
        SyntaxTree edited = tree.WithChangedText(new SourceText("text.sispam", content));
        SyntaxTree whole = Parse(content);
        Assert.Equal(content, edited.Text.Content);
        Assert.Same(edited.Text, edited.Root.Tokens.Text);
        Assert.Equal(TokensOf(whole), TokensOf(edited));
        Assert.Equal(TreeText.Of(whole), TreeText.Of(edited));
        SyntaxChecks.CheckTokens(edited.Tokens, content);
        SyntaxChecks.CheckTree(edited);
        Assert.All(edited.Diagnostics, diagnostic => Assert.Same(edited.Text, diagnostic.Text));
        return edited;
    }

    public static SyntaxTree Parse(string content) => SyntaxTree.Parse(new SourceText("text.sispam", content));

    private static IEnumerable<Token> TokensOf(SyntaxTree tree) =>
        Enumerable.Range(0, tree.Tokens.Count).Select(i => tree.Tokens[i]);
}
