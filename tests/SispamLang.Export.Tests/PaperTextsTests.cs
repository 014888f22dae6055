using System.Text.RegularExpressions;
using SispamLang.Dialects;
using SispamLang.Tests.Shared;

namespace SispamLang.Export.Tests;

public partial class PaperTextsTests
{
    // All string literals of the project; a key is one of them, whoever picks it.
    private static readonly HashSet<string> Literals =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("src/SispamLang.Export"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value),
    ];

    [Fact]
    public void Both_languages_have_the_same_texts() =>
        Assert.Equal(
            PaperTexts.In(Dialect.English).Keys.Order(StringComparer.Ordinal),
            PaperTexts.In(Dialect.Indonesian).Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_text_has_the_same_gaps_in_both_languages()
    {
        foreach (var key in PaperTexts.In(Dialect.English).Keys)
        {
            Assert.True(
                GapsOf(PaperTexts.In(Dialect.English)[key]).SetEquals(GapsOf(PaperTexts.In(Dialect.Indonesian)[key])),
                key
            );
        }
    }

    [Fact]
    public void No_text_is_unused() =>
        Assert.Empty(PaperTexts.In(Dialect.English).Keys.Except(Literals, StringComparer.Ordinal));

    [Fact]
    public void Every_text_that_is_asked_for_is_there()
    {
        var groups = PaperTexts
            .In(Dialect.English)
            .Keys.Select(key => key.Split('.')[0])
            .ToHashSet(StringComparer.Ordinal);
        var asked = Literals.Where(literal => Key().IsMatch(literal) && groups.Contains(literal.Split('.')[0]));

        Assert.Empty(asked.Except(PaperTexts.In(Dialect.English).Keys, StringComparer.Ordinal));
    }

    private static HashSet<string> GapsOf(string text) => [.. Gap().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("\"([^\"\\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[a-z]+(\.[a-z-]+)+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
