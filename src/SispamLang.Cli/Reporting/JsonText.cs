using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SispamLang.Cli.Reporting;

/// <summary>How the JSON of the command is laid out.</summary>
internal static class JsonText
{
    /// <summary>The text of what is written.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();

        // Letters stay letters; what a page of HTML would need is not escaped, as this is none.
        var options = new JsonWriterOptions
        {
            Indented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
