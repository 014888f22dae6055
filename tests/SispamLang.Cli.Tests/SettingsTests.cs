using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

/// <summary>How serious messages are: by <c>.editorconfig</c>, by comments, by <c>--warnings-as-errors</c>.</summary>
public sealed class SettingsTests : IDisposable
{
    // One warning, SIS1020.
    private const string Warned = "phase A: crowd escalates -> if anarchic -> deploy Dalmas\n";
    private const string Clean = "phase A: crowd escalates -> deploy Dalmas\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("error", 1, "error SIS1020")]
    [InlineData("suggestion", 0, "info SIS1020")]
    [InlineData("none", 0, "No problems in 1 file.")]
    public void A_folder_says_how_serious_a_message_is(string severity, int status, string expected)
    {
        Configure(".editorconfig", $"dotnet_diagnostic.SIS1020.severity = {severity}");
        _folder.Write("drills/a.sispam", Warned);

        var outcome = Sispam.In(_folder.Path, "check", "drills/a.sispam");

        Assert.Equal(status, outcome.Status);
        Assert.Contains(expected, outcome.Out);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Each_drill_has_the_settings_of_its_own_folder()
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = none");
        Configure("strict/.editorconfig", "dotnet_diagnostic.SIS1020.severity = error");
        _folder.Write("a.sispam", Warned);
        _folder.Write("strict/b.sispam", Warned);

        var outcome = Sispam.In(_folder.Path, "check", ".");

        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("strict/b.sispam:1:41: error SIS1020: ", outcome.Out);
        Assert.Contains("1 error in 2 files.", outcome.Out);
    }

    [Fact]
    public void Settings_above_the_current_directory_count_too()
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = none");
        _folder.Write("x/y/a.sispam", Warned);

        Assert.Contains("No problems", Sispam.In(_folder.PathOf("x/y"), "check", "a.sispam").Out);
        Assert.Contains("No problems", Sispam.In(_folder.PathOf("x"), "check", _folder.PathOf("x/y/a.sispam")).Out);
    }

    [Fact]
    public void Standard_input_counts_as_a_drill_of_the_current_directory()
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = error");

        Assert.Equal(1, Sispam.WithInput(_folder.Path, Warned, "check", "-").Status);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run --engine compiled")]
    [InlineData("build --output bin")]
    public void What_a_folder_makes_an_error_stops_a_run_and_a_build(string verb)
    {
        _folder.Write("a.sispam", Warned);
        string[] arguments = [.. verb.Split(' '), "a.sispam"];
        Assert.Equal(0, Sispam.In(_folder.Path, arguments).Status);

        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = error");
        var outcome = Sispam.In(_folder.Path, arguments);

        Assert.Equal(1, outcome.Status);
        Assert.Empty(outcome.Out);
        Assert.StartsWith("a.sispam:1:41: error SIS1020: ", outcome.Error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("run --engine compiled")]
    [InlineData("build --output bin")]
    public void Warnings_are_errors_where_that_is_asked_for(string verb)
    {
        _folder.Write("a.sispam", Warned);
        string[] arguments = [.. verb.Split(' '), "a.sispam"];
        var plain = Sispam.In(_folder.Path, arguments);
        Assert.Equal(0, plain.Status);
        Assert.Contains("warning SIS1020", plain.Out + plain.Error);

        // After the plain run the compiled drill is in the cache; the answer must not come from there.
        var strict = Sispam.In(_folder.Path, [.. arguments, "--warnings-as-errors"]);
        Assert.Equal(1, strict.Status);
        Assert.Contains("error SIS1020", strict.Out + strict.Error);
        Assert.Equal(0, Sispam.In(_folder.Path, arguments).Status);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("build --output bin")]
    public void What_a_comment_silences_is_no_error_either(string verb)
    {
        _folder.Write("a.sispam", "# sispam: ignore SIS1020 our habit\n" + Warned);

        var outcome = Sispam.In(_folder.Path, [.. verb.Split(' '), "a.sispam", "--warnings-as-errors"]);

        Assert.Equal(0, outcome.Status);
        Assert.DoesNotContain("SIS1020", outcome.Out + outcome.Error);
    }

    [Fact]
    public void A_comment_that_is_wrong_is_shown_with_its_line()
    {
        _folder.Write("a.sispam", "# sispam: ignore SIS3004\n" + Clean);

        var lines = Sispam.In(_folder.Path, "check", "a.sispam").Out.Split('\n');

        Assert.StartsWith("a.sispam:1:1: warning SIS1091: ", lines[0]);
        Assert.Equal("    1 | # sispam: ignore SIS3004", lines[1]);
        Assert.Equal("      | ^^^^^^^^^^^^^^^^^^^^^^^^", lines[2]);
    }

    [Fact]
    public void A_folder_names_the_doctrines_of_its_drills()
    {
        Configure(".editorconfig", "sispam_doctrines = exercise-safety");
        _folder.Write("a.sispam", Clean);

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam");

        Assert.Equal(0, outcome.Status);
        Assert.Contains(": warning SIS4001: ", outcome.Out);
        Assert.Contains("exercise-safety/", outcome.Out);
    }

    [Fact]
    public void A_setting_that_makes_no_sense_is_said_once_with_its_place()
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = loud");
        _folder.Write("x/a.sispam", Clean);
        _folder.Write("x/b.sispam", Clean);

        var outcome = Sispam.In(_folder.PathOf("x"), "check", ".");

        Assert.Equal(0, outcome.Status);
        Assert.Equal(
            """
            ../.editorconfig:2:1: warning SIS1096: There is no severity “loud”. A message is one of: error, warning, suggestion, info, silent, none, default.
                2 | dotnet_diagnostic.SIS1020.severity = loud
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            1 warning in 2 files.

            """,
            outcome.Out
        );
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [InlineData("json", "\"file\": \".editorconfig\"")]
    [InlineData("sarif", "\"uri\": \".editorconfig\"")]
    public void Reports_for_other_tools_hold_it_too(string format, string expected)
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = loud");
        _folder.Write("a.sispam", Clean);

        Assert.Contains(expected, Sispam.In(_folder.Path, "check", ".", "--format", format).Out);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run --engine compiled")]
    [InlineData("build --output bin")]
    public void Runs_and_builds_say_what_is_wrong_with_the_settings_too(string verb)
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS2001.severity = none");
        _folder.Write("a.sispam", Clean);

        // Twice: the second compiled run comes from the cache.
        for (var i = 0; i < 2; i++)
        {
            var outcome = Sispam.In(_folder.Path, [.. verb.Split(' '), "a.sispam"]);
            Assert.Equal(0, outcome.Status);
            Assert.StartsWith(".editorconfig:2:1: warning SIS1097: SIS2001 ", outcome.Error);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("run --engine compiled")]
    [InlineData("build --output bin")]
    [InlineData("test")]
    public void A_folder_that_names_a_doctrine_which_does_not_exist_is_an_error_at_that_line(string verb)
    {
        _folder.Write("a.sispam", Clean);
        string[] arguments = [.. verb.Split(' '), "a.sispam"];
        Sispam.In(_folder.Path, arguments); // The answer must not come from the cache.

        Configure(".editorconfig", "sispam_doctrines = exercise-safty");
        var outcome = Sispam.In(_folder.Path, arguments);

        Assert.Equal(1, outcome.Status);
        Assert.Contains(".editorconfig:2:1: error SIS2001: ", outcome.Out + outcome.Error);
        Assert.Contains("“exercise-safety”", outcome.Out + outcome.Error);
    }

    [Fact]
    public void What_is_wrong_with_the_settings_of_several_drills_is_said_once_in_a_build()
    {
        Configure(".editorconfig", "dotnet_diagnostic.SIS1020.severity = loud");
        _folder.Write("a.sispam", Clean);
        _folder.Write("b.sispam", Clean);

        var error = Sispam.In(_folder.Path, "build", ".", "--output", "bin").Error;

        Assert.Equal(2, error.Split("SIS1096").Length);
    }

    [Fact]
    public void Any_bytes_make_settings()
    {
        Directory.CreateDirectory(_folder.PathOf("x"));
        File.WriteAllBytes(_folder.PathOf(".editorconfig"), [0xFF, 0xFE, 0x00, 0x5B, 0x0A, 0x5B, 0xC3, 0x28, 0x5D]);
        Directory.CreateDirectory(_folder.PathOf("x/.editorconfig"));
        _folder.Write("x/a.sispam", Clean);

        Assert.Equal(new Outcome(0, "No problems in 1 file.\n", ""), Sispam.In(_folder.Path, "check", "x"));
    }

    [Fact]
    public void Settings_that_can_not_be_read_are_named()
    {
        _folder.Write(".editorconfig", new string('#', 2_000_000));
        _folder.Write("a.sispam", Clean);

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam");

        Assert.Equal(new Outcome(0, "No problems in 1 file.\n", "sispam: .editorconfig: can't be read.\n"), outcome);
    }

    private void Configure(string file, string setting) => _folder.Write(file, "[*.sispam]\n" + setting + "\n");
}
