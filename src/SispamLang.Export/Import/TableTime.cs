using System.Globalization;
using System.Text.RegularExpressions;

namespace SispamLang.Export;

/// <summary>A time as a cell has it.</summary>
/// <param name="IsClock">It is a time of day; else it counts from T+00:00.</param>
/// <param name="Ms">Milliseconds, on a whole second.</param>
internal readonly partial record struct TableTime(bool IsClock, long Ms)
{
    private const long MsInDay = 86_400_000;

    // Numbers above are days since 1900: this one is in 1954.
    private const double FirstDay = 20_000;
    private const double LastDay = 2_958_466;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <summary>The day, if the cell says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The zone, if the cell says.</summary>
    public string Zone { get; init; } = "";

    /// <summary>It was written so that it could be taken for something else.</summary>
    public bool IsGuess { get; init; }

    // T+00:15, T+0:15:30
    [GeneratedRegex(@"^T\s*\+\s*(\d{1,3})[:.](\d{2})(?:[:.](\d{2}))?$", Options, TimeLimitMs)]
    private static partial Regex ElapsedPattern { get; }

    // T+45, M+45, 45, 45 min
    [GeneratedRegex(@"^(?:[TM]\s*\+\s*)?(\d{1,4})\s*(?:min|mins|minutes?|menit|mnt|')?$", Options, TimeLimitMs)]
    private static partial Regex MinutesPattern { get; }

    // 1 h 30 min, 2 jam
    [GeneratedRegex(
        @"^(\d{1,2})\s*(?:h|hours?|jam)\s*(?:(\d{1,2})\s*(?:min|minutes?|menit|mnt)?)?$",
        Options,
        TimeLimitMs
    )]
    private static partial Regex HoursPattern { get; }

    // 09:15, 09.15 WIB, pukul 09.15
    [GeneratedRegex(
        @"^(?:pukul|pkl\.?|jam)?\s*(\d{1,3})[:.](\d{2})(?:[:.](\d{2}))?\s*(WIB|WITA|WIT)?$",
        Options,
        TimeLimitMs
    )]
    private static partial Regex ClockPattern { get; }

    // 0.38541667, as a table of values shows Excel's part of a day.
    [GeneratedRegex(@"^0?[.,](\d{3,})$", Options, TimeLimitMs)]
    private static partial Regex FractionPattern { get; }

    [GeneratedRegex(@"^[DH]\s*[-+]\s*\d+", Options, TimeLimitMs)]
    private static partial Regex DayPattern { get; }

    private const int TimeLimitMs = 1_000;
    private const int LongestTime = 40;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A text that names a day by its distance, such as <c>H-1</c>, and so no time of it.</summary>
    public static bool IsDay(string text) => text.Length <= LongestTime && DayPattern.IsMatch(text);

    /// <summary>The time in a cell, or null.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isElapsed">What could be either counts from T+00:00.</param>
    public static TableTime? Of(TableCell cell, bool isElapsed) =>
        cell.Number is { } number ? OfNumber(cell, number, isElapsed) : OfText(cell.Text, isElapsed);

    private static TableTime? OfNumber(TableCell cell, double number, bool isElapsed)
    {
        if (number is not (>= 0 and < LastDay))
        {
            return null;
        }

        if (cell.IsElapsed || (isElapsed && number is > 0 and < 1))
        {
            return number < 1_000 ? new TableTime(false, MsOf(number)) : null;
        }

        if (number >= FirstDay)
        {
            var day = Math.Floor(number);
            return new TableTime(true, MsOf(number - day)) { Date = Epoch.AddDays((int)day), Zone = cell.Zone };
        }

        if (number < 1 && (cell.IsTime || number > 0))
        {
            return new TableTime(true, MsOf(number)) { Zone = cell.Zone };
        }

        // 09.15 is a number for a program that takes the full stop for a decimal sign.
        var hundredths = Math.Round(number % 1 * 100);
        return !isElapsed
            && hundredths is > 0 and < 60
            && number < 24
            && Math.Abs(number % 1 - (hundredths / 100)) < 1e-9
                ? new TableTime(true, (((long)number * 60) + (long)hundredths) * 60_000) { IsGuess = true }
            : number < 10_000 ? new TableTime(false, (long)Math.Round(number * 60) * 1000)
            : null;
    }

    private static TableTime? OfText(string text, bool isElapsed)
    {
        if (text.Length > LongestTime)
        {
            return null;
        }

        if (ElapsedPattern.Match(text) is { Success: true } elapsed)
        {
            return Clock(elapsed) is { } ms ? new TableTime(false, ms) : null;
        }

        if (MinutesPattern.Match(text) is { Success: true } minutes)
        {
            return new TableTime(false, Number(minutes.Groups[1]) * 60_000);
        }

        if (HoursPattern.Match(text) is { Success: true } hours)
        {
            return new TableTime(false, ((Number(hours.Groups[1]) * 60) + Number(hours.Groups[2])) * 60_000);
        }

        if (FractionPattern.Match(text) is { Success: true } fraction)
        {
            var part = double.Parse("0." + fraction.Groups[1].Value, CultureInfo.InvariantCulture);
            return new TableTime(!isElapsed, MsOf(part));
        }

        if (ClockPattern.Match(text) is { Success: true } clock && Clock(clock) is { } time)
        {
            var zone = clock.Groups[4].Value.ToUpperInvariant();
            var isClock = zone.Length > 0 || !isElapsed;
            return isClock && time >= MsInDay ? null : new TableTime(isClock, time) { Zone = zone };
        }

        return null;
    }

    private static long? Clock(Match match)
    {
        var (hours, minutes, seconds) = (Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]));
        return minutes < 60 && seconds < 60 ? ((((hours * 60) + minutes) * 60) + seconds) * 1000 : null;
    }

    private static long Number(Group group) =>
        group.Success ? long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static long MsOf(double days) => (long)Math.Round(days * MsInDay / 1000) * 1000;
}
