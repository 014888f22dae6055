using System.Text.Json;
using SispamLang.Cli.Tests;
using SispamLang.Interpreter;
using SispamLang.Runtime;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests;

/// <summary>The state of a run can be kept as a text, and be gone back to in another process.</summary>
public sealed class SnapshotTests
{
    private const string March = """
        drill "March":
          follows perkap-16-2006
        phase March for 30 min:
          crowd escalates -> deploy Dalmas
          Dalmas arrives -> water cannon
        """;

    public static TheoryData<string, bool> Engines =>
        new()
        {
            { "compiled", false },
            { "compiled", true },
            { "interpreted", true },
        };

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_run_goes_on_from_its_text_as_it_would_have(string engine, bool watches)
    {
        var create = Runners(March, engine);
        var straight = Started(create, watches);
        var kept = SnapshotJson.Write(straight);
        straight.RunToEnd();
        var other = create();

        Assert.Equal(SnapshotOutcome.Restored, SnapshotJson.Restore(other, kept));

        Assert.Equal((watches, 7UL, 600_000L), (other.WatchesProperties, other.Seed, other.Now));
        other.RunToEnd();
        Assert.Equal(SnapshotJson.Write(straight), SnapshotJson.Write(other));
    }

    [Theory]
    [InlineData(March, 7, "EXERCISE")]
    [InlineData("fase A selama 1 jam: massa bereskalasi -> kerahkan Dalmas\n", ulong.MaxValue, "LATIHAN")]
    public void A_snapshot_fits_its_schema_and_says_what_it_is_of(string drill, ulong seed, string marking)
    {
        var schema = new JsonSchema(Repository.PathOf("docs/schemas/snapshot.schema.json"));
        var runner = Started(Runners(drill, "compiled"), watches: true, seed);

        using var running = JsonDocument.Parse(SnapshotJson.Write(runner));
        runner.RunToEnd();
        using var ended = JsonDocument.Parse(SnapshotJson.Write(runner));

        Assert.Empty(schema.Check(running.RootElement));
        Assert.Empty(schema.Check(ended.RootElement));
        Assert.Equal(marking, running.RootElement.GetProperty("marking").GetString());
        Assert.Equal(seed, running.RootElement.GetProperty("seed").GetUInt64());
        Assert.True(ended.RootElement.GetProperty("ended").GetBoolean());
    }

    [Theory]
    [InlineData("\"sispam-snapshot\"", "\"notes\"", SnapshotOutcome.NotASnapshot)]
    [InlineData("\"state\"", "\"taste\"", SnapshotOutcome.NotASnapshot)]
    [InlineData("\"state\": \"", "\"state\": \"?", SnapshotOutcome.NotASnapshot)]
    [InlineData("\"version\": 1", "\"version\": 2", SnapshotOutcome.OtherVersion)]
    [InlineData("\"source_hash\": \"", "\"source_hash\": \"0", SnapshotOutcome.OtherDrill)]
    [InlineData("\"state\": \"", "\"state\": \"AAAA", SnapshotOutcome.OtherRunner)]
    public void What_is_no_snapshot_of_this_drill_is_refused_and_changes_nothing(
        string text,
        string instead,
        SnapshotOutcome expected
    )
    {
        var runner = Started(Runners(March, "compiled"), watches: false);
        var before = SnapshotJson.Write(runner);

        Assert.Equal(expected, SnapshotJson.Restore(runner, before.Replace(text, instead, StringComparison.Ordinal)));

        Assert.Equal(before, SnapshotJson.Write(runner));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\": 3}")]
    public void A_text_that_is_something_else_is_refused(string text) =>
        Assert.Equal(SnapshotOutcome.NotASnapshot, SnapshotJson.Restore(Runners(March, "interpreted")(), text));

    [Fact]
    public void A_snapshot_is_for_the_drill_and_the_engine_that_it_was_made_by()
    {
        var compiled = Started(Runners(March, "compiled"), watches: true);
        var interpreted = Started(Runners(March, "interpreted"), watches: true);
        var changed = Started(Runners(March + "\n", "compiled"), watches: true);

        Assert.Equal(SnapshotOutcome.OtherRunner, SnapshotJson.Restore(interpreted, SnapshotJson.Write(compiled)));
        Assert.Equal(SnapshotOutcome.OtherRunner, SnapshotJson.Restore(compiled, SnapshotJson.Write(interpreted)));
        Assert.Equal(SnapshotOutcome.OtherDrill, SnapshotJson.Restore(changed, SnapshotJson.Write(compiled)));
    }

    private static Runner Started(Func<Runner> create, bool watches, ulong seed = 7)
    {
        var runner = create();
        runner.WatchesProperties = watches;
        runner.Start(seed);
        runner.Raise(0);
        runner.AdvanceTo(600_000);
        return runner;
    }

    private static Func<Runner> Runners(string drill, string engine)
    {
        var program = Compilation.Create(new SourceText("drill.sispam", drill), UseResult.None).Program;
        Assert.NotNull(program);
        return engine == "compiled"
            ? DrillCompiler.Compile(program).Load().CreateRunner
            : () => new DrillInterpreter(program);
    }
}
