using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Cli.Reporting;

/// <summary>Shows messages to people: the place, the sentence, the line and a mark below it.</summary>
internal static class DiagnosticText
{
    /// <summary>Writes one message.</summary>
    public static void Write(Ink ink, Diagnostic diagnostic, Dialect language)
    {
        var tone = ToneOf(diagnostic.Severity);
        SourceExcerpt.WritePlace(ink, diagnostic.Text, diagnostic.Span);
        ink.Write(WordOf(diagnostic.Severity).In(language) + " " + diagnostic.Id, tone);
        ink.Write(": ");
        ink.Line(Visible.Line(DiagnosticCatalogue.Render(diagnostic, language)), Tone.Strong);
        SourceExcerpt.WriteLine(ink, diagnostic.Text, diagnostic.Span, tone);
        foreach (var related in diagnostic.Related)
        {
            ink.Write("  ");
            SourceExcerpt.WritePlace(ink, related.Text, related.Span);
            ink.Line(related.Role.In(language), Tone.Dim);
            SourceExcerpt.WriteLine(ink, related.Text, related.Span, Tone.Dim);
        }
    }

    /// <summary>The word of a severity.</summary>
    public static Message WordOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => Message.Error,
            DiagnosticSeverity.Warning => Message.Warning,
            _ => Message.Info,
        };

    private static Tone ToneOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => Tone.Error,
            DiagnosticSeverity.Warning => Tone.Warning,
            _ => Tone.Info,
        };
}
