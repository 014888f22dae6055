using SispamLang.Diagnostics;
using SispamLang.Services;
using SispamLang.Tests.Shared;
using SispamLang.Tests.Syntax;

namespace SispamLang.Tests.Services;

public sealed class SemanticTokensTests
{
    [Fact]
    public void Every_word_is_coloured_by_what_it_means()
    {
        const string Drill = """
            # What the drill is for.
            unit Dalmas Lanjut: 38 personnel of Sat Samapta, ready in 3 min
            place KPU "Kantor KPU": risk high # by day
            counter injured: 0..50
            phase Rekap for 45 min:
              crowd escalates -> deploy Dalmas Lanjut to KPU, add 1 to injured
              if anarchic -> water cannon
            """;

        Assert.Equal(
            [
                "# What the drill is for. Comment Documentation",
                "unit Keyword",
                "Dalmas Lanjut Unit Declaration",
                "38 Number",
                "personnel Keyword",
                "of Keyword",
                "ready in Keyword",
                "3 Number",
                "min Keyword",
                "place Keyword",
                "KPU Place Declaration",
                "\"Kantor KPU\" Text",
                "risk Keyword",
                "high Keyword",
                "# by day Comment",
                "counter Keyword",
                "injured Counter Declaration",
                "0 Number",
                ".. Sign",
                "50 Number",
                "phase Keyword",
                "Rekap Phase Declaration",
                "for Keyword",
                "45 Number",
                "min Keyword",
                "crowd Crowd",
                "escalates Happening",
                "-> Sign",
                "deploy Verb",
                "Dalmas Lanjut Unit",
                "to Keyword",
                "KPU Place",
                "add Verb",
                "1 Number",
                "to Keyword",
                "injured Counter",
                "if Keyword",
                "anarchic State",
                "-> Sign",
                "water cannon Tactic BuiltIn",
            ],
            Texts(Drill)
        );
    }

    [Fact]
    public void Indonesian_words_have_the_same_meanings()
    {
        const string Drill = """
            fase Rekap: massa bereskalasi -> kerahkan Dalmas Awal oleh Kapolres; jika sudah bubar -> gas air mata
            """;

        Assert.Equal(
            [
                "fase Keyword",
                "Rekap Phase Declaration",
                "massa Crowd",
                "bereskalasi Happening",
                "-> Sign",
                "kerahkan Verb",
                "Dalmas Awal Unit BuiltIn",
                "oleh Keyword",
                "Kapolres Role BuiltIn",
                "jika Keyword",
                "sudah bubar State",
                "-> Sign",
                "gas air mata Tactic BuiltIn",
            ],
            Texts(Drill)
        );
    }

    [Fact]
    public void Doctrines_and_their_rules_are_known_where_they_are_declared_followed_and_waived()
    {
        const string Drill = """
            drill "Latihan": follows ours
            waive ours/words-first "Nobody is there to speak."
            doctrine ours "Ours":
              words-first "art. 1": require warn crowd before water cannon
            """;

        Assert.Equal(
            [
                "ours Doctrine",
                "ours Doctrine",
                "words-first Doctrine",
                "ours Doctrine Declaration",
                "words-first Doctrine Declaration",
            ],
            Texts(Drill).Where(text => text.Contains("Doctrine", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Only_comments_right_above_a_declaration_document_it()
    {
        const string Drill = "# apart\n\n# above\n# it\nplace KPU # beside\nplace Bawaslu\n";

        Assert.Equal(
            ["# apart", "# above Documentation", "# it Documentation", "# beside"],
            Texts(Drill)
                .Where(text => text.StartsWith('#'))
                .Select(text => text.Replace(" Comment", "", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_range_has_what_it_touches()
    {
        var drill = new Marked("place KPU\r\nplace ▮Bawaslu: risk▮ high\r\nplace Alun-alun");

        Assert.Equal(
            ["Bawaslu Place Declaration", "risk Keyword"],
            SemanticTokens.In(drill.Source, drill.Range).Select(token => Describe(drill, token))
        );
    }

    [Fact]
    public void In_any_text_they_stand_in_order_on_one_line_each_and_do_not_overlap() =>
        Assert.All(
            Samples
                .Texts.Concat(Sentence.All.Values.Select(sentence => sentence.Drill))
                .Concat(DiagnosticCatalogue.Codes.Select(code => DiagnosticCatalogue.Get(code).Wrong)),
            text =>
            {
                var drill = new Marked(text);
                int position = 0;
                foreach (SemanticToken token in SemanticTokens.In(drill.Source))
                {
                    Assert.InRange(token.Span.Start, position, drill.Text.Length);
                    Assert.DoesNotContain('\n', drill.Text.Substring(token.Span.Start, token.Span.Length));
                    Assert.True(token.Span.Length > 0);
                    position = token.Span.End;
                }
            }
        );

    private static IEnumerable<string> Texts(string text)
    {
        var drill = new Marked(text);
        return SemanticTokens.In(drill.Source).Select(token => Describe(drill, token));
    }

    private static string Describe(Marked drill, SemanticToken token) =>
        drill.Text.Substring(token.Span.Start, token.Span.Length)
        + $" {token.Kind}"
        + (token.Modifiers == SemanticTokenModifiers.None ? "" : $" {token.Modifiers}");
}
