using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Tests.Translation;

public class TranslatorTests
{
    [Theory]
    [InlineData(
        "# language: en\nphase Rekap for 5 min: crowd escalates -> deploy Dalmas # and so on\n",
        "# language: id\nfase Rekap selama 5 menit: massa bereskalasi -> kerahkan Dalmas # and so on\n"
    )]
    [InlineData(
        "phase Rekap  :  crowd  escalates→announce \"deploy\";if not crowd calm->tear gas\n",
        "fase Rekap  :  massa  bereskalasi→umumkan \"deploy\";jika bukan massa tertib->tear gas\n"
    )]
    [InlineData(
        "unit Deploy: 3 personnel of Brimob\nphase Rekap: Deploy arrives -> withdraw Deploy\n",
        "satuan Deploy: 3 personel dari Brimob\nfase Rekap: Deploy tiba -> tarik Deploy\n"
    )]
    [InlineData(
        "phase Rekap: crowd escalates -> wait until crowd dispersed or crowd disperses, warn\n",
        "fase Rekap: massa bereskalasi -> tunggu sampai massa sudah bubar atau massa bubar, warn\n"
    )]
    [InlineData(
        "phase Rekap: crowd escalates -> warn\ndoctrine Ours: words \"1\": never warn while crowd calm\n",
        "fase Rekap: massa bereskalasi -> warn\ndoktrin Ours: words \"1\": jangan warn selagi massa tertib\n"
    )]
    public void Words_are_translated_and_all_else_stays(string english, string indonesian)
    {
        Assert.Equal(indonesian, Translated(english, Dialect.Indonesian).Text);
        Assert.Equal(english, Translated(indonesian, Dialect.English).Text);
        Assert.Empty(Translated(english, Dialect.Indonesian).Respellings);
    }

    [Fact]
    public void A_synonym_is_told_of_with_the_word_as_which_it_comes_back()
    {
        const string Drill = "phase Rekap for 5 mins: crowd escalates -> Deploy Dalmas\n";
        TranslationResult there = Translated(Drill, Dialect.Indonesian);

        Assert.Equal("fase Rekap selama 5 menit: massa bereskalasi -> kerahkan Dalmas\n", there.Text);
        Assert.Equal(
            [("mins", "min"), ("Deploy", "deploy")],
            there.Respellings.Select(respelling => (respelling.Written, respelling.Back))
        );
        Assert.Equal("mins", new SourceText("", Drill).ToString(there.Respellings[0].Span));
    }

    [Fact]
    public void A_drill_in_the_language_wanted_is_its_own_translation()
    {
        const string Drill = "phase Rekap for 5 mins: crowd escalates -> deploy Dalmas\n";

        Assert.Equal(Drill, Translated(Drill, Dialect.English).Text);
    }

    [Theory]
    [InlineData(
        "crowd massa: 9 people\ncrowd B: 9 people\nphase A: each crowd calms -> warn B; B calms -> warn massa\n",
        null
    )]
    [InlineData("crowd massa: 9 people\nphase A: crowd calms -> warn\n", "crowd")]
    [InlineData("tactic warn massa: force 1\nphase A: crowd calms -> warn crowd, warn massa\n", "crowd")]
    public void What_would_mean_something_else_is_reported(string drill, string? word)
    {
        TranslationResult there = Translated(drill, Dialect.Indonesian);

        Assert.Equal(word is null, there.Text is not null);
        if (word is not null)
        {
            Diagnostic problem = Assert.Single(there.Problems);
            Assert.Equal(DiagnosticCode.MeansOtherTranslated, problem.Code);
            Assert.Equal(word, problem.Text.ToString(problem.Span));
        }
    }

    [Fact]
    public void A_drill_with_errors_is_not_translated()
    {
        TranslationResult there = Translated("phase A: crowd calms -> deploy Dalmaz\n", Dialect.Indonesian);

        Assert.Null(there.Text);
        Assert.Equal(DiagnosticCode.UnknownName, Assert.Single(there.Problems).Code);
    }

    private static TranslationResult Translated(string drill, Dialect to) =>
        Translator.Translate(
            new SourceText("drill.sispam", drill),
            UseResult.None,
            to,
            TestContext.Current.CancellationToken
        );
}
