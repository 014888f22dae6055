using FsCheck;
using FsCheck.Fluent;
using SispamLang.Formatting;
using SispamLang.Syntax;
using SispamLang.Tests.Formatting;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests.RandomDrills;

public class FormatterTests
{
    [Fact]
    public void A_random_drill_runs_alike_in_any_layout_and_laid_out() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var drill = DrillGenerator.Make(seed);
                    var text = Layouts.Change(drill.Text, seed);
                    var formatted = Formatter.Format(SyntaxTree.Parse(new SourceText("random.sispam", text)));
                    var expected = drill.Trace(drill.Text);

                    Assert.Equal(expected, drill.Trace(text));
                    Assert.Equal(expected, drill.Trace(formatted));
                    Assert.Equal(
                        formatted,
                        Formatter.Format(SyntaxTree.Parse(new SourceText("random.sispam", formatted)))
                    );
                }
            )
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(DifferentialTests.Setting("SISPAM_RANDOM_DRILLS", 200))
                    .WithQuietOnSuccess(true)
            );
}
