namespace SispamLang.Cli;

/// <summary>What the command tells its caller.</summary>
internal static class ExitStatus
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>The drill has errors, or a test failed.</summary>
    public const int DrillHasErrors = 1;

    /// <summary>A drill would be laid out otherwise.</summary>
    public const int NotFormatted = 1;

    /// <summary>Bad usage, or input that can't be read.</summary>
    public const int BadUsage = 2;

    /// <summary>Not decided: too few runs, or not every behaviour was looked at.</summary>
    public const int NotDecided = 3;

    /// <summary>A defect of ours.</summary>
    public const int Defect = 70;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>The one that tells more: bad usage before errors, errors before all is well.</summary>
    public static int Worse(int one, int other) => Math.Max(one, other);
}
