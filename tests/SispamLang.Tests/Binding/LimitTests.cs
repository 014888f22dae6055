using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Tests.Binding;

public class LimitTests
{
    [Theory]
    [InlineData(10_000, 0)]
    [InlineData(10_001, 1)]
    [InlineData(10_100, 1)]
    public void Rules_beyond_the_most_are_one_mistake_wherever_they_stand(int rules, int mistakes)
    {
        IEnumerable<string> phases = Enumerable
            .Range(0, rules)
            .Chunk(50)
            .Select(
                (chunk, i) => $"phase P{i}:\n" + string.Concat(chunk.Select(_ => "  after 1 min -> announce \"x\"\n"))
            );

        var compilation = Compilation.Create(new SourceText("a.sispam", string.Concat(phases)), UseResult.None);

        Assert.Equal(
            Enumerable.Repeat(
                "At most 10000 of one sort are allowed; this “after 1 min” is one too many. It and what follows of its sort are left out.",
                mistakes
            ),
            compilation
                .Diagnostics.Where(diagnostic => diagnostic.Code == DiagnosticCode.TooMany)
                .Select(diagnostic => DiagnosticCatalogue.Render(diagnostic, Dialect.English))
        );
    }
}
