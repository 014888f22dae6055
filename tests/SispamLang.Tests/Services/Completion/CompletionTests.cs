using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Services.Completion;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Services.Completion;

/// <summary>What is offered where, and what an item does to the text.</summary>
public sealed class CompletionTests
{
    private static readonly CompletionOptions Indonesian = CompletionOptions.Default with
    {
        Preferred = Dialect.Indonesian,
        Language = Dialect.Indonesian,
    };

    public static TheoryData<string, string> Places => [.. Positions.All.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void At_each_place_on_the_page_its_items_are_offered_and_no_others(string language, string place)
    {
        var position = Positions.All[(language, place)];

        var labels = Completing.At(position.Text).Select(item => item.Label).ToHashSet(StringComparer.Ordinal);

        var wrong = position
            .Offered.Where(label => !labels.Contains(label))
            .Select(label => $"{label} is not offered")
            .Concat(position.NotOffered.Where(labels.Contains).Select(label => $"{label} is offered"));
        Assert.True(!wrong.Any(), string.Join('\n', wrong) + "\n\n" + string.Join(", ", labels.Order()));
    }

    [Theory]
    [InlineData("unit Dalmas Lanjut: 1 personnel\nphase A: Dalmas La▮ arrives -> deploy PHH", "Dalmas Lanjut")]
    [InlineData("unit Dalmas Lanjut: 1 personnel\nphase A: Dalmas ▮ arrives -> deploy PHH", "Dalmas Lanjut")]
    [InlineData("unit Dalmas Lanjut: 1 personnel\nphase A: Dal▮mas arrives -> deploy PHH", "Dalmas")]
    [InlineData("unit Dalmas Lanjut: 1 personnel\r\nphase A:\r\n  dalmas  la▮ arrives -> deploy PHH", "Dalmas Lanjut")]
    public void A_name_of_several_words_takes_the_place_of_those_that_are_there(string marked, string name)
    {
        var before = marked[..marked.IndexOf("phase A:", StringComparison.Ordinal)];

        var text = Completing.Taking(name, marked);

        Assert.Equal(before + "phase A: " + name + " arrives -> deploy PHH", text.Replace("\r\n  ", " "));
    }

    [Fact]
    public void A_name_that_stands_in_quotes_is_written_in_quotes()
    {
        Assert.EndsWith(
            "deploy \"Regu #1\"",
            Completing.Taking("Regu #1", "unit \"Regu #1\": 1 personnel\nphase A: at start -> deploy ▮"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ma▮", "crowd", "massa")]
    [InlineData("phase A: at start -> ke▮", "deploy", "kerahkan")]
    [InlineData("phase A: at start -> gas▮", "tear gas", "gas air mata")]
    public void A_word_of_the_other_dialect_finds_that_of_the_file(string marked, string label, string typed)
    {
        var item = Completing.At("place KPU\n" + marked).First(i => i.Label == label);

        Assert.StartsWith(typed, item.FilterText, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_written_in_the_language_that_the_planner_prefers()
    {
        Assert.Contains(Completing.At("▮", Indonesian), item => item.Label == "satuan");
        Assert.Contains(Completing.At("▮"), item => item.Label == "unit");
    }

    [Fact]
    public void A_file_without_a_name_of_its_own_offers_those_of_the_prelude()
    {
        var labels = Completing.At("phase A: at start -> deploy ▮").Select(item => item.Label);

        Assert.Contains("Dalmas Lanjut", labels);
    }

    [Fact]
    public void What_the_drill_declares_comes_before_what_comes_with_the_language()
    {
        var labels = Completing
            .At("unit Zeta: 1 personnel\nphase A: at start -> deploy ▮")
            .Select(item => item.Label)
            .ToList();

        Assert.Equal("Zeta", labels[0]);
        Assert.Contains("AWC", labels);
    }

    [Fact]
    public void Tactics_that_no_unit_of_the_drill_can_do_come_last()
    {
        var labels = Completing
            .At("unit AWC: 1 vehicle, 3 personnel\nphase A: at start -> ▮")
            .Where(item => item.Kind == CompletionKind.Tactic)
            .Select(item => item.Label)
            .ToList();

        Assert.True(labels.IndexOf("water cannon") < labels.IndexOf("tear gas"));
    }

    [Fact]
    public void With_several_crowds_a_mood_needs_the_name_of_one()
    {
        const string Crowds = "crowd A: 10 people\ncrowd B: 10 people\nphase P: ";

        var labels = Completing.At(Crowds + "if ▮").Select(item => item.Label).ToList();

        Assert.Contains("each crowd", labels);
        Assert.Contains("red", labels);
        Assert.DoesNotContain("crowd", labels);
        Assert.DoesNotContain("anarchic", labels);
        Assert.Contains(Completing.At(Crowds + "if A ▮"), item => item.Label == "anarchic");
    }

    [Theory]
    [InlineData("use \"▮\"", "use \"libraries/incidents.sispam\"")]
    [InlineData("use \"lib▮", "use \"libraries/incidents.sispam\"")]
    [InlineData("place KPU\nuse \"lib▮raries/x\"", "place KPU\nuse \"libraries/incidents.sispam\"")]
    public void Behind_use_the_files_that_can_be_used_are_offered(string marked, string expected)
    {
        var options = CompletionOptions.Default with { Files = ["libraries/incidents.sispam"] };

        Assert.Equal(expected, Completing.Taking("libraries/incidents.sispam", marked, options));
    }

    [Fact]
    public void A_whole_piece_has_gaps_and_is_in_the_language_of_the_file()
    {
        var english = Completing.At("▮").Single(item => item.Label == "unit …").Text;
        var indonesian = Completing.At("▮", Indonesian).Single(item => item.Label == "satuan …").Text;

        Assert.Equal("unit Dalmas Lanjut: 38 personnel of Sat Samapta, ready in 3 min", english.ToString());
        Assert.Equal("satuan Dalmas Lanjut: 38 personel dari Sat Samapta, siap dalam 3 menit", indonesian.ToString());
        Assert.Equal([1, 2, 3, 4], english.Parts.Where(part => part.Gap > 0).Select(part => part.Gap));
    }

    [Theory]
    [InlineData("phase A: at start -> ▮", "deploy", "Orders units to a place")]
    [InlineData("phase A: at start -> deploy ▮", "PHH", "Carries|Brings")]
    [InlineData("drill \"A\":\n  follows perkap-2-2019\nwaive perkap-2-2019/▮", "three-appeals", "art. 11")]
    public void An_item_is_described_when_it_is_asked_for(string marked, string label, string expected)
    {
        var text = new SourceText("drill.sispam", marked.Replace("▮", "", StringComparison.Ordinal));
        var known = Compilation.Create(text, UseResult.None, TestContext.Current.CancellationToken);
        var item = Completing.At(marked).First(i => i.Label == label);

        Assert.Matches(expected, CompletionService.Describe(item.Key, known, Dialect.English));
    }

    [Fact]
    public void A_key_that_nobody_knows_has_no_description()
    {
        var known = Compilation.Create(new SourceText("a", ""), UseResult.None, TestContext.Current.CancellationToken);

        foreach (
            var key in new[]
            {
                "",
                "word:None",
                "word:x",
                "word:-1",
                "word:9999",
                "name:Unit:x",
                "name:Unit",
                "rule:x",
                "rule",
            }
        )
        {
            Assert.Null(CompletionService.Describe(key, known, Dialect.English));
        }
    }

    [Theory]
    [InlineData(Dialect.English)]
    [InlineData(Dialect.Indonesian)]
    public void Every_whole_piece_can_be_read(Dialect dialect)
    {
        foreach (var snippet in Snippets.All)
        {
            var text = snippet.TextIn(dialect).ToString();
            var mark = dialect == Dialect.English ? "# language: en\n" : "# language: id\n";
            var whole = mark + Wrapped(text, dialect);

            var tree = SyntaxTree.Parse(new SourceText("a", whole), TestContext.Current.CancellationToken);

            Assert.True(tree.Diagnostics.All(d => d.Code == DiagnosticCode.EmptyBlock || IsGap(d)), whole);
        }

        // Where a gap is empty, an action is missing.
        static bool IsGap(Diagnostic d) => d.Code == DiagnosticCode.Expected;
    }

    private static string Wrapped(string text, Dialect dialect)
    {
        var phase = Words.Canonical(Concept.Phase, dialect) + " A: ";
        var first = Words
            .FormsOf(WordPosition.Declaration)
            .Any(form => form.Dialect == dialect && (text + " ").StartsWith(form.Text + " ", StringComparison.Ordinal));
        return first || text.StartsWith(Words.Canonical(Concept.Throughout, dialect), StringComparison.Ordinal) ? text
            : text.Contains("->", StringComparison.Ordinal) ? phase + text
            : phase + Words.Canonical(Concept.AtStart, dialect) + " -> " + text;
    }
}
