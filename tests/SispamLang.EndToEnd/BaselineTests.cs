using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>
/// The traces of the examples for fixed seeds. A change of one is a change of what a drill means, and is looked at like code;
/// <c>SISPAM_UPDATE_BASELINES=1</c> writes them anew.
/// </summary>
public class BaselineTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1";

    public static TheoryData<string, int, string> Runs
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (
                var path in Directory.GetFiles(Repository.PathOf("examples"), "*.sispam").Order(StringComparer.Ordinal)
            )
            {
                foreach (var seed in (int[])[1, 7])
                {
                    data.Add(Path.GetFileNameWithoutExtension(path), seed, "interpreter");
                    data.Add(Path.GetFileNameWithoutExtension(path), seed, "compiled");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void An_example_runs_as_before_on_both_engines(string name, int seed, string engine)
    {
        var baseline = Repository.PathOf($"tests/SispamLang.EndToEnd/Baselines/{name}.{seed}.jsonl");
        var outcome = SispamProcess.In(
            Repository.Root,
            "run",
            $"examples/{name}.sispam",
            "--seed",
            seed.ToString(),
            "--trace",
            "jsonl",
            "--engine",
            engine
        );

        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.Status);
        if (Update && engine == "interpreter")
        {
            File.WriteAllText(baseline, outcome.Out);
        }

        Assert.Equal(Lines(File.ReadAllText(baseline)), Lines(outcome.Out));
    }

    [Theory]
    [InlineData("pasuruan-kota")]
    [InlineData("jepara")]
    public void A_timeline_looks_as_before(string name)
    {
        var baseline = Repository.PathOf($"tests/SispamLang.EndToEnd/Baselines/{name}.1.txt");
        var outcome = SispamProcess.In(Repository.Root, "run", $"examples/{name}.sispam", "--engine", "interpreter");
        if (Update)
        {
            File.WriteAllText(baseline, outcome.Out);
        }

        Assert.Equal(Lines(File.ReadAllText(baseline)), Lines(outcome.Out));
    }

    // The hash is of the prelude too, and the version is not the drill's: neither changes what it means.
    private static string[] Lines(string trace)
    {
        var lines = trace.Split('\n');
        for (var i = 0; i < Math.Min(2, lines.Length); i++)
        {
            lines[i] = System.Text.RegularExpressions.Regex.Replace(
                lines[i],
                "(source_hash\":\"|source |sumber )[0-9a-f]{16}|(tool_version\":\"|sispam )[0-9.]+",
                ""
            );
        }

        return lines;
    }
}
