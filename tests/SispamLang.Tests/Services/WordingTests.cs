using System.Text.RegularExpressions;
using SispamLang.Dialects;
using SispamLang.Services;

namespace SispamLang.Tests.Services;

public sealed partial class WordingTests
{
    [Fact]
    public void All_that_is_said_is_said_in_both_languages_with_the_same_gaps() =>
        Assert.All(
            Enum.GetValues<Wording>(),
            wording =>
            {
                string english = wording.In(Dialect.English);
                string indonesian = wording.In(Dialect.Indonesian);
                Assert.NotEmpty(english);
                Assert.NotEmpty(indonesian);
                Assert.Equal(Gaps(english), Gaps(indonesian));
            }
        );

    private static IEnumerable<string> Gaps(string text) =>
        Gap().Matches(text).Select(gap => gap.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
