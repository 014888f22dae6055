using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class LedgerTests : IDisposable
{
    private const string Drill = """
        drill "Order of the day": personnel 50
        unit Dalmas Awal: 38 personnel of Sat Samapta, with 1 rope
        unit AWC: 1 vehicle, 3 personnel of Sat Samapta
        unit Guard: 4 personnel
        unit Pemeran: 60 players of Polres
        unit Damkar: 6 personnel of Damkar, on standby
        phase Rekap: crowd escalates -> deploy Dalmas Awal and Medis

        """;

    private static readonly JsonSchema Schema = new(Repository.PathOf("docs/schemas/ledger.schema.json"));

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_ledger_is_a_table_before_the_messages()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "check", "--ledger", "a.sispam");

        Assert.Equal(0, outcome.Status);
        var (first, rest) = Split(outcome.Out, "\n\n");
        Assert.Matches("^EXERCISE  Order of the day\nsource [0-9a-f]+  sispam ", first);
        var (ledger, messages) = Split(rest, "\n\na.sispam:1:27: warning SIS3201: ");
        Assert.Equal(
            """
            Announced: 50. The units: 45 personnel, 5 too few.

              Unit         Kind         Agency       Personnel  Vehicles  Players
              Dalmas Awal  Dalmas Awal  Sat Samapta         38
              AWC          AWC          Sat Samapta          3         1
              Guard        –            –                    4
              Pemeran      Pemeran      Polres                                 60
              Together                                      45         1       60

              Kind         Units  Personnel  Vehicles  Players
              Dalmas Awal      1         38
              AWC              1          3         1
              –                1          4
              Pemeran          1                            60

              Agency       Units  Personnel  Vehicles  Players
              Sat Samapta      2         41         1
              –                1          4
              Polres           1                            60

              Kit   Pieces  People of its units
              rope       1                   38

            On standby, in no sum:
              Unit    Kind    Agency  Personnel  Vehicles  Players
              Damkar  Damkar  Damkar          6

            Outside the ledger, for the drill does not declare them (the strength is an assumption of the prelude):
              Unit   Kind   Agency  Personnel  Vehicles  Players
              Medis  Medis  Dokkes          3
            """.ReplaceLineEndings("\n"),
            ledger
        );
        Assert.EndsWith("\n1 warning in 1 file.\n", messages);
    }

    [Fact]
    public void The_ledger_is_in_the_language_of_the_file()
    {
        _folder.Write(
            "a.sispam",
            "latihan \"A\": personel sekitar 40\nsatuan Dalmas: 38 personel\nfase Rekap: massa bereskalasi -> kerahkan Dalmas\n"
        );

        var table = Sispam.In(_folder.Path, "check", "--ledger", "a.sispam").Out;

        Assert.StartsWith("LATIHAN  A\n", table);
        Assert.Contains("\nDiumumkan: sekitar 40. Satuan-satuan: 38 personel, sesuai.\n", table);
        Assert.Contains("\n  Satuan  Jenis   Instansi  Personel  Kendaraan  Pemeran\n", table);
        Assert.EndsWith("\n\nTidak ada masalah dalam 1 berkas.\n", table);
        Assert.StartsWith(
            "EXERCISE  A\n",
            Sispam.In(_folder.Path, "check", "--ledger", "a.sispam", "--language", "en").Out
        );
    }

    [Fact]
    public void Without_figures_the_ledger_says_so()
    {
        _folder.Write("a.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n");
        Assert.Contains("\nNo strength is announced.\n", Sispam.In(_folder.Path, "check", "--ledger", "a.sispam").Out);

        _folder.Write("a.sispam", "drill \"A\": personnel over 300\nphase Rekap: crowd escalates -> deploy Dalmas\n");
        Assert.Contains(
            "\nAnnounced: over 300. No unit of the drill says how strong it is.\n",
            Sispam.In(_folder.Path, "check", "--ledger", "a.sispam").Out
        );
    }

    [Fact]
    public void A_drill_with_errors_and_a_library_have_no_ledger()
    {
        _folder.Write("a.sispam", "phase Rekap: crowd escalates -> deploy Dalmaz\n");
        _folder.Write("b.sispam", "unit Regu: 10 personnel\n");

        Assert.DoesNotContain("EXERCISE", Sispam.In(_folder.Path, "check", "--ledger", "a.sispam", "b.sispam").Out);
    }

    [Fact]
    public void As_JSON_the_ledger_has_the_same_figures_and_is_as_the_schema_says()
    {
        _folder.Write("a.sispam", Drill);

        var json = Json("a.sispam");

        Assert.Equal("EXERCISE", json.GetProperty("marking").GetString());
        var ledger = Assert.Single(json.GetProperty("ledgers").EnumerateArray());
        Assert.Equal("a.sispam", ledger.GetProperty("file").GetString());
        Assert.Equal("Order of the day", ledger.GetProperty("drill").GetString());
        Assert.Equal(
            """
            {"figure":50,"exactness":"exact","compared":{"sum":45,"with_players":false,"surplus":-5}}
            """,
            Compact(ledger, "announced")
        );
        Assert.Equal(
            """
            {"name":"Guard","kind":"","agency":"","personnel":4,"vehicles":0,"players":0}
            """,
            JsonSerializer.Serialize(ledger.GetProperty("units")[2])
        );
        Assert.Equal("""{"personnel":45,"vehicles":1,"players":60}""", Compact(ledger, "total"));
        Assert.Equal(4, ledger.GetProperty("by_kind").GetArrayLength());
        Assert.Equal(
            """
            {"name":"Sat Samapta","units":2,"personnel":41,"vehicles":1,"players":0}
            """,
            JsonSerializer.Serialize(ledger.GetProperty("by_agency")[0])
        );
        Assert.Equal("""[{"name":"rope","pieces":1,"people":38}]""", Compact(ledger, "kit"));
        Assert.Equal("Damkar", ledger.GetProperty("standby")[0].GetProperty("name").GetString());
        Assert.Equal("Medis", ledger.GetProperty("assumed")[0].GetProperty("name").GetString());

        // The messages are those of a check without it.
        Assert.Equal(
            JsonSerializer.Serialize(
                JsonDocument.Parse(Sispam.In(_folder.Path, "check", "a.sispam", "--format", "json").Out).RootElement
            ),
            Compact(json, "messages")
        );
    }

    [Fact]
    public void As_JSON_what_is_not_there_is_null_or_missing()
    {
        _folder.Write("1.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n");
        _folder.Write(
            "2.sispam",
            "latihan \"A\": personel lebih dari 300\nfase Rekap: massa bereskalasi -> kerahkan Dalmas\n"
        );
        _folder.Write("3.sispam", "unit Regu: 10 personnel\n");

        var ledgers = Json(".").GetProperty("ledgers").EnumerateArray().ToList();

        Assert.Equal(
            ["null", """{"figure":300,"exactness":"over","compared":null}"""],
            ledgers.Select(ledger => Compact(ledger, "announced"))
        );
        Assert.All(ledgers, ledger => Assert.Equal("[]", Compact(ledger, "units")));
    }

    [Fact]
    public void The_ledgers_of_the_examples_are_as_the_schema_says()
    {
        var examples = Json(Repository.PathOf("examples"));

        Assert.Equal(
            [367, 450, 500, 303],
            examples
                .GetProperty("ledgers")
                .EnumerateArray()
                .Select(ledger => ledger.GetProperty("announced"))
                .Where(announced => announced.ValueKind != JsonValueKind.Null)
                .Select(announced => announced.GetProperty("compared").GetProperty("sum").GetInt32())
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"marking": "EXERCISE", "tool_version": "1", "ledgers": []}""")]
    [InlineData("""{"marking": "EXERCISE", "tool_version": "1", "ledgers": [{"file": "a"}], "messages": []}""")]
    [InlineData("""{"marking": "EXERCISE", "tool_version": "1", "ledgers": [], "messages": [{"code": "X"}]}""")]
    public void The_schema_refuses_what_it_does_not_describe(string json) =>
        Assert.NotEmpty(Schema.Check(JsonDocument.Parse(json).RootElement));

    [Fact]
    public void A_SARIF_log_has_no_ledger()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "check", "--ledger", "--format", "sarif", "a.sispam");

        Assert.Equal(2, outcome.Status);
        Assert.Equal("", outcome.Out);
        Assert.StartsWith("sispam: A SARIF log has no place for the ledger", outcome.Error);
    }

    [Fact]
    public void Nothing_in_a_name_can_steer_the_terminal()
    {
        _folder.Write("a.sispam", "unit \"Re\u001b[2Jgu\": 10 personnel\nphase Rekap\n");

        Assert.DoesNotContain('\u001b', Sispam.In(_folder.Path, "check", "--ledger", "a.sispam").Out);
    }

    private JsonElement Json(string path)
    {
        var outcome = Sispam.In(_folder.Path, "check", "--ledger", "--format", "json", path);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        var json = JsonDocument.Parse(outcome.Out).RootElement;
        Assert.Empty(Schema.Check(json));
        return json;
    }

    private static string Compact(JsonElement element, string name) =>
        JsonSerializer.Serialize(element.GetProperty(name));

    private static (string Before, string After) Split(string text, string at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        Assert.True(place >= 0, text);
        return (text[..place], text[(place + at.Length)..]);
    }
}
