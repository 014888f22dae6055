using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SispamLang.Export;

/// <summary>
/// The days of a drill as a calendar (RFC 5545): its rehearsal and its game on the map if they are planned, the drill, and its
/// phases when the drill says at what time it starts.
/// </summary>
internal sealed class DrillCalendar
{
    private readonly DrillPaper _paper;
    private readonly PaperTexts _texts;
    private readonly DateOnly _day;
    private readonly TimeZoneOf? _zone;
    private readonly ICalendar _calendar = new();

    private DrillCalendar(DrillPaper paper, DateOnly day)
    {
        _paper = paper;
        _texts = paper.Texts;
        _day = day;
        _zone = TimeZoneOf.Named(paper.Facts.Zone);
    }

    /// <summary>Why a drill has no calendar: it says no date.</summary>
    public static string? Refusal(DrillPaper paper) => paper.Day is null ? paper.Texts["ics.no-date"] : null;

    /// <summary>The calendar's text.</summary>
    /// <exception cref="InvalidOperationException">The drill has no date.</exception>
    public static string Of(DrillPaper paper)
    {
        var day = paper.Day ?? throw new InvalidOperationException("The drill has no date.");
        var calendar = new DrillCalendar(paper, day);
        calendar.Write();
        return calendar._calendar.ToString();
    }

    private void Write() =>
        _calendar.Part(
            "VCALENDAR",
            () =>
            {
                _calendar.Line("VERSION", "2.0");
                _calendar.Text("PRODID", "-//SispamLang//sispam " + _paper.Marking.ToolVersion + "//EN");
                _calendar.Line("CALSCALE", "GREGORIAN");
                _calendar.Line("METHOD", "PUBLISH");
                _calendar.Text("X-WR-CALNAME", Summary(_paper.Marking.Drill));
                if (_zone is { } zone && _paper.Facts.StartsAtMs is not null)
                {
                    WriteZone(zone);
                }

                WritePreparation("ics.game", _paper.Game);
                WritePreparation("ics.rehearsal", _paper.Rehearsal);
                WriteDrill();
            }
        );

    private void WriteZone(TimeZoneOf zone) =>
        _calendar.Part(
            "VTIMEZONE",
            () =>
            {
                _calendar.Line("TZID", zone.Id);
                _calendar.Part(
                    "STANDARD",
                    () =>
                    {
                        // As it has been since 1988; there is no summer time.
                        _calendar.Line("DTSTART", "19880101T000000");
                        _calendar.Line("TZOFFSETFROM", zone.Offset);
                        _calendar.Line("TZOFFSETTO", zone.Offset);
                        _calendar.Line("TZNAME", zone.Name);
                    }
                );
            }
        );

    private void WritePreparation(string key, DateOnly? day)
    {
        if (day is { } date)
        {
            WriteEvent(
                key,
                _texts.Say(key, _paper.Marking.Drill),
                "",
                () =>
                {
                    _calendar.Day("DTSTART", date);
                    _calendar.Day("DTEND", date.AddDays(1));
                }
            );
        }
    }

    private void WriteDrill()
    {
        if (_paper.Facts.StartsAtMs is not { } start)
        {
            WriteEvent(
                "drill",
                _paper.Marking.Drill,
                _texts["ics.no-time"],
                () =>
                {
                    _calendar.Day("DTSTART", _day);
                    _calendar.Day("DTEND", _day.AddDays(1));
                }
            );
            return;
        }

        WriteEvent("drill", _paper.Marking.Drill, Times, () => WriteSpan(start, 0, _paper.Reference.EndMs));
        var seen = new Dictionary<int, int>();
        foreach (var (phase, from, to) in PhaseSpans.Of(_paper.Reference))
        {
            // A drill may come back to a phase.
            var time = seen[phase] = seen.GetValueOrDefault(phase) + 1;
            var info = _paper.Info.Phases[phase];
            WriteEvent(
                string.Create(CultureInfo.InvariantCulture, $"phase/{info.Name}/{time}"),
                _texts.Say("ics.phase", info.Title.Length > 0 ? info.Title : info.Name),
                Times,
                () => WriteSpan(start, from, to)
            );
        }
    }

    private string Times => _texts.Say("ics.times", _paper.Reference.Seed);

    private void WriteSpan(long start, long from, long to)
    {
        var midnight = _day.ToDateTime(TimeOnly.MinValue);
        _calendar.Time("DTSTART", midnight.AddSeconds((start + from) / 1000), _zone?.Id);
        _calendar.Time("DTEND", midnight.AddSeconds((start + to) / 1000), _zone?.Id);
    }

    private void WriteEvent(string key, string summary, string note, Action when) =>
        _calendar.Part(
            "VEVENT",
            () =>
            {
                _calendar.Line("UID", UidOf(key));
                // The same drill gives the same file, so this can't be the time at which it was written.
                _calendar.Line("DTSTAMP", _day.ToString("yyyyMMdd'T000000Z'", CultureInfo.InvariantCulture));
                when();
                _calendar.Text("SUMMARY", Summary(summary));
                _calendar.Text("LOCATION", _paper.Facts.Venue);
                string[] lines = [_paper.Marking.Exercise + ": " + _paper.Marking.Drill, note, _paper.Marking.Footer];
                _calendar.Text("DESCRIPTION", string.Join('\n', lines.Where(line => line.Length > 0)));
                _calendar.Text("CATEGORIES", _paper.Marking.Exercise);
            }
        );

    private string Summary(string what) => _paper.Marking.Exercise + ": " + what;

    // The same for the same event of the same drill, so that a changed drill moves it instead of adding another.
    private string UidOf(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(_paper.Marking.Drill + "\n" + key));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16)) + "@sispam";
    }

    /// <summary>A time zone of Indonesia.</summary>
    private sealed record TimeZoneOf(string Name, string Id, string Offset)
    {
        public static TimeZoneOf? Named(string name) =>
            name switch
            {
                "WIB" => new(name, "Asia/Jakarta", "+0700"),
                "WITA" => new(name, "Asia/Makassar", "+0800"),
                "WIT" => new(name, "Asia/Jayapura", "+0900"),
                _ => null,
            };
    }
}
