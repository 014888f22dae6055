using SispamLang.Collections;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>
/// Recursive descent over the token list. It never throws and never stops: what it can't read it reports once, passes
/// over up to the next sign or line, and goes on. This part holds what all others use: looking at tokens, and lists of
/// children.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 100;

    private readonly TokenList _tokens;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;

    // Kept only where completion asks what may stand at a place.
    private readonly Expectations? _expectations;
    private Dialect? _dialect;

    // The first token that told the dialect.
    private int _dialectToken;
    private int _position;

    // The first token of the line that is being read; a token that starts a later line ends it.
    private int _lineStart;

    // A token that starts a line but goes on with the line before it, after a trailing comma.
    private int _continued = -1;

    // The line (by its first token) on which a block has been opened already.
    private int _lineOfOutermostBlock = -1;

    private int _depth;
    private bool _reportedDepth;
    private int _lastError = -1;
    private readonly NodeStore _nodes;
    private readonly ListPool<SyntaxNode> _lists = new();

    public Parser(
        TokenList tokens,
        DiagnosticBag diagnostics,
        Dialect? dialect,
        CancellationToken cancellationToken,
        Expectations? expectations = null
    )
    {
        _expectations = expectations;
        _tokens = tokens;
        _nodes = new NodeStore(tokens.Count);
        _diagnostics = diagnostics;
        _dialect = dialect;
        _cancellationToken = cancellationToken;
    }

    // Where what is looked for at a token is to be noted; null but at the cursor, on its line.
    private Expectations? ExpectedAt(int index) =>
        _expectations is { IsClosed: false } expectations && index == expectations.Cursor && !EndsLine(index)
            ? expectations
            : null;

    private ref readonly Token Current => ref _tokens[_position];

    private bool AtLineEnd => EndsLine(_position);

    private bool EndsLine(int index)
    {
        ref readonly var token = ref _tokens[index];
        return token.Kind == TokenKind.EndOfFile || (token.StartsLine && index != _lineStart && index != _continued);
    }

    private bool At(TokenKind kind) => Current.Kind == kind && !AtLineEnd;

    private SignSyntax TakeSign()
    {
        var kind = Current.Kind;
        _position++;
        if (kind == TokenKind.Comma)
        {
            ContinueAfterComma();
        }

        return new SignSyntax(_tokens, _position - 1, _position);
    }

    // A deeper line after a trailing comma continues its line.
    private void ContinueAfterComma()
    {
        ref readonly var next = ref Current;
        if (next.Kind != TokenKind.EndOfFile && next.StartsLine && next.Column > _tokens[_lineStart].Column)
        {
            _continued = _position;
        }
    }

    private PooledList<SyntaxNode> Rent() => _lists.Rent();

    private NodeList Finish(PooledList<SyntaxNode> children)
    {
        var kept = _nodes.Keep(children.Items);
        _lists.Return(children);
        return kept;
    }
}
