using SispamLang.Services;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

public sealed class FoldingRangesTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Blocks_runs_of_comments_and_runs_of_uses_can_be_folded(string lineEnd)
    {
        const string Drill = """
            # The drill of the city,
            # as planned in March.
            use "units.sispam"
            use "places.sispam"

            phase Rekap: crowd gathers -> deploy Dalmas
              crowd escalates ->
                # First the reserve.
                if anarchic:
                  water cannon
                otherwise:
                  announce "Keep calm"
                  # nothing else
              until crowd disperses
            # Alone.
            unit Dalmas:
              38 personnel of Sat Samapta,
              ready in 3 min
            """;

        Assert.Equal(
            [
                (0, 1, FoldingKind.Comments),
                (2, 3, FoldingKind.Uses),
                (5, 13, FoldingKind.Block),
                (6, 12, FoldingKind.Block),
                (8, 9, FoldingKind.Block),
                (10, 12, FoldingKind.Block),
                (15, 17, FoldingKind.Block),
            ],
            Fold(Drill.ReplaceLineEndings(lineEnd))
        );
    }

    [Fact]
    public void A_drill_on_one_line_has_nothing_to_fold() =>
        Assert.Empty(Fold("phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon"));

    [Fact]
    public void An_incomplete_drill_folds_as_far_as_it_can_be_read() =>
        Assert.Equal(
            [(0, 2, FoldingKind.Block), (1, 2, FoldingKind.Block)],
            Fold("phase Rekap:\n  crowd escalates ->\n    deploy\n  if anarchic")
                .Select(range => (range.Item1, Math.Min(range.Item2, 2), range.Item3))
        );

    private static IEnumerable<(int, int, FoldingKind)> Fold(string text) =>
        FoldingRanges
            .In(SyntaxTree.Parse(new SourceText("drill.sispam", text)))
            .Select(range => (range.FirstLine, range.LastLine, range.Kind));
}
