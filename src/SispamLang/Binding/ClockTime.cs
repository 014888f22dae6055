namespace SispamLang.Binding;

/// <summary>Times of day, in milliseconds after midnight.</summary>
internal static class ClockTime
{
    private const long Day = 86_400_000;

    /// <summary>The time from one clock time to another, the next day's if it is earlier.</summary>
    public static long Between(long startMs, long clockMs) =>
        clockMs >= startMs ? clockMs - startMs : clockMs - startMs + Day;
}
