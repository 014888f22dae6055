namespace SispamLang.Runtime;

/// <summary>
/// Puts the time of a drill on a calendar, for formats that know no other time. The clock is simulated: nothing happened then.
/// </summary>
public sealed class SimulatedTime
{
    /// <summary>The time of a drill.</summary>
    /// <param name="info">The drill. If it does not say when it starts, that is midnight; without a zone, UTC.</param>
    /// <param name="day">The day on which it starts; 1 January 1970 if nobody says, so that nobody takes it for a real one.</param>
    public SimulatedTime(DrillInfo info, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(info);
        Start = new DateTimeOffset(
            (day ?? DateOnly.FromDateTime(DateTime.UnixEpoch)).ToDateTime(TimeOnly.MinValue),
            info.Zone switch
            {
                "WIB" => TimeSpan.FromHours(7),
                "WITA" => TimeSpan.FromHours(8),
                "WIT" => TimeSpan.FromHours(9),
                _ => TimeSpan.Zero,
            }
        ).AddMilliseconds(Math.Max(info.StartsAtMs, 0));
    }

    /// <summary>When T+00:00 is.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When a time of the drill is.</summary>
    /// <param name="timeMs">Milliseconds from T+00:00.</param>
    public DateTimeOffset At(long timeMs) => Start.AddMilliseconds(timeMs);
}
