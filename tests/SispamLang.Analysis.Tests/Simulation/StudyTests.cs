using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SispamLang.Analysis.Simulation;
using SispamLang.Programs;

namespace SispamLang.Analysis.Tests.Simulation;

public class StudyTests
{
    private static readonly DrillProgram Program = Drills.Program(Drills.Rally);
    private static readonly Simulator Simulator = Drills.Compiled(Program);
    private static readonly ImmutableArray<SweptParam> Swept = [new SweptParam(0, [60_000, 720_000, 1_200_000])];

    [Fact]
    public void Every_point_of_a_sweep_has_the_same_seeds()
    {
        var study = Study.Run(Simulator, Drills.Plan(Program, 50), Swept);

        // The second value is the one that the drill has itself.
        Assert.Equal(3, study.Points.Length);
        Assert.Equal(Json(new Study(study.Base, [], [])), Json(new Study(study.Points[1], [], [])));
    }

    [Fact]
    public void Combinations_change_the_last_param_fastest()
    {
        var combinations = Study.Combinations([1, 2, 3], [new SweptParam(0, [10, 20]), new SweptParam(2, [30, 40])]);

        Assert.Equal<long[]>(
            [
                [10, 2, 30],
                [10, 2, 40],
                [20, 2, 30],
                [20, 2, 40],
            ],
            combinations.Select(combination => combination.ToArray())
        );
        Assert.Empty(Study.Combinations([1], []));
    }

    [Fact]
    public void A_param_that_changes_nothing_has_no_swing_and_one_that_does_has()
    {
        var study = Study.Run(Simulator, Drills.Plan(Program, 100), Swept);

        var early = ParamEffect.On(new KeyFigure(KeyFigureKind.RedBeforeUnit, Unit("Dalmas Awal")), study);
        var late = ParamEffect.On(new KeyFigure(KeyFigureKind.RedBeforeUnit, Unit("AWC")), study);

        Assert.Equal(0, Assert.Single(early).Swing);
        Assert.Equal((60_000, 1_200_000), (Assert.Single(late).AtLeast, late[0].AtMost));

        static int Unit(string name) => Program.Units.Index().Single(unit => unit.Item.Name == name).Index;
    }

    [Fact]
    public void Shards_put_together_are_the_runs_made_in_one_go()
    {
        var plan = Drills.Plan(Program, 101);
        var whole = Study.Run(Simulator, plan, Swept);
        var shards = Enumerable
            .Range(1, 4)
            .Select(number => Study.Run(Simulator, plan with { Shard = new Shard(number, 4) }, Swept))
            .Select(study => ShardFile.Read(Encoding.UTF8.GetBytes(Json(study)), Simulator.Measures)!)
            .ToImmutableArray();

        Assert.Equal(101, shards.Sum(shard => shard.Study.Base.Tallies.Runs));
        Assert.Equal(Json(whole), Json(ShardFile.Merge([.. shards.Reverse()])));
    }

    [Fact]
    public void More_shards_than_runs_are_fine()
    {
        var plan = Drills.Plan(Program, 2);
        var shards = Enumerable
            .Range(1, 5)
            .Select(number => Study.Run(Simulator, plan with { Shard = new Shard(number, 5) }, []))
            .ToList();

        Assert.Equal(2, shards.Sum(shard => shard.Base.Tallies.Runs));
        Assert.DoesNotContain(shards, shard => shard.IsPartial);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"runs\": 5}")]
    public void What_is_no_shard_is_not_read(string text) =>
        Assert.Null(ShardFile.Read(Encoding.UTF8.GetBytes(text), Simulator.Measures));

    [Fact]
    public void A_shard_of_a_drill_with_other_tables_is_not_read()
    {
        var other = Drills.Program("phase A for 1 min: at start -> announce \"hello\"");
        var shard = Study.Run(Drills.Interpreted(other), Drills.Plan(other, 5), []);

        Assert.Null(ShardFile.Read(Encoding.UTF8.GetBytes(Json(shard)), Simulator.Measures));
    }

    [Fact]
    public void A_shard_that_was_tampered_with_is_not_read()
    {
        var json = Json(Study.Run(Simulator, Drills.Plan(Program, 5), Swept));

        foreach (
            var (from, to) in (ReadOnlySpan<(string, string)>)
                [
                    ("\"param\":0", "\"param\":9"),
                    ("\"param\":0", "\"param\":-1"),
                    ("\"number\":1", "\"number\":2"),
                    ("\"count\":1", "\"count\":0"),
                    ("\"sum\":\"", "\"sum\":\"x"),
                    ("\"bins\":[", "\"bins\":[99999,1,"),
                    ("\"bins\":[", "\"bins\":[-1,1,"),
                ]
        )
        {
            Assert.Contains(from, json);
            Assert.Null(ShardFile.Read(Encoding.UTF8.GetBytes(json.Replace(from, to)), Simulator.Measures));
        }
    }

    [Fact]
    public void Every_chance_and_delay_is_listed_with_its_place()
    {
        var assumptions = AssumptionList
            .Of(Program)
            .Select(one => $"{one.Kind} {one.Subject} {Outcomes(one)} {(one.Source.IsOwn ? one.Line : "prelude")}")
            .ToList();

        Assert.Equal("ReadyIn Dalmas Awal  5", assumptions[0]);
        Assert.Equal("ReadyIn AWC  6", assumptions[1]);
        Assert.Contains("Temper Marchers CrowdEscalates 6000, CrowdCalms 1000 prelude", assumptions);
        Assert.Contains("Lasts water cannon  prelude", assumptions);
        Assert.Contains("Effect water cannon CrowdDisperses 6000, CrowdCalms 3000 prelude", assumptions);
        Assert.Equal(assumptions.Count, assumptions.Distinct().Count());

        static string Outcomes(Assumption one) =>
            string.Join(", ", one.Outcomes.Select(outcome => $"{outcome.Kind} {outcome.Chance.Constant}"));
    }

    private static string Json(Study study)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            new ShardFile("0123456789abcdef", "1.0.0", study).Write(json, "EXERCISE");
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
