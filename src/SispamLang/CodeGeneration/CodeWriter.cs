using System.Text;

namespace SispamLang.CodeGeneration;

/// <summary>Collects lines of C#, indented by block. Lines end in LF everywhere, so that the text is the same everywhere.</summary>
internal sealed class CodeWriter
{
    private const string Hidden = "#line hidden";

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _afterOpening = true;
    private string? _place;

    /// <summary>One line at the current depth.</summary>
    public void Line(string line)
    {
        var place = _place;
        _place = null;
        if (place is not null)
        {
            AtMargin(place);
        }

        _text.Append(' ', 4 * _depth).Append(line).Append('\n');
        _afterOpening = false;
        if (place is not null)
        {
            AtMargin(Hidden);
        }
    }

    /// <summary>What debuggers step over begins here.</summary>
    public void Hide() => AtMargin(Hidden);

    /// <summary>Only the next line is what stands at a place of the drill.</summary>
    /// <param name="directive">The directive that says so.</param>
    public void Place(string directive) => _place = directive;

    /// <summary>An empty line between two members or groups; none directly after a brace.</summary>
    public void Blank()
    {
        if (!_afterOpening)
        {
            _text.Append('\n');
            _afterOpening = true;
        }
    }

    /// <summary>A line that stands at the margin: a directive or a label.</summary>
    public void AtMargin(string line) => _text.Append(line).Append('\n');

    /// <summary>A summary as documentation comment.</summary>
    public void Summary(string text) => Line("/// <summary>" + Comment.Xml(text) + "</summary>");

    /// <summary>Opens a block.</summary>
    public void Open(string head)
    {
        Line(head);
        Open();
    }

    /// <summary>Opens a block without a head.</summary>
    public void Open()
    {
        Line("{");
        _depth++;
        _afterOpening = true;
    }

    /// <summary>Closes the block.</summary>
    public void Close(string after = "")
    {
        _depth--;
        Line("}" + after);
    }

    /// <summary>Goes one level deeper without a brace (the statements of a <c>case</c>).</summary>
    public void Indent() => _depth++;

    /// <summary>Comes back from <see cref="Indent"/>.</summary>
    public void Outdent() => _depth--;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
