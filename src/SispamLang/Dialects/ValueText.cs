using System.Globalization;

namespace SispamLang.Dialects;

/// <summary>Values as a drill writes them.</summary>
public static class ValueText
{
    private static readonly (Concept Unit, long Ms)[] Units =
    [
        (Concept.Hours, 3_600_000),
        (Concept.Minutes, 60_000),
        (Concept.Seconds, 1000),
    ];

    /// <summary>A length of time, <c>1 h 30 min</c>.</summary>
    public static string Duration(long ms, Dialect language)
    {
        var parts = new List<string>();
        foreach (var (unit, length) in Units)
        {
            var count = unit == Concept.Seconds ? ms / 1000m : ms / length;
            if (count > 0 || (unit == Concept.Seconds && parts.Count == 0))
            {
                parts.Add(Measured(count.ToString("0.###", CultureInfo.InvariantCulture), unit, language));
            }

            ms %= length;
        }

        return string.Join(" ", parts);
    }

    /// <summary>A range of lengths of time, <c>4..8 min</c>, in the largest unit of which both ends are whole numbers.</summary>
    public static string Durations(long low, long high, Dialect language)
    {
        if (low == high)
        {
            return Duration(low, language);
        }

        var (unit, length) = Array.Find(Units, unit => low % unit.Ms == 0 && high % unit.Ms == 0);
        (unit, length) = length == 0 ? (Concept.Seconds, 1000) : (unit, length);
        var ends =
            (low / (decimal)length).ToString("0.###", CultureInfo.InvariantCulture)
            + ".."
            + (high / (decimal)length).ToString("0.###", CultureInfo.InvariantCulture);
        return Measured(ends, unit, language);
    }

    /// <summary>Hundredths of a percent as a percentage, <c>12.5%</c>.</summary>
    public static string Percentage(long hundredths) =>
        (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time of day, <c>09:30</c>, with its seconds if it has any.</summary>
    /// <param name="ms">Milliseconds after midnight; those of later days are counted on.</param>
    public static string Clock(long ms)
    {
        var time = TimeSpan.FromMilliseconds(ms % 86_400_000);
        return time.ToString(time.Seconds == 0 ? "hh\\:mm" : "hh\\:mm\\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A time in the drill, <c>T+00:10</c>, with its seconds if it has any.</summary>
    public static string Elapsed(long ms)
    {
        var hours = (ms / 3_600_000).ToString("00", CultureInfo.InvariantCulture);
        return "T+" + hours + Clock(ms % 3_600_000).Substring(2);
    }

    private static string Measured(string count, Concept unit, Dialect language) =>
        count + " " + Words.Canonical(unit, language);
}
