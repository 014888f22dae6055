using SispamLang.Collections;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>
/// A text with the places where it may be broken into lines, after Wadler's “A prettier printer”. A group is printed on
/// one line if it fits, else all its own lines are broken.
/// </summary>
/// <remarks>One row of parts, in which groups and deeper lines are marked where they begin and where they end. What stands in the
/// source as it is to be printed is one part, however many tokens it has.</remarks>
internal sealed class Doc(SourceText source)
{
    private readonly BlockList<DocPart> _parts = new();
    private readonly Stack<int> _openGroups = new();
    private bool _isBlankNext;

    /// <summary>The text that it is a layout of.</summary>
    public SourceText Source => source;

    /// <summary>How many parts.</summary>
    public int Count => _parts.Count;

    /// <summary>One of the parts.</summary>
    public ref readonly DocPart this[int index] => ref _parts[index];

    /// <summary>Characters of the source as they stand there.</summary>
    public void AddSource(TextSpan span)
    {
        if (GoesOn(span))
        {
            ref var last = ref _parts[_parts.Count - 1];
            last = OfSource(TextSpan.FromBounds(last.Source.Start, span.End));
            _isBlankNext = false;
        }
        else
        {
            Add(OfSource(span));
        }
    }

    /// <summary>Characters that layout puts in.</summary>
    public void AddText(string text) => Add(new DocPart(DocPartKind.Text, text, default, text.Length));

    /// <summary>Characters in place of some of the source.</summary>
    public void AddText(string text, TextSpan replaced) =>
        Add(new DocPart(DocPartKind.Replacement, text, replaced, text.Length));

    /// <summary>Characters in place of some of the source, perhaps the same, that may go beyond the end of the line.</summary>
    public void AddLong(string text, TextSpan replaced) => Add(new DocPart(DocPartKind.Replacement, text, replaced, 0));

    /// <summary>A blank.</summary>
    public void AddBlank() => _isBlankNext = true;

    /// <summary>A sign between two parts that only stands there while both are on one line.</summary>
    public void AddSeparator(string text) => Add(new DocPart(DocPartKind.Separator, text, default, text.Length));

    /// <summary>Blanks, or a new line where the group is broken.</summary>
    public void AddLine(string blanks = " ") => Add(new DocPart(DocPartKind.Line, blanks, default, blanks.Length));

    /// <summary>A new line in any case, perhaps with an empty one before it.</summary>
    public void AddHardLine(bool isAfterBlankLine)
    {
        Add(new DocPart(DocPartKind.HardLine, "", default, isAfterBlankLine ? 1 : 0));
        foreach (var group in _openGroups)
        {
            if (_parts[group].Amount > 0)
            {
                break; // And so are those around it.
            }

            _parts[group] = _parts[group] with { Amount = 1 };
        }
    }

    /// <summary>From here to its end all is on one line or broken as a whole.</summary>
    public void BeginGroup()
    {
        Add(new DocPart(DocPartKind.BeginGroup, "", default, 0));
        _openGroups.Push(_parts.Count - 1);
    }

    /// <summary>The end of the group that was begun last.</summary>
    public void EndGroup()
    {
        _openGroups.Pop();
        Add(new DocPart(DocPartKind.EndGroup, "", default, 0));
    }

    /// <summary>From here on new lines are deeper.</summary>
    public void Indent(int columns) => Add(new DocPart(DocPartKind.Indent, "", default, columns));

    /// <summary>From here on new lines are less deep again.</summary>
    public void Outdent(int columns) => Indent(-columns);

    private static DocPart OfSource(TextSpan span) => new(DocPartKind.Source, "", span, span.Length);

    // The last part, with the blank behind it or without, stands right before it in the source.
    private bool GoesOn(TextSpan span)
    {
        if (_parts.Count == 0 || _parts[_parts.Count - 1] is not { Kind: DocPartKind.Source } last)
        {
            return false;
        }

        var end = last.Source.End;
        return _isBlankNext ? end + 1 == span.Start && source.Content[end] == ' ' : end == span.Start;
    }

    private void Add(in DocPart part)
    {
        if (_isBlankNext)
        {
            _isBlankNext = false;
            AddText(" ");
        }

        _parts.Add(part);
    }
}

/// <summary>The sorts of parts.</summary>
internal enum DocPartKind : byte
{
    /// <summary>Characters that layout puts in.</summary>
    Text,

    /// <summary>Characters of the source.</summary>
    Source,

    /// <summary>Characters in place of some of the source.</summary>
    Replacement,

    /// <summary>A sign between two parts that only stands there while both are on one line.</summary>
    Separator,

    /// <summary>A place to break.</summary>
    Line,

    /// <summary>A new line in any case.</summary>
    HardLine,

    /// <summary>The start of what is on one line or broken as a whole.</summary>
    BeginGroup,

    /// <summary>Its end.</summary>
    EndGroup,

    /// <summary>New lines from here on are deeper, or less deep.</summary>
    Indent,
}

/// <summary>A part of a <see cref="Doc"/>.</summary>
/// <param name="Kind">Of which sort.</param>
/// <param name="Text">Its characters; empty if it has none but those of the source.</param>
/// <param name="Source">What it stands for in the source, if for anything.</param>
/// <param name="Amount">Of characters: how much room they need, 0 for what may go beyond the end of the line. Of a hard line: 1 if
/// there is an empty line before it. Of the start of a group: 1 if it holds a hard line. Of an indent: the columns.</param>
internal readonly record struct DocPart(DocPartKind Kind, string Text, TextSpan Source, int Amount);
