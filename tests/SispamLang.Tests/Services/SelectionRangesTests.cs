using SispamLang.Services;
using SispamLang.Tests.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

public sealed class SelectionRangesTests
{
    [Fact]
    public void A_selection_grows_from_the_word_to_the_file() =>
        Assert.Equal(
            [
                "Lanjut",
                "Dalmas Lanjut",
                "deploy Dalmas Lanjut",
                "deploy Dalmas Lanjut to KPU",
                "deploy Dalmas Lanjut to KPU, warn crowd",
                "crowd escalates -> deploy Dalmas Lanjut to KPU, warn crowd",
                "crowd escalates -> deploy Dalmas Lanjut to KPU, warn crowd\n  if red -> water cannon",
                "phase Rekap:\n  crowd escalates -> deploy Dalmas Lanjut to KPU, warn crowd\n  if red -> water cannon",
                "place KPU\n"
                    + "phase Rekap:\n  crowd escalates -> deploy Dalmas Lanjut to KPU, warn crowd\n  if red -> water cannon\n",
            ],
            Select(
                "place KPU\n"
                    + "phase Rekap:\n  crowd escalates -> deploy Dalmas Lan▮jut to KPU, warn crowd\n  if red -> water cannon\n"
            )
        );

    [Fact]
    public void In_a_text_it_starts_with_the_text_without_its_quotes() =>
        Assert.Equal(
            ["Jaga jarak", "\"Jaga jarak\"", "umumkan \"Jaga jarak\""],
            Select("fase Rekap: massa bereskalasi -> umumkan \"Jaga ▮jarak\"").Take(3)
        );

    [Fact]
    public void In_a_comment_it_goes_on_to_the_comments_around() =>
        Assert.Equal(
            ["# two", "# one\r\n# two\r\n# three", "# apart\r\n\r\n# one\r\n# two\r\n# three\r\nplace KPU"],
            Select("# apart\r\n\r\n# one\r\n# t▮wo\r\n# three\r\nplace KPU")
        );

    [Theory]
    [InlineData("place KPU▮: risk high", "KPU")]
    [InlineData("place ▮KPU: risk high", "KPU")]
    [InlineData("place KPU: risk▮ high", "risk")]
    public void At_the_edge_of_a_word_it_starts_with_the_word(string text, string word) =>
        Assert.Equal(word, Select(text).First());

    [Fact]
    public void At_any_place_each_selection_is_larger_than_the_one_before_and_the_last_is_the_file() =>
        Assert.All(
            Samples.Texts,
            text =>
            {
                var drill = new Marked(text);
                for (int position = -1; position <= drill.Text.Length + 1; position += 7)
                {
                    var place = new TextSpan(Math.Clamp(position, 0, drill.Text.Length), 0);
                    foreach (TextSpan span in SelectionRanges.At(drill.Source, position))
                    {
                        Assert.True(span.Start <= place.Start && span.End >= place.End && span.Length > place.Length);
                        place = span;
                    }

                    Assert.Equal(drill.Text.Length, place.Length);
                }
            }
        );

    private static IEnumerable<string> Select(string text)
    {
        var drill = new Marked(text);
        return SelectionRanges
            .At(drill.Source, drill.Cursor)
            .Select(span => drill.Text.Substring(span.Start, span.Length));
    }
}
