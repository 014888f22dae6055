using SispamLang.Collections;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>The file and its declarations.</summary>
internal sealed partial class Parser
{
    /// <summary>Reads a file, or what follows what is kept of an earlier tree.</summary>
    public FileSyntax ParseFile(UnchangedStart start = default)
    {
        var children = Rent();
        foreach (var child in start.Nodes)
        {
            children.Add(child);
        }

        _position = start.EndToken;
        _dialectToken = start.DialectToken;
        while (Current.Kind != TokenKind.EndOfFile)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _lineStart = _position;
            _lastError = -1;
            if (Current.Column > 0)
            {
                _diagnostics.Report(DiagnosticCode.MisplacedLine, Current.Span);
                _lastError = _position; // Most likely it belongs to a block; no need to say that it declares nothing.
            }

            ParseTopLine(children);
        }

        if (children.Count == 0 && _diagnostics.ToImmutable().All(d => d.Severity != DiagnosticSeverity.Error))
        {
            _diagnostics.Report(DiagnosticCode.NothingInFile, new Text.TextSpan(0, 0));
        }

        children.Add(new SkippedSyntax(_tokens, _position, _tokens.Count));
        return new FileSyntax(Finish(children), _dialect, _dialectToken);
    }

    // One line may hold several declarations: event x; event y.
    private void ParseTopLine(PooledList<SyntaxNode> children)
    {
        while (!AtLineEnd)
        {
            if (At(TokenKind.Semicolon))
            {
                if (_position == _lineStart)
                {
                    Expected(Term.ADeclaration); // Nothing stands before it.
                }

                children.Add(TakeSign());
                continue;
            }

            if (TryKeyword(WordPosition.Declaration) is { } keyword)
            {
                children.Add(ParseDeclaration(keyword));
                if (!AtLineEnd && !At(TokenKind.Semicolon))
                {
                    ReportHere(DiagnosticCode.UnexpectedRest, Found);
                    children.AddIfAny(SkipLine(andDeeper: true));
                }
            }
            else
            {
                ReportUnknownStart();
                children.Add(SkipLine(andDeeper: true)!); // Not at the end of the line: there is something.
            }
        }
    }

    private void ReportUnknownStart()
    {
        var text = _tokens.TextOf(_position);
        var nearest =
            Current.Kind == TokenKind.Word && !_diagnostics.IsFull ? NearestWord(text, WordPosition.Declaration) : null;
        if (!TakeErrorHere())
        {
            return;
        }

        _diagnostics.Add(
            new Diagnostic(
                nearest is null ? DiagnosticCode.Expected : DiagnosticCode.UnknownStart,
                _tokens.Text,
                Current.Span,
                nearest is null ? [Term.ADeclaration, Found] : [Shortened(text), nearest],
                []
            )
            {
                Suggestion = nearest,
            }
        );
    }

    private string? NearestWord(string text, WordPosition position) =>
        Nearest.To(
            text,
            Words.FormsOf(position).Where(f => _dialect is null || f.Dialect == _dialect).Select(f => f.Text)
        );

    private DeclarationSyntax ParseDeclaration(KeywordSyntax keyword)
    {
        var children = Rent();
        children.Add(keyword);
        PhraseSyntax? name = null;
        switch (keyword.Concept)
        {
            case Concept.Drill:
                children.AddIfAny(TryString());
                AddBody(children, BlockKind.DrillItems, keyword.Concept, required: false);
                break;
            case Concept.Use:
                children.Add(ParseString());
                children.AddIfAny(AtKeyword(Concept.With) ? ParseAssignments() : null);
                break;
            case Concept.Throughout:
                AddBody(children, BlockKind.Rules, keyword.Concept, required: true);
                break;
            case Concept.Place
            or Concept.Unit
            or Concept.Formation
            or Concept.Role
            or Concept.Crowd
            or Concept.Temper
            or Concept.Tactic
            or Concept.Event
            or Concept.Counter
            or Concept.Param
            or Concept.Phase:
                name = ParsePhrase(Term.AName);
                children.Add(name);
                children.AddIfAny(TryString());
                ParseRestOf(keyword.Concept, children);
                break;
            case Concept.Doctrine:
                name = ParsePhrase(Term.AName);
                children.Add(name);
                children.AddIfAny(TryString());
                AddBody(children, BlockKind.DoctrineItems, keyword.Concept, required: true);
                break;
            case Concept.Waive:
                ParseWaiver(children);
                break;
            case Concept.Test:
                children.Add(ParseString());
                AddBody(children, BlockKind.TestSteps, keyword.Concept, required: true);
                break;
            default:
                ParseProperty(keyword.Concept, children);
                break;
        }

        return new DeclarationSyntax(keyword.Concept, name, Finish(children));
    }

    private void ParseRestOf(Concept kind, PooledList<SyntaxNode> children)
    {
        switch (kind)
        {
            case Concept.Param:
                children.AddIfAny(ExpectSign(TokenKind.Equal, "="));
                children.Add(ParseValue());
                if (AtKeyword(Concept.From))
                {
                    children.Add(ParseBounds());
                }

                break;
            case Concept.Phase:
                if (TryKeyword(Concept.For) is { } @for)
                {
                    children.Add(Clause(@for, ParseDuration()));
                }

                AddBody(children, BlockKind.PhaseItems, kind, required: false);
                break;
            case Concept.Role:
                if (TryKeyword(Concept.Commands) is { } commands)
                {
                    children.Add(ParseList(commands, Concept.Role, Term.AUnitOrFormation));
                }

                break;
            case Concept.Temper or Concept.Tactic:
                children.AddIfAny(At(TokenKind.Comma) ? ParseOtherName(children) : null);
                AddBody(children, BlockKind.Clauses, kind, required: false);
                break;
            case Concept.Place or Concept.Event:
                AddBody(children, BlockKind.Clauses, kind, required: false);
                break;
            default:
                AddBody(children, BlockKind.Clauses, kind, required: true);
                break;
        }
    }

    private void AddBody(PooledList<SyntaxNode> children, BlockKind kind, Concept owner, bool required)
    {
        if (At(TokenKind.Colon))
        {
            children.Add(ParseBlock(kind, owner));
        }
        else if (At(TokenKind.Arrow))
        {
            Expected(Term.AColon);
            children.Add(ParseBlock(kind, owner));
        }
        else if (required || !(AtLineEnd || At(TokenKind.Semicolon)) || HasDeeperLines)
        {
            Expected(Term.AColon);
            children.AddIfAny(SkipLine(andDeeper: true));
        }
    }

    private bool HasDeeperLines =>
        Current.Kind != TokenKind.EndOfFile && Current.StartsLine && Current.Column > _tokens[_lineStart].Column;

    // , in id gas air mata or gas
    private ClauseSyntax? ParseOtherName(PooledList<SyntaxNode> children)
    {
        children.Add(TakeSign());
        if (TryKeyword(Concept.InIndonesian) is not { } keyword)
        {
            Expected("in id");
            return null;
        }

        var parts = Rent();
        parts.Add(keyword);
        parts.Add(ParsePhrase(Term.AName));
        while (TryKeyword(Concept.Or) is { } or)
        {
            parts.Add(or);
            parts.Add(ParsePhrase(Term.AName));
        }

        return new ClauseSyntax(Concept.InIndonesian, Finish(parts));
    }

    private ClauseSyntax ParseBounds()
    {
        var from = TryKeyword(Concept.From)!; // The caller has looked.
        var low = ParseValue();
        if (TryKeyword(Concept.To) is { } to)
        {
            var high = ParseValue();
            return Clause(Concept.From, from, low, to, high);
        }

        Expected(Words.Canonical(Concept.To, _dialect ?? Dialect.English));
        return Clause(Concept.From, from, low);
    }

    private ClauseSyntax ParseAssignments()
    {
        var parts = Rent();
        parts.Add(TryKeyword(Concept.With)!); // The caller has looked.
        while (true)
        {
            parts.Add(ParsePhrase(Term.AParam));
            parts.AddIfAny(ExpectSign(TokenKind.Equal, "="));
            parts.Add(ParseValue());
            if (!At(TokenKind.Comma))
            {
                return new ClauseSyntax(Concept.With, Finish(parts));
            }

            parts.Add(TakeSign());
        }
    }

    private ClauseSyntax ParseDrillItem()
    {
        if (TryKeyword(WordPosition.DrillItem) is not { } keyword)
        {
            ReportUnknownClause(WordPosition.DrillItem, Concept.Drill);
            return Clause(Concept.None, SkipTo(TokenKind.Semicolon)!); // Not at a line's end.
        }

        switch (keyword.Concept)
        {
            case Concept.Date:
                return Clause(keyword, ParseDate());
            case Concept.Starts:
                return ParseStart(keyword);
            case Concept.SafetyOfficer:
                return Clause(keyword, ParsePhrase(Term.ARole));
            case Concept.EndsAfter:
                return Clause(keyword, ParseDuration());
            case Concept.Personnel:
                return ParsePersonnel(keyword);
            case Concept.Follows:
                return ParseNames(keyword, Term.ADoctrine);
            default:
                return Clause(keyword, ParseString());
        }
    }

    // personnel about 367 with players
    private ClauseSyntax ParsePersonnel(KeywordSyntax keyword)
    {
        var parts = Rent();
        parts.Add(keyword);
        parts.AddIfAny(TryKeyword(WordPosition.PersonnelFigure));
        parts.Add(ParseNumber());
        if (TryKeyword(Concept.With) is { } with)
        {
            parts.Add(with);
            if (TryKeyword(Concept.Players) is { } players)
            {
                parts.Add(players);
            }
            else
            {
                Expected(Words.Canonical(Concept.Players, _dialect ?? Dialect.English));
            }
        }

        return new ClauseSyntax(Concept.Personnel, Finish(parts));
    }

    // starts 09:00 WIB
    private ClauseSyntax ParseStart(KeywordSyntax keyword)
    {
        var clock = ParseClock();
        if (TryKeyword(WordPosition.Zone) is { } zone)
        {
            return Clause(Concept.Starts, keyword, clock, zone);
        }

        if (clock.IsMissing || !IsNameWord(_position))
        {
            return Clause(Concept.Starts, keyword, clock);
        }

        ReportHere(DiagnosticCode.UnknownTimeZone, Found);
        return Clause(Concept.Starts, keyword, clock, SkipTo(TokenKind.Semicolon)!); // At a word.
    }
}
