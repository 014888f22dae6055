using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

public class LexerTests
{
    [Theory]
    [InlineData("Kodim 0820", "Word Kodim|Number 0820")]
    [InlineData("a-b o'clock Pol.PP A&B", "Word a-b|Word o'clock|Word Pol.PP|Word A&B")]
    [InlineData("a- b' c. d&", "Word a|Bad -|Word b|Bad '|Word c|Bad .|Word d|Bad &")]
    [InlineData("zA aZ az09", "Word zA|Word aZ|Word az09")]
    [InlineData(
        "Café-Élan Ö.É e\u0301 \u0939\u093F\u0928\u094D\u0926\u0940 a\u0663",
        "Word Café-Élan|Word Ö.É|Word e\u0301|Word \u0939\u093F\u0928\u094D\u0926\u0940|Word a\u0663"
    )]
    [InlineData("É- É", "Word É|Bad -|Word É")]
    [InlineData("\U00010400\U00010401a \U00010400-b", "Word \U00010400\U00010401a|Word \U00010400-b")]
    [InlineData("\U0001F600a", "Bad \U0001F600|Word a")]
    [InlineData("a\U0001F600\u0001b", "Word a|Bad \U0001F600\u0001|Word b")]
    [InlineData("a\u00A0b\u2003c\u0085d", "Word a|Word b|Word c|Word d")]
    [InlineData(
        "2023-10-16 2023-10-1 2023-1-16 2023-10 202-10-16 20231-10-16",
        "Date 2023-10-16|Number 2023|Bad -|Number 10|Bad -|Number 1|Number 2023|Bad -|Number 1|Bad -|Number 16|Number 2023|Bad -|Number 10|Number 202|Bad -|Number 10|Bad -|Number 16|Number 20231|Bad -|Number 10|Bad -|Number 16"
    )]
    [InlineData("2023-a", "Number 2023|Bad -|Word a")]
    [InlineData(
        "09:30 9:30 109:30 9:3 9:a3 9:",
        "Clock 09:30|Clock 9:30|Number 109|Colon :|Number 30|Number 9|Colon :|Number 3|Number 9|Colon :|Word a3|Number 9|Colon :"
    )]
    [InlineData("4..8 1.5 1. .5", "Number 4|Range ..|Number 8|Number 1.5|Number 1|Bad .|Bad .|Number 5")]
    [InlineData(
        "-> → <= ≤ >= ≥ != ≠ < > = : ; , / %",
        "Arrow ->|Arrow →|LessOrEqual <=|LessOrEqual ≤|GreaterOrEqual >=|GreaterOrEqual ≥|NotEqual !=|NotEqual ≠|Less <|Greater >|Equal =|Colon :|Semicolon ;|Comma ,|Slash /|Percent %"
    )]
    [InlineData("\"a\\\"b\" c \"d\\\\\" e", "String \"a\\\"b\"|Word c|String \"d\\\\\"|Word e")]
    [InlineData("\"a\nb \"c\\\rd \"e\\", "String \"a|Word b|String \"c\\|Word d|String \"e\\")]
    [InlineData("a # b \"c\rd #", "Word a|Word d")]
    public void Characters_become_tokens(string content, string expected) => Assert.Equal(expected, Written(content));

    [Theory]
    [InlineData("  a", 2)]
    [InlineData("\ta", 4)]
    [InlineData("   \ta", 4)]
    [InlineData("\t\ta", 8)]
    [InlineData("\t a", 5)]
    [InlineData("\u00A0\u2003a", 2)]
    [InlineData("\uFEFFa", 0)]
    [InlineData("# x\n  a", 2)]
    public void How_deep_a_line_is_counts_tabs_as_four(string content, int column)
    {
        var text = new SourceText("a.sispam", content);

        Assert.Equal(column, Lexer.Tokenize(text, new DiagnosticBag(text))[0].Column);
    }

    [Theory]
    [InlineData("a \u0001", "2 U+0001")]
    [InlineData("\uFFFD", "0 U+FFFD")]
    [InlineData("\U0001F600", "0 \U0001F600")]
    [InlineData("a @ b", "2 @")]
    [InlineData("\"a\u0001b\u0002\"", "2 U+0001")]
    [InlineData("\"a\tb\"", "")]
    public void A_character_without_meaning_is_told_by_what_it_looks_like_or_by_its_number(
        string content,
        string expected
    ) => Assert.Equal(expected, Told(content));

    [Fact]
    public void Half_a_pair_of_surrogates_means_nothing()
    {
        Assert.Equal("Bad \u0001\uFFFD\uD800|Bad \u0001", Written("\u0001\uFFFD\uD800\n\u0001"));
        Assert.Equal("Bad \uD83D|Word a", Written("\uD83Da"));
        Assert.Equal("Word a|Bad \uD83D", Written("a\uD83D"));
        Assert.Equal("Word É|Bad \uD801", Written("É\uD801"));
        Assert.Equal("0 U+D800", Told("\uD800"));
        Assert.Equal("0 U+DC00", Told("\uDC00"));
    }

    [Fact]
    public void A_text_of_more_than_16_MiB_is_not_read()
    {
        var longest = new SourceText("a.sispam", "event a" + new string('\n', SourceText.MaxLength - 7));
        var tooLong = new SourceText("a.sispam", longest.Content + "\n");

        Assert.Empty(SyntaxTree.Parse(longest, TestContext.Current.CancellationToken).Diagnostics);
        Diagnostic told = SyntaxTree.Parse(tooLong, TestContext.Current.CancellationToken).Diagnostics[0];
        Assert.Equal(DiagnosticCode.TooLong, told.Code);
    }

    private static string Written(string content)
    {
        var text = new SourceText("a.sispam", content);
        TokenList tokens = Lexer.Tokenize(text, new DiagnosticBag(text));
        SyntaxChecks.CheckTokens(tokens, content);
        return string.Join(
            '|',
            Enumerable.Range(0, tokens.Count - 1).Select(i => $"{tokens[i].Kind} {tokens.TextOf(i)}")
        );
    }

    private static string Told(string content)
    {
        var text = new SourceText("a.sispam", content);
        var diagnostics = new DiagnosticBag(text);
        Lexer.Tokenize(text, diagnostics);
        return string.Join('|', diagnostics.ToImmutable().Select(d => $"{d.Span.Start} {d.Arguments[0]}"));
    }
}
