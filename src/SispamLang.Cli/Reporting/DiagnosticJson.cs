using System.Text.Json;
using SispamLang.Cli.Commands;
using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Cli.Reporting;

/// <summary>Writes messages for programs, as <c>docs/schemas/check.schema.json</c> describes.</summary>
internal static class DiagnosticJson
{
    /// <summary>Writes all messages as an array.</summary>
    public static void Write(Utf8JsonWriter json, Findings findings)
    {
        json.WriteStartArray();
        foreach (var finding in findings.Messages)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        json.WriteStartObject();
        json.WriteString("file"u8, diagnostic.Text.Path);
        json.WriteString("code"u8, diagnostic.Id);
        json.WriteString("severity"u8, NameOf(diagnostic.Severity));
        json.WriteString("message"u8, DiagnosticCatalogue.Render(diagnostic, finding.Language));
        WritePosition(json, "start"u8, diagnostic.Text.PositionOf(diagnostic.Span.Start));
        WritePosition(json, "end"u8, diagnostic.Text.PositionOf(diagnostic.Span.End));
        json.WriteEndObject();
    }

    private static string NameOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };

    private static void WritePosition(Utf8JsonWriter json, ReadOnlySpan<byte> name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line"u8, position.Line + 1);
        json.WriteNumber("column"u8, position.Column + 1);
        json.WriteEndObject();
    }
}
