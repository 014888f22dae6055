using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SispamLang.Cli.Reporting;

namespace SispamLang.Cli.Testing;

/// <summary>Writes the report of Visual Studio and Azure DevOps.</summary>
internal sealed class TrxReport
{
    private const string Space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // What every report names: the kind “unit test”, and the two lists that are always there.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string LooseList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string AllList = "19431567-8539-422a-85d7-44ee4e166bda";

    private readonly ReportXml _xml;
    private readonly TestOutcome _outcome;
    private readonly List<Row> _rows = [];

    private TrxReport(ReportXml xml, TestOutcome outcome)
    {
        _xml = xml;
        _outcome = outcome;
        foreach (var drill in outcome.Drills)
        {
            if (drill.Errors.Length > 0)
            {
                var message = Message.DrillHasErrors.In(drill.Language);
                _rows.Add(new Row(drill, "check", "Error", TimeSpan.Zero, message, drill.Errors));
            }

            foreach (var test in drill.Tests)
            {
                var failure = FailureText.Of(drill, test.Result);
                var outcomeOfTest = failure is null ? "Passed" : "Failed";
                _rows.Add(
                    new Row(
                        drill,
                        test.Result.Name,
                        outcomeOfTest,
                        test.Time,
                        failure?.Sentence,
                        failure?.ToPlainText() ?? ""
                    )
                );
            }
        }
    }

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, TestOutcome outcome)
    {
        using var xml = new ReportXml(writer);
        new TrxReport(xml, outcome).Write();
    }

    private void Write()
    {
        _xml.Start("TestRun", Space);
        _xml.Attribute("id", NewId());
        _xml.Attribute("name", "sispam test");
        WriteTimes();
        Start("TestSettings", ("name", "default"), ("id", NewId()));
        _xml.End();
        Start("Results");
        _rows.ForEach(WriteResult);
        _xml.End();
        Start("TestDefinitions");
        _rows.ForEach(WriteDefinition);
        _xml.End();
        Start("TestEntries");
        foreach (var row in _rows)
        {
            Start("TestEntry", ("testId", row.TestId), ("executionId", row.ExecutionId), ("testListId", LooseList));
            _xml.End();
        }

        _xml.End();
        Start("TestLists");
        Start("TestList", ("name", "Results Not in a List"), ("id", LooseList));
        _xml.End();
        Start("TestList", ("name", "All Loaded Results"), ("id", AllList));
        _xml.End();
        _xml.End();
        WriteSummary();
        _xml.End();
    }

    private void WriteTimes()
    {
        var started = Time(_outcome.Started);
        var finished = Time(_outcome.Started + _outcome.Time);
        Start("Times", ("creation", started), ("queuing", started), ("start", started), ("finish", finished));
        _xml.End();
    }

    private void WriteResult(Row row)
    {
        Start(
            "UnitTestResult",
            ("executionId", row.ExecutionId),
            ("testId", row.TestId),
            ("testName", row.Name),
            ("computerName", Environment.MachineName),
            ("duration", row.Time.ToString("hh\\:mm\\:ss\\.fffffff", CultureInfo.InvariantCulture)),
            ("startTime", Time(_outcome.Started)),
            ("endTime", Time(_outcome.Started + row.Time)),
            ("testType", UnitTestType),
            ("outcome", row.Outcome),
            ("testListId", LooseList),
            ("relativeResultsDirectory", row.ExecutionId)
        );
        if (row.Message is { } message)
        {
            Start("Output");
            Start("ErrorInfo");
            Start("Message");
            _xml.Text(message);
            _xml.End();
            Start("StackTrace");
            _xml.Text(row.Details);
            _xml.End();
            _xml.End();
            _xml.End();
        }

        _xml.End();
    }

    private void WriteDefinition(Row row)
    {
        Start("UnitTest", ("name", row.Name), ("storage", row.Drill.Path), ("id", row.TestId));
        Start("Execution", ("id", row.ExecutionId));
        _xml.End();
        Start(
            "TestMethod",
            ("codeBase", row.Drill.Path),
            ("adapterTypeName", "executor://sispam/v1"),
            ("className", row.Drill.ClassName),
            ("name", row.Name)
        );
        _xml.End();
        _xml.End();
    }

    private void WriteSummary()
    {
        Start("ResultSummary", ("outcome", _outcome.IsGood ? "Completed" : "Failed"));
        Start("Counters");
        _xml.Attribute("total", _rows.Count);
        _xml.Attribute("executed", _outcome.Passed + _outcome.Failed);
        _xml.Attribute("passed", _outcome.Passed);
        _xml.Attribute("failed", _outcome.Failed);
        _xml.Attribute("error", _outcome.Broken);
        foreach (
            var never in (ReadOnlySpan<string>)
                [
                    "timeout",
                    "aborted",
                    "inconclusive",
                    "passedButRunAborted",
                    "notRunnable",
                    "notExecuted",
                    "disconnected",
                    "warning",
                    "completed",
                    "inProgress",
                    "pending",
                ]
        )
        {
            _xml.Attribute(never, 0);
        }

        _xml.End();
        _xml.End();
    }

    private void Start(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.Start(element, Space);
        foreach (var (name, value) in attributes)
        {
            _xml.Attribute(name, value);
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    private static string NewId() => Guid.NewGuid().ToString();

    /// <summary>A line of the report.</summary>
    private sealed record Row(
        TestedDrill Drill,
        string Name,
        string Outcome,
        TimeSpan Time,
        string? Message,
        string Details
    )
    {
        /// <summary>The same in every run, so that the history of a test can be followed.</summary>
        public string TestId { get; } =
            new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Drill.Path + "\n" + Name)).AsSpan(0, 16)).ToString();

        /// <summary>Of this run alone.</summary>
        public string ExecutionId { get; } = NewId();
    }
}
