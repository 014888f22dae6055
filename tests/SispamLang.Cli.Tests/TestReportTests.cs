using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

/// <summary>
/// The reports of <c>sispam test</c>. JUnit is validated by <c>Schemas/junit.xsd</c>, after the schema that Jenkins uses;
/// TRX by <c>Schemas/trx.xsd</c>, which is shown to take what <c>dotnet test</c> itself writes.
/// </summary>
public sealed class TestReportTests : IDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly Folder _folder = new();

    public TestReportTests()
    {
        _folder.Write(
            "d/good.sispam",
            """
            event bell
            counter hits: 0..9
            phase A for 10 min:
              bell -> add 1 to hits
            test "counts":
              bell
              expect hits = 1
            test "rings twice":
              after 1 min
              expect bell 2 times

            """
        );
        _folder.Write("d/broken.sispam", "phase A: crowd escalates -> deploy Dalmaz\ntest \"x\": crowd escalates\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_JUnit_report_is_valid_and_says_what_came_of_each_test()
    {
        Assert.Equal(1, Sispam.In(_folder.Path, "test", "d", "--report", "junit=j.xml").Status);

        var report = Load("j.xml");
        Assert.Empty(Problems("junit.xsd", null, report));
        Assert.Equal(("3", "1", "1"), Counts(report.Root!));
        var suites = report.Root!.Elements("testsuite").ToArray();
        Assert.Equal(["d/broken.sispam", "d/good.sispam"], suites.Select(s => (string?)s.Attribute("name")));
        Assert.Equal(("1", "0", "1"), Counts(suites[0]));
        Assert.Contains("SIS2001", suites[0].Element("testcase")!.Element("error")!.Value);
        Assert.Equal(("2", "1", "0"), Counts(suites[1]));
        var cases = suites[1].Elements("testcase").ToArray();
        Assert.Equal(["counts", "rings twice"], cases.Select(c => (string?)c.Attribute("name")));
        Assert.All(cases, c => Assert.Equal("d.good", (string?)c.Attribute("classname")));
        Assert.Empty(cases[0].Elements());
        var failure = cases[1].Element("failure")!;
        Assert.Equal("expected “expect bell 2 times”, but it has not happened", (string?)failure.Attribute("message"));
        Assert.Equal("HappenedOtherwise", (string?)failure.Attribute("type"));
        Assert.Contains("d/good.sispam:10:3: ", failure.Value);
        Assert.Contains("Phase A", failure.Value);
    }

    [Fact]
    public void A_TRX_report_is_valid_and_says_what_came_of_each_test()
    {
        Assert.Equal(1, Sispam.In(_folder.Path, "test", "d", "--report", "trx=t.trx").Status);

        var report = Load("t.trx");
        Assert.Empty(Problems("trx.xsd", Trx.NamespaceName, report));
        var results = report.Descendants(Trx + "UnitTestResult").ToArray();
        Assert.Equal(
            ["check Error", "counts Passed", "rings twice Failed"],
            results.Select(r => $"{(string?)r.Attribute("testName")} {(string?)r.Attribute("outcome")}")
        );
        Assert.Contains("bell 2 times", results[2].Descendants(Trx + "Message").Single().Value);
        var counters = report.Descendants(Trx + "Counters").Single();
        Assert.Equal(
            "3 2 1 1 1",
            string.Join(
                ' ',
                ((string[])["total", "executed", "passed", "failed", "error"]).Select(n =>
                    (string?)counters.Attribute(n)
                )
            )
        );

        // Every result has its definition and its entry.
        var ids = results.Select(r => (string?)r.Attribute("testId")).ToArray();
        Assert.Equal(ids, report.Descendants(Trx + "UnitTest").Select(t => (string?)t.Attribute("id")));
        Assert.Equal(ids, report.Descendants(Trx + "TestEntry").Select(t => (string?)t.Attribute("testId")));
        Assert.Equal(
            results.Select(r => (string?)r.Attribute("executionId")),
            report.Descendants(Trx + "Execution").Select(e => (string?)e.Attribute("id"))
        );
    }

    [Fact]
    public void A_test_keeps_its_number_from_run_to_run()
    {
        Sispam.In(_folder.Path, "test", "d", "--report", "trx=1.trx", "--report", "trx=2.trx");

        Assert.Equal(Ids("testId", "1.trx"), Ids("testId", "2.trx"));
        Assert.NotEqual(Ids("executionId", "1.trx"), Ids("executionId", "2.trx"));

        string?[] Ids(string name, string file) =>
            [.. Load(file).Descendants(Trx + "UnitTestResult").Select(r => (string?)r.Attribute(name))];
    }

    [Theory]
    [InlineData("a\u0001b", "check")] // An error of the drill, which is in the report.
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("<&'>]]>", "<&'>]]>")]
    [InlineData("unjuk rasa 😀 漢", "unjuk rasa 😀 漢")]
    public void No_name_breaks_a_report(string name, string shown)
    {
        _folder.Write(
            "x.sispam",
            $"event bell\nphase \"{name}\" for 10 min: bell -> announce \"{name}\"\ntest \"{name}\": bell; expect no bell\n"
        );

        var outcome = Sispam.In(_folder.Path, "test", "x.sispam", "--report", "junit=j.xml", "--report", "trx=t.trx");

        Assert.Equal(1, outcome.Status);
        Assert.Empty(Problems("junit.xsd", null, Load("j.xml")));
        Assert.Empty(Problems("trx.xsd", Trx.NamespaceName, Load("t.trx")));
        Assert.Equal(shown, (string?)Load("j.xml").Descendants("testcase").Single().Attribute("name"));
        Assert.Equal(shown, (string?)Load("t.trx").Descendants(Trx + "UnitTest").Single().Attribute("name"));
    }

    [Fact]
    public void The_schema_of_TRX_takes_what_dotnet_test_writes()
    {
        var report = XDocument.Load(Repository.PathOf("tests/SispamLang.Cli.Tests/Schemas/trx-of-dotnet-test.xml"));

        Assert.Empty(Problems("trx.xsd", Trx.NamespaceName, report));
    }

    [Fact]
    public void The_schemas_refuse_what_they_do_not_describe()
    {
        Assert.NotEmpty(Problems("junit.xsd", null, XDocument.Parse("<testsuites><testsuite name='a'/></testsuites>")));
        Assert.NotEmpty(
            Problems("trx.xsd", Trx.NamespaceName, XDocument.Parse($"<TestRun xmlns='{Trx}' id='1' name='a'/>"))
        );
    }

    private XDocument Load(string name) => XDocument.Load(_folder.PathOf(name));

    private static List<string> Problems(string schema, string? space, XDocument document)
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Repository.PathOf("tests/SispamLang.Cli.Tests/Schemas/" + schema));
        schemas.Add(space, reader);
        List<string> problems = [];
        document.Validate(schemas, (_, e) => problems.Add(e.Message));
        return problems;
    }

    private static (string?, string?, string?) Counts(XElement element) =>
        (
            (string?)element.Attribute("tests"),
            (string?)element.Attribute("failures"),
            (string?)element.Attribute("errors")
        );
}
