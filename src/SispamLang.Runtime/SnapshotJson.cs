using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>
/// Keeps the state of a run as JSON: what it is a state of, for people and tools, and the state itself, for a runner of the
/// same drill, engine and version. Its schema is <c>docs/schemas/snapshot.schema.json</c>.
/// </summary>
public static class SnapshotJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    private const string Format = "sispam-snapshot";

    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    /// <summary>Writes the state of a started runner.</summary>
    public static string Write(Runner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var info = runner.Info;
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes, _options);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("marking", info.Language == "id" ? "LATIHAN" : "EXERCISE");
        json.WriteString("drill", info.Title);
        json.WriteString("source_hash", info.SourceHash);
        json.WriteStartArray("doctrines");
        foreach (var doctrine in info.Doctrines)
        {
            json.WriteStringValue(doctrine);
        }

        json.WriteEndArray();
        json.WriteNumber("seed", runner.Seed);
        json.WriteString("runtime_version", RuntimeVersion.Text);
        json.WriteString("clock", "simulated");
        json.WriteNumber("time_ms", runner.Now);
        json.WriteString("phase", runner.Phase < 0 ? null : info.Phases[runner.Phase].Name);
        json.WriteBoolean("ended", runner.HasEnded);
        json.WriteBoolean("watches_properties", runner.WatchesProperties);
        json.WriteBase64String("state", runner.Snapshot());
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Brings a runner to a state that was kept. If that can't be done the runner is as it was.</summary>
    public static SnapshotOutcome Restore(Runner runner, string json)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Restore(runner, document.RootElement);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return SnapshotOutcome.NotASnapshot;
        }
    }

    private static SnapshotOutcome Restore(Runner runner, JsonElement snapshot)
    {
        if (snapshot.GetProperty("format").GetString() != Format)
        {
            return SnapshotOutcome.NotASnapshot;
        }

        if (snapshot.GetProperty("version").GetInt32() != Version)
        {
            return SnapshotOutcome.OtherVersion;
        }

        if (snapshot.GetProperty("source_hash").GetString() != runner.Info.SourceHash)
        {
            return SnapshotOutcome.OtherDrill;
        }

        var state = snapshot.GetProperty("state").GetBytesFromBase64();
        var watched = runner.WatchesProperties;
        runner.WatchesProperties = snapshot.GetProperty("watches_properties").GetBoolean();
        try
        {
            runner.Restore(state);
            return SnapshotOutcome.Restored;
        }
        catch (ArgumentException)
        {
            runner.WatchesProperties = watched;
            return SnapshotOutcome.OtherRunner;
        }
    }
}

/// <summary>What became of a wish to come back to a state that was kept.</summary>
public enum SnapshotOutcome
{
    /// <summary>The runner is in that state.</summary>
    Restored,

    /// <summary>The text is not a snapshot.</summary>
    NotASnapshot,

    /// <summary>It has the form of another version.</summary>
    OtherVersion,

    /// <summary>It is of another drill, or of this one before its text was changed.</summary>
    OtherDrill,

    /// <summary>It is of this drill, but was made by another engine or another version of it.</summary>
    OtherRunner,
}
