using System.Text;
using SispamLang.Collections;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>Prints a <see cref="Doc"/>, and keeps in mind which characters stand for which of the source.</summary>
internal sealed class DocPrinter
{
    private readonly Doc _doc;
    private readonly int _width;
    private readonly string _newLine;
    private readonly StringBuilder _text = new();
    private readonly BlockList<Piece> _pieces = new();
    private int _column;
    private int _indent;

    // How many of the open groups are on one line: with a group all those within it are.
    private int _flatGroups;

    private DocPrinter(Doc doc, int width, string newLine)
    {
        _doc = doc;
        _width = width;
        _newLine = newLine;
    }

    /// <summary>Prints.</summary>
    /// <param name="doc">What to print.</param>
    /// <param name="width">How many characters a line should have at the most.</param>
    /// <param name="newLine">The end of a line.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The text, and its pieces in order.</returns>
    public static (string Text, IEnumerable<Piece> Pieces) Print(
        Doc doc,
        int width,
        string newLine,
        CancellationToken cancellationToken
    )
    {
        var printer = new DocPrinter(doc, width, newLine);
        for (var i = 0; i < doc.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            printer.Print(i);
        }

        return (printer._text.ToString(), printer._pieces);
    }

    private void Print(int index)
    {
        ref readonly var part = ref _doc[index];
        switch (part.Kind)
        {
            case DocPartKind.Text:
                Append(part.Text);
                break;
            case DocPartKind.Source:
                _pieces.Add(new Piece(part.Source, _text.Length, part.Source.Length));
                _text.Append(_doc.Source.Content, part.Source.Start, part.Source.Length);
                _column += part.Source.Length;
                break;
            case DocPartKind.Replacement:
                _pieces.Add(new Piece(part.Source, _text.Length, part.Text.Length));
                Append(part.Text);
                break;
            case DocPartKind.Separator or DocPartKind.Line when _flatGroups > 0:
                Append(part.Text);
                break;
            case DocPartKind.Line:
                BreakLine();
                break;
            case DocPartKind.HardLine:
                if (part.Amount > 0)
                {
                    _text.Append(_newLine);
                }

                BreakLine();
                break;
            case DocPartKind.BeginGroup when _flatGroups > 0 || (part.Amount == 0 && Fits(index)):
                _flatGroups++;
                break;
            case DocPartKind.EndGroup when _flatGroups > 0:
                _flatGroups--;
                break;
            case DocPartKind.Indent:
                _indent += part.Amount;
                break;
        }
    }

    private void Append(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }

    private void BreakLine()
    {
        _text.Append(_newLine).Append(' ', _indent);
        _column = _indent;
    }

    // A group on one line, and what follows it up to the next place where the line may end. No group around it is on one line.
    private bool Fits(int group)
    {
        var room = _width - _column;
        var groups = 0;
        var isInGroup = true;
        for (var i = group; i < _doc.Count && room >= 0; i++)
        {
            ref readonly var part = ref _doc[i];
            switch (part.Kind)
            {
                case DocPartKind.BeginGroup:
                    groups++;
                    break;
                case DocPartKind.EndGroup:
                    isInGroup &= --groups > 0;
                    break;
                case DocPartKind.HardLine:
                case DocPartKind.Line when !isInGroup:
                    return true;
                case DocPartKind.Text or DocPartKind.Source or DocPartKind.Replacement:
                case DocPartKind.Separator or DocPartKind.Line when isInGroup:
                    room -= part.Amount;
                    break;
            }
        }

        return room >= 0;
    }

    /// <summary>A run of characters that stands for one of the source.</summary>
    internal readonly record struct Piece(TextSpan Source, int Start, int Length)
    {
        /// <summary>The place after it.</summary>
        public int End => Start + Length;
    }
}
