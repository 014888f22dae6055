using SispamLang.Diagnostics;

namespace SispamLang.Cli.Tests;

public class ExplainTests
{
    private static readonly string Here = Path.GetTempPath();

    [Fact]
    public void A_code_is_explained_with_a_wrong_and_a_right_example()
    {
        var outcome = Sispam.In(Here, "explain", "sis2001");

        Assert.Equal(0, outcome.Status);
        Assert.StartsWith("SIS2001 error: ", outcome.Out);
        Assert.Contains("\nWrong:\n\n    ", outcome.Out);
        Assert.Contains("\nRight:\n\n    ", outcome.Out);
        Assert.Contains("\nSalah:\n", Sispam.In(Here, "explain", "SIS2001", "--language", "id").Out);
    }

    [Fact]
    public void Without_a_code_all_are_listed()
    {
        var lines = Sispam.In(Here, "explain").Out.TrimEnd('\n').Split('\n');

        Assert.Equal(
            DiagnosticCatalogue.Codes.Select(DiagnosticCatalogue.IdOf),
            lines.Select(line => line.Split(' ')[0])
        );
        Assert.All(lines, line => Assert.DoesNotContain("{0}", line));
    }

    [Theory]
    [InlineData("SIS2000")]
    [InlineData("XYZ")]
    [InlineData("2001")]
    public void An_unknown_code_is_bad_usage(string code)
    {
        var outcome = Sispam.In(Here, "explain", code);

        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("sispam: There is no code " + code, outcome.Error);
    }
}
