using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>What a changed text begins with just as the earlier one did: whole declarations, which need not be read again.</summary>
internal readonly struct UnchangedStart
{
    // Each node holds on to the text it was read from, so a tree must not be made of ever more of them.
    private const int MostTexts = 8;

    private UnchangedStart(FileSyntax root, int count)
    {
        Nodes = root.Children.Slice(0, count);
        EndToken = root.Children[count].FirstToken;
        if (root.DialectToken < EndToken)
        {
            (Dialect, DialectToken) = (root.Dialect, root.DialectToken);
        }
    }

    /// <summary>The children of the file that are kept.</summary>
    public NodeList Nodes { get; }

    /// <summary>The token after the last of them: the first one of its line.</summary>
    public int EndToken { get; }

    /// <summary>The dialect, if it shows in them.</summary>
    public Dialect? Dialect { get; }

    /// <summary>The token it shows in.</summary>
    public int DialectToken { get; }

    /// <summary>Finds it; nothing has to be said about what it holds.</summary>
    public static UnchangedStart Of(SyntaxTree earlier, SourceText text)
    {
        var diagnostics = earlier.Diagnostics;
        if (diagnostics.Length == DiagnosticBag.MostPerFile)
        {
            return default; // Not all that is wrong was said.
        }

        var end = earlier.Text.Content.AsSpan().CommonPrefixLength(text.Content.AsSpan());
        if (diagnostics.Length > 0)
        {
            end = Math.Min(end, diagnostics[0].Span.Start);
        }

        var count = earlier.Root.Children.Length - 1;
        while (count > 0 && !IsWholeLine(earlier, count, end))
        {
            count--;
        }

        return count == 0 || TextsOf(earlier.Root, count) > MostTexts
            ? default
            : new UnchangedStart(earlier.Root, count);
    }

    // What is kept ends where it does because of how the line behind it begins. Where several stand on a line, and where a line
    // goes on with the one before it, nothing can be cut.
    private static bool IsWholeLine(SyntaxTree tree, int child, int end)
    {
        ref readonly var token = ref tree.Tokens[tree.Root.Children[child].FirstToken];
        return token is { StartsLine: true, Column: 0 }
            && token.End < end
            && tree.Text.Content.AsSpan(token.End, end - token.End).IndexOfAny('\r', '\n') >= 0;
    }

    private static int TextsOf(FileSyntax root, int count)
    {
        var texts = 1;
        for (var i = 1; i < count; i++)
        {
            texts += root.Children[i].Tokens == root.Children[i - 1].Tokens ? 0 : 1;
        }

        return texts;
    }
}
