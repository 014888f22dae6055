using FsCheck;
using FsCheck.Fluent;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Tests.Fuzzing;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

public class PropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(1000);

    // Characters that mean something, or are known to break programs, far more often than chance would have them.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Elements(
            "phase ",
            "unit ",
            "crowd ",
            "if ",
            "otherwise",
            "fase ",
            "jika ",
            "and ",
            "to ",
            "by ",
            "every ",
            "min",
            "times",
            "Dalmas ",
            "->",
            "→",
            ":",
            ";",
            ",",
            "..",
            "%",
            "=",
            "!=",
            "<=",
            ">",
            "\"",
            "\\",
            "\\\"",
            "#",
            "# language: ",
            "# sispam: ",
            "\n",
            "\r",
            "\r\n",
            "\n  ",
            "\n    ",
            "\t",
            " ",
            "0",
            "7",
            "60%",
            "5 min",
            "09:30",
            "2024-02-30",
            "2.5",
            "999999999999"
        ),
        Gen.Elements(
            "\0",
            "\u0001",
            "\u007F",
            "\u0085",
            "\u00A0",
            "\u2028",
            "\u2029",
            "\uFEFF",
            "\uFFFD",
            "\uFFFF",
            "é",
            "e\u0301",
            "İ",
            "ſ",
            "K",
            "部",
            "\uD800",
            "\uDC00",
            "\uD835\uDD38",
            "\uD83D\uDE00",
            "٣",
            "½",
            "-",
            ".",
            "'",
            "&",
            "!",
            "{",
            "}",
            "${",
            "/*",
            "//",
            "@"
        ),
        ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString()),
        Gen.Choose(0x20, 0x7E).Select(c => ((char)c).ToString())
    );

    private static readonly Arbitrary<string> AnyText = Arb.From(
        Piece.ListOf().Select(pieces => string.Concat(pieces)),
        text => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1))
    );

    private static readonly Arbitrary<(int Sample, int Seed)> AnyMutation = Gen.Choose(0, Samples.Texts.Count - 1)
        .SelectMany(sample => Gen.Choose(0, int.MaxValue - 1).Select(seed => (sample, seed)))
        .ToArbitrary();

    [Fact]
    public void Tokens_and_trivia_of_any_text_are_the_text() =>
        Prop.ForAll(AnyText, content => SyntaxChecks.CheckTokens(Tokens(content), content)).Check(Config);

    [Fact]
    public void Tokens_and_trivia_of_any_broken_drill_are_the_text() =>
        Prop.ForAll(
                AnyMutation,
                mutation =>
                {
                    string content = Mutations.Mutate(Samples.Texts[mutation.Sample], mutation.Seed);
                    SyntaxChecks.CheckTokens(Tokens(content), content);
                }
            )
            .Check(Config);

    [Fact]
    public void Any_text_has_a_whole_tree() =>
        Prop.ForAll(AnyText, content => _ = SyntaxChecks.Check(content)).Check(Config);

    [Fact]
    public void Any_text_can_be_bound() =>
        Prop.ForAll(AnyText, content => _ = Compilation.Create(new SourceText("text.sispam", content), UseResult.None))
            .Check(Config);

    private static TokenList Tokens(string content)
    {
        var text = new SourceText("text.sispam", content);
        return Lexer.Tokenize(text, new DiagnosticBag(text));
    }
}
