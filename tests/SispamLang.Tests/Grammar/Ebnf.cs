using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SispamLang.Tests.Shared;

namespace SispamLang.Tests.Grammar;

/// <summary>What a rule of <c>grammar/sispam.ebnf</c> is made of.</summary>
internal abstract record Expression
{
    /// <summary>A keyword or sign, without its quotes.</summary>
    public sealed record Quoted(string Text) : Expression;

    /// <summary>The name of a rule, or, in capitals, of a sort of token.</summary>
    public sealed record Named(string Name) : Expression
    {
        public bool IsToken => char.IsUpper(Name[0]);
    }

    public sealed record Sequence(ImmutableArray<Expression> Parts) : Expression;

    public sealed record Choice(ImmutableArray<Expression> Parts) : Expression;

    public sealed record Optional(Expression Part) : Expression;

    public sealed record Repeated(Expression Part) : Expression;

    /// <summary>This and all in it, in the order of the text.</summary>
    public IEnumerable<Expression> All() =>
        this switch
        {
            Sequence sequence => sequence.Parts.SelectMany(part => part.All()).Prepend(this),
            Choice choice => choice.Parts.SelectMany(part => part.All()).Prepend(this),
            Optional optional => optional.Part.All().Prepend(this),
            Repeated repeated => repeated.Part.All().Prepend(this),
            _ => [this],
        };
}

/// <summary>Reads <c>grammar/sispam.ebnf</c>.</summary>
internal sealed class Ebnf
{
    private readonly string[] _pieces;
    private int _position;

    private Ebnf(string text) =>
        _pieces = [
            .. Regex
                .Matches(Regex.Replace(text, @"\(\*.*?\*\)", "", RegexOptions.Singleline), "\"[^\"]+\"|[A-Za-z-]+|\\S")
                .Select(match => match.Value),
        ];

    /// <summary>Its rules by name; the first is the whole file.</summary>
    public static ImmutableArray<KeyValuePair<string, Expression>> Rules { get; } =
    [.. new Ebnf(File.ReadAllText(Repository.PathOf("grammar/sispam.ebnf"))).Read()];

    private IEnumerable<KeyValuePair<string, Expression>> Read()
    {
        while (_position < _pieces.Length)
        {
            string name = _pieces[_position++];
            Take("=");
            yield return KeyValuePair.Create(name, ReadChoice());
            Take(";");
        }
    }

    private Expression ReadChoice()
    {
        List<Expression> parts = [ReadSequence()];
        while (_pieces[_position] == "|")
        {
            _position++;
            parts.Add(ReadSequence());
        }

        return parts.Count == 1 ? parts[0] : new Expression.Choice([.. parts]);
    }

    private Expression ReadSequence()
    {
        List<Expression> parts = [];
        while (_pieces[_position] is not ("|" or ")" or "]" or "}" or ";"))
        {
            parts.Add(ReadPart());
        }

        return parts.Count == 1 ? parts[0] : new Expression.Sequence([.. parts]);
    }

    private Expression ReadPart()
    {
        string piece = _pieces[_position++];
        switch (piece)
        {
            case "(":
                return Until(ReadChoice(), ")");
            case "[":
                return new Expression.Optional(Until(ReadChoice(), "]"));
            case "{":
                return new Expression.Repeated(Until(ReadChoice(), "}"));
            default:
                return piece[0] == '"' ? new Expression.Quoted(piece.Trim('"')) : new Expression.Named(piece);
        }
    }

    private Expression Until(Expression read, string end)
    {
        Take(end);
        return read;
    }

    private void Take(string piece)
    {
        if (_pieces[_position++] != piece)
        {
            throw new FormatException(
                $"Expected {piece} before {string.Join(' ', _pieces.Skip(_position - 1).Take(5))}"
            );
        }
    }
}
