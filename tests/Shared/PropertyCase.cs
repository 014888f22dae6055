using System.Globalization;

namespace SispamLang.Tests.Shared;

/// <summary>A row of <c>tests/Properties.md</c>.</summary>
/// <param name="Property">The property.</param>
/// <param name="Raised">What comes from outside: milliseconds, and the name.</param>
/// <param name="Expected">When it is broken, or what the run shows of it.</param>
internal sealed record PropertyCase(string Property, IReadOnlyList<(long TimeMs, string Name)> Raised, string Expected)
{
    private static readonly string _file = File.ReadAllText(Repository.PathOf("tests/Properties.md"))
        .ReplaceLineEndings("\n");

    /// <summary>All rows, by what a test is called by.</summary>
    public static IReadOnlyDictionary<string, PropertyCase> All { get; } =
        _file
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(" | "))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells[0] != "property" && cells[0] != "---")
            .ToDictionary(cells => $"{cells[0]}: {cells[1]}", Parse, StringComparer.Ordinal);

    /// <summary>The drill, with the property.</summary>
    public string Drill => _file.Split("```sispam\n")[1].Split("```")[0] + Property + "\n";

    /// <summary>Runs the drill to its end.</summary>
    /// <returns>What is to be compared with <see cref="Expected"/>.</returns>
    public string Run(Runtime.Runner runner)
    {
        List<string> broken = [];
        runner.WatchesProperties = true;
        runner.Trace = e =>
        {
            if (e.Code == Runtime.TraceCode.PropertyBroken)
            {
                broken.Add(Sentence.Time(e.TimeMs));
            }
        };
        runner.Start(1);
        foreach ((long time, string name) in Raised)
        {
            runner.AdvanceTo(time);
            if (!runner.Raise(name))
            {
                return "nothing is called " + name;
            }
        }

        runner.RunToEnd();
        Runtime.PropertyVerdict verdict = runner.VerdictOf(0);
        return verdict == Runtime.PropertyVerdict.Broken ? string.Join(", ", broken)
            : broken.Count > 0 ? "broken, but " + verdict
            : verdict == Runtime.PropertyVerdict.NotTested ? "not tested"
            : verdict.ToString().ToLowerInvariant();
    }

    private static PropertyCase Parse(string[] cells)
    {
        List<(long, string)> raised = [];
        foreach (string item in cells[1].Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = item.Split(' ', 2);
            string[] time = words[0].Split(':');
            int seconds =
                (int.Parse(time[0], CultureInfo.InvariantCulture) * 60)
                + int.Parse(time[1], CultureInfo.InvariantCulture);
            raised.Add((seconds * 1000L, words[1]));
        }

        return new(cells[0], raised, cells[2]);
    }
}
