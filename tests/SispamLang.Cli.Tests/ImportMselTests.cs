using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

/// <summary><c>sispam import-msel</c>, and what it reads of <c>sispam export</c>.</summary>
public class ImportMselTests
{
    private const string Drill = """
        drill "Rally":
          date 2024-06-12
          starts 09:00 WIB
        phase Rally for 10 min:
          after 1 min -> inject "A bus blocks the road" from Padal to Kapolres via radio
        """;

    [Fact]
    public void A_table_that_was_exported_comes_back_as_a_drill_that_checks()
    {
        using var folder = new Folder();
        folder.Write("rally.sispam", Drill);

        Assert.Equal(
            0,
            Sispam.In(folder.Path, "export", "rally.sispam", "--as", "msel-xlsx", "--output", "t.xlsx").Status
        );
        var import = Sispam.In(folder.Path, "import-msel", "t.xlsx", "--output", "back.sispam");

        Assert.Equal((0, ""), (import.Status, import.Out));
        Assert.Contains("t.xlsx: 5 rows", import.Error);
        Assert.Equal(0, Sispam.In(folder.Path, "check", "back.sispam").Status);
        Assert.Contains("starts 09:00 WIB", File.ReadAllText(folder.PathOf("back.sispam")));
    }

    [Fact]
    public void Columns_are_named_on_the_command_line_and_notes_have_places()
    {
        using var folder = new Folder();
        folder.Write("plan.csv", "Kapan,Apa\n09.00,Apel\nsiang,Orasi\n");

        var import = Sispam.In(
            folder.Path,
            "import-msel",
            "plan.csv",
            "--columns",
            "time=Kapan, inject=Apa",
            "--language",
            "id"
        );

        Assert.Equal(0, import.Status);
        Assert.StartsWith("# language: id\n", import.Out);
        Assert.Contains("sispam: plan.csv: baris 3: “siang” bukan waktu", import.Error);
    }

    [Theory]
    [InlineData("no-such.csv", "", "no-such.csv: there is no such file")]
    [InlineData("plan.csv", "", "plan.csv: line 1: no column for inject, time")]
    [InlineData("plan.csv", "when=Kapan", "--columns takes pairs such as time=Waktu,inject=Kegiatan, not when=Kapan")]
    [InlineData("plan.csv", "time=Nope,inject=Apa", "plan.csv: line 1: no column for clock")]
    public void What_cant_be_imported_is_refused(string path, string columns, string message)
    {
        using var folder = new Folder();
        folder.Write("plan.csv", "Kapan,Apa\n09.00,Apel\n");

        var import = Sispam.In(folder.Path, "import-msel", path, "--columns", columns, "--output", "out.sispam");

        Assert.Equal((2, ""), (import.Status, import.Out));
        Assert.Contains(message, import.Error, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(folder.PathOf("out.sispam")));
    }

    [Fact]
    public void A_calendar_needs_a_date_and_knows_its_preparations()
    {
        using var folder = new Folder();
        folder.Write("rally.sispam", Drill);
        folder.Write("bare.sispam", "phase Rally for 1 min: at start -> announce \"Go\"");

        var calendar = Sispam.In(folder.Path, "export", "rally.sispam", "--as", "ics", "--rehearsal", "2024-06-11");
        var bare = Sispam.In(folder.Path, "export", "bare.sispam", "--as", "ics");
        var wrong = Sispam.In(folder.Path, "export", "rally.sispam", "--as", "ics", "--game", "11/6/2024");

        Assert.Contains("DTSTART;VALUE=DATE:20240611", calendar.Out);
        Assert.Equal(2, bare.Status);
        Assert.Contains("bare.sispam: the drill says no date", bare.Error);
        Assert.Equal(2, wrong.Status);
        Assert.Contains("--game is a date such as 2027-02-14, not 11/6/2024", wrong.Error);
    }
}
