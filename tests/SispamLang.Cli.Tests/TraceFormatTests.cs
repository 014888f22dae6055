using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

/// <summary>Traces in the formats of others.</summary>
public class TraceFormatTests
{
    private static readonly string Example = Repository.PathOf("examples/pasuruan-kota.sispam");

    [Fact]
    public void An_event_log_fits_its_schema()
    {
        using var folder = new Folder();
        var log = JsonDocument.Parse(Run(folder, "ocel"));

        Assert.Empty(new JsonSchema(Repository.PathOf("docs/schemas/ocel.schema.json")).Check(log.RootElement));
        var objects = log.RootElement.GetProperty("objects").EnumerateArray();
        var ids = objects.Select(one => one.GetProperty("id").GetString()).ToHashSet();
        var related = log
            .RootElement.GetProperty("events")
            .EnumerateArray()
            .SelectMany(one => one.GetProperty("relationships").EnumerateArray())
            .Select(one => one.GetProperty("objectId").GetString());
        Assert.Empty(related.Except(ids));
    }

    [Fact]
    public void The_data_of_cloud_events_are_the_lines_of_the_trace()
    {
        using var folder = new Folder();
        var events = Run(folder, "cloudevents").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var lines = Run(folder, "jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            lines,
            events.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("data").GetRawText())
        );
    }

    [Fact]
    public void Another_format_is_refused()
    {
        using var folder = new Folder();

        var outcome = Sispam.In(folder.Path, "run", Example, "--trace", "xes");

        Assert.Equal(2, outcome.Status);
        Assert.Contains("cloudevents", outcome.Error);
    }

    // The example breaks a promise with this seed or not; that is no matter here.
    private static string Run(Folder folder, string format) =>
        Sispam.In(folder.Path, "run", Example, "--trace", format, "--language", "en").Out;
}
