using System.Globalization;

namespace SispamLang.Interpreter.Testing;

/// <summary>Says what a test got instead of what it expected.</summary>
public static class TestText
{
    /// <summary>What was found, one sentence without a full stop.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="info">The drill.</param>
    /// <param name="language"><c>id</c> for Bahasa Indonesia; anything else is English.</param>
    public static string Got(TestFailure failure, DrillInfo info, string language)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(info);
        return language == "id" ? Indonesian(failure, info) : English(failure, info);
    }

    private static string English(TestFailure failure, DrillInfo info) =>
        failure.Kind switch
        {
            TestFailureKind.HappenedOtherwise => failure.Count switch
            {
                0 => "it has not happened",
                1 => "it has happened once",
                _ => $"it has happened {Number(failure.Count)} times",
            },
            TestFailureKind.DoesNotHold => "it does not hold now",
            TestFailureKind.Holds => "it holds now",
            TestFailureKind.OtherPhase when failure.Phase < 0 => "the drill has ended",
            TestFailureKind.OtherPhase => $"phase {info.Phases[failure.Phase].Name} is running",
            TestFailureKind.Broken => "it has been broken",
            TestFailureKind.Undecided => "it is not decided yet; let more time pass before it",
            TestFailureKind.OwnPropertyBroken => "the drill has broken this promise of its own",
            _ => $"more than {Number(TestRunner.MostInstants)} instants went by without an end",
        };

    private static string Indonesian(TestFailure failure, DrillInfo info) =>
        failure.Kind switch
        {
            TestFailureKind.HappenedOtherwise => failure.Count switch
            {
                0 => "belum terjadi",
                1 => "terjadi satu kali",
                _ => $"terjadi {Number(failure.Count)} kali",
            },
            TestFailureKind.DoesNotHold => "saat ini tidak berlaku",
            TestFailureKind.Holds => "saat ini berlaku",
            TestFailureKind.OtherPhase when failure.Phase < 0 => "latihan sudah berakhir",
            TestFailureKind.OtherPhase => $"fase {info.Phases[failure.Phase].Name} sedang berjalan",
            TestFailureKind.Broken => "sudah dilanggar",
            TestFailureKind.Undecided => "belum pasti; beri lebih banyak waktu sebelumnya",
            TestFailureKind.OwnPropertyBroken => "latihan melanggar janjinya sendiri ini",
            _ => $"lebih dari {Number(TestRunner.MostInstants)} saat berlalu tanpa akhir",
        };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
