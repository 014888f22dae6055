using System.Text.RegularExpressions;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;

namespace SispamLang.Cli.Tests;

public class UsageTests
{
    private static readonly string Here = Path.GetTempPath();

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public void The_command_alone_shows_examples(params string[] arguments)
    {
        var outcome = Sispam.In(Here, arguments);

        Assert.Equal(ExitStatus.Ok, outcome.Status);
        Assert.Contains("Examples:", outcome.Out);
        Assert.Contains("sispam run", outcome.Out);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Help_is_given_in_the_language_asked_for() =>
        Assert.Contains("Contoh:", Sispam.In(Here, "check", "--help", "--language", "id").Out);

    public static TheoryData<string> Verbs => [.. CommandLine.Verbs];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Each_help_page_names_every_option_and_shows_examples(string verb)
    {
        foreach (var language in (string[])["en", "id"])
        {
            var page = Sispam.In(Here, verb, "--help", "--language", language).Out;
            Assert.All(
                CommandLine.Find(verb)!.Command.Options,
                option => Assert.Contains("  " + option.Name + " ", page)
            );
            Assert.Contains(language == "en" ? "Examples:" : "Contoh:", page);
            Assert.Contains("sispam " + verb, Sispam.In(Here, "--help", "--language", language).Out);
        }
    }

    [Theory]
    [InlineData("There is no command chek. Did you mean check?", "chek")]
    [InlineData("There is no command xyzzy.", "xyzzy")]
    [InlineData("check has no option --fromat. Did you mean --format?", "check", "a.sispam", "--fromat", "json")]
    [InlineData("check has no option --fromat. Did you mean --format?", "check", "--fromat=json", "a.sispam")]
    [InlineData("run has no option -z.", "run", "-z", "a.sispam")]
    [InlineData("--format needs a value.", "check", "a.sispam", "--format")]
    [InlineData("--format may be given only once.", "check", "a.sispam", "--format", "json", "--format", "text")]
    [InlineData("--format can't be xml; it is text | json | sarif.", "check", "a.sispam", "--format", "xml")]
    [InlineData("--language can't be fr; it is en | id.", "check", "a.sispam", "--language", "fr")]
    [InlineData("--trace can't be xml; it is text | jsonl | cloudevents | ocel.", "run", "a.sispam", "--trace", "xml")]
    [InlineData("--engine can't be fast; it is interpreter | compiled.", "run", "a.sispam", "--engine", "fast")]
    [InlineData("Say which drill: the path of a .sispam file, or - for standard input.", "check")]
    [InlineData("Say which drill: the path of a .sispam file, or - for standard input.", "run", "--seed", "1")]
    [InlineData("One argument too many: b.sispam.", "run", "a.sispam", "b.sispam")]
    [InlineData(
        "No doctrine perkap-2-2018 comes with the language. Did you mean perkap-2-2019?",
        "check",
        "a.sispam",
        "--doctrine",
        "perkap-2-2018"
    )]
    [InlineData(
        "No doctrine ours comes with the language."
            + " It has: exercise-safety, perkap-1-2009, perkap-16-2006, perkap-2-2019, un-less-lethal-2020.",
        "run",
        "a.sispam",
        "--doctrine",
        "ours"
    )]
    [InlineData("Say what the drill is called.", "new")]
    [InlineData("Say where the results go: --output DIR.", "build", "a.sispam")]
    [InlineData("--seed is a whole number from 0 to 18446744073709551615, not -1.", "run", "a.sispam", "--seed=-1")]
    [InlineData(
        "--until is a duration such as \"20 min\" or \"1 h 30 min\", not soon.",
        "run",
        "a.sispam",
        "--until",
        "soon"
    )]
    public void Bad_usage_is_explained(string sentence, params string[] arguments)
    {
        var outcome = Sispam.In(Here, arguments);

        Assert.Equal(ExitStatus.BadUsage, outcome.Status);
        Assert.StartsWith("sispam: " + sentence + "\n", outcome.Error);
        Assert.Empty(outcome.Out);
    }

    [Fact]
    public void Bad_usage_is_explained_in_the_language_asked_for() =>
        Assert.StartsWith(
            "sispam: Tidak ada perintah chek. Maksudnya check?",
            Sispam.In(Here, "chek", "--language", "id").Error
        );

    [Fact]
    public void Every_message_has_words_and_the_same_gaps_in_both_languages()
    {
        foreach (var message in Enum.GetValues<Message>())
        {
            var english = message.In(Dialect.English);
            var indonesian = message.In(Dialect.Indonesian);
            Assert.NotEmpty(english);
            Assert.Equal(Gaps(english), Gaps(indonesian));
        }
    }

    [Fact]
    public void A_defect_is_reported_with_a_file_and_without_a_stack_trace()
    {
        var outcome = Sispam.WithBrokenInput(Here, new InvalidOperationException("boom"), "check", "-");

        Assert.Equal(ExitStatus.Defect, outcome.Status);
        Assert.DoesNotContain("   at ", outcome.Error);
        var report = Regex.Match(outcome.Error, "with this file: (.*)\n$").Groups[1].Value;
        Assert.Contains("boom", File.ReadAllText(report));
        File.Delete(report);
    }

    [Fact]
    public void The_version_is_a_line()
    {
        Assert.Matches("^sispam [0-9]+\\.[0-9]+\\.[0-9]+\n$", Sispam.In(Here, "--version").Out);
    }

    private static string Gaps(string text) =>
        string.Concat(
            Regex.Matches(text, "\\{[0-9]\\}").Select(match => match.Value).Order(StringComparer.Ordinal).Distinct()
        );
}
