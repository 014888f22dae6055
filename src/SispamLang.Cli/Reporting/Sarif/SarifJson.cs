using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SispamLang.Cli.Reporting.Sarif;

/// <summary>Writes a <see cref="SarifLog"/> as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext
{
    /// <summary>The log's text.</summary>
    public static string Write(SarifLog log)
    {
        // Letters stay letters, as in the other JSON of the command.
        var layout = new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
        };
        return JsonSerializer.Serialize(log, layout.GetTypeInfo(typeof(SarifLog))) + "\n";
    }
}
