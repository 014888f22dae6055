using System.Text;
using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>Whatever is in a file, the answer is a message with a code and a place, and never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "phase A: crowd escalates -> deploy Dalmas\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file() => Gives("", 1, "SIS1025 1:1");

    [Fact]
    public void A_binary_file() => Gives([0x7f, 0x45, 0x4c, 0x46, 0x0a, 0x02, 0xff, 0x00], 2, "SIS1023 2:2");

    [Fact]
    public void A_missing_file()
    {
        foreach (var verb in (string[])["check", "run", "build"])
        {
            string[] output = verb == "build" ? ["--output", "out"] : [];
            var outcome = SispamProcess.In(_folder.Path, [verb, "missing.sispam", .. output]);
            Assert.Equal(2, outcome.Status);
            Assert.Equal("sispam: missing.sispam: there is no such file.\n", outcome.Error);
        }
    }

    [Fact]
    public void A_directory_without_drills()
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));

        var outcome = SispamProcess.In(_folder.Path, "check", "empty");
        Assert.Equal(2, outcome.Status);
        Assert.Equal("sispam: empty: there is no .sispam file in this directory or below it.\n", outcome.Error);
        Assert.Equal(2, SispamProcess.In(_folder.Path, "run", "empty").Status);
    }

    [Fact]
    public void A_lone_arrow() => Gives("->", 1, "SIS1006 1:1");

    [Fact]
    public void A_phase_without_a_name() => Gives("phase : crowd escalates -> deploy Dalmas\n", 1, "SIS1006 1:7");

    [Fact]
    public void An_unknown_unit() => Gives("phase A: crowd escalates -> deploy Sepeda\n", 1, "SIS2001 1:36");

    [Fact]
    public void An_unknown_verb() => Gives("phase A: crowd escalates -> xyzzy Dalmas\n", 1, "SIS2005 1:29");

    [Fact]
    public void Tabs_mixed_with_spaces()
    {
        const string Mixed = "phase A:\n\tcrowd escalates -> deploy Dalmas\n    crowd calms -> withdraw Dalmas\n";

        Gives(Mixed, 1, "SIS1004 3:1");
        Gives(
            "phase A:\n\tcrowd escalates -> deploy Dalmas\n  crowd calms -> withdraw Dalmas\n",
            1,
            "SIS1004 3:1",
            "SIS1005 3:3"
        );
    }

    [Fact]
    public void A_block_never_closed() => Gives("phase A:\n  crowd escalates ->\n", 1, "SIS1008 2:19");

    [Fact]
    public void Three_thousand_blocks_nested_by_one_space_each()
    {
        var text = new StringBuilder("phase A:\n crowd escalates ->\n");
        for (var i = 2; i < 3000; i++)
        {
            text.Append(' ', i).Append("if anarchic:\n");
        }

        Gives(text.ToString(), 1, "SIS1013 101:112");
    }

    [Fact]
    public void Ten_thousand_blocks_opened_on_one_line() =>
        Gives(
            "phase A: crowd escalates -> " + string.Concat(Enumerable.Repeat("if anarchic: ", 10_000)) + "next phase\n",
            1,
            "SIS1013 1:1314"
        );

    [Fact]
    public void A_line_of_20_MB() =>
        Gives(
            "phase A: " + string.Concat(Enumerable.Repeat("crowd calms -> next phase; ", 20_000_000 / 27)),
            2,
            "SIS1014 1:1"
        );

    [Fact]
    public void A_NUL_character() => Gives("phase A\0B: crowd escalates -> deploy Dalmas\n", 1, "SIS1001 1:8");

    [Fact]
    public void A_surrogate_character() =>
        Gives([.. "phase A: crowd escalates -> deploy "u8, 0xed, 0xa0, 0x80, 0x0a], 2, "SIS1023 1:36");

    [Fact]
    public void A_character_outside_the_basic_plane() =>
        Gives("phase 😀: crowd escalates -> deploy Dalmas\n", 1, "SIS1001 1:7");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Any_kind_of_line_end(string end)
    {
        Gives($"phase A:{end}  crowd escalates -> deploy Dalmaz{end}", 1, "SIS2001 2:29");
        Gives($"phase A:{end}  crowd escalates -> deploy Dalmas{end}", 0);
    }

    [Fact]
    public void A_byte_order_mark()
    {
        Gives("\uFEFFphase A: crowd escalates -> deploy Dalmaz\n", 1, "SIS2001 1:36");
        Gives("\uFEFF" + Good, 0);
    }

    [Fact]
    public void Both_dialects_mixed() => Gives("phase A: crowd escalates -> kerahkan Dalmas\n", 1, "SIS1009 1:29");

    [Theory]
    [InlineData("class")]
    [InlineData("namespace")]
    [InlineData("await")]
    [InlineData("record")]
    [InlineData("Runner")]
    public void A_name_that_means_something_in_CSharp(string name) =>
        Runs(
            $"unit {name}: 5 personnel\nevent e{name}\ncounter c{name}: 0..9\nphase p{name}: crowd escalates -> deploy {name}, e{name}, add 1 to c{name}\n"
        );

    [Theory]
    [InlineData("\\\"); System.IO.File.Delete(\\\"x\\\"); (\\\"")]
    [InlineData("{0} }} {{ {x}")]
    [InlineData("*/ #line 1 \\\"x\\\" /*")]
    [InlineData("<b>&amp;</b> \\\\u0022")]
    [InlineData("a\u2028b \u202E")]
    [InlineData("$\\\"{1}\\\" \\\"\\\"\\\" @\\\"")]
    public void A_name_or_text_that_holds_code(string text)
    {
        var victim = _folder.Write("x", "still here");
        Runs(
            $"""
            drill "{text}"
            unit "{text}" "{text}": 5 personnel
            event "{text} 2" "{text}"
            phase "{text} 3" "{text}": crowd escalates -> deploy "{text}", announce "{text}", "{text} 2"; at start -> inject "{text}" from "{text}" to "{text}" via "{text}" expecting "{text}" within 1 min, objective "{text}"
            """
        );
        Assert.Equal("still here", File.ReadAllText(victim));
    }

    [Fact]
    public void A_text_that_holds_a_line_end() =>
        Starts("phase A: crowd escalates -> announce \"a\nb\"\n", 1, "SIS1002 1:38");

    [Fact]
    public void A_number_beyond_all_bounds() =>
        Starts("crowd A: 99999999999999999999 people\n" + Good, 1, "SIS1015 1:10");

    [Fact]
    public void A_file_that_uses_itself() => Gives("use \"a.sispam\"\n" + Good, 1, "SIS2013 1:5");

    [Fact]
    public void A_file_that_is_used_by_what_it_uses()
    {
        _folder.Write("b.sispam", "use \"c.sispam\"\n");
        _folder.Write("c.sispam", "use \"a.sispam\"\n");
        var messages = Check("use \"b.sispam\"\n" + Good, 1);
        Assert.Equal("SIS2013", Assert.Single(messages).Split(' ')[0]);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("../../../../../../../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public void A_use_that_leaves_the_workspace(string path)
    {
        Gives($"use \"{path}\"\n{Good}", 1, "SIS2012 1:5");
        Assert.DoesNotContain("root:", SispamProcess.In(_folder.Path, "check", "a.sispam").Out);
    }

    [Fact]
    public void A_use_of_a_link_that_leaves_the_workspace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var outside = new Folder();
        outside.Write("b.sispam", "unit X: 1 personnel\n");
        File.CreateSymbolicLink(_folder.PathOf("link.sispam"), outside.PathOf("b.sispam"));
        Directory.CreateSymbolicLink(_folder.PathOf("out"), outside.Path);

        Gives("use \"link.sispam\"\n" + Good, 1, "SIS2012 1:5");
        Gives("use \"out/b.sispam\"\n" + Good, 1, "SIS2012 1:5");
    }

    [Fact]
    public void Twenty_separate_mistakes_give_twenty_messages()
    {
        const string Text = """
            drill "A":
              ends after 8 d
              colour "red"
            place KPU: risk terrible
            unit Regu 1: 5 personnel, ready in 5 parsecs
            unit Regu 2: 5 personnel, ready in 9..3 min
            unit Regu 1: 5 personnel
            role Danki commands Nobody
            crowd Massa: 100 people, angry
            tactic shout: force 9
            counter calls: 9..1
            event siren: 120% every 5 min
            phase One for 0 min:
              crowd escalates -> deploy Dalmaz
              crowd explodes -> deploy Dalmas
              crowd calms -> fly Dalmas
              after soon -> deploy Dalmas
              if purple -> deploy Dalmas
              crowd throws -> chance 101%: next phase
              crowd gathers -> go to Nowhere
              crowd disperses deploy Dalmas
            """;

        // One on each line that has a mistake, and none of them because of another.
        var lines = Check(Text, 1).Select(message => int.Parse(message.Split(' ')[1].Split(':')[0]));
        Assert.Equal(Enumerable.Range(2, 20), lines.Order());
    }

    [Fact]
    public void A_property_about_an_unknown_name()
    {
        Gives(Good + "never Sepeda arrives\n", 1, "SIS2001 2:7");
        Gives(Good + "require xyzzy before water cannon\n", 1, "SIS2006 2:9");
    }

    [Fact]
    public void A_doctrine_that_does_not_exist()
    {
        Gives("drill \"A\": follows perkap-1-2008\n" + Good, 1, "SIS2001 1:20");
        _folder.Write("a.sispam", Good);
        var outcome = SispamProcess.In(_folder.Path, "check", "a.sispam", "--doctrine", "perkap-1-2008");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("Did you mean perkap-1-2009?", outcome.Error);
    }

    [Fact]
    public void A_waiver_without_a_reason() =>
        Gives("drill \"A\": follows perkap-2-2019\n" + Good + "waive perkap-2-2019/three-appeals\n", 1, "SIS1006 3:34");

    [Fact]
    public void A_test_that_does_not_end()
    {
        _folder.Write(
            "a.sispam",
            """
            drill "A": ends after 168 h
            counter hits: 0..9
            phase A for 168 h: every 1 s -> set hits to 1
            test "endless": after 168 h
            """
        );

        var outcome = SispamProcess.In(_folder.Path, "test", "a.sispam");
        NoStackTrace(outcome);
        Assert.Equal(1, outcome.Status);
        Assert.Contains("more than 100000 instants went by without an end", outcome.Out);
    }

    [Fact]
    public void A_thousand_properties() =>
        Runs(
            "phase A for 1 h: crowd gathers -> deploy Dalmas\n"
                + string.Concat(Enumerable.Range(2, 999).Select(i => $"never Dalmas arrives {i} times\n"))
                + "expect Dalmas arrives\n"
        );

    [Theory]
    [InlineData("T+00:01:00 xyzzy", "SIS9002", "e.txt:1:12")]
    [InlineData("00:01 crowd escalates", "SIS9003", "e.txt:1:1")]
    [InlineData("{", "SIS9003", "e.txt:1:1")]
    [InlineData("{\"kind\":1}", "SIS9003", "e.txt:1:1")]
    public void A_list_of_events_that_can_not_be_read(string line, string code, string place)
    {
        _folder.Write("a.sispam", Good);
        _folder.Write("e.txt", line + "\n");

        var outcome = SispamProcess.In(_folder.Path, "run", "a.sispam", "--events", "e.txt", "--engine", "interpreter");
        Assert.Equal(2, outcome.Status);
        Assert.StartsWith($"{place}: error {code}: ", outcome.Error);
        NoStackTrace(outcome);
    }

    private void Gives(string text, int status, params string[] messages) =>
        Gives(Encoding.UTF8.GetBytes(text), status, messages);

    private void Gives(byte[] content, int status, params string[] messages) =>
        Assert.Equal(messages, Check(content, status));

    // The first message; others may follow from it.
    private void Starts(string text, int status, string message) => Assert.Equal(message, Check(text, status)[0]);

    private List<string> Check(string text, int status) => Check(Encoding.UTF8.GetBytes(text), status);

    // The messages as "code line:column".
    private List<string> Check(byte[] content, int status)
    {
        _folder.Write("a.sispam", content);
        var outcome = SispamProcess.In(_folder.Path, "check", "a.sispam", "--format", "json");
        NoStackTrace(outcome);
        NoStackTrace(SispamProcess.In(_folder.Path, "check", "a.sispam"));
        var messages = JsonDocument
            .Parse(outcome.Out)
            .RootElement.EnumerateArray()
            .Select(message =>
                $"{message.GetProperty("code")} {message.GetProperty("start").GetProperty("line")}:{message.GetProperty("start").GetProperty("column")}"
            )
            .ToList();
        Assert.True(status == outcome.Status, $"{outcome.Status}: {string.Join(", ", messages)}");
        return messages;
    }

    private void Runs(string text)
    {
        _folder.Write("a.sispam", text);
        foreach (var engine in (string[])["interpreter", "compiled"])
        {
            var outcome = SispamProcess.In(_folder.Path, "run", "a.sispam", "--engine", engine);
            NoStackTrace(outcome);
            Assert.True(outcome.Status == 0, outcome.Error);
        }
    }

    private static void NoStackTrace(Outcome outcome)
    {
        Assert.DoesNotContain("   at ", outcome.Error);
        Assert.DoesNotContain("Unhandled", outcome.Error);
    }
}
