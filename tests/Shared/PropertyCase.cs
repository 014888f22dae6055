using System.Globalization;

namespace SispamLang.Tests.Shared;

/// <summary>A row of <c>tests/Properties.md</c> or <c>tests/Doctrines.md</c>.</summary>
/// <param name="Property">The property, or the rule of a doctrine.</param>
/// <param name="Drill">The drill in which it is watched.</param>
/// <param name="Raised">What comes from outside: milliseconds, and the name.</param>
/// <param name="Expected">When it is broken, or what the run shows of it.</param>
internal sealed record PropertyCase(
    string Property,
    string Drill,
    IReadOnlyList<(long TimeMs, string Name)> Raised,
    string Expected
)
{
    /// <summary>The rows on the patterns of properties, by what a test is called by.</summary>
    public static IReadOnlyDictionary<string, PropertyCase> All { get; } =
        Read("tests/Properties.md", (drill, cells) => drill + cells[0] + "\n");

    /// <summary>The rows on the rules of doctrines.</summary>
    public static IReadOnlyDictionary<string, PropertyCase> OfDoctrines { get; } =
        Read("tests/Doctrines.md", (drill, cells) => drill + cells[2] + "\n");

    /// <summary>Runs the drill to its end. No roll comes true, and times are the shortest.</summary>
    /// <returns>What is to be compared with <see cref="Expected"/>.</returns>
    public string Run(Runtime.Runner runner)
    {
        int number = NumberIn(runner.Info);
        List<string> broken = [];
        runner.WatchesProperties = true;
        runner.ForcedDraws = stream => runner.Info.Streams[stream].IsRange ? 0 : 9_999;
        runner.Trace = e =>
        {
            if (e.Code == Runtime.TraceCode.PropertyBroken && e.A == number)
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
        Runtime.PropertyVerdict verdict = runner.VerdictOf(number);
        return verdict == Runtime.PropertyVerdict.Broken ? string.Join(", ", broken)
            : broken.Count > 0 ? "broken, but " + verdict
            : verdict == Runtime.PropertyVerdict.NotTested ? "not tested"
            : verdict.ToString().ToLowerInvariant();
    }

    private int NumberIn(Runtime.DrillInfo info)
    {
        for (int i = 0; i < info.Properties.Count; i++)
        {
            Runtime.PropertyInfo property = info.Properties[i];
            if (property.Text == Property || property.Doctrine + "/" + property.Rule == Property)
            {
                return i;
            }
        }

        throw new InvalidOperationException("The drill does not have " + Property + ".");
    }

    private static Dictionary<string, PropertyCase> Read(string path, Func<string, string[], string> drillOf)
    {
        string file = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");
        string drill = file.Split("```sispam\n")[1].Split("```")[0];
        return file.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells[0] is not ("property" or "rule" or "---"))
            .ToDictionary(
                cells => string.Join(": ", cells[..^1]),
                cells => new PropertyCase(cells[0], drillOf(drill, cells), EventsOf(cells[1]), cells[^1]),
                StringComparer.Ordinal
            );
    }

    private static List<(long, string)> EventsOf(string cell)
    {
        List<(long, string)> raised = [];
        foreach (string item in cell.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = item.Split(' ', 2);
            string[] time = words[0].Split(':');
            int seconds =
                (int.Parse(time[0], CultureInfo.InvariantCulture) * 60)
                + int.Parse(time[1], CultureInfo.InvariantCulture);
            raised.Add((seconds * 1000L, words[1]));
        }

        return raised;
    }
}
