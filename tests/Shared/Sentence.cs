using System.Globalization;

namespace SispamLang.Tests.Shared;

/// <summary>One of the small drills in <c>tests/Sentences</c>, with its trace as worked out by hand.</summary>
/// <param name="Text">The sentence that the drill shows.</param>
/// <param name="Drill">Its text.</param>
/// <param name="Raised">What comes from outside: milliseconds, and the name.</param>
/// <param name="Draws">What chance gives, in order; then real chance.</param>
/// <param name="StopsAt">The look ends here, in milliseconds; null: with the drill.</param>
/// <param name="Trace">The expected lines.</param>
internal sealed record Sentence(
    string Text,
    string Drill,
    IReadOnlyList<(long TimeMs, string Name)> Raised,
    IReadOnlyList<long> Draws,
    long? StopsAt,
    string Trace
)
{
    /// <summary>All of them, by their texts.</summary>
    public static IReadOnlyDictionary<string, Sentence> All { get; } =
        Directory
            .EnumerateFiles(Repository.PathOf("tests/Sentences"), "*.md")
            .Where(f => Path.GetFileName(f) != "README.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(f => Parse(File.ReadAllText(f).ReplaceLineEndings("\n")))
            .ToDictionary(s => s.Text, StringComparer.Ordinal);

    /// <summary>A time as the traces have it: minutes and seconds, and milliseconds if it needs them.</summary>
    public static string Time(long ms) =>
        string.Create(CultureInfo.InvariantCulture, $"{ms / 60_000:00}:{ms / 1000 % 60:00}")
        + (ms % 1000 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{ms % 1000:000}"));

    private static IEnumerable<Sentence> Parse(string file)
    {
        foreach (string part in file.Split("\n## ").Skip(1))
        {
            List<(long, string)> raised = [];
            List<long> draws = [];
            long? stop = null;
            foreach (string line in Block(part, "events").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] words = line.Split(' ', 2);
                if (words[0] == "draw")
                {
                    draws.Add(long.Parse(words[1], CultureInfo.InvariantCulture));
                }
                else if (words[1] == "stop")
                {
                    stop = Milliseconds(words[0]);
                }
                else
                {
                    raised.Add((Milliseconds(words[0]), words[1]));
                }
            }

            yield return new(
                part[..part.IndexOf('\n')],
                Block(part, "sispam"),
                raised,
                draws,
                stop,
                Block(part, "trace")
            );
        }
    }

    private static string Block(string text, string kind)
    {
        string opening = $"```{kind}\n";
        int start = text.IndexOf(opening, StringComparison.Ordinal);
        return start < 0
            ? ""
            : text[(start + opening.Length)..text.IndexOf("```", start + 3, StringComparison.Ordinal)];
    }

    private static long Milliseconds(string time)
    {
        string[] parts = time.Split(':');
        return (long)(
            (decimal.Parse(parts[0], CultureInfo.InvariantCulture) * 60_000)
            + (decimal.Parse(parts[1], CultureInfo.InvariantCulture) * 1000)
        );
    }
}
