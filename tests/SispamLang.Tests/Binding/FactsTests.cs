using SispamLang.Programs;
using SispamLang.Text;

namespace SispamLang.Tests.Binding;

public class FactsTests
{
    [Fact]
    public void A_drill_says_what_it_is()
    {
        DrillFacts facts = Facts(
            "drill.sispam",
            """
            drill "Sispamkota":
              operation "Pengamanan Pemilu"
              date 2023-10-16
              starts 09:30 WITA
              venue "Halaman Polres"
              host "Polres"
              objective "One"
              objective "Two"
              observers "Bawaslu"
              participants "Polri, TNI"
              safety officer kasi propam
              stop word "Henti"
              personnel about 367 with players
            """
        );

        Assert.Equal("Sispamkota", facts.Title);
        Assert.Equal("Pengamanan Pemilu", facts.Operation);
        Assert.Equal("2023-10-16", facts.Date);
        Assert.Equal(34_200_000, facts.StartsAtMs);
        Assert.Equal("WITA", facts.Zone);
        Assert.Equal("Halaman Polres", facts.Venue);
        Assert.Equal("Polres", facts.Host);
        Assert.Equal(["One", "Two"], facts.Objectives);
        Assert.Equal("Bawaslu", facts.Observers);
        Assert.Equal("Polri, TNI", facts.Participants);
        Assert.Equal("Kasi Propam", facts.SafetyOfficer);
        Assert.Equal("Henti", facts.StopWord);
        Assert.Equal(new AnnouncedStrength(367, Exactness.About, true), facts.Personnel);
    }

    [Theory]
    [InlineData("Sispamkota Pasuruan.sispam", "Sispamkota Pasuruan")]
    [InlineData("drills/kpu.v2.sispam", "kpu.v2")]
    [InlineData("C:\\drills\\kpu.sispam", "kpu")]
    [InlineData("kpu", "kpu")]
    [InlineData(".sispam", ".sispam")]
    public void A_drill_without_a_title_is_called_like_its_file(string path, string title)
    {
        Assert.Equal(title, Facts(path, "").Title);
        Assert.Equal(title, Facts(path, "drill \"\"\n").Title);
    }

    [Fact]
    public void What_a_drill_does_not_say_is_empty()
    {
        DrillFacts facts = Facts("drill.sispam", "drill \"A\": operation; safety officer Nobody; starts 09:30\n");

        Assert.All(
            (string[])
                [facts.Operation, facts.Date, facts.Zone, facts.Venue, facts.Host, facts.SafetyOfficer, facts.StopWord],
            Assert.Empty
        );
        Assert.Null(facts.Personnel);
    }

    private static DrillFacts Facts(string path, string drill) =>
        Compilation
            .Create(new SourceText(path, drill + "\nphase A: crowd escalates -> announce \"x\"\n"), UseResult.None)
            .Drill.Facts;
}
