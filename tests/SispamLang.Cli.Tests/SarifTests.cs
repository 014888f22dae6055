using System.Text.Json;
using SispamLang.Diagnostics;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class SarifTests : IDisposable
{
    private const string Warned = "phase A: crowd escalates -> if anarchic -> deploy Dalmas\n";
    private const string WarnedIndonesian = "fase A: massa bereskalasi -> jika anarkis -> kerahkan Dalmas\n";

    // Made from npm's @types/sarif; tests/reports says how.
    private static readonly JsonSchema Schema = new(Repository.PathOf("tests/reports/sarif.schema.json"));

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_schema_refuses_what_is_no_log()
    {
        Assert.Empty(Schema.Check(JsonDocument.Parse("""{"version": "2.1.0", "runs": []}""").RootElement));
        foreach (
            var wrong in (string[])
                [
                    """{"version": "2.1.0"}""",
                    """{"version": "2.0.0", "runs": []}""",
                    """{"version": "2.1.0", "runs": [{}]}""",
                    """{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "result": []}]}""",
                    """{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": 1}}}]}""",
                ]
        )
        {
            Assert.NotEmpty(Schema.Check(JsonDocument.Parse(wrong).RootElement));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_code_makes_a_log_that_fits_the_schema(string language)
    {
        foreach (var code in DiagnosticCatalogue.Codes)
        {
            _folder.Write($"{code}.sispam", DiagnosticCatalogue.Get(code).Wrong);
        }

        var run = Run(1, ".", "--language", language);

        var found = run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString());
        var shown = DiagnosticCatalogue
            .Codes.Where(code => DiagnosticCatalogue.Get(code).Wrong.Length > 0)
            .Select(DiagnosticCatalogue.IdOf);
        Assert.Empty(shown.Except(found));
        Assert.Equal(language, run.GetProperty("language").GetString());
    }

    [Fact]
    public void A_result_says_what_is_wrong_and_where()
    {
        _folder.Write("drills/a b.sispam", "# 漢 👮\n" + Warned);

        var run = Run(0, ".");

        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("sispam", driver.GetProperty("name").GetString());
        Assert.Equal("0.1.0", driver.GetProperty("version").GetString());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.Equal(
            new Uri(_folder.Path + "/").AbsoluteUri,
            run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString()
        );
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("SIS1020", result.GetProperty("ruleId").GetString());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        Assert.StartsWith("An arrow", result.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(
            """
            {"artifactLocation":{"uri":"drills/a%20b.sispam","uriBaseId":"SRCROOT"},"region":{"startLine":2,"startColumn":41,"endLine":2,"endColumn":43}}
            """,
            Compact(PlaceOf(result))
        );
        Assert.Equal("[]", Compact(result.GetProperty("suppressions")));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Rules_are_the_documents_of_the_codes_that_occur(string language)
    {
        _folder.Write("a.sispam", "counter Hits: 0..5\n" + Warned + "phase B: crowd calms -> deploy Dalmaz\n");
        _folder.Write("b.sispam", Warned);

        var run = Run(1, ".", "--language", language);

        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(["SIS1020", "SIS2001"], rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal(
            ["warning", "error"],
            rules.Select(r => r.GetProperty("defaultConfiguration").GetProperty("level").GetString())
        );
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
        }

        var document = DiagnosticCatalogue.Get(DiagnosticCode.UnknownName);
        var unknown = rules[1];
        Assert.Equal(
            language == "en"
                ? "Expected … here, but none is called …. Nearest name: …."
                : "Di sini seharusnya …, tetapi tidak ada yang bernama …. Nama terdekat: ….",
            unknown.GetProperty("shortDescription").GetProperty("text").GetString()
        );
        var explanation = language == "en" ? document.EnglishText : document.IndonesianText;
        Assert.Equal(explanation, unknown.GetProperty("fullDescription").GetProperty("markdown").GetString());
        var help = unknown.GetProperty("help").GetProperty("markdown").GetString();
        Assert.StartsWith(explanation, help);
        Assert.Contains("```sispam\n" + document.Wrong + "```", help);
        Assert.Contains("```sispam\n" + document.Right + "```", help);
        Assert.DoesNotContain("`", unknown.GetProperty("help").GetProperty("text").GetString());
    }

    [Fact]
    public void Levels_are_those_of_the_options()
    {
        _folder.Write("a.sispam", "counter Hits: 0..5\n" + Warned);

        Assert.Equal(["note", "warning"], Levels(Run(0, ".")));
        Assert.Equal(["note", "error"], Levels(Run(1, ".", "--warnings-as-errors")));
    }

    [Fact]
    public void What_a_comment_silences_is_a_suppressed_result_with_its_reason()
    {
        _folder.Write("a.sispam", "# sispam: ignore SIS1020 our habit\n" + Warned);

        var result = Assert.Single(Run(0, ".").GetProperty("results").EnumerateArray());

        Assert.Equal("SIS1020", result.GetProperty("ruleId").GetString());
        Assert.Equal(
            """[{"kind":"inSource","status":"accepted","justification":"our habit"}]""",
            Compact(result.GetProperty("suppressions"))
        );
    }

    [Fact]
    public void What_is_waived_is_a_suppressed_result_with_its_reason()
    {
        _folder.Write(
            "a.sispam",
            """
            drill "City Hall":
              follows perkap-2-2019
            phase Rekap: if anarchic -> water cannon
            waive perkap-2-2019/three-appeals "No PHH takes part"

            """
        );

        var run = Run(0, ".");

        var waived = Assert.Single(
            run.GetProperty("results").EnumerateArray(),
            result => result.GetProperty("suppressions").GetArrayLength() > 0
        );
        Assert.Equal("SIS4001", waived.GetProperty("ruleId").GetString());
        Assert.Equal("warning", waived.GetProperty("level").GetString());
        Assert.Equal(
            """[{"kind":"inSource","status":"accepted","justification":"No PHH takes part"}]""",
            Compact(waived.GetProperty("suppressions"))
        );
        Assert.Equal(
            """["perkap-2-2019 (2019)"]""",
            Compact(run.GetProperty("properties").GetProperty("drills")[0].GetProperty("doctrines"))
        );
    }

    [Fact]
    public void Other_places_that_explain_a_message_are_related_locations()
    {
        _folder.Write("a.sispam", "unit X: 5 personnel\nunit X: 6 personnel\nphase A: crowd calms -> deploy X\n");

        var result = Assert.Single(Run(1, ".").GetProperty("results").EnumerateArray());

        var related = Assert.Single(result.GetProperty("relatedLocations").EnumerateArray());
        Assert.Equal("declared here", related.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(
            1,
            related.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()
        );
    }

    [Fact]
    public void The_log_is_marked_as_an_exercise_and_names_the_drills_and_their_sources()
    {
        _folder.Write("a.sispam", "drill \"City Hall\"\n" + Warned);
        _folder.Write("b.sispam", Warned);

        var properties = Run(0, ".").GetProperty("properties");

        Assert.Equal("EXERCISE", properties.GetProperty("marking").GetString());
        var drills = properties.GetProperty("drills").EnumerateArray().ToList();
        Assert.Equal(["City Hall", "b"], drills.Select(drill => drill.GetProperty("drill").GetString()));
        Assert.Equal(["a.sispam", "b.sispam"], drills.Select(drill => drill.GetProperty("file").GetString()));

        // The same hash as in a trace of the same drill.
        var trace = Sispam.In(_folder.Path, "run", "a.sispam", "--trace", "jsonl").Out.Split('\n')[0];
        Assert.Equal(
            JsonDocument.Parse(trace).RootElement.GetProperty("source_hash").GetString(),
            drills[0].GetProperty("source_hash").GetString()
        );
        Assert.NotEqual(
            drills[0].GetProperty("source_hash").GetString(),
            drills[1].GetProperty("source_hash").GetString()
        );
    }

    [Fact]
    public void A_log_is_in_one_language()
    {
        _folder.Write("a.sispam", WarnedIndonesian);
        var indonesian = Run(0, ".");
        Assert.Equal("id", indonesian.GetProperty("language").GetString());
        Assert.Equal("LATIHAN", indonesian.GetProperty("properties").GetProperty("marking").GetString());

        _folder.Write("b.sispam", Warned);
        var mixed = Run(0, ".");
        Assert.Equal("en", mixed.GetProperty("language").GetString());
        Assert.All(
            mixed.GetProperty("results").EnumerateArray(),
            result => Assert.StartsWith("An arrow", result.GetProperty("message").GetProperty("text").GetString())
        );
    }

    [Fact]
    public void A_file_outside_the_current_directory_has_a_full_address()
    {
        var path = _folder.Write("x/a#1.sispam", Warned);
        Directory.CreateDirectory(_folder.PathOf("y"));

        foreach (var name in (string[])["../x/a#1.sispam", path])
        {
            var outcome = Sispam.In(_folder.PathOf("y"), "check", name, "--format", "sarif");
            var result = Assert.Single(RunIn(outcome).GetProperty("results").EnumerateArray());
            var address = PlaceOf(result).GetProperty("artifactLocation");
            Assert.False(address.TryGetProperty("uriBaseId", out _));
            Assert.StartsWith("file:///", address.GetProperty("uri").GetString());
            Assert.EndsWith("/x/a%231.sispam", address.GetProperty("uri").GetString());
        }
    }

    [Fact]
    public void Standard_input_is_no_file()
    {
        var outcome = Sispam.WithInput(_folder.Path, Warned, "check", "-", "--format", "sarif");

        var result = Assert.Single(RunIn(outcome).GetProperty("results").EnumerateArray());
        Assert.Equal("""{"uri":"stdin:"}""", Compact(PlaceOf(result).GetProperty("artifactLocation")));
    }

    [Fact]
    public void Where_a_file_can_not_be_read_the_run_did_not_succeed()
    {
        var run = Run(2, "missing.sispam");

        var invocation = Assert.Single(run.GetProperty("invocations").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        var notification = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal(
            "missing.sispam: there is no such file.",
            notification.GetProperty("message").GetProperty("text").GetString()
        );
        Assert.Equal("[]", Compact(run.GetProperty("results")));
    }

    [Fact]
    public void A_clean_drill_gives_a_log_without_results()
    {
        _folder.Write("a.sispam", "phase A: crowd escalates -> deploy Dalmas\n");

        var run = Run(0, ".");

        Assert.Equal("[]", Compact(run.GetProperty("results")));
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    private JsonElement Run(int status, params string[] arguments)
    {
        var outcome = Sispam.In(_folder.Path, ["check", .. arguments, "--format", "sarif"]);
        Assert.Equal(status, outcome.Status);
        return RunIn(outcome);
    }

    // The only run of the log, which is all there is on standard output.
    private static JsonElement RunIn(Outcome outcome)
    {
        var log = JsonDocument.Parse(outcome.Out).RootElement;
        Assert.Empty(Schema.Check(log));
        return Assert.Single(log.GetProperty("runs").EnumerateArray());
    }

    private static string[] Levels(JsonElement run) =>
        [
            .. run.GetProperty("results")
                .EnumerateArray()
                .Select(result => result.GetProperty("level").GetString() ?? ""),
        ];

    private static JsonElement PlaceOf(JsonElement result) =>
        Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
