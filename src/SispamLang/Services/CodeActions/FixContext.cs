using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>The file that is put right.</summary>
internal sealed class FixContext(Compilation compilation)
{
    /// <summary>The drill.</summary>
    public Compilation Compilation => compilation;

    /// <summary>The file.</summary>
    public SourceUnit Source => compilation.Drill.Sources[compilation.Drill.Sources.Length - 1];

    /// <summary>Its tree.</summary>
    public SyntaxTree Tree => compilation.Main;

    /// <summary>Its text.</summary>
    public SourceText Text => compilation.Main.Text;

    /// <summary>Its tokens.</summary>
    public TokenList Tokens => compilation.Main.Tokens;

    /// <summary>The end of its lines.</summary>
    public string NewLine
    {
        get
        {
            var end = Text.Content.AsSpan().IndexOfAny('\r', '\n');
            return end < 0 || Text.Content[end] == '\n' ? "\n"
                : end + 1 < Text.Length && Text.Content[end + 1] == '\n' ? "\r\n"
                : "\r";
        }
    }

    /// <summary>A built-in word in the file's dialect.</summary>
    public string Word(Concept concept) => Words.Canonical(concept, compilation.Dialect);

    /// <summary>Words of ours in the file's dialect.</summary>
    public string Say(Wording wording) => wording.In(compilation.Dialect);

    /// <summary>The parts of the tree that cover a place, the whole file first.</summary>
    public ImmutableArray<SyntaxNode> PathTo(TextSpan span) => SyntaxPath.To(Tree, span);

    /// <summary>The part of a sort that stands at a place, or null.</summary>
    public T? At<T>(TextSpan span)
        where T : SyntaxNode => PathTo(span).OfType<T>().FirstOrDefault(node => node.Span == span);

    /// <summary>The smallest part of a sort around a place, or null.</summary>
    public T? Around<T>(TextSpan span)
        where T : SyntaxNode => PathTo(span).OfType<T>().LastOrDefault();

    /// <summary>Where the line of a place starts.</summary>
    public int LineStart(int position) => Text.LineStarts[Text.PositionOf(position).Line];

    /// <summary>Where the line of a place ends, its line end not counted.</summary>
    public int LineEnd(int position)
    {
        var line = Text.PositionOf(position).Line;
        return Text.LineStarts[line] + Text.LineText(line).Length;
    }

    /// <summary>The blanks at the start of the line of a place.</summary>
    public string IndentAt(int position)
    {
        var line = Text.LineText(Text.PositionOf(position).Line);
        return line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
    }
}
