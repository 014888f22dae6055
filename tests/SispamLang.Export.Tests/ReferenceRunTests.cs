using SispamLang.Runtime;

namespace SispamLang.Export.Tests;

public class ReferenceRunTests
{
    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void An_example_runs_to_its_end(string name)
    {
        var run = ReferenceRun.Of(Examples.Program(name), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TraceCode.Start, run.Entries[0].Code);
        Assert.Equal(TraceCode.End, run.Entries[^1].Code);
        Assert.Equal(Enumerable.Range(0, run.Entries.Length), run.Entries.Select(e => e.Seq));
        Assert.Equal(run.Info.Properties.Count, run.Verdicts.Length);
        Assert.Equal(run.Entries[^1].TimeMs, run.EndMs);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_one_another()
    {
        var program = Examples.Program("pasuruan-kota.sispam");
        var cancellation = TestContext.Current.CancellationToken;

        var first = ReferenceRun.Of(program, cancellationToken: cancellation);

        Assert.Equal(ReferenceRun.DefaultSeed, first.Seed);
        Assert.Equal(first.Entries, ReferenceRun.Of(program, 1, cancellation).Entries);
        Assert.NotEqual(first.Entries, ReferenceRun.Of(program, 2, cancellation).Entries);
    }

    [Fact]
    public void A_run_that_nobody_waits_for_stops()
    {
        var program = Examples.ProgramOf("phase Rekap for 10 min: at start -> announce \"Go\"");

        Assert.Throws<OperationCanceledException>(() =>
            ReferenceRun.Of(program, cancellationToken: new CancellationToken(canceled: true))
        );
    }
}
