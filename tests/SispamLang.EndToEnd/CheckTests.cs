using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>What <c>sispam check</c> promises, from the command itself.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Warned = "phase A: crowd escalates -> if anarchic -> deploy Dalmas\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_SARIF_log_is_alone_on_standard_output()
    {
        _folder.Write(
            "a.sispam",
            "# sispam: ignore SIS1020 our habit\n" + Warned + "phase B: crowd calms -> deploy Dalmaz\n"
        );

        var outcome = SispamProcess.In(_folder.Path, "check", ".", "--format", "sarif");

        Assert.Equal(1, outcome.Status);
        Assert.Empty(outcome.Error);
        var log = JsonDocument.Parse(outcome.Out).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var results = log.GetProperty("runs")[0].GetProperty("results");
        Assert.Equal(
            ["SIS2001 0", "SIS1020 1"],
            results
                .EnumerateArray()
                .Select(result =>
                    result.GetProperty("ruleId") + " " + result.GetProperty("suppressions").GetArrayLength()
                )
        );
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("text")]
    public void A_report_goes_to_a_file_if_that_is_asked_for(string format)
    {
        _folder.Write("a.sispam", Warned);

        var plain = SispamProcess.In(_folder.Path, "check", "a.sispam", "--format", format);
        var toFile = SispamProcess.In(_folder.Path, "check", "a.sispam", "--format", format, "--output", "report");

        Assert.Equal(0, plain.Status);
        Assert.Equal(new Outcome(0, "", ""), toFile);
        Assert.Equal(plain.Out, File.ReadAllText(_folder.PathOf("report")));
    }

    [Fact]
    public void A_comment_with_a_reason_silences_a_warning_in_either_dialect()
    {
        _folder.Write("a.sispam", "# sispam: ignore SIS1020 our habit\n" + Warned);
        _folder.Write(
            "b.sispam",
            "# sispam: abaikan SIS1020 kebiasaan kami\n"
                + "fase A: massa bereskalasi -> jika anarkis -> kerahkan Dalmas\n"
        );

        var outcome = SispamProcess.In(_folder.Path, "check", ".", "--warnings-as-errors");

        Assert.Equal(new Outcome(0, "No problems in 2 files.\n", ""), outcome);
    }

    [Fact]
    public void A_comment_that_silences_nothing_is_a_warning()
    {
        _folder.Write("a.sispam", "# sispam: ignore SIS3004 in time since May\n" + Warned);

        var outcome = SispamProcess.In(_folder.Path, "check", "a.sispam");

        Assert.Equal(0, outcome.Status);
        Assert.StartsWith("a.sispam:1:1: warning SIS1094: The line below gives no SIS3004, ", outcome.Out);
        Assert.EndsWith("\n2 warnings in 1 file.\n", outcome.Out);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("build --output bin")]
    public void Warnings_are_errors_where_the_command_line_or_the_folder_says_so(string verb)
    {
        _folder.Write("a.sispam", Warned);
        string[] arguments = [.. verb.Split(' '), "a.sispam"];

        Assert.Equal(0, SispamProcess.In(_folder.Path, arguments).Status);
        Assert.Equal(1, SispamProcess.In(_folder.Path, [.. arguments, "--warnings-as-errors"]).Status);
        _folder.Write(".editorconfig", "[*.sispam]\ndotnet_diagnostic.SIS1020.severity = error\n");
        Assert.Equal(1, SispamProcess.In(_folder.Path, arguments).Status);
        _folder.Write(".editorconfig", "[*.sispam]\ndotnet_diagnostic.SIS1020.severity = none\n");
        Assert.Equal(0, SispamProcess.In(_folder.Path, [.. arguments, "--warnings-as-errors"]).Status);
    }

    [Fact]
    public void A_bad_setting_is_a_warning_at_its_line()
    {
        _folder.Write("a.sispam", "phase A: crowd escalates -> deploy Dalmas\n");
        _folder.Write(".editorconfig", "root = true\n\n[*.sispam]\ndotnet_diagnostic.SIS1O20.severity = none\n");

        var outcome = SispamProcess.In(_folder.Path, "check", "a.sispam");

        Assert.Equal(0, outcome.Status);
        Assert.StartsWith(".editorconfig:4:1: warning SIS1095: ", outcome.Out);
        Assert.Contains("Nearest code: SIS1020.", outcome.Out);
        Assert.EndsWith("1 warning in 1 file.\n", outcome.Out);
        Assert.Empty(outcome.Error);
    }
}
