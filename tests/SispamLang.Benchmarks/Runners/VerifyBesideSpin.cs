using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Programs;
using SispamLang.Tests.Promela;
using SispamLang.Text;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// <c>dotnet run -c Release -- verify-spin [N…]</c>: <c>verify</c> beside SPIN on drills of N crowds, 1 to 7, that share two teams and a
/// water cannon. The model that SPIN gets is written from the same program, and both must find the same states. The time is that of the
/// search: without compiling the drill, or the model.
/// </summary>
internal static class VerifyBesideSpin
{
    private const int TableBits = 24;
    private const long Memory = 8L << 30;
    private const string Full = "-O3 -DNOREDUCE -DSAFETY";
    private const string Reduced = "-O3 -DSAFETY";

    // How long the drill of 1, 2 … crowds takes, so that a search comes to an end within minutes; and how often each has its turn.
    private static readonly (int Minutes, int Turns)[] Sizes =
    [
        (10, 4),
        (10, 4),
        (10, 4),
        (10, 4),
        (8, 1),
        (5, 1),
        (4, 1),
    ];

    public static void Run(IReadOnlyList<int> sizes)
    {
        if (Spin.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return;
        }

        foreach (var crowds in sizes)
        {
            Compare(crowds);
        }
    }

    private static void Compare(int crowds)
    {
        var (minutes, turns) = Sizes[crowds - 1];
        var program =
            Compilation.Create(new SourceText("team.sispam", TeamDrill.Of(crowds, minutes)), UseResult.None).Program
            ?? throw new InvalidOperationException("The drill has errors.");
        var one = new VerificationOptions
        {
            MaxStates = int.MaxValue,
            MaxMemoryBytes = Memory,
            Jobs = 1,
        };
        var all = one with { Jobs = Environment.ProcessorCount };
        var model = PromelaModel.Of(program);
        var folder = Directory.CreateTempSubdirectory("verify-spin-");
        try
        {
            var full = new Spin(model, Path.Combine(folder.FullName, "full"), Full, TableBits);
            var reduced = new Spin(model, Path.Combine(folder.FullName, "reduced"), Reduced, TableBits);
            var searches = new List<(string Name, Func<Figures> Search)>
            {
                ("verify, 1 at a time", () => Verify(program, one)),
                ($"verify, {all.Jobs} at a time", () => Verify(program, all)),
                ("verify, nothing left out", () => Verify(program, one with { Reduces = false })),
                ("SPIN, full search", () => Search(full)),
                ("SPIN, partial-order reduction", () => Search(reduced)),
            };
            // Turn by turn; the first turn compiles what is compiled as it runs, unless a smaller drill's has.
            var best = searches.ConvertAll(search => search.Search());
            for (var turn = 1; turn < turns; turn++)
            {
                best = [.. searches.Zip(best, (search, before) => Better(search.Search(), before))];
            }

            var spin = best[3];
            for (var i = 0; i < searches.Count; i++)
            {
                Report(crowds, searches[i].Name, best[i], spin);
            }

            Console.WriteLine(
                best[0].States == spin.States ? "the same states" : "DIFFERENT STATES: one of the two is wrong"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Figures Verify(DrillProgram program, VerificationOptions options)
    {
        var (result, seconds) = TimedSearch.Run(program, options);
        return result.Obstacle is null
            ? new Figures(result.States, seconds, (double)result.MemoryBytes / result.States)
            : throw new InvalidOperationException("Not all states were found: " + result.Obstacle);
    }

    private static Figures Search(Spin spin)
    {
        var result = spin.Search();
        var seconds = Math.Max(0.01, result.Elapsed.TotalSeconds);
        return new Figures(result.States - PromelaModel.StatesBesides, seconds, result.StoredBytes / result.States);
    }

    private static Figures Better(Figures one, Figures other) => one.Seconds < other.Seconds ? one : other;

    private static void Report(int crowds, string name, Figures figures, Figures spin)
    {
        var rate = figures.States / figures.Seconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{crowds} crowds, {name}: {figures.States} states, {rate / 1e6:F3} M states/s, {figures.Bytes:F1} bytes a state, {rate * spin.Seconds / spin.States:F2} of SPIN's full search"
            )
        );
    }

    private readonly record struct Figures(long States, double Seconds, double Bytes);
}
