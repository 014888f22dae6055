using SispamLang.Analysis.Verification;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Verification;

public class ReductionTests
{
    private const int Drills = 60;
    private const int MostStates = 10_000;

    [Fact]
    public void What_is_left_out_of_states_changes_no_verdict()
    {
        int compared = 0;
        int fewer = 0;
        for (int seed = 1; compared < Drills; seed++)
        {
            if (
                Compilation.Create(new SourceText("small.sispam", SmallDrills.Make(seed)), UseResult.None).Program
                is not { } program
            )
            {
                continue;
            }

            VerificationOptions options = new() { MaxStates = MostStates };
            VerificationResult reduced = Verifier.Verify(program, options);
            VerificationResult whole = Verifier.Verify(program, options with { Reduces = false });
            if (reduced.Obstacle is null && whole.Obstacle is null)
            {
                compared++;
                Assert.Equal(Told(whole), Told(reduced));
                Assert.InRange(reduced.States, 0, whole.States);
                fewer += reduced.States < whole.States ? 1 : 0;
            }
        }

        Assert.InRange(fewer, 1, Drills);
    }

    private static string Told(VerificationResult result) =>
        $"{string.Join(", ", result.Properties.Select(p => p.Verdict))}; {string.Join(", ", result.RulesNever)}; "
        + string.Join(", ", result.Endings);
}
