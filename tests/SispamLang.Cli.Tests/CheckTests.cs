using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private const string Clean = "phase Rekap: crowd escalates -> deploy Dalmas\n";
    private const string Wrong = "phase Rekap:\n  crowd escalates -> deploy Dalmaz\n";
    private const string WrongIndonesian = "fase Rekap: massa bereskalasi -> kerahkan Dalmaz\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clean_drill_has_no_problems()
    {
        _folder.Write("a.sispam", Clean);

        Assert.Equal(new Outcome(0, "No problems in 1 file.\n", ""), Sispam.In(_folder.Path, "check", "a.sispam"));
    }

    [Fact]
    public void A_message_shows_the_place_the_line_and_a_mark_below_it()
    {
        _folder.Write("a.sispam", Wrong);

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam");

        Assert.Equal(1, outcome.Status);
        var lines = outcome.Out.Split('\n');
        Assert.StartsWith("a.sispam:2:29: error SIS2001: ", lines[0]);
        Assert.Equal("    2 |   crowd escalates -> deploy Dalmaz", lines[1]);
        Assert.Equal("      |                             ^^^^^^", lines[2]);
        Assert.Equal("1 error in 1 file.", lines[3]);
    }

    [Fact]
    public void The_mark_stands_right_below_tabs_and_wide_letters()
    {
        _folder.Write("a.sispam", "phase \"漢字\":\n\tcrowd escalates -> deploy \"漢字\"\n");

        var lines = Sispam.In(_folder.Path, "check", "a.sispam").Out.Split('\n');

        Assert.Equal("    2 | \tcrowd escalates -> deploy \"漢字\"", lines[1]);
        Assert.Equal("      | \t                          ^^^^^^", lines[2]);
    }

    [Fact]
    public void The_mark_goes_on_right_after_a_tab_inside_it()
    {
        _folder.Write("a.sispam", "phase A:\n \tcrowd escalates -> warn\n");

        var lines = Sispam.In(_folder.Path, "check", "a.sispam").Out.Split('\n');

        Assert.StartsWith("a.sispam:2:1: error SIS1004: ", lines[0]);
        Assert.Equal("    2 |  \tcrowd escalates -> warn", lines[1]);
        Assert.Equal("      | ^^", lines[2]);

        _folder.Write("a.sispam", "phase A: crowd escalates -> deploy Dalmas\tLanjutt\n");
        lines = Sispam.In(_folder.Path, "check", "a.sispam").Out.Split('\n');
        Assert.Equal("      |                                    ^^^^^^^\t^^^^^^^", lines[2]);
    }

    [Fact]
    public void The_mark_stands_right_below_a_line_with_a_long_number()
    {
        _folder.Write("a.sispam", new string('\n', 100_000) + "phase A: crowd escalates -> deploy Dalmaz\n");

        var lines = Sispam.In(_folder.Path, "check", "a.sispam").Out.Split('\n');

        Assert.Equal("100001 | phase A: crowd escalates -> deploy Dalmaz", lines[1]);
        Assert.Equal("       |                                    ^^^^^^", lines[2]);
    }

    [Fact]
    public void Of_a_very_long_line_only_the_part_around_the_place_is_shown()
    {
        _folder.Write(
            "a.sispam",
            "phase A: "
                + string.Concat(Enumerable.Repeat("crowd escalates -> deploy Dalmas; ", 500))
                + "crowd calms -> deploy Dalmaz"
        );

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam");

        Assert.Contains("deploy Dalmaz\n", outcome.Out);
        Assert.All(outcome.Out.Split('\n'), line => Assert.True(line.Length < 400, line));
    }

    [Fact]
    public void Nothing_in_a_file_can_steer_the_terminal()
    {
        _folder.Write("a.sispam", "phase A: crowd escalates -> deploy Dal\u001b[2Jmaz \u202Ex\n");

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam");

        Assert.DoesNotContain('\u001b', outcome.Out);
        Assert.DoesNotContain('\u202E', outcome.Out);
    }

    [Fact]
    public void The_messages_are_in_the_language_of_the_file_unless_another_is_asked_for()
    {
        _folder.Write("a.sispam", WrongIndonesian);

        Assert.Contains(" kesalahan SIS2001: ", Sispam.In(_folder.Path, "check", "a.sispam").Out);
        Assert.Contains("1 kesalahan dalam 1 berkas.", Sispam.In(_folder.Path, "check", "a.sispam").Out);
        Assert.Contains(" error SIS2001: ", Sispam.In(_folder.Path, "check", "a.sispam", "--language", "en").Out);
    }

    [Fact]
    public void A_directory_means_every_drill_below_it_in_ordinal_order()
    {
        _folder.Write("d/b.sispam", Wrong);
        _folder.Write("d/a/c.sispam", Wrong);
        _folder.Write("d/B.sispam", Wrong);
        _folder.Write("d/.git/x.sispam", Wrong);
        _folder.Write("d/notes.txt", "no drill");

        var outcome = Sispam.In(_folder.Path, "check", "d");

        Assert.Equal(
            ["d/B.sispam", "d/a/c.sispam", "d/b.sispam"],
            outcome.Out.Split('\n').Where(line => line.Contains("SIS2001")).Select(line => line.Split(':')[0])
        );
        Assert.Contains("3 errors in 3 files.", outcome.Out);
    }

    [Fact]
    public void A_file_named_twice_is_checked_once()
    {
        _folder.Write("d/a.sispam", Wrong);

        Assert.Contains("1 error in 1 file.", Sispam.In(_folder.Path, "check", "d/a.sispam", "d", "./d/a.sispam").Out);
    }

    [Fact]
    public void A_library_with_a_mistake_is_told_of_once_however_many_use_it()
    {
        _folder.Write("library.sispam", "unit Regu 1: 10 personnel, as Dalmaz\n");
        _folder.Write("a.sispam", "use \"library.sispam\"\n" + Clean);
        _folder.Write("b.sispam", "use \"library.sispam\"\n" + Clean);

        var outcome = Sispam.In(_folder.Path, "check", ".");

        Assert.Single(outcome.Out.Split('\n'), line => line.StartsWith("library.sispam:1:", StringComparison.Ordinal));
        Assert.Contains("in 3 files.", outcome.Out);
    }

    [Fact]
    public void A_file_may_be_called_like_a_verb()
    {
        _folder.Write("check", Clean);

        Assert.Equal(0, Sispam.In(_folder.Path, "check", "check").Status);
    }

    [Fact]
    public void A_file_whose_name_starts_with_a_dash_stands_after_two_dashes()
    {
        _folder.Write("-a.sispam", Clean);

        Assert.Equal(0, Sispam.In(_folder.Path, "check", "--", "-a.sispam").Status);
    }

    [Fact]
    public void Standard_input_is_a_dash()
    {
        var outcome = Sispam.WithInput(_folder.Path, Wrong, "check", "-");

        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("-:2:29: error SIS2001: ", outcome.Out);
    }

    [Fact]
    public void Warnings_count_as_errors_if_that_is_asked_for()
    {
        _folder.Write("a.sispam", "unit Regu 9: 10 personnel, as Dalmas\n" + Clean);
        var plain = Sispam.In(_folder.Path, "check", "a.sispam", "--format", "json");
        Assert.Equal(0, plain.Status);
        Assert.DoesNotContain("\"error\"", plain.Out);

        _folder.Write("a.sispam", "phase A: crowd escalates -> if anarchic -> deploy Dalmas\n");
        var warned = Sispam.In(_folder.Path, "check", "a.sispam");
        Assert.Equal(0, warned.Status);
        Assert.Contains(": warning SIS", warned.Out);

        var strict = Sispam.In(_folder.Path, "check", "a.sispam", "--warnings-as-errors");
        Assert.Equal(1, strict.Status);
        Assert.Contains(": error SIS", strict.Out);
    }

    [Fact]
    public void JSON_is_alone_on_standard_output_and_as_the_schema_says()
    {
        _folder.Write("a.sispam", Wrong);
        var schema = new JsonSchema(Repository.PathOf("docs/schemas/check.schema.json"));

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam", "missing.sispam", "--format", "json");

        Assert.Equal(2, outcome.Status);
        Assert.Equal("sispam: missing.sispam: there is no such file.\n", outcome.Error);
        var json = JsonDocument.Parse(outcome.Out).RootElement;
        Assert.Empty(schema.Check(json));
        var message = Assert.Single(json.EnumerateArray());
        Assert.Equal("a.sispam", message.GetProperty("file").GetString());
        Assert.Equal("SIS2001", message.GetProperty("code").GetString());
        Assert.Equal("""{"line": 2, "column": 29}""", Compact(message.GetProperty("start")));
        Assert.Equal("""{"line": 2, "column": 35}""", Compact(message.GetProperty("end")));
    }

    [Fact]
    public void The_schema_refuses_what_it_does_not_describe()
    {
        var schema = new JsonSchema(Repository.PathOf("docs/schemas/check.schema.json"));

        Assert.NotEmpty(schema.Check(JsonDocument.Parse("""[{"file": "a", "code": "X"}]""").RootElement));
    }

    [Fact]
    public void JSON_without_messages_is_an_empty_array()
    {
        _folder.Write("a.sispam", Clean);

        Assert.Equal("[]\n", Sispam.In(_folder.Path, "check", "a.sispam", "--format", "json").Out);
    }

    [Fact]
    public void The_result_goes_to_a_file_if_that_is_asked_for()
    {
        _folder.Write("a.sispam", Clean);

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam", "--output", "result.txt");

        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal("No problems in 1 file.\n", File.ReadAllText(_folder.PathOf("result.txt")));
        Assert.Equal(["a.sispam", "result.txt"], _folder.Files());
    }

    [Fact]
    public void A_result_that_can_not_be_written_is_bad_usage()
    {
        _folder.Write("a.sispam", Clean);

        var outcome = Sispam.In(_folder.Path, "check", "a.sispam", "--output", "no/such/folder.txt");

        Assert.Equal(2, outcome.Status);
        Assert.Equal("sispam: no/such/folder.txt: can't be written.\n", outcome.Error);
    }

    [Fact]
    public void Colours_are_for_terminals_only()
    {
        _folder.Write("a.sispam", Wrong);

        Assert.DoesNotContain('\u001b', Sispam.In(_folder.Path, "check", "a.sispam").Out);
        var coloured = Sispam.OnTerminal(_folder.Path, "check", "a.sispam").Out;
        Assert.Contains("\u001b[", coloured);
        Assert.Equal(
            Sispam.In(_folder.Path, "check", "a.sispam").Out,
            System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "")
        );
    }

    [Fact]
    public void After_Ctrl_C_nothing_is_left_behind()
    {
        _folder.Write("a.sispam", Clean);

        var outcome = Sispam.Interrupted(_folder.Path, "check", "a.sispam", "--output", "result.txt");

        Assert.Equal(ExitStatus.Interrupted, outcome.Status);
        Assert.Equal(["a.sispam"], _folder.Files());
    }

    private static string Compact(JsonElement element) =>
        "{" + string.Join(", ", element.EnumerateObject().Select(p => $"\"{p.Name}\": {p.Value}")) + "}";
}
