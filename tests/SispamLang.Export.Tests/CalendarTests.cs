using System.Text;
using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

/// <summary>The calendar of a drill.</summary>
public class CalendarTests
{
    [Fact]
    public void It_has_the_drill_and_its_phases_in_the_zone_of_the_drill()
    {
        var lines = Unfolded(DrillCalendar.Of(Drills.Paper(Drills.Small, Dialect.English)));

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("TZID:Asia/Jakarta", lines);
        Assert.Contains("TZOFFSETTO:+0700", lines);
        Assert.Contains("SUMMARY:EXERCISE: Rally at the town hall", lines);
        Assert.Contains("SUMMARY:EXERCISE: Phase The rally", lines);
        Assert.Equal(3, lines.Count(line => line.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line == "DTSTART;TZID=Asia/Jakarta:20240612T090000"));
        Assert.Contains("DTSTART;TZID=Asia/Jakarta:20240612T093000", lines);
        Assert.Contains("DTEND;TZID=Asia/Jakarta:20240612T093500", lines);
    }

    [Fact]
    public void A_rehearsal_and_a_game_on_the_map_are_days_of_their_own()
    {
        var paper = Drills.Paper(Drills.Small, Dialect.Indonesian);
        var calendar = DrillCalendar.Of(
            new DrillPaper(paper.Compilation, paper.Reference, Dialect.Indonesian, "0.0.0")
            {
                Rehearsal = new DateOnly(2024, 6, 11),
                Game = new DateOnly(2024, 6, 10),
            }
        );

        Assert.Contains(
            "DTSTART;VALUE=DATE:20240611\r\nDTEND;VALUE=DATE:20240612\r\nSUMMARY:LATIHAN: Gladi bersih",
            calendar
        );
        Assert.Contains("DTSTART;VALUE=DATE:20240610", calendar);
    }

    [Fact]
    public void A_drill_without_a_time_has_a_whole_day_and_one_without_a_date_no_calendar()
    {
        var day = DrillCalendar.Of(
            Drills.Paper(
                "drill \"Rally\":\n  date 2024-06-12\nphase Rally for 1 min: at start -> announce \"Go\"",
                Dialect.English
            )
        );
        var none = Drills.Paper("phase Rally for 1 min: at start -> announce \"Go\"", Dialect.English);

        Assert.Contains("DTSTART;VALUE=DATE:20240612", day);
        Assert.DoesNotContain("VTIMEZONE", day);
        Assert.Contains("date 2027-02-14", DrillCalendar.Refusal(none));
        Assert.Null(DrillCalendar.Refusal(Drills.Paper(Drills.Small, Dialect.English)));
    }

    [Fact]
    public void Lines_are_folded_between_characters_and_texts_are_escaped()
    {
        var title = "Aksi; damai, \\\\ " + string.Concat(Enumerable.Repeat("é🚨", 40));
        var drill = $"drill \"{title}\":\n  date 2024-06-12\nphase Rally for 1 min: at start -> announce \"Go\"";

        var calendar = DrillCalendar.Of(Drills.Paper(drill, Dialect.English));

        var lines = calendar.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', calendar);
        Assert.Contains(
            "SUMMARY:EXERCISE: Aksi\\; damai\\, \\\\ " + string.Concat(Enumerable.Repeat("é🚨", 40)),
            Unfolded(calendar)
        );
    }

    [Fact]
    public void The_same_drill_gives_the_same_calendar_and_a_moved_one_moves_its_events()
    {
        var first = DrillCalendar.Of(Drills.Paper(Drills.Small, Dialect.English));
        var moved = DrillCalendar.Of(
            Drills.Paper(Drills.Small.Replace("2024-06-12", "2024-06-19", StringComparison.Ordinal), Dialect.English)
        );

        Assert.Equal(first, DrillCalendar.Of(Drills.Paper(Drills.Small, Dialect.English)));
        Assert.Equal(Uids(first), Uids(moved));

        static IEnumerable<string> Uids(string calendar) =>
            Unfolded(calendar).Where(line => line.StartsWith("UID:", StringComparison.Ordinal));
    }

    private static string[] Unfolded(string calendar) =>
        calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
