using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public class TranslateTests
{
    private const string English = "phase Rekap: crowd escalates -> deploy Dalmas\n";
    private const string Indonesian = "fase Rekap: massa bereskalasi -> kerahkan Dalmas\n";

    [Fact]
    public void A_translation_goes_to_standard_output_or_to_a_file()
    {
        using var folder = new Folder();
        folder.Write("a.sispam", English);

        Assert.Equal(
            new Outcome(ExitStatus.Ok, Indonesian, ""),
            Sispam.In(folder.Path, "translate", "a.sispam", "--to", "id")
        );
        Assert.Equal(
            new Outcome(ExitStatus.Ok, "", ""),
            Sispam.In(folder.Path, "translate", "a.sispam", "--to", "id", "--output", "b.sispam")
        );
        Assert.Equal(Indonesian, File.ReadAllText(folder.PathOf("b.sispam")));
        Assert.Equal(
            new Outcome(ExitStatus.Ok, "\uFEFF" + English, ""),
            Sispam.WithInput(folder.Path, "\uFEFF" + Indonesian, "translate", "-", "--to", "en")
        );
    }

    [Fact]
    public void A_synonym_is_told_of_on_standard_error()
    {
        var outcome = Sispam.WithInput(
            Path.GetTempPath(),
            "phase Rekap for 5 mins: crowd escalates -> deploy Dalmas\n",
            "translate",
            "-",
            "--to",
            "id"
        );

        Assert.Equal(ExitStatus.Ok, outcome.Status);
        Assert.Equal("sispam: -:1:19: “mins” is another word for “min”, as which it would come back.\n", outcome.Error);
    }

    [Fact]
    public void What_would_mean_something_else_is_reported_and_nothing_is_written()
    {
        using var folder = new Folder();
        folder.Write("a.sispam", "crowd massa: 9 people\nphase A: crowd calms -> warn\n");
        folder.Write("b.sispam", "as it was");

        var outcome = Sispam.In(folder.Path, "translate", "a.sispam", "--to", "id", "--output", "b.sispam");

        Assert.Equal(ExitStatus.DrillHasErrors, outcome.Status);
        Assert.Empty(outcome.Out);
        Assert.Contains("a.sispam:2:10: error SIS5001", outcome.Error);
        Assert.Equal("as it was", File.ReadAllText(folder.PathOf("b.sispam")));
    }

    [Fact]
    public void Used_files_may_be_in_either_language()
    {
        using var folder = new Folder();
        folder.Write("lib.sispam", "event truck stops\n");
        folder.Write("a.sispam", "use \"lib.sispam\"\nphase A: truck stops -> deploy Dalmas\n");

        var outcome = Sispam.In(folder.Path, "translate", "a.sispam", "--to", "id");

        Assert.Equal("pakai \"lib.sispam\"\nfase A: truck stops -> kerahkan Dalmas\n", outcome.Out);
    }

    [Theory]
    [InlineData("sispam: Say into which language: --to en|id.\n", "translate", "a.sispam")]
    [InlineData("sispam: --to can't be fr; it is en | id.\n", "translate", "a.sispam", "--to", "fr")]
    [InlineData("sispam: nowhere.sispam: there is no such file.\n", "translate", "nowhere.sispam", "--to", "id")]
    public void Bad_usage_is_told_of(string expected, params string[] arguments) =>
        Assert.Equal(new Outcome(ExitStatus.BadUsage, "", expected), Sispam.In(Path.GetTempPath(), arguments));
}
