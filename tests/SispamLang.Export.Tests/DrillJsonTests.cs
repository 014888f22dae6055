using System.Text.Json;
using SispamLang.Cli.Tests;
using SispamLang.Dialects;
using SispamLang.Tests.Shared;

namespace SispamLang.Export.Tests;

/// <summary>The drill as data.</summary>
public class DrillJsonTests
{
    private static readonly JsonSchema Schema = new(Repository.PathOf("docs/schemas/drill.schema.json"));

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void An_example_fits_the_schema(string name) =>
        Assert.Empty(Schema.Check(Json(Drills.Example(name, Dialect.Indonesian))));

    [Fact]
    public void The_least_drill_fits_the_schema() =>
        Assert.Empty(
            Schema.Check(Json(Drills.Paper("phase Rekap: crowd escalates -> deploy Dalmas", Dialect.English)))
        );

    [Fact]
    public void It_has_what_the_drill_says()
    {
        var json = Json(Drills.Paper(Drills.Small, Dialect.English));

        Assert.Equal("EXERCISE", json.GetProperty("marking").GetString());
        Assert.Equal("09:00", json.GetProperty("facts").GetProperty("starts").GetString());
        var unit = json.GetProperty("units")[0];
        Assert.Equal("Dalmas Awal", unit.GetProperty("name").GetString());
        Assert.Equal(120_000, unit.GetProperty("ready_in").GetProperty("max_ms").GetInt64());
        Assert.Equal("rope", unit.GetProperty("kit")[0].GetProperty("name").GetString());
        Assert.Equal("Rally", json.GetProperty("rules")[0].GetProperty("phase").GetString());
        var run = json.GetProperty("reference_run");
        Assert.Equal(1, run.GetProperty("seed").GetInt32());
        Assert.Equal(2, run.GetProperty("phases").GetArrayLength());
        Assert.Equal("control", run.GetProperty("events_list")[0].GetProperty("kind").GetString());
    }

    private static JsonElement Json(DrillPaper paper)
    {
        using var stream = new MemoryStream();
        DrillJson.Write(paper, stream, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
