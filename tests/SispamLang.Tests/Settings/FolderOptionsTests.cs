using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Settings;
using SispamLang.Text;

namespace SispamLang.Tests.Settings;

public class FolderOptionsTests
{
    [Theory]
    [InlineData("error", "Error")]
    [InlineData("warning", "Warning")]
    [InlineData("suggestion", "Info")]
    [InlineData("info", "Info")]
    [InlineData("silent", "")]
    [InlineData("none", "")]
    [InlineData("None # we know", "")]
    [InlineData("ERROR", "Error")]
    public void A_severity_means_what_it_means_to_NET(string value, string expected)
    {
        var options = At("/x/a.sispam", ("/x/", $"[*.sispam]\ndotnet_diagnostic.SIS3004.severity = {value}\n"));

        Assert.Empty(options.Problems);
        var choice = Assert.Single(options.Severities);
        Assert.Equal(DiagnosticCode.UnitTooLate, choice.Code);
        Assert.Equal(expected, choice.Severity.ToString());
    }

    [Theory]
    [InlineData("default")]
    [InlineData("unset")]
    public void The_default_takes_an_earlier_choice_back(string value) =>
        Assert.Empty(
            At(
                "/x/a.sispam",
                ("/", "[*]\ndotnet_diagnostic.sis3004.severity=none\n"),
                ("/x/", $"[*]\ndotnet_diagnostic.sis3004.severity={value}\n")
            ).Severities
        );

    [Fact]
    public void The_nearer_file_wins_and_in_a_file_the_later_line()
    {
        var options = At(
            "/x/y/a.sispam",
            ("/", "[*]\ndotnet_diagnostic.SIS3004.severity = none\ndotnet_diagnostic.SIS3007.severity = error\n"),
            (
                "/x/",
                "[a.*]\ndotnet_diagnostic.SIS3007.severity = none\n[*]\ndotnet_diagnostic.SIS3007.severity = info\n"
            )
        );

        Assert.Equal(
            [
                new SeverityChoice(DiagnosticCode.UnitTooLate, null),
                new SeverityChoice(DiagnosticCode.NeverUsed, DiagnosticSeverity.Info),
            ],
            options.Severities
        );
    }

    [Fact]
    public void Above_a_root_nothing_counts()
    {
        var options = At(
            "/x/y/a.sispam",
            ("/", "[*]\ndotnet_diagnostic.SIS3004.severity = none\n"),
            ("/x/", "Root = TRUE\n[*]\nroot = true\nsispam_doctrines = exercise-safety\n"),
            ("/x/y/", "[*]\nroot = true\n")
        );

        Assert.Empty(options.Severities);
        Assert.Equal(["exercise-safety"], options.Doctrines);
    }

    [Fact]
    public void Only_sections_about_the_drill_count()
    {
        (string, string)[] files =
        [
            (
                "/",
                "[*.cs]\nsispam_doctrines = exercise-safety\n[/b.sispam]\nsispam_doctrines = perkap-1-2009\n"
                    + "[x/*.sispam]\nsispam_doctrines = perkap-2-2019\n"
            ),
        ];

        Assert.Empty(At("/a.sispam", files).Doctrines);
        Assert.Equal(["perkap-1-2009"], At("/b.sispam", files).Doctrines);
        Assert.Equal(["perkap-2-2019"], At("/x/b.sispam", files).Doctrines);
    }

    [Fact]
    public void A_doctrine_that_does_not_exist_is_an_error_at_its_line()
    {
        var options = At("/a.sispam", ("/", "[*]\nsispam_doctrines = perkap-1-2099, exercise-safety\n"));

        Assert.Equal(["exercise-safety"], options.Doctrines);
        var problem = Assert.Single(options.Problems);
        Assert.Equal(DiagnosticCode.UnknownName, problem.Code);
        Assert.Equal(1, problem.Text.PositionOf(problem.Span.Start).Line);
        Assert.Contains("“perkap-1-2009”", DiagnosticCatalogue.Render(problem, Dialect.English));
    }

    [Fact]
    public void Doctrines_are_a_list_and_the_nearer_list_replaces_the_other()
    {
        var above = ("/", "[*]\nsispam_doctrines = perkap-1-2009 , perkap-16-2006,, ; both\n");

        Assert.Equal(["perkap-1-2009", "perkap-16-2006"], At("/x/a.sispam", above).Doctrines);
        Assert.Equal(
            ["exercise-safety"],
            At("/x/a.sispam", above, ("/x/", "[*]\nsispam_doctrines=exercise-safety\n")).Doctrines
        );
        Assert.Empty(At("/x/a.sispam", above, ("/x/", "[*]\nsispam_doctrines=unset\n")).Doctrines);
    }

    [Fact]
    public void Spaces_comments_other_settings_and_line_ends_do_not_matter()
    {
        const string Content =
            "\uFEFF; first\r\n# second\r\n\r\nnonsense\r\n= x\r\n[\r\n[]\r\n  [*.sispam]  # ours\r\n"
            + "indent_size = 2\r\n\tdotnet_diagnostic.SIS3004.severity=none  \r\ndotnet_diagnostic.CA1304.severity = x\r\n";

        var options = At("/a.sispam", ("/", Content));

        Assert.Empty(options.Problems);
        Assert.Equal([new SeverityChoice(DiagnosticCode.UnitTooLate, null)], options.Severities);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.SIS30004.severity = none", "SIS1095 *“SIS30004”*SIS3004*")]
    [InlineData("dotnet_diagnostic.SIStem.severity = none", "SIS1095 *“SISTEM”*")]
    [InlineData("dotnet_diagnostic.SIS3004.severity = off", "SIS1096 *“off”*suggestion*")]
    [InlineData("dotnet_diagnostic.SIS2001.severity = warning", "SIS1097 SIS2001*“warning”*")]
    public void What_makes_no_sense_is_reported_with_its_line(string line, string expected)
    {
        var options = At("/a.sispam", ("/", $"[*.cs]\n{line}\n[*.sispam]\n  {line}\n"));

        Assert.Empty(options.Severities);
        var problem = Assert.Single(options.Problems);
        Assert.Equal("/.editorconfig", problem.Text.Path);
        Assert.Equal(line, problem.Text.ToString(problem.Span));
        Assert.Equal(3, problem.Text.PositionOf(problem.Span.Start).Line);
        var message = problem.Id + " " + DiagnosticCatalogue.Render(problem, Dialect.English);
        Assert.Matches("^" + expected.Replace(".", "\\.").Replace("*", ".*") + "$", message);
    }

    [Fact]
    public void An_error_may_be_called_an_error() =>
        Assert.Empty(At("/a.sispam", ("/", "[*]\ndotnet_diagnostic.SIS2001.severity = error\n")).Problems);

    [Fact]
    public void Where_nothing_is_set_there_are_no_options() =>
        Assert.Same(CompilationOptions.Default, At("/x/a.sispam"));

    private static CompilationOptions At(string path, params (string Folder, string Content)[] files) =>
        FolderOptions.For(
            path,
            folder =>
                files.FirstOrDefault(file => file.Folder == folder).Content is { } content
                    ? EditorConfigFile.Parse(new SourceText(folder + ".editorconfig", content))
                    : null
        );
}
