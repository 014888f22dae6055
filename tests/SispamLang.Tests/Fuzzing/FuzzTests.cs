using System.Diagnostics;
using System.Globalization;
using System.Text;
using SispamLang.Tests.Shared;
using SispamLang.Tests.Syntax;

namespace SispamLang.Tests.Fuzzing;

/// <summary>
/// Broken drills by the thousand. <c>SISPAM_FUZZ_SECONDS</c> says for how long, <c>SISPAM_FUZZ_START</c> with which number to
/// begin, so that a long search goes where the short one of every build does not. What is found is made small and kept in
/// <c>Cases</c>, where it stays once it is mended.
/// </summary>
public class FuzzTests
{
    private static readonly string Cases = Repository.PathOf("tests/SispamLang.Tests/Fuzzing/Cases");

    [Fact]
    public void What_was_found_once_stays_mended() =>
        Assert.All(
            Directory.EnumerateFiles(Cases, "*.sispam").Order(StringComparer.Ordinal),
            file => FuzzLaws.Check(Encoding.UTF8.GetString(File.ReadAllBytes(file)))
        );

    [Fact]
    public void The_laws_hold_for_broken_drills()
    {
        int start = Setting("SISPAM_FUZZ_START", 0);
        var time = TimeSpan.FromSeconds(Setting("SISPAM_FUZZ_SECONDS", 5));
        var clock = Stopwatch.StartNew();
        int done = 0;
        List<string> failures = [];
        // A hundred at least, however slow the machine is.
        for (; (done < 100 || clock.Elapsed < time) && failures.Count < 20; done++)
        {
            int seed = start + done;
            string content = Mutations.Mutate(Samples.Texts[seed % Samples.Texts.Count], seed);
            if (Failure(content) is { } failure)
            {
                failures.Add($"Number {seed}, {Keep(content, failure.GetType())}: {failure.Message}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{done} texts, {done / clock.Elapsed.TotalSeconds:F0} a second"
            )
        );
        Assert.Empty(failures);
    }

    // The file is named after what is wrong with it, so that the same mistake is not kept a hundred times.
    private static string Keep(string content, Type failure)
    {
        string small = Shrinking.Shrink(content, text => Failure(text)?.GetType() == failure);
        string name = string.Create(CultureInfo.InvariantCulture, $"found-{Hash(small):x8}.sispam");
        File.WriteAllBytes(Path.Combine(Cases, name), Encoding.UTF8.GetBytes(small));
        return name;
    }

    private static Exception? Failure(string content) => Record.Exception(() => FuzzLaws.Check(content));

    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, c) => (hash ^ c) * 16777619);

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? int.Parse(value, CultureInfo.InvariantCulture)
            : otherwise;
}
