using SispamLang.Dialects;
using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>Above a declaration stands what can be done with it.</summary>
public sealed class CodeLensesTests
{
    [Theory]
    [InlineData(Dialect.English, "run from here", "ordered: 38 personnel, 1 vehicle", "run this test")]
    [InlineData(Dialect.Indonesian, "jalankan dari sini", "dikerahkan: 38 personel, 1 kendaraan", "jalankan uji ini")]
    public void Tests_and_phases_can_be_run_and_a_phase_tells_who_is_ordered(
        Dialect language,
        string run,
        string strength,
        string test
    )
    {
        var compilation = new Workspace(
            """
            unit Ton: 34 personnel
            unit Mobil: 1 vehicle, 4 personnel
            phase A:
              crowd escalates -> deploy Ton and Mobil and PHH
              crowd throws -> deploy Ton
            test "it works":
              expect deploy Ton
            """
        ).Compilation;

        Assert.Equal(
            [
                "References Ton: ",
                "References Mobil: ",
                "References A: ",
                "RunFromPhase A: " + run,
                "Strength A: " + strength,
                "RunTest it works: " + test,
            ],
            CodeLenses.In(compilation, language).Select(lens => $"{lens.Kind} {lens.Name}: {lens.Title}")
        );
    }

    [Theory]
    [InlineData(0, "0 references")]
    [InlineData(1, "1 reference")]
    [InlineData(2, "2 references")]
    public void References_are_counted_in_words(int count, string expected) =>
        Assert.Equal(expected, CodeLenses.CountOf(count, Dialect.English));
}
