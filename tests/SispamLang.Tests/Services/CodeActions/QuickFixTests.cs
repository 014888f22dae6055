using SispamLang.Dialects;
using SispamLang.Services.CodeActions;

namespace SispamLang.Tests.Services.CodeActions;

/// <summary>Quick fixes as a planner meets them.</summary>
public sealed class QuickFixTests
{
    private const CodeActionKinds QuickFix = CodeActionKinds.QuickFix;

    [Fact]
    public void A_misspelt_name_can_be_respelt_or_declared() =>
        Assert.Equal(
            ["Write “Dalmas Lanjut”", "Declare “Dalmas Lanjutt” as a unit"],
            Actions.Titles("phase Rekap: crowd escalates -> deploy Dalmas ▮Lanjutt", QuickFix)
        );

    [Fact]
    public void Titles_are_in_the_language_of_the_reader_whatever_that_of_the_drill() =>
        Assert.Equal(
            ["Tulis “Dalmas Lanjut”", "Deklarasikan “Dalmas Lanjutt” sebagai satuan"],
            Actions.Titles("phase Rekap: crowd escalates -> deploy Dalmas ▮Lanjutt", QuickFix, Dialect.Indonesian)
        );

    [Fact]
    public void A_unit_is_declared_below_the_last_one_and_in_their_column() =>
        Assert.Equal(
            """
            unit Dalmas:   38 personnel of Sat Samapta
            unit Cadangan:  0 personnel

            phase Rekap: crowd escalates -> deploy Cadangan

            """,
            Actions.Apply(
                """
                unit Dalmas: 38 personnel of Sat Samapta

                phase Rekap: crowd escalates -> deploy ▮Cadangan

                """,
                "Declare “Cadangan” as a unit"
            )
        );

    [Fact]
    public void A_place_is_declared_below_what_comes_before_places_in_the_dialect_of_the_drill() =>
        Assert.Equal(
            "# language: id\r\nlatihan \"Sispamkota\"\r\n\r\ntempat Alun-alun\r\n\r\n"
                + "fase Rekap: massa bereskalasi -> kerahkan Dalmas ke Alun-alun\r\n",
            Actions.Apply(
                "# language: id\r\nlatihan \"Sispamkota\"\r\n\r\n"
                    + "fase Rekap: massa bereskalasi -> kerahkan Dalmas ke ▮Alun-alun\r\n",
                "Declare “Alun-alun” as a place"
            )
        );

    [Fact]
    public void In_a_drill_of_one_line_a_declaration_comes_above_it() =>
        Assert.Equal(
            "role Danki Cadangan\n\nphase Rekap: crowd escalates -> deploy Dalmas by Danki Cadangan",
            Actions.Apply(
                "phase Rekap: crowd escalates -> deploy Dalmas by ▮Danki Cadangan",
                "Declare “Danki Cadangan” as a role"
            )
        );

    [Theory]
    [InlineData("phase A: crowd escalates -> go to ▮Besok", "Declare “Besok” as a phase")]
    [InlineData("phase A: ▮bomb threat -> deploy Dalmas", "Declare “bomb threat” as an event")]
    [InlineData("phase A: if ▮injured > 5 -> deploy Dalmas", "Declare “injured” as a counter")]
    [InlineData("phase A: crowd escalates -> ▮form a line", "Declare “form a line” as a tactic")]
    [InlineData("phase A: crowd escalates -> ▮form a line", "Declare “form a line” as an event")]
    [InlineData("phase A: crowd escalates -> add 1 to ▮injured", "Declare “injured” as a counter")]
    [InlineData("phase A: crowd escalates -> wait ▮delay", "Declare “delay” as a param")]
    [InlineData("phase A: crowd escalates -> chance ▮hope: deploy Dalmas", "Declare “hope” as a param")]
    [InlineData("phase A: crowd escalates -> deploy ▮\"Dalmas dan PHH\"", "Declare “\"Dalmas dan PHH\"” as a unit")]
    [InlineData(
        "crowd M: 9 people, ▮furious\nphase A: crowd escalates -> deploy Dalmas",
        "Declare “furious” as a temper"
    )]
    [InlineData("crowd M: 9 people, at ▮Pasar\nphase A: crowd grows -> deploy Dalmas", "Declare “Pasar” as a place")]
    [InlineData("crowd M: 9 people, from ▮Pagi\nphase A: crowd grows -> deploy Dalmas", "Declare “Pagi” as a phase")]
    [InlineData("crowd M: 9 people, played by ▮Kader\nphase A: crowd grows -> deploy PHH", "Declare “Kader” as a unit")]
    [InlineData("role Danki commands ▮Regu\nphase A: crowd grows -> deploy Dalmas", "Declare “Regu” as a unit")]
    [InlineData("formation Garis: ▮Regu\nphase A: crowd grows -> deploy Garis", "Declare “Regu” as a unit")]
    [InlineData(
        "drill: safety officer ▮Perwira Jaga\nphase A: crowd grows -> deploy PHH",
        "Declare “Perwira Jaga” as a role"
    )]
    [InlineData("phase A: crowd grows -> deploy PHH\ntest \"x\": start ▮B", "Declare “B” as a phase")]
    [InlineData("phase A for ▮dawn: crowd grows -> deploy PHH", "Declare “dawn” as a param")]
    [InlineData("fase A: massa bereskalasi -> kerahkan ▮Cadangan", "Declare “Cadangan” as a unit")]
    [InlineData("fase A: massa bereskalasi -> pindah ke ▮Besok", "Declare “Besok” as a phase")]
    public void What_is_declared_is_then_known(string text, string title) =>
        Assert.False(Actions.Compile(Actions.Apply(text, title)).HasErrors);

    [Theory]
    [InlineData(
        "phase Rekap: crowd escalates▮: deploy Dalmas",
        "Write “->”",
        "phase Rekap: crowd escalates -> deploy Dalmas"
    )]
    [InlineData(
        "phase Rekap ▮-> crowd escalates -> deploy Dalmas",
        "Write “:”",
        "phase Rekap: crowd escalates -> deploy Dalmas"
    )]
    [InlineData("phase Rekap ▮at start -> deploy Dalmas", "Insert “:”", "phase Rekap: at start -> deploy Dalmas")]
    [InlineData(
        "phase Rekap: crowd escalates -> if red: water cannon otherwise ▮deploy Dalmas",
        "Insert “:”",
        "phase Rekap: crowd escalates -> if red: water cannon otherwise: deploy Dalmas"
    )]
    [InlineData("param x ▮5 min", "Insert “=”", "param x = 5 min")]
    [InlineData("place KPU: risk ▮hihg", "Write “high”", "place KPU: risk high")]
    [InlineData("tempat KPU: kerawanan ▮tingi", "Write “tinggi”", "tempat KPU: kerawanan tinggi")]
    [InlineData(
        "crowd Massa: 100 people, grows to 400 ▮20 min",
        "Insert “over”",
        "crowd Massa: 100 people, grows to 400 over 20 min"
    )]
    [InlineData(
        "phase Rekap: crowd escalates -> announce \"Keep \\▮",
        "Insert “\"”",
        "phase Rekap: crowd escalates -> announce \"Keep \\\\\""
    )]
    public void A_missing_sign_or_word_is_put_where_it_belongs(string text, string title, string expected) =>
        Assert.Equal(expected, Actions.Apply(text, title));

    [Theory]
    [InlineData(
        "phase Rekap: crowd escalates -> wait ▮1 h..30 min",
        "phase Rekap: crowd escalates -> wait 30 min..1 h"
    )]
    [InlineData("phase Rekap: crowd escalates -> wait ▮8..4 min", "phase Rekap: crowd escalates -> wait 4..8 min")]
    [InlineData("counter injured: ▮50..0 from 2", "counter injured: 0..50 from 2")]
    [InlineData("param x = 5 min ▮from 9 min to 1 min", "param x = 5 min from 1 min to 9 min")]
    public void A_range_is_turned_round(string text, string expected) =>
        Assert.Equal(expected, Actions.Apply(text, Actions.Titles(text, QuickFix).First()));

    [Theory]
    [InlineData("1.5 min", "90 s")]
    [InlineData("1.5 h", "90 min")]
    [InlineData("0.5 h", "30 min")]
    public void A_time_with_decimals_becomes_one_in_a_smaller_unit(string written, string expected) =>
        Assert.Equal(
            $"phase Rekap: crowd escalates -> wait {expected}, deploy Dalmas",
            Actions.Apply($"phase Rekap: crowd escalates -> wait ▮{written}, deploy Dalmas", $"Write “{expected}”")
        );

    [Theory]
    [InlineData("personnel 80", "personnel 48")]
    [InlineData("personnel about 80", "personnel about 48")]
    [InlineData("personnel over 80", "personnel over 47")]
    public void The_announced_strength_becomes_what_the_units_add_up_to(string announced, string expected)
    {
        string text =
            $"drill \"City hall\": ▮{announced}\nunit Dalmas: 38 personnel\nunit Raimas: 10 personnel\n"
            + "phase Rekap: crowd escalates -> deploy Dalmas and Raimas";

        string result = Actions.Apply(text, Actions.Titles(text, QuickFix).First());

        Assert.StartsWith($"drill \"City hall\": {expected}\n", result, StringComparison.Ordinal);
        Assert.Empty(Actions.Compile(result).Diagnostics);
    }

    [Fact]
    public void A_line_is_aligned_with_the_deeper_ones_below_it() =>
        Assert.Equal(
            "phase Rekap:\n    crowd escalates -> deploy Dalmas\n    if anarchic ->\n        water cannon\n",
            Actions.Apply(
                "phase Rekap:\n    crowd escalates -> deploy Dalmas\n  ▮if anarchic ->\n      water cannon\n",
                "Align with the lines it belongs with"
            )
        );

    [Fact]
    public void What_the_drill_should_say_of_itself_is_added_to_its_lines() =>
        Assert.Equal(
            "drill \"Latihan\":\n  venue \"Polres\"\n  starts 10:00 WIB\n\nphase Rekap: at 10:15 -> deploy Dalmas\n",
            Actions.Apply(
                "drill \"Latihan\":\n  venue \"Polres\"\n\nphase Rekap: at ▮10:15 -> deploy Dalmas\n",
                "Add “starts 10:00 WIB” to the drill"
            )
        );

    [Fact]
    public void A_rule_of_a_doctrine_is_waived_with_room_for_the_reason()
    {
        const string Drill =
            "latihan \"Latihan\":\n  mengikuti ▮exercise-safety\n\nfase Rekap selama 10 menit: massa bereskalasi -> kerahkan Dalmas\n";

        Assert.Equal(
            Drill.Replace("▮", "", StringComparison.Ordinal)
                + "\nkecualikan exercise-safety/stop-word \"(tulis alasannya di sini)\"\n",
            Actions.Apply(Drill, "Waive exercise-safety/stop-word, with a reason")
        );
    }

    [Fact]
    public void A_message_is_ignored_by_a_comment_above_its_line_and_as_deep() =>
        Assert.Equal(
            "fase Rekap:\r\n  massa bereskalasi -> kerahkan Dalmas\r\n"
                + "  # sispam: abaikan SIS3002 (tulis alasannya di sini)\r\n  Raimas tiba -> tarik Raimas\r\n",
            Actions.Apply(
                "fase Rekap:\r\n  massa bereskalasi -> kerahkan Dalmas\r\n  ▮Raimas tiba -> tarik Raimas\r\n",
                "Ignore SIS3002 here, with a reason"
            )
        );

    [Fact]
    public void All_words_of_the_other_dialect_are_put_right_at_once() =>
        Assert.Equal(
            "phase Rekap:\n  crowd escalates -> deploy Dalmas\n  if anarchic -> water cannon by Kapolres",
            Actions.Apply(
                "phase Rekap:\n  crowd escalates -> kerahkan Dalmas\n  ▮jika anarchic -> water cannon oleh Kapolres",
                "SIS1009: all 3 in this file"
            )
        );

    [Fact]
    public void Fixing_all_leaves_what_is_for_the_planner_to_decide() =>
        Assert.Equal(
            "phase Rekap:\n  crowd escalates ->\n    if red: deploy Dalmas Lanjutt\n  if anarchic -> water cannon\n",
            Actions.Apply(
                "# sispam: ignore SIS2001 not yet there\nphase Rekap:\n  crowd escalates ->\n"
                    + "    if red -> kerahkan Dalmas Lanjutt\n  jika anarchic -> water cannon\n",
                "Fix all that is safe to fix",
                CodeActionKinds.FixAll
            )
        );

    [Fact]
    public void Where_nothing_is_wrong_nothing_is_offered()
    {
        const string Drill = "phase Rekap: crowd escalates -> deploy ▮Dalmas; if anarchic -> water cannon";

        Assert.Empty(Actions.Titles(Drill, QuickFix | CodeActionKinds.FixAll));
    }

    [Fact]
    public void Only_what_is_at_the_place_is_offered() =>
        Assert.DoesNotContain(
            "Write “anarchic”",
            Actions.Titles(
                "phase Rekap: crowd escalates -> deploy Dalmas ▮Lanjutt; if anarkic -> water cannon",
                QuickFix
            )
        );
}
