using System.Xml.Linq;
using SispamLang.Dialects;
using SispamLang.Tests.Shared;

namespace SispamLang.Export.Tests;

public class PlanTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1";

    /// <summary>The plan of the small drill as it is read; <c>SISPAM_UPDATE_BASELINES=1</c> writes it anew.</summary>
    [Theory]
    [InlineData(Dialect.English)]
    [InlineData(Dialect.Indonesian)]
    public void The_plan_of_a_small_drill_reads_as_before(Dialect language)
    {
        var baseline = Repository.PathOf($"tests/SispamLang.Export.Tests/Baselines/plan.{language.ShortName()}.html");

        var page = Drills.TextOf("html", Drills.Paper(Drills.Small, language));

        // How papers look has one home, the style sheet; a plan says the same whatever it looks like.
        var style = Resources.Text("Html/papers.css");
        Assert.Contains(style, page, StringComparison.Ordinal);
        var plan = page.Replace(style, "", StringComparison.Ordinal);
        if (Update)
        {
            File.WriteAllText(baseline, plan);
        }

        Assert.Equal(File.ReadAllText(baseline).ReplaceLineEndings("\n"), plan);
    }

    [Fact]
    public void A_rule_is_told_in_a_sentence_with_its_place_beside_it()
    {
        var plan = TextOf(Drills.Paper(Drills.Small, Dialect.English));

        Assert.Contains("10 minutes after the start of the phase", plan, StringComparison.Ordinal);
        Assert.Contains("The crowd escalates.", plan, StringComparison.Ordinal);
        Assert.Contains("As soon as the crowd is tense", plan, StringComparison.Ordinal);
        Assert.Contains(
            "3 times, every 30 seconds: Carry out “warn” towards the crowd.",
            plan,
            StringComparison.Ordinal
        );
        Assert.Contains("By chance, in 40% of cases: The crowd disperses. Otherwise:", plan, StringComparison.Ordinal);
        Assert.Contains("line 20", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_and_dates_are_those_of_the_language()
    {
        var plan = TextOf(Drills.Paper(Drills.Small, Dialect.Indonesian));

        Assert.Contains("1.500", plan, StringComparison.Ordinal);
        Assert.Contains("12 Juni 2024", plan, StringComparison.Ordinal);
        Assert.Contains("09.00 WIB", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_stands_beside_the_rule_with_its_reason()
    {
        var plan = TextOf(Drills.Example("pasuruan-kota.sispam", Dialect.English));

        Assert.Contains("waived by Kapolres: The Polres holds the drill alone", plan, StringComparison.Ordinal);
        Assert.Contains("waived by the planner: No PHH takes part", plan, StringComparison.Ordinal);
    }

    // The words of the page, whatever the layout.
    private static string TextOf(DrillPaper paper) =>
        string.Join(
            ' ',
            string.Join(
                    ' ',
                    XDocument
                        .Parse(Drills.TextOf("html", paper))
                        .Descendants("body")
                        .DescendantNodes()
                        .OfType<XText>()
                        .Select(text => text.Value)
                )
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
