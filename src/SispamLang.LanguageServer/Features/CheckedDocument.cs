using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Features;

/// <summary>A document as a request finds it, with all that is known about it.</summary>
/// <param name="check">What is known.</param>
/// <param name="turn">The turn of the request.</param>
internal sealed class CheckedDocument(Check check, Turn turn)
{
    /// <summary>The turn of the request.</summary>
    public Turn Turn => turn;

    /// <summary>The drill that it is.</summary>
    public Compilation Compilation { get; } = check.Compilation;

    /// <summary>The file itself, which is not always the drill's own: the prelude can be open, too.</summary>
    public SourceUnit Source => check.SourceIn(Compilation);

    /// <summary>Its text.</summary>
    public SourceText Text => Source.Tree.Text;

    /// <summary>The language to speak of it.</summary>
    public Dialect Language => Turn.LanguageFor(Source.Dialect);

    /// <summary>A place in it.</summary>
    public int OffsetOf(Position position) => Turn.Encoding.OffsetOf(Text, position);

    /// <summary>A span of it.</summary>
    public TextSpan SpanOf(Range range) => Turn.Encoding.SpanOf(Text, range);

    /// <summary>A range of it.</summary>
    public Range RangeOf(TextSpan span) => Turn.Encoding.RangeOf(Text, span);
}
