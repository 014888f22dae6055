using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Cli.Reporting;

/// <summary>Shows messages to people: the place, the sentence, the line and a mark below it.</summary>
internal static class DiagnosticText
{
    private const int MostShown = 160;
    private const int ShownBefore = 60;

    /// <summary>Writes one message.</summary>
    public static void Write(Ink ink, Diagnostic diagnostic, Dialect language)
    {
        var tone = ToneOf(diagnostic.Severity);
        WritePlace(ink, diagnostic.Text, diagnostic.Span);
        ink.Write(WordOf(diagnostic.Severity).In(language) + " " + diagnostic.Id, tone);
        ink.Write(": ");
        ink.Line(Visible.Line(DiagnosticCatalogue.Render(diagnostic, language)), Tone.Strong);
        WriteLine(ink, diagnostic.Text, diagnostic.Span, tone);
        foreach (var related in diagnostic.Related)
        {
            ink.Write("  ");
            WritePlace(ink, related.Text, related.Span);
            ink.Line(related.Role.In(language), Tone.Dim);
            WriteLine(ink, related.Text, related.Span, Tone.Dim);
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

    private static void WritePlace(Ink ink, SourceText text, TextSpan span)
    {
        var position = text.PositionOf(span.Start);
        ink.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Visible.Line(text.Path)}:{position.Line + 1}:{position.Column + 1}: "
            )
        );
    }

    private static void WriteLine(Ink ink, SourceText text, TextSpan span, Tone tone)
    {
        var position = text.PositionOf(span.Start);
        var line = text.LineText(position.Line);
        if (line.Length == 0)
        {
            return;
        }

        var column = Math.Min(position.Column, line.Length);
        var length = Math.Max(1, Math.Min(span.Length, line.Length - column));

        // Of a line that is too long to read, the part around the place.
        var from = line.Length <= MostShown ? 0 : Math.Max(0, Math.Min(column - ShownBefore, line.Length - MostShown));
        var shown = Visible.Source(line.Substring(from, Math.Min(MostShown, line.Length - from)));
        var before = from > 0 ? "…" : "";
        var after = from + shown.Length < line.Length ? "…" : "";
        var number = (position.Line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(5);
        ink.Write(number + " | ", Tone.Dim);
        ink.Line(before + shown + after);
        ink.Write("      | ", Tone.Dim);
        ink.Line(Blank(before) + Blank(shown[..(column - from)]) + Mark(shown, column - from, length), tone);
    }

    private static string Blank(string text)
    {
        var blank = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            blank.Append(c == '\t' ? '\t' : ' ', c == '\t' ? 1 : Visible.WidthOf(c));
        }

        return blank.ToString();
    }

    private static string Mark(string shown, int column, int length)
    {
        var width = 0;
        for (var i = column; i < Math.Min(column + length, shown.Length); i++)
        {
            width += Visible.WidthOf(shown[i]);
        }

        return new string('^', Math.Max(1, width));
    }
}
