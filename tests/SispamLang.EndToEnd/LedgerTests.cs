using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>The ledgers of the examples, as the command prints them.</summary>
public class LedgerTests
{
    /// <summary>The figures are those of the reports.</summary>
    [Theory]
    [InlineData("blitar-kota", "Diumumkan: sekitar 367. Satuan-satuan: 367 personel, sesuai.")]
    [InlineData("jepara", "Diumumkan: 450. Satuan-satuan: 450 personel, sesuai.")]
    [InlineData("malang-kota", "Announced: 500. The units: 500 personnel, as announced.")]
    [InlineData("probolinggo-kota", "Announced: over 300. The units: 303 personnel, as announced.")]
    [InlineData("pasuruan-kota", "No strength is announced.")]
    [InlineData("one-line", "No strength is announced.")]
    public void The_ledger_of_an_example_has_what_was_announced(string name, string announced)
    {
        var outcome = SispamProcess.In(Repository.Root, "check", "--ledger", $"examples/{name}.sispam");

        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.Status);
        Assert.Contains($"\n{announced}\n", outcome.Out);
        Assert.DoesNotContain("SIS32", outcome.Out);
    }
}
