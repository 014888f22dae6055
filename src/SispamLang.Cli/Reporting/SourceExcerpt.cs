using System.Globalization;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Cli.Reporting;

/// <summary>Shows a part of a source to people.</summary>
internal static class SourceExcerpt
{
    private const int MostShown = 160;
    private const int ShownBefore = 60;

    /// <summary>The part of the text that a place covers; as much of it as there is, if the text has changed since.</summary>
    public static TextSpan SpanOf(SourceText text, SiteInfo site)
    {
        var start = Offset(text, site.Line, site.Column);
        return TextSpan.FromBounds(start, Math.Max(start, Offset(text, site.EndLine, site.EndColumn)));
    }

    /// <summary>Writes where it is: file, line, column.</summary>
    public static void WritePlace(Ink ink, SourceText text, TextSpan span)
    {
        var position = text.PositionOf(span.Start);
        ink.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Visible.Line(text.Path)}:{position.Line + 1}:{position.Column + 1}: "
            )
        );
    }

    /// <summary>Writes its line, and a mark below it.</summary>
    public static void WriteLine(Ink ink, SourceText text, TextSpan span, Tone tone)
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
        ink.Write(new string(' ', number.Length) + " | ", Tone.Dim);
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
        var mark = new System.Text.StringBuilder(length);
        var end = Math.Min(column + length, shown.Length);
        for (var i = column; i < end; i++)
        {
            if (shown[i] == '\t' && i + 1 < end)
            {
                // How far a tab goes only the terminal knows.
                mark.Append("^\t");
            }
            else
            {
                mark.Append('^', Visible.WidthOf(shown[i]));
            }
        }

        return mark.Length == 0 ? "^" : mark.ToString();
    }

    private static int Offset(SourceText text, int line, int column) =>
        line - 1 < text.LineStarts.Length ? Math.Min(text.LineStarts[line - 1] + column - 1, text.Length) : text.Length;
}
