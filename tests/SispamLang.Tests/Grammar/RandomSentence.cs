using System.Collections.Immutable;
using System.Text;
using SispamLang.Dialects;

namespace SispamLang.Tests.Grammar;

/// <summary>A random sentence of <c>grammar/sispam.ebnf</c>, written as a text in one of the dialects.</summary>
internal sealed class RandomSentence
{
    private const int LongestTerminals = 400;

    private static readonly ImmutableDictionary<string, Expression> Rules = Ebnf.Rules.ToImmutableDictionary();

    // How deep at least a rule goes, so that a sentence can come to its end.
    private static readonly Dictionary<string, int> Depths = FindDepths();

    // Words that the grammar does not know, some of which mean something in a phrase.
    private static readonly string[] Names =
    [
        "Dalmas",
        "KPU",
        "Sat.Samapta&Co",
        "tanya-jawab",
        "Régu",
        "部隊",
        "x1",
        "deploy",
        "tiba",
        "anarchic",
        "ricuh",
    ];

    private readonly Random _random;
    private readonly Dialect _dialect;
    private readonly List<Expression> _terminals = [];
    private readonly StringBuilder _text = new();

    private RandomSentence(int seed)
    {
        _random = new Random(seed);
        _dialect = Pick(Enum.GetValues<Dialect>());
    }

    /// <summary>Makes one. It has tokens in an order in which no text has them only if a statement goes on after its deeper
    /// lines; then another one is made.</summary>
    /// <param name="seed">The same gives the same.</param>
    /// <param name="terminals">What it is made of.</param>
    public static string Make(int seed, out IReadOnlyList<Expression> terminals)
    {
        for (int attempt = 0; ; attempt++)
        {
            var sentence = new RandomSentence((seed * 1000) + attempt);
            sentence.Derive(new Expression.Named(Ebnf.Rules[0].Key), 14);
            if (sentence.CanBeWritten)
            {
                sentence.Write();
                terminals = sentence._terminals;
                return sentence._text.ToString();
            }
        }
    }

    private bool CanBeWritten =>
        _terminals.Count < LongestTerminals
        && _terminals.Zip(_terminals.Skip(1)).All(pair => !Is(pair.First, "DEDENT") || IsAfterBlock(pair.Second));

    private static bool IsAfterBlock(Expression terminal) => Is(terminal, "NEWLINE") || Is(terminal, "DEDENT");

    private static bool Is(Expression terminal, string token) =>
        terminal is Expression.Named named && named.Name == token;

    private void Derive(Expression expression, int depth)
    {
        switch (expression)
        {
            case Expression.Sequence sequence:
                foreach (Expression part in sequence.Parts)
                {
                    Derive(part, depth);
                }

                break;
            case Expression.Choice choice:
                Expression[] near = [.. choice.Parts.Where(part => DepthOf(part) < depth)];
                Derive(near.Length > 0 ? Pick(near) : choice.Parts.MinBy(DepthOf)!, depth);
                break;
            case Expression.Optional optional:
                if (depth > DepthOf(optional.Part) && _random.Next(2) == 0)
                {
                    Derive(optional.Part, depth);
                }

                break;
            case Expression.Repeated repeated:
                while (depth > DepthOf(repeated.Part) && _random.Next(3) == 0)
                {
                    Derive(repeated.Part, depth);
                }

                break;
            case Expression.Named { IsToken: false } rule:
                Derive(Rules[rule.Name], depth - 1);
                break;
            default:
                _terminals.Add(expression);
                break;
        }
    }

    private static int DepthOf(Expression expression) =>
        expression switch
        {
            Expression.Sequence sequence => sequence.Parts.Max(DepthOf),
            Expression.Choice choice => choice.Parts.Min(DepthOf),
            Expression.Named { IsToken: false } rule => Depths[rule.Name],
            _ => 0,
        };

    private static Dictionary<string, int> FindDepths()
    {
        const int Unknown = 1000;
        var depths = Ebnf.Rules.ToDictionary(rule => rule.Key, _ => Unknown, StringComparer.Ordinal);
        for (bool changed = true; changed; )
        {
            changed = false;
            foreach ((string name, Expression expression) in Ebnf.Rules)
            {
                int depth = 1 + Of(expression);
                changed |= depth < depths[name];
                depths[name] = Math.Min(depth, depths[name]);
            }
        }

        return depths;

        // As DepthOf, which needs what is made here.
        int Of(Expression expression) =>
            expression switch
            {
                Expression.Sequence sequence => sequence.Parts.Max(Of),
                Expression.Choice choice => choice.Parts.Min(Of),
                Expression.Named { IsToken: false } rule => depths[rule.Name],
                _ => 0,
            };
    }

    private void Write()
    {
        // How deep each open block is indented.
        var columns = new Stack<int>([0]);
        string lineEnd = Pick("\n", "\r\n");
        for (int i = 0; i < _terminals.Count; i++)
        {
            switch (_terminals[i])
            {
                case Expression.Named { Name: "INDENT" }:
                    columns.Push(columns.Peek() + _random.Next(1, 5));
                    StartLine(columns.Peek(), lineEnd);
                    break;
                case Expression.Named { Name: "DEDENT" }:
                    columns.Pop();
                    break;
                case Expression.Named { Name: "NEWLINE" }:
                    StartLine(columns.Peek(), lineEnd);
                    break;
                case Expression.Quoted { Text: "," } when _random.Next(4) == 0:
                    _text.Append(',');
                    StartLine(columns.Peek() + _random.Next(1, 9), lineEnd);
                    break;
                default:
                    _text.Append(Written(_terminals[i])).Append(' ');
                    break;
            }
        }

        _text.Append(lineEnd);
    }

    private void StartLine(int column, string lineEnd)
    {
        if (_random.Next(5) == 0)
        {
            _text.Append("# a comment, with -> \"signs").Append(lineEnd).Append(' ', _random.Next(5));
        }

        _text.Append(lineEnd).Append(' ', column);
    }

    private string Written(Expression terminal) =>
        terminal switch
        {
            Expression.Quoted { Text: "->" } => Pick("->", "→"),
            Expression.Quoted { Text: ">=" } => Pick(">=", "≥"),
            Expression.Quoted { Text: ";" } => Pick(";", ";;"),
            Expression.Quoted quoted when Keywords.IsKeyword(quoted.Text) => Pick([
                .. Keywords.FormsOf(quoted.Text).Where(form => form.Dialect == _dialect).Select(form => form.Text),
            ]),
            Expression.Quoted sign => sign.Text,
            Expression.Named { Name: "WORD" } => Pick(Names),
            Expression.Named { Name: "FIGURE" } => Pick("0820", "7", "2.5"),
            Expression.Named { Name: "NUMBER" } => Pick("1", "30", "100"),
            Expression.Named { Name: "DECIMAL" } => Pick("2.5", "99.99"),
            Expression.Named { Name: "TIME" } => Pick("09:30", "9:30"),
            Expression.Named { Name: "DATE" } => "2024-02-29",
            Expression.Named { Name: "STRING" } => Pick("\"\"", "\"to by # with\"", "\"\\\"one\\\" \\\\\""),
            _ => throw new ArgumentException(terminal.ToString()),
        };

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
