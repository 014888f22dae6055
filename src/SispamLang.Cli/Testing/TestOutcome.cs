using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Interpreter.Testing;
using SispamLang.Programs;

namespace SispamLang.Cli.Testing;

/// <summary>What the tests of some drills came to.</summary>
/// <param name="Drills">The drills, in the order in which they were named.</param>
/// <param name="Started">When the tests began.</param>
/// <param name="Time">How long they took together.</param>
internal sealed record TestOutcome(ImmutableArray<TestedDrill> Drills, DateTimeOffset Started, TimeSpan Time)
{
    /// <summary>How many tests passed.</summary>
    public int Passed => Drills.Sum(drill => drill.Tests.Length) - Failed;

    /// <summary>How many failed.</summary>
    public int Failed => Drills.Sum(drill => drill.Failed);

    /// <summary>How many drills have errors, so that their tests could not run.</summary>
    public int Broken => Drills.Count(drill => drill.Errors.Length > 0);

    /// <summary>Nothing failed.</summary>
    public bool IsGood => Failed == 0 && Broken == 0;
}

/// <summary>A drill and what its tests came to.</summary>
/// <param name="Path">What its file is called.</param>
/// <param name="Dialect">The dialect it is written in.</param>
/// <param name="Language">The language in which it is spoken of.</param>
/// <param name="Program">The drill; null if it has errors.</param>
/// <param name="Errors">What is wrong with it, for people; empty if nothing is.</param>
/// <param name="Tests">Its tests that ran, in the order of the source.</param>
internal sealed record TestedDrill(
    string Path,
    Dialect Dialect,
    Dialect Language,
    DrillProgram? Program,
    string Errors,
    ImmutableArray<TimedResult> Tests
)
{
    /// <summary>How many of its tests failed.</summary>
    public int Failed => Tests.Count(test => test.Result.Failure is not null);

    /// <summary>How long its tests took, one after the other.</summary>
    public TimeSpan Time => Tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Time);

    /// <summary>What tools that sort tests by class are told: the path, with dots.</summary>
    public string ClassName =>
        System.IO.Path.ChangeExtension(Path, null).Trim('.', '/').Replace('/', '.') is { Length: > 0 } name
            ? name
            : "drill";
}

/// <summary>What came of a test, and how long it took.</summary>
internal sealed record TimedResult(TestResult Result, TimeSpan Time);
