using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Interpreter.Tests;

/// <summary>Runs the rows of <c>tests/Properties.md</c>.</summary>
public class PropertyTests
{
    public static TheoryData<string> Cases { get; } = [.. PropertyCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_property_is_kept_or_broken_as_worked_out_by_hand(string name)
    {
        PropertyCase @case = PropertyCase.All[name];
        Compilation compilation = Compilation.Create(new SourceText("drill.sispam", @case.Drill), UseResult.None);
        Assert.Empty(
            compilation.Diagnostics.Select(d => Diagnostics.DiagnosticCatalogue.Render(d, Dialects.Dialect.English))
        );

        Assert.Equal(@case.Expected, @case.Run(new DrillInterpreter(compilation.Program!)));
    }
}
