using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SispamLang.CodeGeneration;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests.RandomDrills;

/// <summary>
/// Random drills with random events from outside give the same trace and state in both engines.
/// <c>SISPAM_RANDOM_DRILLS</c> says how many, for long runs; <c>SISPAM_RANDOM_START</c> the first one's number.
/// </summary>
public class DifferentialTests
{
    private const int Few = 40;

    [Fact]
    public void Random_drills_run_alike_in_both_engines()
    {
        var count = Setting("SISPAM_RANDOM_DRILLS", Few);
        var start = Setting("SISPAM_RANDOM_START", 1);
        var drills = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(DrillGenerator.Make), drill => drill.Smaller());
        var config = Config
            .QuickThrowOnFailure.WithMaxTest(count)
            .WithReplay((ulong)start, 1UL)
            .WithQuietOnSuccess(true);
        Prop.ForAll(drills, drill => Difference(drill) is not { } difference || Report(drill, difference))
            .Check(config);
    }

    [Fact]
    public void Most_random_drills_are_well_formed()
    {
        var programs = Enumerable.Range(0, 200).Select(i => Compile(DrillGenerator.Make(i)).Program).ToList();
        Assert.True(programs.Count(program => program is not null) > 150);
    }

    internal static Compilation Compile(DrillCase drill) =>
        Compilation.Create(new SourceText("random.sispam", drill.Text), UseResult.None);

    private static string? Difference(DrillCase drill)
    {
        if (Compile(drill).Program is not { } program)
        {
            return null;
        }

        // These drills are large, but what is written for small ones has to be right for any.
        var options = new EmitOptions { AsIfSmall = drill.Seed % 2 == 0 };
        var compiled = DrillCompiler.Compile(program, options).Load();
        try
        {
            Deed[] deeds = [.. drill.Deeds.Select(deed => Clip(program, deed))];
            return Engines.Difference(program, compiled, drill.Seed, deeds)
                ?? Engines.Difference(program, compiled, drill.Seed + 1, deeds, Values(program, drill.Seed));
        }
        finally
        {
            compiled.Unload();
        }
    }

    // Somewhere within the bounds of each param.
    private static long[] Values(DrillProgram program, ulong seed)
    {
        var random = default(RandomStream);
        random.Seed(seed);
        return [.. program.Params.Select(p => p.Min + (long)random.NextBelow((ulong)(p.Max - p.Min) + 1))];
    }

    private static Deed Clip(DrillProgram program, Deed deed) =>
        program.OutsideEvents.IsEmpty
            ? deed with
            {
                OutsideEvent = -1,
            }
            : deed with
            {
                OutsideEvent = deed.OutsideEvent % program.OutsideEvents.Length,
            };

    private static bool Report(DrillCase drill, string difference)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(drill + "\n" + difference + "\n");
        return false;
    }

    internal static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;
}
