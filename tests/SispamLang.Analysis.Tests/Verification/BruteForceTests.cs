using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Compiler;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Verification;

/// <summary>
/// What is proved and refuted is what playing every run shows. <c>SISPAM_VERIFIED_DRILLS</c> says of how many drills, for long
/// runs; <c>SISPAM_VERIFIED_START</c> the first one's number; <c>SISPAM_VERIFIED_RUNS</c> how many runs of each are played at random.
/// </summary>
public class BruteForceTests
{
    private const int Few = 40;
    private const int FewRuns = 30;
    private const int MostStates = 20_000;
    private const int FewStates = 1_000;
    private const int MostInstants = 40_000;

    [Fact]
    public void Verdicts_are_those_of_playing_every_run()
    {
        int wanted = Setting("SISPAM_VERIFIED_DRILLS", Few);
        int compared = 0;
        List<string> differences = [];
        var verdicts = new int[5];
        for (int seed = Setting("SISPAM_VERIFIED_START", 1); compared < wanted; seed++)
        {
            string text = SmallDrills.Make(seed);
            if (Compile(text) is not { } program)
            {
                continue;
            }

            VerificationOptions options = new() { MaxStates = MostStates, IsExact = seed % 2 == 0 };
            VerificationResult result = Verifier.Verify(program, options);
            if (result.Obstacle is not null || BruteForce.Play(program, result.StepMs, MostInstants) is not { } all)
            {
                continue;
            }

            compared++;
            foreach (PropertyResult property in result.Properties)
            {
                verdicts[(int)property.Verdict]++;
            }

            VerificationResult withController = Verifier.Verify(
                program,
                options with
                {
                    HasController = true,
                    MaxStates = FewStates,
                }
            );
            if (
                (
                    Difference(program, result, all)
                    ?? DifferenceWithController(program, withController, all)
                    ?? BrokenAtRandom(program, result, false)
                    ?? BrokenAtRandom(program, withController, true)
                ) is
                { } difference
            )
            {
                differences.Add($"drill {seed}: {difference}\n{text}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", verdicts.Select((n, i) => $"{(Verdict)i} {n}"))
        );
        Assert.True(
            differences.Count == 0,
            $"{differences.Count} differences\n" + string.Join('\n', differences.Take(3))
        );
        Assert.True(verdicts[(int)Verdict.Proved] > compared / 2 && verdicts[(int)Verdict.Refuted] > compared / 2);
    }

    private static string? Difference(DrillProgram program, VerificationResult result, BruteForce all)
    {
        for (int i = 0; i < program.Properties.Length; i++)
        {
            // What is refuted has been played to the millisecond already.
            PropertyResult property = result.Properties[i];
            if (all.Broken[i] != (property.Verdict == Verdict.Refuted))
            {
                return $"“{program.Properties[i].Text}” is {property.Verdict}, and broken in some run: {all.Broken[i]}";
            }
        }

        ImmutableArray<int> never = [.. result.RulesNever.Where(rule => all.Fired[rule])];
        return never.IsEmpty
            ? all.Endings.IsSubsetOf(result.Endings)
                ? null
                : "it ends in other ways"
            : $"“{program.Rules[never[0]].Text}” fires";
    }

    // A controller who does nothing is one too.
    private static string? DifferenceWithController(DrillProgram program, VerificationResult result, BruteForce all)
    {
        for (int i = 0; i < program.Properties.Length; i++)
        {
            if (all.Broken[i] && result.Properties[i].Verdict is (Verdict.Proved or Verdict.Coincidence))
            {
                return $"“{program.Properties[i].Text}” is {result.Properties[i].Verdict} with a controller";
            }
        }

        return null;
    }

    private static string? BrokenAtRandom(DrillProgram program, VerificationResult result, bool raises)
    {
        // To compile a drill takes as long as a few hundred runs.
        int runs = Setting("SISPAM_VERIFIED_RUNS", FewRuns);
        Runner runner =
            runs > FewRuns ? DrillCompiler.Compile(program).Load().CreateRunner() : new DrillInterpreter(program);
        runner.WatchesProperties = true;
        Random random = new(1);
        for (int seed = runs; seed > 0; seed--)
        {
            runner.Start((ulong)seed);
            while (raises && !runner.HasEnded && random.Next(4) > 0)
            {
                runner.AdvanceTo(runner.Now + random.Next(0, 90_000));
                runner.Raise(random.Next(program.OutsideEvents.Length));
            }

            runner.RunToEnd();
            for (int i = 0; i < program.Properties.Length; i++)
            {
                if (
                    runner.VerdictOf(i) == PropertyVerdict.Broken
                    && result.Properties[i].Verdict is (Verdict.Proved or Verdict.Coincidence)
                )
                {
                    return $"“{program.Properties[i].Text}” is {result.Properties[i].Verdict}, and broken at random";
                }
            }
        }

        return null;
    }

    private static DrillProgram? Compile(string text) =>
        Compilation.Create(new SourceText("small.sispam", text), UseResult.None).Program;

    private static int Setting(string name, int usual) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int n
        )
            ? n
            : usual;
}
