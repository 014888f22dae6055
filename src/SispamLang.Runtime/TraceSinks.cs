namespace SispamLang.Runtime;

/// <summary>
/// Where the code of a compiled drill sends its trace. It is a type argument, so that the code compiled for
/// <see cref="NoTrace"/> holds nothing of tracing at all.
/// </summary>
public interface ITraceSink
{
    /// <summary>False: nothing is recorded, and draws are left to chance.</summary>
    static abstract bool IsOn { get; }

    /// <summary>Properties are watched.</summary>
    static abstract bool Watches(Runner runner);

    /// <summary>Takes an entry.</summary>
    static abstract void Write(Runner runner, in TraceEntry entry);
}

/// <summary>Records nothing.</summary>
public readonly struct NoTrace : ITraceSink
{
    /// <inheritdoc/>
    public static bool IsOn => false;

    /// <inheritdoc/>
    public static bool Watches(Runner runner) => false;

    /// <inheritdoc/>
    public static void Write(Runner runner, in TraceEntry entry) { }
}

/// <summary>Records nothing, but properties are watched.</summary>
public readonly struct WatchOnly : ITraceSink
{
    /// <inheritdoc/>
    public static bool IsOn => false;

    /// <inheritdoc/>
    public static bool Watches(Runner runner) => true;

    /// <inheritdoc/>
    public static void Write(Runner runner, in TraceEntry entry) { }
}

/// <summary>Hands every entry to <see cref="Runner.Trace"/>.</summary>
public readonly struct RunnerTrace : ITraceSink
{
    /// <inheritdoc/>
    public static bool IsOn => true;

    /// <inheritdoc/>
    public static bool Watches(Runner runner) => runner.WatchesProperties;

    /// <inheritdoc/>
    public static void Write(Runner runner, in TraceEntry entry) => runner.Trace?.Invoke(entry);
}
