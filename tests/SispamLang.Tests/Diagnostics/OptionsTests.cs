using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Tests.Diagnostics;

public class OptionsTests
{
    // One info (SIS3007), one warning (SIS1020).
    private const string Drill = "counter Unused: 0..5\nphase Rekap: crowd escalates -> if anarchic -> deploy Dalmas\n";

    [Fact]
    public void Without_options_a_message_is_as_serious_as_its_document_says() =>
        Assert.Equal(["SIS1020 Warning", "SIS3007 Info"], Messages(Drill, CompilationOptions.Default));

    [Fact]
    public void Warnings_as_errors_leave_infos_alone()
    {
        var compilation = Compile(Drill, new CompilationOptions { WarningsAsErrors = true });

        Assert.Equal(["SIS1020 Error", "SIS3007 Info"], Messages(compilation));
        Assert.True(compilation.HasErrors);
        Assert.Null(compilation.Program);
    }

    [Theory]
    [InlineData(DiagnosticSeverity.Error, new[] { "SIS1020 Error", "SIS3007 Info" })]
    [InlineData(DiagnosticSeverity.Info, new[] { "SIS1020 Info", "SIS3007 Info" })]
    [InlineData(null, new[] { "SIS3007 Info" })]
    public void A_code_is_as_serious_as_the_options_say(DiagnosticSeverity? severity, string[] expected) =>
        Assert.Equal(expected, Messages(Drill, Choose(DiagnosticCode.ArrowForColon, severity)));

    [Fact]
    public void What_is_made_a_warning_is_an_error_if_warnings_are()
    {
        var options = Choose(DiagnosticCode.NeverUsed, DiagnosticSeverity.Warning) with { WarningsAsErrors = true };

        Assert.Equal(["SIS1020 Error", "SIS3007 Error"], Messages(Drill, options));
    }

    [Fact]
    public void Of_two_choices_the_later_one_counts()
    {
        var options = new CompilationOptions
        {
            Severities =
            [
                new SeverityChoice(DiagnosticCode.NeverUsed, null),
                new SeverityChoice(DiagnosticCode.NeverUsed, DiagnosticSeverity.Warning),
            ],
        };

        Assert.Equal(["SIS1020 Warning", "SIS3007 Warning"], Messages(Drill, options));
    }

    [Theory]
    [InlineData(DiagnosticSeverity.Warning)]
    [InlineData(null)]
    public void An_error_stays_one(DiagnosticSeverity? severity)
    {
        var compilation = Compile(
            "phase Rekap: crowd escalates -> deploy Dalmaz\n",
            Choose(DiagnosticCode.UnknownName, severity)
        );

        Assert.Equal(["SIS2001 Error"], Messages(compilation));
        Assert.True(compilation.HasErrors);
    }

    [Fact]
    public void A_warning_that_is_made_an_error_hides_no_finding()
    {
        // The checks of the drill are left out where the text has errors; these are none of the text's.
        var options = Choose(DiagnosticCode.ArrowForColon, DiagnosticSeverity.Error);

        Assert.Contains("SIS3007 Info", Messages(Drill, options));
    }

    private static CompilationOptions Choose(DiagnosticCode code, DiagnosticSeverity? severity) =>
        new() { Severities = [new SeverityChoice(code, severity)] };

    private static Compilation Compile(string text, CompilationOptions options) =>
        Compilation.Create(new SourceText("example.sispam", text), UseResult.None, options);

    private static string[] Messages(string text, CompilationOptions options) => Messages(Compile(text, options));

    private static string[] Messages(Compilation compilation) =>
        [
            .. compilation
                .Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}")
                .Order(StringComparer.Ordinal),
        ];
}
