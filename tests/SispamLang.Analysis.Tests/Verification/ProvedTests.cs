using System.Collections.Immutable;
using SispamLang.Analysis.Tests.Simulation;
using SispamLang.Analysis.Verification;
using SispamLang.Programs;
using SispamLang.Tests.Promela;

namespace SispamLang.Analysis.Tests.Verification;

public class ProvedTests
{
    private const int Runs = 10_000;

    public static TheoryData<string> Texts =>
        [
            TeamDrill.Of(2, 10),
            """
                unit Dalmas Lanjut: 38 personnel, ready in 2..3 min
                unit AWC: 1 vehicle, ready in 3 min
                role Danki commands Dalmas Lanjut, AWC
                temper jumpy: escalates every 2..3 min 60%, calms 20%
                crowd Massa: 100 people, jumpy
                phase Rekap for 12 min:
                  crowd gathers -> deploy Dalmas Lanjut and AWC
                  if anarchic ->
                    warn crowd 3 times every 30 s
                    water cannon by Danki
                  Dalmas Lanjut arrives -> push back crowd by Danki
                require warn crowd 3 times before water cannon
                expect Dalmas Lanjut arrives within 3 min of crowd gathers
                never water cannon while calm

                """,
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_proved_is_broken_in_none_of_ten_thousand_runs(string text)
    {
        DrillProgram program = Drills.Program(text);
        ImmutableArray<int> proved =
        [
            .. Verifier.Verify(program).Properties.Where(p => p.Verdict == Verdict.Proved).Select(p => p.Property),
        ];
        Runtime.Runner runner = Compiler.DrillCompiler.Compile(program).Load().CreateRunner();
        runner.WatchesProperties = true;

        for (ulong seed = 1; seed <= Runs; seed++)
        {
            runner.Start(seed);
            runner.RunToEnd();
            Assert.DoesNotContain(proved, p => runner.VerdictOf(p) == Runtime.PropertyVerdict.Broken);
        }

        Assert.NotEmpty(proved);
    }
}
