using FsCheck;
using FsCheck.Fluent;
using SispamLang.Dialects;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Compiler.Tests.RandomDrills;

public class TranslatorTests
{
    [Fact]
    public void A_random_drill_runs_alike_in_both_languages() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var drill = DrillGenerator.Make(seed);
                    if (DifferentialTests.Compile(drill).Program is null)
                    {
                        return;
                    }

                    var there = Translated(drill.Text, Dialect.Indonesian);

                    Assert.Equal(drill.Trace(drill.Text), drill.Trace(there));
                    Assert.Equal(drill.Text, Translated(there, Dialect.English));
                }
            )
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(DifferentialTests.Setting("SISPAM_RANDOM_DRILLS", 200))
                    .WithQuietOnSuccess(true)
            );

    private static string Translated(string text, Dialect to)
    {
        var result = Translator.Translate(new SourceText("random.sispam", text), UseResult.None, to);
        Assert.Empty(result.Problems);
        return result.Text!;
    }
}
