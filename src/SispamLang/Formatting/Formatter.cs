using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>
/// Settles every question of layout: white space, line ends, the signs between statements, and the form of signs that have
/// two. It loses no comment, changes no other token, and laying out what it has laid out changes nothing. Declarations with
/// syntax errors stay as they are; so does a file with more than can be reported, or indented with tabs and blanks, where no
/// one can say what belongs to what.
/// </summary>
public static class Formatter
{
    /// <summary>How long a line should be at the most, in UTF-16 units, comments at its end not counted.</summary>
    public const int Width = 120;

    /// <summary>The text of a file, laid out.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The text; that of the file itself if nothing changes.</returns>
    public static string Format(SyntaxTree tree, CancellationToken cancellationToken = default)
    {
        var content = tree.Text.Content;
        if (IsIllegible(tree))
        {
            return content;
        }

        var text = Print(tree, cancellationToken).Text;
        text = content.Substring(0, StartOf(content)) + text;
        return text == content ? content : text;
    }

    /// <summary>The changes that lay a file out, in the order of the text.</summary>
    public static ImmutableArray<TextEdit> Edits(SyntaxTree tree, CancellationToken cancellationToken = default)
    {
        if (IsIllegible(tree))
        {
            return [];
        }

        var source = tree.Text;
        var (text, pieces) = Print(tree, cancellationToken);
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var (sourceEnd, end) = (StartOf(source.Content), 0);
        foreach (var piece in pieces)
        {
            AddEdit(sourceEnd, piece.Source.Start, end, piece.Start);
            AddEdit(piece.Source.Start, piece.Source.End, piece.Start, piece.End);
            (sourceEnd, end) = (piece.Source.End, piece.End);
        }

        AddEdit(sourceEnd, source.Length, end, text.Length);
        return edits.ToImmutable();

        void AddEdit(int sourceFrom, int sourceTo, int from, int to)
        {
            var span = TextSpan.FromBounds(sourceFrom, sourceTo);
            if (!source.Slice(span).SequenceEqual(text.AsSpan(from, to - from)))
            {
                edits.Add(new TextEdit(span, text.Substring(from, to - from)));
            }
        }
    }

    /// <summary>The changes that lay out the declarations that a range touches.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="range">A range; of no characters for a place.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static ImmutableArray<TextEdit> EditsIn(
        SyntaxTree tree,
        TextSpan range,
        CancellationToken cancellationToken = default
    )
    {
        // Half a declaration can't be laid out, for how deep its lines are says what they belong to.
        var (start, end) = (int.MaxValue, int.MinValue);
        foreach (var passage in Passage.Of(tree))
        {
            if (passage.Span.Start <= range.End && passage.Span.End >= range.Start)
            {
                start = Math.Min(start, passage.Span.Start);
                end = Math.Max(end, passage.Span.End);
            }
        }

        return [.. Edits(tree, cancellationToken).Where(edit => edit.Span.Start >= start && edit.Span.End <= end)];
    }

    /// <summary>
    /// The changes within one line, for an editor to make as soon as the line is typed. They move nothing to another line and
    /// change no indentation, so the lines around it mean what they meant.
    /// </summary>
    /// <param name="tree">The file.</param>
    /// <param name="line">The line, counted from 0; a line that is not there has no changes.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static ImmutableArray<TextEdit> EditsOfLine(
        SyntaxTree tree,
        int line,
        CancellationToken cancellationToken = default
    )
    {
        var starts = tree.Text.LineStarts;
        if (line < 0 || line >= starts.Length)
        {
            return [];
        }

        var start = starts[line];
        var end = start + tree.Text.LineText(line).Length;
        return
        [
            .. Edits(tree, cancellationToken)
                .Where(edit =>
                    edit.Span.Start > start && edit.Span.End < end && edit.NewText.IndexOfAny(['\r', '\n']) < 0
                ),
        ];
    }

    private static (string Text, IEnumerable<DocPrinter.Piece> Pieces) Print(
        SyntaxTree tree,
        CancellationToken cancellationToken
    ) => DocPrinter.Print(Layout.Of(tree, cancellationToken), Width, NewLineOf(tree.Text), cancellationToken);

    private static bool IsIllegible(SyntaxTree tree) =>
        tree.Text.Length > SourceText.MaxLength
        || tree.Diagnostics.Length >= DiagnosticBag.MostPerFile
        || tree.Diagnostics.Any(diagnostic => diagnostic.Code == DiagnosticCode.TabsAndBlanks)
        || WouldMixTabsAndBlanks(tree);

    // What is broken stays as it is; if that is indented with tabs, blanks elsewhere would make the file illegible.
    private static bool WouldMixTabsAndBlanks(SyntaxTree tree) =>
        !tree.Diagnostics.IsEmpty
        && tree.Text.Content.IndexOf('\t') >= 0
        && Passage.Of(tree).Any(passage => passage.IsBroken && IsIndentedWithTabs(tree.Text.ToString(passage.Span)));

    private static bool IsIndentedWithTabs(string lines) =>
        lines
            .Split('\n', '\r')
            .Any(line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).IndexOf('\t') >= 0);

    // Behind the byte order mark.
    private static int StartOf(string content) => content.Length > 0 && content[0] == '\uFEFF' ? 1 : 0;

    // That of the first line with anything on it, as empty ones at the start are left out.
    private static string NewLineOf(SourceText text)
    {
        var content = text.Content;
        var start = content.Length - content.AsSpan(StartOf(content)).TrimStart().Length;
        var first = content.IndexOfAny(['\r', '\n'], start);
        return first < 0 || content[first] == '\n' ? "\n"
            : first + 1 < content.Length && content[first + 1] == '\n' ? "\r\n"
            : "\r";
    }
}
