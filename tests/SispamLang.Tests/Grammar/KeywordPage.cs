using System.Text;
using SispamLang.Dialects;

namespace SispamLang.Tests.Grammar;

/// <summary>Makes <c>docs/keywords.md</c>: every word of both dialects.</summary>
internal static class KeywordPage
{
    private const string Head = """
        # Keywords

        Every built-in word of both dialects. The first of several is the canonical spelling, which formatting and translation write; the
        others are read as well. The words have one home, the tables in [src/SispamLang/Dialects](../src/SispamLang/Dialects), from which
        this page is made (`SISPAM_UPDATE_BASELINES=1 dotnet test tests/SispamLang.Tests`).

        ## Keywords of the grammar

        In [the grammar](grammar.md) a keyword stands as it does in the first column. A word of the other dialect where a keyword stands is
        an error that offers the right one.

        """;

    private const string Phrases = """

        ## Words in phrases

        The grammar reads them like names. Where a phrase means something, these are what it can be made of besides names
        ([language.md](language.md), sections 5 and 6), and what stands in comments.

        """;

    /// <summary>The page.</summary>
    public static string Make()
    {
        var inGrammar = Ebnf
            .Rules.SelectMany(rule => rule.Value.All())
            .OfType<Expression.Quoted>()
            .Select(quoted => quoted.Text)
            .Where(Keywords.IsKeyword)
            .ToHashSet(StringComparer.Ordinal);
        var page = new StringBuilder(Head);
        AddTable(page, inGrammar.Order(StringComparer.Ordinal));
        page.Append(Phrases);
        AddTable(page, Keywords.All.Keys.Where(keyword => !inGrammar.Contains(keyword)));
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void AddTable(StringBuilder page, IEnumerable<string> keywords)
    {
        page.Append("\n| keyword | English | Bahasa Indonesia |\n| --- | --- | --- |\n");
        foreach (string keyword in keywords)
        {
            page.Append($"| {keyword} | {In(keyword, Dialect.English)} | {In(keyword, Dialect.Indonesian)} |\n");
        }
    }

    private static string In(string keyword, Dialect dialect) =>
        string.Join(", ", Keywords.FormsOf(keyword).Where(form => form.Dialect == dialect).Select(form => form.Text));
}
