using SispamLang.Dialects;
using SispamLang.Services.Completion;
using SispamLang.Syntax;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Tests.Services.Completion;

/// <summary>Who has never read the manual can write a drill from what is offered, one word after the other.</summary>
public sealed class WritingTests
{
    private const string Drill = """
        drill "Sispamkota":
          operation "Pengamanan Pemilu"
          date 2024-11-20
          starts 09:00 WIB
          safety officer Kasi Propam
          stop word "Drill stops"
          follows perkap-1-2009, perkap-2-2019
          ends after 2 h

        place KPU "Kantor KPU": risk high
        unit Dalmas Awal: 38 personnel of Sat Samapta, with rope
        unit Dalmas Lanjut: 38 personnel of Sat Samapta, ready in 3 min, with 30 shields, 30 batons
        unit AWC: 1 vehicle, 4 personnel of Sat Samapta, ready in 5 min
        unit Pemeran: 60 players of Polres
        formation Barisan: Dalmas Awal, AWC
        role Danki Lanjut commands Dalmas Lanjut, AWC
        crowd Massa: 150 people, restless, at KPU, played by Pemeran
          grows to 400 over 20 min
        counter injured: 0..50

        phase Rekap for 45 min:
          at start -> deploy Dalmas Awal to KPU, announce "It starts"
          crowd escalates -> deploy Dalmas Lanjut and AWC to KPU by Danki Lanjut
          Dalmas Lanjut arrives if tense or unruly -> lapis ganti Dalmas Awal to Dalmas Lanjut over 2 min
          if anarchic ->
            warn crowd 3 times every 30 s
            water cannon by Danki Lanjut
            chance 40%: crowd disperses otherwise: announce "They stay"
          until crowd disperses

        throughout:
          crowd throws -> add 1 to injured
          if injured >= 5 -> inject "Hurt" from Dokkes to Kapolres, evaluator Kasi Propam

        require warn crowd before water cannon
        never water cannon while calm
        expect Dalmas Lanjut at KPU within 5 min of crowd escalates during Rekap

        test "force only after warnings":
          start Rekap
          crowd escalates 3 times
          after 10 min
          expect warn crowd 3 times
          expect no tear gas

        """;

    public static TheoryData<string> Lines => ["\n", "\r\n"];

    [Fact]
    public void The_first_line_of_the_language_is_written_word_by_word() =>
        AssertEachIsOffered("phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_whole_drill_is_written_word_by_word(string lineEnd) =>
        AssertEachIsOffered(Drill.ReplaceLineEndings(lineEnd));

    [Fact]
    public void A_whole_drill_is_written_word_by_word_in_Indonesian()
    {
        var text = new SourceText("drill.sispam", Drill);
        var translation = Translator.Translate(
            text,
            UseResult.None,
            Dialect.Indonesian,
            TestContext.Current.CancellationToken
        );

        // Names stay as they are; who writes Indonesian is offered the Indonesian ones.
        Assert.NotNull(translation.Text);
        AssertEachIsOffered(
            translation
                .Text.Replace("restless", "gelisah", StringComparison.Ordinal)
                .Replace("warn ", "himbau ", StringComparison.Ordinal)
                .Replace("tear gas", "gas air mata", StringComparison.Ordinal)
        );
    }

    // Numbers, texts and new names are the planner's own; commas and the like are of the keyboard.
    private static void AssertEachIsOffered(string drill)
    {
        var tree = SyntaxTree.Parse(new SourceText("drill.sispam", drill), TestContext.Current.CancellationToken);
        var named = tree
            .Root.Declarations.Select(declaration => declaration.Name)
            .OfType<PhraseSyntax>()
            .SelectMany(name => Enumerable.Range(name.FirstToken, name.WordCount))
            .ToHashSet();
        var newWords = named.Concat(WordsNobodyHasSaid(tree.Tokens)).ToHashSet();
        var options = CompletionOptions.Default with { Preferred = tree.Root.Dialect ?? Dialect.English };
        for (var i = 0; i < tree.Tokens.Count; i++)
        {
            var token = tree.Tokens[i];
            var isOffered = token.Kind is TokenKind.Word or TokenKind.Colon or TokenKind.Arrow;
            if (isOffered && !newWords.Contains(i))
            {
                // A sign that touches a word is not what the word goes on with.
                var before = drill[..token.Start] + (token.Kind == TokenKind.Colon ? " " : "");
                var written = new SourceText("drill.sispam", before);
                var known = Compilation.Create(written, UseResult.None, TestContext.Current.CancellationToken);
                var items = CompletionService.At(written, before.Length, known, options);
                var whole = before + drill[token.Start..];
                Assert.True(
                    items.Any(item => whole.AsSpan(item.Replaced.Start).StartsWith(item.Text.ToString())),
                    before + "▮\n\n" + string.Join(", ", items.Select(item => item.Label))
                );
            }
        }
    }

    // Kit that no other unit has.
    private static IEnumerable<int> WordsNobodyHasSaid(TokenList tokens) =>
        Enumerable.Range(0, tokens.Count).Where(i => tokens.TextOf(i) is "rope" or "batons");
}
