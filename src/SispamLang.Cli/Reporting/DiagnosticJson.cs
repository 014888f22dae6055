using System.Text.Encodings.Web;
using System.Text.Json;
using SispamLang.Cli.Commands;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Cli.Reporting;

/// <summary>Writes messages for programs, as <c>docs/schemas/check.schema.json</c> describes.</summary>
internal sealed class DiagnosticJson : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly Utf8JsonWriter _json;

    private DiagnosticJson()
    {
        // Letters stay letters; what a page of HTML would need is not escaped, as this is none.
        _json = new Utf8JsonWriter(
            _stream,
            new JsonWriterOptions
            {
                Indented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                NewLine = "\n",
            }
        );
        _json.WriteStartArray();
    }

    /// <summary>The messages as an array.</summary>
    public static string Of(Findings findings)
    {
        using var json = new DiagnosticJson();
        foreach (var finding in findings.Messages)
        {
            json.Add(finding.Diagnostic, finding.Language);
        }

        return json.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    private void Add(Diagnostic diagnostic, Dialect language)
    {
        _json.WriteStartObject();
        _json.WriteString("file"u8, diagnostic.Text.Path);
        _json.WriteString("code"u8, diagnostic.Id);
        _json.WriteString("severity"u8, NameOf(diagnostic.Severity));
        _json.WriteString("message"u8, DiagnosticCatalogue.Render(diagnostic, language));
        WritePosition("start"u8, diagnostic.Text.PositionOf(diagnostic.Span.Start));
        WritePosition("end"u8, diagnostic.Text.PositionOf(diagnostic.Span.End));
        _json.WriteEndObject();
    }

    private string Finish()
    {
        _json.WriteEndArray();
        _json.Flush();
        return System.Text.Encoding.UTF8.GetString(_stream.GetBuffer(), 0, (int)_stream.Length) + "\n";
    }

    private static string NameOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };

    private void WritePosition(ReadOnlySpan<byte> name, LinePosition position)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("line"u8, position.Line + 1);
        _json.WriteNumber("column"u8, position.Column + 1);
        _json.WriteEndObject();
    }
}
