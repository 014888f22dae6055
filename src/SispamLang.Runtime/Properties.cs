namespace SispamLang.Runtime;

/// <summary>A promise of the drill, or a rule of a doctrine that it follows.</summary>
/// <param name="Text">As written, on one line.</param>
/// <param name="Doctrine">The doctrine it belongs to; empty for the drill's own.</param>
/// <param name="Rule">The rule of the doctrine, or empty.</param>
/// <param name="Article">The article that the rule comes from, or empty.</param>
/// <param name="Share">Hundredths of a percent of many runs in which it must be kept; -1: in every run.</param>
public sealed record PropertyInfo(string Text, string Doctrine, string Rule, string Article, int Share)
{
    /// <summary>One run can't tell whether it is kept.</summary>
    public bool IsStatistical => Share >= 0;

    /// <summary>It is the drill's own promise, which a run must keep; what a doctrine asks for is advice.</summary>
    public bool IsOwn => Doctrine.Length == 0;
}

/// <summary>What a run has shown of a property so far.</summary>
public enum PropertyVerdict
{
    /// <summary>What it speaks of has not come up.</summary>
    NotTested,

    /// <summary>It came up and was kept.</summary>
    Kept,

    /// <summary>It was broken at least once.</summary>
    Broken,

    /// <summary>It came up, and the run has not told yet, or ended before the time was over.</summary>
    Open,
}

/// <summary>How a property was broken.</summary>
public enum PropertyBreach
{
    /// <summary>What must not be has come to pass, or what must always hold does not.</summary>
    CameToPass,

    /// <summary>What must come first had not come.</summary>
    NotBefore,

    /// <summary>The time was over.</summary>
    NotInTime,

    /// <summary>The phase, the condition or the drill was over.</summary>
    NeverCame,
}
