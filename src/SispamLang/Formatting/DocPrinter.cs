using System.Text;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>Prints a <see cref="Doc"/>, and keeps in mind which characters stand for which of the source.</summary>
internal sealed class DocPrinter
{
    private readonly int _width;
    private readonly string _newLine;
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];
    private readonly Stack<Task> _fitting = new();
    private readonly List<Task> _tasks = [];
    private int _column;

    private DocPrinter(int width, string newLine)
    {
        _width = width;
        _newLine = newLine;
    }

    /// <summary>Prints.</summary>
    /// <param name="doc">What to print.</param>
    /// <param name="width">How many characters a line should have at the most.</param>
    /// <param name="newLine">The end of a line.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The text, and its pieces in order.</returns>
    public static (string Text, IReadOnlyList<Piece> Pieces) Print(
        Doc doc,
        int width,
        string newLine,
        CancellationToken cancellationToken
    )
    {
        var printer = new DocPrinter(width, newLine);
        printer._tasks.Add(new Task(doc, 0, false));
        while (printer._tasks.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var task = printer._tasks[printer._tasks.Count - 1];
            printer._tasks.RemoveAt(printer._tasks.Count - 1);
            printer.Print(task);
        }

        return (printer._text.ToString(), printer._pieces);
    }

    private void Print(Task task)
    {
        switch (task.Doc)
        {
            case TextDoc text:
                if (text.Source is { } source)
                {
                    _pieces.Add(new Piece(source, _text.Length, text.Text.Length));
                }

                Append(text.Text);
                break;
            case SeparatorDoc separator when task.IsFlat:
                Append(separator.Text);
                break;
            case LineDoc line when task.IsFlat:
                Append(line.Flat);
                break;
            case LineDoc:
                BreakLine(task.Indent);
                break;
            case HardLineDoc line:
                if (line.AfterBlankLine)
                {
                    _text.Append(_newLine);
                }

                BreakLine(task.Indent);
                break;
            case ConcatDoc concat:
                for (var i = concat.Parts.Length - 1; i >= 0; i--)
                {
                    _tasks.Add(task with { Doc = concat.Parts[i] });
                }

                break;
            case NestDoc nest:
                _tasks.Add(task with { Doc = nest.Content, Indent = task.Indent + nest.Columns });
                break;
            case GroupDoc group:
                var flat = new Task(group.Content, task.Indent, true);
                var isFlat = task.IsFlat || (!group.IsBroken && Fits(flat));
                _tasks.Add(flat with { IsFlat = isFlat });
                break;
        }
    }

    private void Append(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }

    private void BreakLine(int indent)
    {
        _text.Append(_newLine).Append(' ', indent);
        _column = indent;
    }

    // Up to the next place where the line may end.
    private bool Fits(Task first)
    {
        var room = _width - _column;
        var rest = _tasks.Count;
        _fitting.Clear();
        _fitting.Push(first);
        while (room >= 0)
        {
            if (_fitting.Count == 0)
            {
                if (rest == 0)
                {
                    return true;
                }

                _fitting.Push(_tasks[--rest]);
            }

            var task = _fitting.Pop();
            switch (task.Doc)
            {
                case TextDoc text:
                    room -= text.Width;
                    break;
                case SeparatorDoc separator when task.IsFlat:
                    room -= separator.Text.Length;
                    break;
                case LineDoc line when task.IsFlat:
                    room -= line.Flat.Length;
                    break;
                case LineDoc or HardLineDoc:
                    return true;
                case ConcatDoc concat:
                    for (var i = concat.Parts.Length - 1; i >= 0; i--)
                    {
                        _fitting.Push(task with { Doc = concat.Parts[i] });
                    }

                    break;
                case NestDoc nest:
                    _fitting.Push(task with { Doc = nest.Content });
                    break;
                case GroupDoc group:
                    _fitting.Push(task with { Doc = group.Content });
                    break;
            }
        }

        return false;
    }

    /// <summary>A run of characters that stands for one of the source.</summary>
    internal readonly record struct Piece(TextSpan Source, int Start, int Length)
    {
        /// <summary>The place after it.</summary>
        public int End => Start + Length;
    }

    private readonly record struct Task(Doc Doc, int Indent, bool IsFlat);
}
