namespace SispamLang.Analysis.Verification;

/// <summary>Why a verification came to no end.</summary>
public enum Obstacle
{
    /// <summary>As many states as were allowed.</summary>
    StateLimit,

    /// <summary>As much memory as was allowed.</summary>
    MemoryLimit,

    /// <summary>Somebody has stopped it.</summary>
    Interrupted,

    /// <summary>One instant can go on in more ways than can be looked at: it draws again and again.</summary>
    TooManyCourses,

    /// <summary>So much happens in one instant that what was left out could matter.</summary>
    QueueNearlyFull,

    /// <summary>A value or a time went beyond what was foreseen for it.</summary>
    NoRoom,

    /// <summary>A crowd grows over a time that is left to chance, and something depends on how far it has got.</summary>
    DrawnGrowth,

    /// <summary>The drill can be paused; only the search for a way back to calm stops at that.</summary>
    Pauses,

    /// <summary>A rule of a phase waits for a time of the clock; only the search for a way back to calm stops at that.</summary>
    ClockRules,
}
