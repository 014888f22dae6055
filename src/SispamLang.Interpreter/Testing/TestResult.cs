namespace SispamLang.Interpreter.Testing;

/// <summary>What came of a test.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Site">Where it stands, an index into <see cref="DrillInfo.Sites"/>.</param>
/// <param name="Failure">Why it failed; null if it passed.</param>
/// <param name="Trace">All that happened up to its end or failure.</param>
public sealed record TestResult(string Name, int Site, TestFailure? Failure, ImmutableArray<TraceEntry> Trace);

/// <summary>Why a test failed.</summary>
/// <param name="Kind">What was not as expected.</param>
/// <param name="Site">The step, or the property of the drill that was broken.</param>
/// <param name="TimeMs">When, in milliseconds from the start of the test.</param>
/// <param name="Expected">What was expected, as written.</param>
/// <param name="Count">How often it happened, where that matters.</param>
/// <param name="Phase">The phase that runs instead, or -1 after the end.</param>
public sealed record TestFailure(
    TestFailureKind Kind,
    int Site,
    long TimeMs,
    string Expected,
    int Count = 0,
    int Phase = -1
);

/// <summary>What was not as expected.</summary>
public enum TestFailureKind
{
    /// <summary>It has not happened, or has not happened so often.</summary>
    HappenedOtherwise,

    /// <summary>It does not hold.</summary>
    DoesNotHold,

    /// <summary>It holds, but should not.</summary>
    Holds,

    /// <summary>Another phase runs.</summary>
    OtherPhase,

    /// <summary>The property was broken.</summary>
    Broken,

    /// <summary>The time for it is not over: the test has to let more time pass.</summary>
    Undecided,

    /// <summary>A property of the drill itself was broken.</summary>
    OwnPropertyBroken,

    /// <summary>The test did more than a test may.</summary>
    DoesNotEnd,
}
