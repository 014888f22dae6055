using System.Globalization;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>Figures, dates and times as a language writes them in running text, whatever the machine is set to.</summary>
public sealed class PaperValues
{
    private static readonly string[] EnglishMonths =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private static readonly string[] IndonesianMonths =
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];

    private readonly bool _isEnglish;
    private readonly NumberFormatInfo _numbers;

    /// <summary>The values of a language.</summary>
    public PaperValues(Dialect language)
    {
        _isEnglish = language == Dialect.English;
        _numbers = new NumberFormatInfo
        {
            NumberGroupSeparator = _isEnglish ? "," : ".",
            NumberDecimalSeparator = _isEnglish ? "." : ",",
        };
    }

    /// <summary>A whole number: 1,000 or 1.000.</summary>
    public string Number(long number) => number.ToString("#,0", _numbers);

    /// <summary>A number with so many digits behind the point or comma, if they are not 0: 1,000.5 or 1.000,5.</summary>
    public string Decimal(double number, int digits) => number.ToString("#,0." + new string('#', digits), _numbers);

    /// <summary>Hundredths of a percent: 12.5% or 12,5%.</summary>
    public string Percentage(long hundredths) => (hundredths / 100m).ToString("0.##", _numbers) + "%";

    /// <summary>A date: 12 June 2024 or 12 Juni 2024; as it is if it is none.</summary>
    /// <param name="date"><c>yyyy-MM-dd</c>.</param>
    public string Date(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{day.Day} {(_isEnglish ? EnglishMonths : IndonesianMonths)[day.Month - 1]} {day.Year}"
            )
            : date;

    /// <summary>A day as a drill writes it, or null if it is none.</summary>
    /// <param name="date"><c>yyyy-MM-dd</c>.</param>
    public static DateOnly? Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A length of time in full words: 1 hour 30 minutes, or 1 jam 30 menit.</summary>
    public string Duration(long ms)
    {
        var parts = new List<string>();
        AddPart(parts, ms / 3_600_000, "hour", "jam");
        AddPart(parts, ms / 60_000 % 60, "minute", "menit");
        if (ms % 60_000 > 0 || parts.Count == 0)
        {
            AddPart(parts, ms % 60_000 / 1000m, "second", "detik", always: true);
        }

        return string.Join(' ', parts);
    }

    /// <summary>A range of lengths of time: 4 to 8 minutes.</summary>
    public string Durations(long low, long high)
    {
        if (low == high)
        {
            return Duration(low);
        }

        // One unit for both, if both are whole numbers of it.
        var to = _isEnglish ? " to " : " sampai ";
        foreach (
            var (unit, english, indonesian) in (ReadOnlySpan<(long, string, string)>)
                [(3_600_000, "hours", "jam"), (60_000, "minutes", "menit"), (1000, "seconds", "detik")]
        )
        {
            if (low % unit == 0 && high % unit == 0)
            {
                return Number(low / unit) + to + Number(high / unit) + " " + (_isEnglish ? english : indonesian);
            }
        }

        return Duration(low) + to + Duration(high);
    }

    /// <summary>A time of day: 09:30, or 09.30; with seconds if it has any.</summary>
    /// <param name="ms">Milliseconds after midnight; those of later days are counted on.</param>
    /// <param name="zone">Written behind it; may be empty.</param>
    public string Clock(long ms, string zone)
    {
        var seconds = ms / 1000 % 86_400;
        var sign = _isEnglish ? ":" : ".";
        var time = Two(seconds / 3600) + sign + Two(seconds / 60 % 60);
        time += seconds % 60 == 0 ? "" : sign + Two(seconds % 60);
        return string.IsNullOrEmpty(zone) ? time : time + " " + zone;
    }

    /// <summary>A time in the drill, T+00:12, with its seconds if it has any (rounded down).</summary>
    public static string Elapsed(long ms)
    {
        var seconds = ms / 1000;
        var time = "T+" + Two(seconds / 3600) + ":" + Two(seconds / 60 % 60);
        return seconds % 60 == 0 ? time : time + ":" + Two(seconds % 60);
    }

    /// <summary>A, B and C.</summary>
    public string And(IReadOnlyList<string> parts) => Joined(parts, _isEnglish ? " and " : " dan ");

    /// <summary>A, B or C.</summary>
    public string Or(IReadOnlyList<string> parts) => Joined(parts, _isEnglish ? " or " : " atau ");

    private static string Joined(IReadOnlyList<string> parts, string last) =>
        parts.Count < 2 ? string.Concat(parts) : string.Join(", ", parts.SkipLast(1)) + last + parts[^1];

    private void AddPart(List<string> parts, decimal count, string english, string indonesian, bool always = false)
    {
        if (count > 0 || always)
        {
            var unit =
                !_isEnglish ? indonesian
                : count == 1 ? english
                : english + "s";
            parts.Add(count.ToString("0.###", _numbers) + " " + unit);
        }
    }

    private static string Two(long number) => number.ToString("00", CultureInfo.InvariantCulture);
}
