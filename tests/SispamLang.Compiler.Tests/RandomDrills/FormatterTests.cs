using FsCheck;
using FsCheck.Fluent;
using SispamLang.Formatting;
using SispamLang.Interpreter;
using SispamLang.Programs;
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
                    var expected = Trace(drill.Text, drill);

                    Assert.Equal(expected, Trace(text, drill));
                    Assert.Equal(expected, Trace(formatted, drill));
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

    private static List<string> Trace(string text, DrillCase drill)
    {
        if (Compilation.Create(new SourceText("random.sispam", text), UseResult.None).Program is not { } program)
        {
            return [];
        }

        var deeds = drill.Deeds.Select(deed => deed with { OutsideEvent = EventIn(program, deed) });
        var (trace, states) = Engines.Run(new DrillInterpreter(program), drill.Seed, deeds);
        return [.. trace.Select(entry => entry.ToString()), .. states];
    }

    private static int EventIn(DrillProgram program, Deed deed) =>
        program.OutsideEvents.IsEmpty ? -1 : deed.OutsideEvent % program.OutsideEvents.Length;
}
