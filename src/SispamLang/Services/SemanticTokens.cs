using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What each part of a text is by its meaning, for an editor to colour.</summary>
public sealed class SemanticTokens
{
    private readonly SourceUnit _source;
    private readonly TokenList _tokens;
    private readonly int _first;
    private readonly int _end;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<SemanticToken>.Builder _found = ImmutableArray.CreateBuilder<SemanticToken>();

    // By its first token.
    private readonly Dictionary<int, Named> _names = [];

    // Where the latest declaration starts.
    private int _declaration = -1;

    private SemanticTokens(SourceUnit source, TextSpan range, CancellationToken cancellationToken)
    {
        _source = source;
        _tokens = source.Tree.Tokens;
        _first = Math.Max(0, SyntaxPath.TokenFrom(_tokens, range.Start) - 1);
        _end = SyntaxPath.TokenFrom(_tokens, range.End) + 1;
        _cancellationToken = cancellationToken;
        foreach (var (first, end, symbol) in source.References)
        {
            if (first >= _first && first < _end && !(_names.TryGetValue(first, out var other) && other.EndToken >= end))
            {
                _names[first] = new Named(end, KindOf(symbol.Declaration.Kind), ModifiersOf(symbol.Source));
            }
        }
    }

    /// <summary>All of a file, in the order of the text; they do not overlap.</summary>
    public static ImmutableArray<SemanticToken> In(SourceUnit source, CancellationToken cancellationToken = default) =>
        In(source, new TextSpan(0, source.Tree.Text.Length), cancellationToken);

    /// <summary>Those that a range touches, in the order of the text.</summary>
    public static ImmutableArray<SemanticToken> In(
        SourceUnit source,
        TextSpan range,
        CancellationToken cancellationToken = default
    )
    {
        var tokens = new SemanticTokens(source, range, cancellationToken);
        tokens.Visit(source.Tree.Root);
        return [.. tokens._found.Where(token => token.Span.Start <= range.End && token.Span.End >= range.Start)];
    }

    private void Visit(SyntaxNode node)
    {
        if (node.IsMissing || node.EndToken <= _first || node.FirstToken >= _end)
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        switch (node)
        {
            case SyntaxLeaf:
                VisitLeaf(node);
                return;
            case DeclarationSyntax declaration:
                Declare(declaration);
                break;
            case ClauseSyntax { Kind: Concept.Follows } follows:
                TakeDoctrines(follows);
                break;
        }

        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }

    private void Declare(DeclarationSyntax declaration)
    {
        _declaration = declaration.FirstToken;
        var modifiers = SemanticTokenModifiers.Declaration | ModifiersOf(_source);
        var others = declaration.Clause(Concept.InIndonesian)?.All<PhraseSyntax>() ?? [];
        foreach (var name in declaration.Name is { } first ? others.Prepend(first) : others)
        {
            if (!name.IsMissing)
            {
                _names[name.FirstToken] = new Named(name.EndToken, KindOf(declaration.Kind), modifiers);
            }
        }

        if (declaration.Kind == Concept.Waive)
        {
            TakeDoctrines(declaration);
        }
    }

    // Doctrines are no symbols: only drills and waivers name them.
    private void TakeDoctrines(SyntaxBranch node)
    {
        foreach (var name in node.All<PhraseSyntax>().Where(name => !name.IsMissing))
        {
            _names[name.FirstToken] = new Named(name.EndToken, SemanticTokenKind.Doctrine, SemanticTokenModifiers.None);
        }
    }

    private void VisitLeaf(SyntaxNode leaf)
    {
        for (var i = leaf.FirstToken; i < leaf.EndToken; )
        {
            if (_tokens[i].StartsLine)
            {
                AddComments(i); // A comment ends its line, so none stands before any other token.
            }

            var end = i + 1;
            if (leaf is KeywordSyntax)
            {
                end = leaf.EndToken;
                Add(i, end, SemanticTokenKind.Keyword);
            }
            else if (leaf is PhraseSyntax && _names.TryGetValue(i, out var name))
            {
                end = name.EndToken;
                Add(i, end, name.Kind, name.Modifiers);
            }
            else if (leaf is PhraseSyntax && _source.WordsInPhrases.At(i) is { } word)
            {
                end = word.EndToken;
                Add(i, end, KindOf(Words.PositionOf(word.Concept)));
            }
            else if (KindOf(leaf, _tokens[i].Kind) is { } kind)
            {
                Add(i, end, kind);
            }

            i = end;
        }
    }

    private void Add(
        int first,
        int end,
        SemanticTokenKind kind,
        SemanticTokenModifiers modifiers = SemanticTokenModifiers.None
    ) =>
        _found.Add(new SemanticToken(TextSpan.FromBounds(_tokens[first].Start, _tokens[end - 1].End), kind, modifiers));

    private void AddComments(int index)
    {
        var startsLine = index == 0;
        var lineEnds = 0;
        var documentation = _found.Count;
        foreach (var trivia in _tokens.TriviaBefore(index))
        {
            if (trivia.Kind == TriviaKind.Comment)
            {
                _found.Add(new SemanticToken(trivia.Span, SemanticTokenKind.Comment, SemanticTokenModifiers.None));
                lineEnds = 0;
            }
            else if (trivia.Kind == TriviaKind.LineEnd)
            {
                // What stands behind the declaration before, or above an empty line, does not speak of this one.
                documentation = ++lineEnds > 1 || !startsLine ? _found.Count : documentation;
                startsLine = true;
            }
        }

        for (var i = documentation; index == _declaration && i < _found.Count; i++)
        {
            _found[i] = _found[i] with { Modifiers = SemanticTokenModifiers.Documentation };
        }
    }

    private static SemanticTokenModifiers ModifiersOf(SourceUnit source) =>
        source.IsOwn ? SemanticTokenModifiers.None : SemanticTokenModifiers.BuiltIn;

    private static SemanticTokenKind KindOf(Concept declaration) =>
        declaration switch
        {
            Concept.Unit => SemanticTokenKind.Unit,
            Concept.Formation => SemanticTokenKind.Formation,
            Concept.Place => SemanticTokenKind.Place,
            Concept.Role => SemanticTokenKind.Role,
            Concept.Crowd => SemanticTokenKind.Crowd,
            Concept.Temper => SemanticTokenKind.Temper,
            Concept.Tactic => SemanticTokenKind.Tactic,
            Concept.Event => SemanticTokenKind.Event,
            Concept.Counter => SemanticTokenKind.Counter,
            Concept.Param => SemanticTokenKind.Param,
            Concept.Phase => SemanticTokenKind.Phase,
            _ => SemanticTokenKind.Doctrine,
        };

    private static SemanticTokenKind KindOf(WordPosition position) =>
        position switch
        {
            WordPosition.Verb => SemanticTokenKind.Verb,
            WordPosition.CrowdEvent or WordPosition.Happening => SemanticTokenKind.Happening,
            WordPosition.State => SemanticTokenKind.State,
            WordPosition.Subject => SemanticTokenKind.Crowd,
            _ => SemanticTokenKind.Keyword,
        };

    // What is no name and no word: a free word such as an agency is nothing in particular.
    private static SemanticTokenKind? KindOf(SyntaxNode leaf, TokenKind token) =>
        token switch
        {
            TokenKind.Number or TokenKind.Clock or TokenKind.Date or TokenKind.Percent => SemanticTokenKind.Number,
            TokenKind.String => SemanticTokenKind.Text,
            TokenKind.Word when leaf is DurationSyntax => SemanticTokenKind.Keyword,
            TokenKind.Arrow
            or TokenKind.Range
            or TokenKind.Equal
            or TokenKind.NotEqual
            or TokenKind.Less
            or TokenKind.LessOrEqual
            or TokenKind.Greater
            or TokenKind.GreaterOrEqual => SemanticTokenKind.Sign,
            _ => null,
        };

    /// <summary>A name.</summary>
    private readonly record struct Named(int EndToken, SemanticTokenKind Kind, SemanticTokenModifiers Modifiers);
}
