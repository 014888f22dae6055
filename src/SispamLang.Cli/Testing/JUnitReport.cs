using System.Globalization;
using SispamLang.Cli.Reporting;

namespace SispamLang.Cli.Testing;

/// <summary>Writes the report that came from JUnit and that every build server reads, in the form that Jenkins gave it.</summary>
internal static class JUnitReport
{
    /// <summary>Writes it: a suite for each drill; one that has errors is a test that could not run.</summary>
    public static void Write(TextWriter writer, TestOutcome outcome)
    {
        using var xml = new ReportXml(writer);
        xml.Start("testsuites");
        xml.Attribute("name", "sispam test");
        xml.Attribute("tests", outcome.Passed + outcome.Failed + outcome.Broken);
        xml.Attribute("failures", outcome.Failed);
        xml.Attribute("errors", outcome.Broken);
        xml.Attribute("time", Seconds(outcome.Time));
        foreach (var drill in outcome.Drills)
        {
            WriteSuite(xml, drill, outcome.Started);
        }

        xml.End();
    }

    private static void WriteSuite(ReportXml xml, TestedDrill drill, DateTimeOffset started)
    {
        var isBroken = drill.Errors.Length > 0;
        xml.Start("testsuite");
        xml.Attribute("name", drill.Path);
        xml.Attribute("tests", drill.Tests.Length + (isBroken ? 1 : 0));
        xml.Attribute("failures", drill.Failed);
        xml.Attribute("errors", isBroken ? 1 : 0);
        xml.Attribute("skipped", 0);
        xml.Attribute("time", Seconds(drill.Time));
        xml.Attribute("timestamp", started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        xml.Attribute("file", drill.Path);
        if (isBroken)
        {
            StartCase(xml, drill, "check", TimeSpan.Zero);
            WriteProblem(xml, "error", Message.DrillHasErrors.In(drill.Language), "DrillHasErrors", drill.Errors);
            xml.End();
        }

        foreach (var test in drill.Tests)
        {
            StartCase(xml, drill, test.Result.Name, test.Time);
            if (FailureText.Of(drill, test.Result) is { } failure)
            {
                WriteProblem(xml, "failure", failure.Sentence, failure.Kind, failure.ToPlainText());
            }

            xml.End();
        }

        xml.End();
    }

    private static void StartCase(ReportXml xml, TestedDrill drill, string name, TimeSpan time)
    {
        xml.Start("testcase");
        xml.Attribute("name", name);
        xml.Attribute("classname", drill.ClassName);
        xml.Attribute("time", Seconds(time));
    }

    private static void WriteProblem(ReportXml xml, string element, string message, string type, string text)
    {
        xml.Start(element);
        xml.Attribute("message", message);
        xml.Attribute("type", type);
        xml.Text(text);
        xml.End();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
