using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Programs;
using SispamLang.Tests.Promela;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Verification;

/// <summary>
/// A third opinion: a drill is written as a model for SPIN, which goes through it by itself. It finds as many states, and breaks the
/// same properties. <c>SISPAM_SPIN_DRILLS</c> says with how many random drills, for long runs.
/// </summary>
public sealed class SpinTests : IDisposable
{
    private const int Few = 4;
    private const string Compile = "-O0 -DNOREDUCE -DSAFETY";
    private const int MostStates = 20_000;

    /// <summary>Drills that say as much as can be written as a model.</summary>
    private static readonly string[] Samples =
    [
        """
            drill "Sample":
              ends after 20 min
            unit Dalmas Lanjut: 38 personnel, ready in 2 min
            unit AWC: 1 vehicle, ready in 3 min
            role Danki commands Dalmas Lanjut, AWC
            temper jumpy: escalates every 2 min 60%, calms 20%
            crowd Massa: 100 people, jumpy
            phase Rekap for 12 min:
              crowd gathers -> deploy Dalmas Lanjut and AWC
              if anarchic ->
                warn crowd 3 times every 30 s
                water cannon by Danki for 1 min
              Dalmas Lanjut arrives -> push back crowd by Danki for 2 min until anarchic
            require warn crowd 3 times before water cannon
            never push back while calm
            require red before each water cannon by Danki during Rekap
            """,
        """
            drill "Sample":
              ends after 12 min
            place Hall
            place Gate
            unit Alpha: 10 personnel, ready in 1 min
            temper own: escalates every 1 min 50%, throws every 2 min while anarchic, leaves when calm 3 min
            crowd Mob: 100 people, own, at Hall
            event bomb: 50% every 4 min
            counter hurt: 0..2
            throughout:
              crowd throws -> add 1 to hurt
              if hurt > 1 -> deploy Alpha to Gate
            phase One for 6 min:
              after 2 min -> deploy Alpha, wait until Alpha at Hall up to 30 s: announce "In time" otherwise: announce "Late"
              bomb -> chance 50%: next phase otherwise: withdraw Alpha
              every 2 min while anarchic -> crowd calms
            phase Two:
              at start -> wait until crowd disperses or bomb
              every 1 min -> crowd calms
              at end -> withdraw Alpha
              until Alpha arrives or hurt > 1 or crowd disperses
            never hurt > 1 during One
            require Alpha arrives then bomb before withdraw Alpha
            always not red during Two
            never crowd throws 2 times while yellow
            """,
        """
            drill "Sample":
              ends after 10 min
            temper own: escalates every 1 min 50%
            tactic talk down: force 2, lasts 2 min, crowd calms 50%, crowd disperses 20%
            crowd North: 100 people, own
            crowd South: 50 people, own, gathers tense
            phase Day for 8 min:
              North escalates if not talk down North under way -> talk down North until South anarchic
              if South anarchic or North anarchic -> talk down South up to 2 times every 3 min until South calm
            never North anarchic and South anarchic
            require talk down South before North disperses
            never talk down South while North dispersed
            """,
        """
            drill "Sample":
              ends after 12 min
            place Hall
            unit Dalmas Lanjut: 38 personnel, ready in 2 min
            unit Negosiator: 6 personnel, ready in 1 min
            temper own: escalates every 2 min 50%, throws every 3 min while anarchic
            crowd Massa: 100 people, own, at Hall
            event alarm: 40% every 3 min
            phase Watch for 5 min:
              crowd gathers -> deploy Negosiator and Dalmas Lanjut
              crowd escalates -> negotiate for 2 min
            phase Rekap:
              alarm -> withdraw Negosiator
              every 2 min while anarchic -> crowd calms
              until crowd throws or alarm
            expect crowd escalates within 4 min of crowd escalates
            expect Dalmas Lanjut arrives within 1 min of crowd gathers
            expect Dalmas Lanjut arrives within 2 min of crowd gathers
            expect Negosiator at Hall within 1 min
            expect Negosiator at Hall within 30 s
            expect negotiate 2 times within 6 min
            expect crowd throws within 3 min of alarm while anarchic
            expect alarm during Rekap
            expect crowd escalates 2 times during Watch
            expect tense within 2 min of crowd escalates
            expect crowd throws within 3 min of anarchic while anarchic
            expect crowd escalates within 4 min of alarm while tense
            expect Negosiator arrives within 1 min of negotiate
            expect crowd calms or alarm within 2 min of anarchic during Rekap
            expect crowd calms within 2 min of crowd throws while anarchic
            """,
    ];

    private readonly Folder _folder = new();
    private int _models;
    private int _broken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 12)]
    [InlineData(3, 6)]
    [InlineData(7, 2)]
    public void Crowds_that_share_units_have_the_states_that_SPIN_finds(int crowds, int minutes) =>
        Assert.True(IsAsSpinSays(Drill(TeamDrill.Of(crowds, minutes)), out string difference), difference);

    [Fact]
    public void Sample_drills_have_the_states_and_the_verdicts_that_SPIN_finds()
    {
        foreach (string sample in Samples)
        {
            Assert.True(IsAsSpinSays(Drill(sample), out string difference), difference);
        }

        Assert.InRange(_broken, 1, int.MaxValue);
    }

    [Fact]
    public void Random_drills_have_the_states_and_the_verdicts_that_SPIN_finds()
    {
        int wanted = int.TryParse(
            Environment.GetEnvironmentVariable("SISPAM_SPIN_DRILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : Few;
        for (int seed = 1, compared = 0; compared < wanted; seed++)
        {
            string text = SmallDrills.Make(seed);
            if (Compiled(text) is { } program && IsWritten(program))
            {
                compared++;
                Assert.True(IsAsSpinSays(program, out string difference), $"drill {seed}: {difference}\n{text}");
            }
        }
    }

    [Theory]
    [InlineData("a time that is left to chance", "unit Alpha: 9 personnel, ready in 1..3 min")]
    [InlineData("a crowd grows", "crowd Massa: 9 people, scripted, grows to 20 over 5 min")]
    public void What_is_not_written_as_a_model_is_refused(string what, string declaration)
    {
        DrillProgram program = Drill($"{declaration}\nphase A for 9 min: at start -> crowd calms\n");

        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => PromelaModel.Of(program));

        Assert.StartsWith(what, refusal.Message);
    }

    private bool IsAsSpinSays(DrillProgram program, out string difference)
    {
        Assert.SkipWhen(Spin.Missing is not null, Spin.Missing ?? "");
        VerificationOptions options = new() { MaxStates = MostStates, IsExact = true };
        VerificationResult result = Verifier.Verify(program, options);
        Assert.Null(result.Obstacle);
        foreach (PropertyResult broken in result.Properties.Where(p => p.Verdict == Verdict.Refuted))
        {
            _broken++;
            PropertySpec property = program.Properties[broken.Property];
            if (!Search(program with { Properties = [property] }).IsBroken)
            {
                difference = $"“{property.Text}” is refuted, and SPIN finds nothing that breaks it";
                return false;
            }
        }

        // A property is not watched any more once it is refuted; SPIN would stop there. What nothing can break is not watched at all.
        DrillProgram kept = program with
        {
            Properties = [.. program.Properties.Where((_, i) => result.Properties[i].Verdict == Verdict.Proved)],
        };
        ImmutableArray<int> watched = new VerifiedDrill(kept, hasEnd: true, hasController: false).Numbers;
        DrillProgram seen = kept with { Properties = [.. watched.Select(i => kept.Properties[i])] };
        SpinSearch search = Search(seen);
        bool isBroken = search.IsBroken || (seen.Properties.Length < kept.Properties.Length && Search(kept).IsBroken);
        long states = search.States - PromelaModel.StatesBesides;
        int ours = Verifier.Verify(kept, options).States;
        difference =
            isBroken ? "SPIN breaks what is proved"
            : states != ours ? $"there are {ours} states, and {states} for SPIN"
            : "";
        return difference.Length == 0;
    }

    private SpinSearch Search(DrillProgram program) =>
        new Spin(PromelaModel.Of(program), _folder.PathOf($"model-{_models++}"), Compile).Search();

    private static bool IsWritten(DrillProgram program)
    {
        try
        {
            return PromelaModel.Of(program).Length > 0;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static DrillProgram Drill(string text) => Compiled(text) ?? throw new InvalidOperationException(text);

    private static DrillProgram? Compiled(string text) =>
        Compilation.Create(new SourceText("a.sispam", text + "\n"), UseResult.None).Program;
}
