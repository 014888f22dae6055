using SispamLang.Interpreter;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests;

/// <summary>Runs the rows of <c>tests/Properties.md</c> on compiled drills.</summary>
public class PropertyTests
{
    public static TheoryData<string> Properties { get; } =
    [.. PropertyCase.All.Values.Select(c => c.Property).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_compiled_drill_judges_its_properties_as_worked_out_by_hand(string property)
    {
        var cases = PropertyCase.All.Values.Where(c => c.Property == property).ToList();
        var compilation = Compilation.Create(new SourceText("drill.sispam", cases[0].Drill), UseResult.None);
        var compiled = DrillCompiler.Compile(compilation.Program!).Load();

        Assert.All(cases, @case => Assert.Equal(@case.Expected, @case.Run(compiled.CreateRunner())));
        compiled.Unload();
    }

    [Fact]
    public void A_compiled_drill_judges_the_rules_of_doctrines_as_worked_out_by_hand()
    {
        foreach (var cases in PropertyCase.OfDoctrines.Values.GroupBy(c => c.Drill, StringComparer.Ordinal))
        {
            var compilation = Compilation.Create(new SourceText("drill.sispam", cases.Key), UseResult.None);
            var compiled = DrillCompiler.Compile(compilation.Program!).Load();
            Assert.All(cases, @case => Assert.Equal(@case.Expected, @case.Run(compiled.CreateRunner())));
        }
    }

    [Fact]
    public void A_snapshot_of_a_watched_run_holds_what_is_known_of_properties()
    {
        var program = Compilation
            .Create(
                new SourceText(
                    "drill.sispam",
                    """
                    event bell
                    event gong
                    phase A for 10 min:
                      gong -> announce "gong"
                    expect gong within 2 min of bell
                    """
                ),
                UseResult.None
            )
            .Program!;
        foreach (
            var runner in (Runtime.Runner[])
                [new DrillInterpreter(program), DrillCompiler.Compile(program).Load().CreateRunner()]
        )
        {
            runner.WatchesProperties = true;
            runner.Start(1);
            Assert.Equal(Runtime.Runner.Never, runner.DeadlineOf(0));
            runner.Raise("bell");
            Assert.Equal(2 * 60_000, runner.DeadlineOf(0));
            var asked = runner.Snapshot();
            runner.Raise("gong");
            Assert.Equal(Runtime.Runner.Never, runner.DeadlineOf(0));
            runner.RunToEnd();
            Assert.Equal(Runtime.PropertyVerdict.Kept, runner.VerdictOf(0));
            Assert.Equal(0, runner.SlowestAnswerOf(0));

            runner.Restore(asked);
            Assert.Null(runner.SlowestAnswerOf(0));
            runner.AdvanceTo(90_000);
            runner.Raise("gong");
            Assert.Equal(90_000, runner.SlowestAnswerOf(0));

            runner.Restore(asked);
            Assert.Equal(Runtime.PropertyVerdict.Open, runner.VerdictOf(0));
            runner.RunToEnd();
            Assert.Equal(Runtime.PropertyVerdict.Broken, runner.VerdictOf(0));
        }
    }
}
