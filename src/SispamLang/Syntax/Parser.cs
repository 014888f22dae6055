using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>
/// Recursive descent over the token list. It never throws and never stops: what it can't read it reports once, passes
/// over up to the next sign or line, and goes on. This part holds what all others use: looking at tokens, keywords,
/// messages and blocks.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 100;

    private readonly TokenList _tokens;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private Dialect? _dialect;
    private int _position;

    // The first token of the line that is being read; a token that starts a later line ends it.
    private int _lineStart;

    // A token that starts a line but goes on with the line before it, after a trailing comma.
    private int _continued = -1;

    // The line (by its first token) on which a block has been opened already.
    private int _lineOfOutermostBlock = -1;

    // How far the line of an otherwise has been searched for an arrow.
    private int _lineSearched = -1;
    private int _searchedTo;
    private int _depth;
    private bool _reportedDepth;
    private int _lastError = -1;
    private readonly Stack<ImmutableArray<SyntaxNode>.Builder> _spareLists = new();

    public Parser(TokenList tokens, DiagnosticBag diagnostics, Dialect? dialect, CancellationToken cancellationToken)
    {
        _tokens = tokens;
        _diagnostics = diagnostics;
        _dialect = dialect;
        _cancellationToken = cancellationToken;
    }

    private enum BlockKind
    {
        DrillItems,
        PhaseItems,
        Rules,
        Actions,
        Clauses,
    }

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

        return new SignSyntax(_tokens, _position - 1, _position, kind);
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

    // ---- Keywords ---------------------------------------------------------------------------------------------------

    private WordForm? FormAt(int index, Concept concept)
    {
        WordForm? found = null;
        var word = _tokens[index].Word;
        if (word == 0)
        {
            return null;
        }

        foreach (var form in Words.FormsOf(concept))
        {
            if (
                form.Words[0] == word
                && Matches(form, index)
                && (found is null || form.Dialect == _dialect || Longer(form, found))
            )
            {
                found = form;
            }
        }

        return found;
    }

    private static bool Longer(WordForm form, WordForm other) => form.Words.Length > other.Words.Length;

    private WordForm? FormAt(int index, WordPosition position)
    {
        var word = _tokens[index].Word;
        if (!Words.CanStart(word, position) || EndsLine(index))
        {
            return null;
        }

        WordForm? found = null;
        foreach (var form in Words.FormsOf(position))
        {
            if (form.Words[0] != word || !Matches(form, index))
            {
                continue;
            }

            if (found is null || (form.Words.Length == found.Words.Length && form.Dialect == _dialect))
            {
                found = form;
            }
        }

        return found;
    }

    private bool Matches(WordForm form, int index)
    {
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (
                _tokens[index + i].Kind != TokenKind.Word
                || _tokens[index + i].Word != form.Words[i]
                || EndsLine(index + i)
            )
            {
                return false;
            }
        }

        return true;
    }

    private bool AtKeyword(Concept concept) => FormAt(_position, concept) is not null;

    private KeywordSyntax? TryKeyword(Concept concept) =>
        FormAt(_position, concept) is { } form ? TakeKeyword(form) : null;

    private KeywordSyntax? TryKeyword(WordPosition position) =>
        FormAt(_position, position) is { } form ? TakeKeyword(form) : null;

    private KeywordSyntax TakeKeyword(WordForm form)
    {
        var first = _position;
        _position += form.Words.Length;
        var keyword = new KeywordSyntax(_tokens, first, _position, form.Concept);
        CheckDialect(form, keyword.Span);
        return keyword;
    }

    private void CheckDialect(WordForm form, TextSpan span)
    {
        if (form.Dialect == _dialect || IsInBoth(form))
        {
            return;
        }

        if (_dialect is not { } dialect)
        {
            _dialect = form.Dialect;
            return;
        }

        var right = Words.Canonical(form.Concept, dialect);
        _diagnostics.Add(
            new Diagnostic(DiagnosticCode.WrongDialect, _tokens.Text, span, [_tokens.Text.ToString(span), right], [])
            {
                Suggestion = right,
            }
        );
    }

    private static bool IsInBoth(WordForm form)
    {
        foreach (var other in Words.FormsOf(form.Concept))
        {
            if (other.Dialect != form.Dialect && other.Words.AsSpan().SequenceEqual(form.Words.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    // ---- Messages ---------------------------------------------------------------------------------------------------

    private object Found =>
        Current.Kind == TokenKind.EndOfFile ? Term.EndOfFile
        : AtLineEnd ? Term.EndOfLine
        : "“" + Shortened(_tokens.TextOf(_position)) + "”";

    private TextSpan FoundSpan =>
        !AtLineEnd ? Current.Span
        : _position == 0 ? new TextSpan(0, 0)
        : new TextSpan(_tokens[_position - 1].End, 0);

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "…";

    /// <summary>Reports what was expected here, unless something was reported at this very place already.</summary>
    private void Expected(object what) => ReportHere(DiagnosticCode.Expected, what, Found);

    private void ReportHere(DiagnosticCode code, params object[] arguments)
    {
        if (TakeErrorHere())
        {
            _diagnostics.Report(code, FoundSpan, arguments);
        }
    }

    /// <summary>True, once for each place, unless it holds a character that the lexer has reported already.</summary>
    private bool TakeErrorHere()
    {
        if (_lastError == _position)
        {
            return false;
        }

        _lastError = _position;
        return !At(TokenKind.Bad);
    }

    private SignSyntax? ExpectSign(TokenKind kind, object name)
    {
        if (At(kind))
        {
            return TakeSign();
        }

        Expected(name);
        return null;
    }

    private SkippedSyntax? SkipTo(Func<bool> stop)
    {
        var first = _position;
        while (!AtLineEnd && !stop())
        {
            _position++;
            if (_tokens[_position - 1].Kind == TokenKind.Comma)
            {
                ContinueAfterComma();
            }
        }

        return _position == first ? null : new SkippedSyntax(_tokens, first, _position);
    }

    private SkippedSyntax? SkipLine(bool andDeeper)
    {
        var first = _position;
        var column = _tokens[_lineStart].Column;
        while (!AtLineEnd)
        {
            _position++;
        }

        while (andDeeper && Current.Kind != TokenKind.EndOfFile && (!Current.StartsLine || Current.Column > column))
        {
            _position++;
        }

        return _position == first ? null : new SkippedSyntax(_tokens, first, _position);
    }

    // Lists of children are short-lived, so a few of them serve the whole file.
    private ImmutableArray<SyntaxNode>.Builder Rent() =>
        _spareLists.Count > 0 ? _spareLists.Pop() : ImmutableArray.CreateBuilder<SyntaxNode>();

    private ImmutableArray<SyntaxNode> Finish(ImmutableArray<SyntaxNode>.Builder children)
    {
        var finished = children.ToImmutable();
        children.Clear();
        _spareLists.Push(children);
        return finished;
    }

    private static void AddIfAny(ImmutableArray<SyntaxNode>.Builder children, SyntaxNode? node)
    {
        if (node is not null)
        {
            children.Add(node);
        }
    }

    // ---- Blocks -----------------------------------------------------------------------------------------------------

    /// <summary>Reads a block from its colon or arrow on.</summary>
    private BlockSyntax ParseBlock(BlockKind kind, Concept owner = Concept.None)
    {
        var first = _position;
        var children = Rent();
        var opener = TakeSign();
        children.Add(opener);
        var outermost = _lineOfOutermostBlock != _lineStart;
        _lineOfOutermostBlock = _lineStart;
        if (++_depth > MaxDepth)
        {
            if (!_reportedDepth)
            {
                _reportedDepth = true;
                _diagnostics.Report(DiagnosticCode.TooDeep, opener.Span);
            }

            AddIfAny(children, SkipLine(andDeeper: true));
        }
        else
        {
            var column = _tokens[_lineStart].Column;
            ParseStatementsOfLine(kind, owner, children);
            if (outermost)
            {
                ParseDeeperLines(kind, owner, children, column);
            }

            if (children.Count == 1 && _lastError != _position)
            {
                _diagnostics.Report(DiagnosticCode.EmptyBlock, opener.Span);
            }
        }

        _depth--;
        return new BlockSyntax(_tokens, first, _position, Finish(children));
    }

    private void ParseDeeperLines(
        BlockKind kind,
        Concept owner,
        ImmutableArray<SyntaxNode>.Builder children,
        int outerColumn
    )
    {
        var column = -1;
        while (Current.Kind != TokenKind.EndOfFile && Current.StartsLine && Current.Column > outerColumn)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (column < 0)
            {
                column = Current.Column;
            }
            else if (Current.Column != column)
            {
                _diagnostics.Report(DiagnosticCode.MisplacedLine, Current.Span);
            }

            _lineStart = _position;
            _lastError = -1;
            while (!AtLineEnd)
            {
                ParseStatementsOfLine(kind, owner, children);
                if (!AtLineEnd)
                {
                    // A semicolon between actions, or an otherwise without an if.
                    if (At(TokenKind.Semicolon))
                    {
                        children.Add(TakeSign());
                    }
                    else
                    {
                        Expected(StatementOf(kind));
                        children.Add(SkipLine(andDeeper: false)!); // Not at the end of the line: there is something.
                    }
                }
            }
        }
    }

    /// <summary>Reads statements up to the end of the line, or to what belongs to a block farther out.</summary>
    private void ParseStatementsOfLine(BlockKind kind, Concept owner, ImmutableArray<SyntaxNode>.Builder children)
    {
        var separator = kind is BlockKind.Actions or BlockKind.Clauses ? TokenKind.Comma : TokenKind.Semicolon;
        while (!AtLineEnd && !(separator == TokenKind.Comma && At(TokenKind.Semicolon)))
        {
            if (kind == BlockKind.Actions && AtKeyword(Concept.Otherwise))
            {
                return;
            }

            if (!At(separator))
            {
                children.Add(ParseStatement(kind, owner));
                var atOuterSign = separator == TokenKind.Comma && At(TokenKind.Semicolon);
                var atOtherwise = kind == BlockKind.Actions && AtKeyword(Concept.Otherwise);
                if (AtLineEnd || atOuterSign || atOtherwise)
                {
                    continue;
                }

                if (!At(separator))
                {
                    ReportHere(DiagnosticCode.UnexpectedRest, Found);
                    AddIfAny(children, SkipTo(() => Current.Kind == separator || Current.Kind == TokenKind.Semicolon));
                    continue;
                }
            }

            children.Add(TakeSign());
            if (separator == TokenKind.Comma && (AtLineEnd || At(TokenKind.Comma)))
            {
                Expected(StatementOf(kind));
            }
        }
    }

    private static Term StatementOf(BlockKind kind) =>
        kind switch
        {
            BlockKind.Actions => Term.AnAction,
            BlockKind.PhaseItems or BlockKind.Rules => Term.ARule,
            _ => Term.AClause,
        };

    private SyntaxNode ParseStatement(BlockKind kind, Concept owner)
    {
        var first = _position;
        SyntaxNode statement = kind switch
        {
            BlockKind.DrillItems => ParseDrillItem(),
            BlockKind.PhaseItems => ParsePhaseItem(),
            BlockKind.Rules => ParseRule(),
            BlockKind.Actions => ParseAction(),
            _ => ParseClause(owner),
        };
        if (_position != first)
        {
            return statement;
        }

        // Nothing could be read here, which has been reported; pass over one token so as to go on.
        _position++;
        return new SkippedSyntax(_tokens, first, _position);
    }
}
