using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Tests.Binding;

public class SuggestionTests
{
    [Theory]
    [InlineData("never water cannon while crowd gren", "crowd green")]
    [InlineData("never water cannon while situation green", null)] // The last word is right; what is wrong is the first.
    [InlineData("never water cannon while situation GREEN", null)]
    [InlineData("phase B: crowd escalate -> deploy Dalmas", "crowd escalates")]
    [InlineData("phase B: crwd escalates -> deploy Dalmas", null)]
    public void What_is_not_known_is_offered_what_is_near_but_not_itself(string line, string? nearest)
    {
        var text = new SourceText("a.sispam", "phase A: crowd escalates -> deploy Dalmas\n" + line + "\n");

        var unknown = Assert.Single(
            Compilation.Create(text, UseResult.None).Diagnostics,
            d => d.Code == DiagnosticCode.UnknownCondition
        );

        Assert.Equal(nearest, unknown.Suggestion);
    }
}
