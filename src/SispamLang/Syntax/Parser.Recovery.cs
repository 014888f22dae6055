using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>Messages, and passing over what makes no sense.</summary>
internal sealed partial class Parser
{
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
    private void Expected(object what)
    {
        if (what is Term term)
        {
            Optional(term);
        }
        else if (what is string sign)
        {
            ExpectedAt(_position)?.NoteSign(sign);
        }

        ReportHere(DiagnosticCode.Expected, what, Found);
    }

    /// <summary>Something may stand here; nothing is reported if it does not.</summary>
    private void Optional(Term what) => ExpectedAt(_position)?.Note(what);

    private void ReportHere(DiagnosticCode code, params object[] arguments)
    {
        if (TakeErrorHere())
        {
            _diagnostics.Report(code, FoundSpan, arguments);
        }
    }

    /// <summary>True, once for each place, unless the lexer has reported it: a character without meaning, or the end of a
    /// line that an unclosed quote has swallowed.</summary>
    private bool TakeErrorHere()
    {
        ExpectedAt(_position)?.Close();
        if (_lastError == _position)
        {
            return false;
        }

        _lastError = _position;
        return !At(TokenKind.Bad) && !(AtLineEnd && IsUnclosed(_position - 1));
    }

    private bool IsUnclosed(int index) =>
        index >= 0
        && _tokens[index].Kind == TokenKind.String
        && !StringSyntax.IsClosed(_tokens.Text.Slice(_tokens[index].Span));

    private SignSyntax? ExpectSign(TokenKind kind, object name)
    {
        if (At(kind))
        {
            return TakeSign();
        }

        Expected(name);
        return null;
    }

    // Up to a sign, or a semicolon, on the line.
    private SkippedSyntax? SkipTo(TokenKind sign)
    {
        var first = _position;
        while (!AtLineEnd && Current.Kind != sign && Current.Kind != TokenKind.Semicolon)
        {
            _position++;
            if (_tokens[_position - 1].Kind == TokenKind.Comma)
            {
                ContinueAfterComma();
            }
        }

        return _position == first ? null : new SkippedSyntax(_tokens, first, _position);
    }

    private SkippedSyntax Nothing() => new(_tokens, _position, _position);

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
}
