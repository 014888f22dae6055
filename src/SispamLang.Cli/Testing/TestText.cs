using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;

namespace SispamLang.Cli.Testing;

/// <summary>Shows to people what tests came to: each failure, and the counts.</summary>
internal sealed class TestText(Ink ink)
{
    /// <summary>Writes it.</summary>
    public void Write(TestOutcome outcome, Languages languages)
    {
        foreach (var drill in outcome.Drills)
        {
            foreach (var test in drill.Tests)
            {
                if (FailureText.Of(drill, test.Result) is { } failure)
                {
                    failure.Write(ink);
                    ink.End();
                }
            }
        }

        // One language for all of them together, if they have one.
        var isIndonesian =
            outcome.Drills.Length > 0 && outcome.Drills.All(drill => drill.Dialect == Dialect.Indonesian);
        var language = languages.For(isIndonesian ? Dialect.Indonesian : Dialect.English);
        var counts = new Notice(Message.TestCounts, Number(outcome.Passed), Number(outcome.Failed)).In(language);
        var broken =
            outcome.Broken == 0 ? ""
            : outcome.Broken == 1 ? ", " + Message.OneBrokenDrill.In(language)
            : ", " + new Notice(Message.BrokenDrills, Number(outcome.Broken)).In(language);
        var seconds = outcome.Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        ink.Line(
            new Notice(Message.TestTime, counts + broken, seconds).In(language),
            outcome.IsGood ? Tone.Green : Tone.Error
        );
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
