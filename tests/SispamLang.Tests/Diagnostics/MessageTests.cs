using System.Text.RegularExpressions;
using SispamLang.Diagnostics;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Diagnostics;

/// <summary>
/// What planners are told of the drills in <c>Baselines/messages</c>, in the drill's own dialect: where, about which words,
/// what, and which words are offered in whose place. <c>SISPAM_UPDATE_BASELINES=1</c> writes the messages anew; what changes is to be read.
/// </summary>
public partial class MessageTests
{
    private const string Folder = "tests/SispamLang.Tests/Baselines/messages/";

    private static readonly Dictionary<string, Match> Entries = new[]
    {
        "actions",
        "conditions",
        "declarations",
        "form",
        "properties",
        "sense",
    }
        .SelectMany(page => Read(Folder + page + ".md"))
        .ToDictionary(entry => entry.Groups["name"].Value, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Entries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drill_is_told_what_the_page_says(string name) =>
        Assert.Equal(Entries[name].Groups["said"].Value, Said(Entries[name]));

    private static MatchCollection Read(string page) =>
        Entry().Matches(Generated.Of(page, Entry().Replace(File.ReadAllText(Repository.PathOf(page)), Anew)));

    private static string Anew(Match entry) =>
        entry.Value[..(entry.Groups["said"].Index - entry.Index)] + Said(entry) + "```\n";

    private static string Said(Match entry)
    {
        Compilation compilation = Compilation.Create(
            new SourceText("drill.sispam", entry.Groups["drill"].Value),
            UseResult.None
        );
        return string.Concat(compilation.Diagnostics.Select(d => Line(d, compilation)));
    }

    private static string Line(Diagnostic diagnostic, Compilation compilation)
    {
        LinePosition start = diagnostic.Text.PositionOf(diagnostic.Span.Start);
        string about = diagnostic.Text.ToString(diagnostic.Span).ReplaceLineEndings(" ");
        string message = DiagnosticCatalogue.Render(diagnostic, compilation.Dialect);
        string offered = diagnostic.Suggestion is { } word
            ? $" [{diagnostic.Text.ToString(diagnostic.SuggestionSpan)} => {word}]"
            : "";
        return $"{start.Line + 1}:{start.Column + 1} [{about}] {diagnostic.Id} {message}{offered}\n";
    }

    [GeneratedRegex(
        "(?<=^## )(?<name>.+)\n\n```sispam\n(?<drill>(.|\n)*?)```\n\n```text\n(?<said>(.|\n)*?)```\n",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entry();
}
