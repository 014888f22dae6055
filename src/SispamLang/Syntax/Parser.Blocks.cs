using SispamLang.Collections;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Blocks: what stands behind a colon or arrow, on its line and deeper below it.</summary>
internal sealed partial class Parser
{
    private enum BlockKind
    {
        DrillItems,
        PhaseItems,
        Rules,
        Actions,
        Clauses,
        DoctrineItems,
        Promises,
        TestSteps,
    }

    /// <summary>Reads a block from its colon or arrow on.</summary>
    private BlockSyntax ParseBlock(BlockKind kind, Concept owner = Concept.None)
    {
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

            children.AddIfAny(SkipLine(andDeeper: true));
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

        if (outermost)
        {
            // Closed; if its line goes on, behind a semicolon or an otherwise, the next block there is the outermost.
            _lineOfOutermostBlock = -1;
        }

        _depth--;
        return new BlockSyntax(Finish(children));
    }

    private void ParseDeeperLines(BlockKind kind, Concept owner, PooledList<SyntaxNode> children, int outerColumn)
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
                    // A semicolon between actions or clauses, or an otherwise without an if.
                    if (At(TokenKind.Semicolon))
                    {
                        if (kind == BlockKind.Clauses || _position == _lineStart)
                        {
                            ReportHere(DiagnosticCode.UnexpectedRest, Found);
                        }

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
    private void ParseStatementsOfLine(BlockKind kind, Concept owner, PooledList<SyntaxNode> children)
    {
        var separator = kind is BlockKind.Actions or BlockKind.Clauses ? TokenKind.Comma : TokenKind.Semicolon;
        if (At(separator))
        {
            Expected(StatementOf(kind)); // Nothing stands before it.
        }

        while (!AtLineEnd && !(separator == TokenKind.Comma && At(TokenKind.Semicolon)))
        {
            // Only an action can have stood before it.
            if (kind == BlockKind.Actions && Current.Word != 0 && AtKeyword(Concept.Otherwise))
            {
                return;
            }

            if (!At(separator))
            {
                children.Add(ParseStatement(kind, owner));
                var atOuterSign = separator == TokenKind.Comma && At(TokenKind.Semicolon);
                var atOtherwise =
                    kind == BlockKind.Actions
                    && (IsOpenBranch(owner) || Current.Word != 0)
                    && AtKeyword(Concept.Otherwise);
                if (AtLineEnd || atOuterSign || atOtherwise)
                {
                    continue;
                }

                if (!At(separator))
                {
                    ReportHere(DiagnosticCode.UnexpectedRest, Found);
                    children.AddIfAny(SkipTo(separator));
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

    // The if of these actions stands on their line.
    private bool IsOpenBranch(Concept owner) => owner == Concept.If && _lineOfOutermostBlock == _lineStart;

    private static Term StatementOf(BlockKind kind) =>
        kind switch
        {
            BlockKind.Actions => Term.AnAction,
            BlockKind.PhaseItems or BlockKind.Rules or BlockKind.DoctrineItems => Term.ARule,
            BlockKind.Promises => Term.AProperty,
            BlockKind.TestSteps => Term.AStep,
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
            BlockKind.DoctrineItems => ParseDoctrineItem(),
            BlockKind.Promises => ParsePromise(),
            BlockKind.TestSteps => ParseTestStep(),
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
