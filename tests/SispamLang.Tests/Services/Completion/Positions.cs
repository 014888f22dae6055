using System.Text.RegularExpressions;
using SispamLang.Tests.Shared;

namespace SispamLang.Tests.Services.Completion;

/// <summary>A place, and what must and must not be offered there.</summary>
/// <param name="Text">The drill with the place marked.</param>
/// <param name="Offered">What must be offered.</param>
/// <param name="NotOffered">What must not.</param>
internal sealed partial record Positions(string Text, IReadOnlyList<string> Offered, IReadOnlyList<string> NotOffered)
{
    /// <summary>All rows of <c>Positions.md</c>, by the language and the place.</summary>
    public static IReadOnlyDictionary<(string Language, string Place), Positions> All { get; } =
        File.ReadAllText(Repository.PathOf("tests/SispamLang.Tests/Services/Completion/Positions.md"))
            .ReplaceLineEndings("\n")
            .Split("\n## ")
            .Skip(1)
            .SelectMany(Parse)
            .ToDictionary(row => row.Key, row => row.Value);

    private static IEnumerable<KeyValuePair<(string, string), Positions>> Parse(string part)
    {
        var language = part[..part.IndexOf('\n')];
        var drill = part.Split("```sispam\n")[1].Split("```")[0];
        foreach (var row in part.Split('\n').Where(line => line.Contains('▮')))
        {
            var cells = row.Split('|')
                .Select(cell => Quoted().Matches(cell).Select(m => m.Groups["text"].Value).ToList())
                .ToList();
            var text = drill + cells[1][0].Replace('⏎', '\n');
            yield return new((language, cells[1][0]), new Positions(text, cells[2], cells[3]));
        }
    }

    [GeneratedRegex(
        "`(?<text>[^`]+)`",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Quoted();
}
