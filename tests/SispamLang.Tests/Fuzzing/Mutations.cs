using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Fuzzing;

/// <summary>Breaks well-formed texts: the mistakes of a hurried hand, and those of a damaged file.</summary>
internal static class Mutations
{
    private static readonly string[] Pieces =
    [
        "->",
        ":",
        ";",
        ",",
        "..",
        "%",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "→",
        "\"",
        "\\",
        "#",
        "\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "  ",
        "    ",
        "\0",
        "\uFEFF",
        "\u00A0",
        "\u2028",
        "\u0301",
        "\uD83D",
        "\uDE00",
        "\uD83D\uDE00",
        "0",
        "12",
        "99999999999999999999",
        "2.5",
        "09:30",
        "2024-08-24",
        "5 min",
        "60%",
        "and",
        "or",
        "not",
        "if",
        "otherwise",
        ": otherwise:",
        "up to",
        "until",
        "every",
        "kalau",
        "kalau tidak",
        "phase",
        "fase",
        "unit",
        "drill:",
        "with",
        "to",
        "by",
        "from",
        "at",
        "at start",
        "wait",
        "chance",
        "3 times",
        "# language: id\n",
        "# sispam: 9\n",
        "crowd",
        "Dalmas",
        "evaluator",
        ", objective \"x\"",
        "risk",
        "for",
        "in id",
        "life-threatening",
    ];

    /// <summary>A text with one to five changes. The same number gives the same text.</summary>
    public static string Mutate(string content, int seed)
    {
        var random = new Random(seed);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            content = MutateOnce(content, random);
        }

        return content;
    }

    private static string MutateOnce(string content, Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                return OfTokens(content, random, (tokens, at) => tokens.RemoveAt(at));
            case 1:
                return OfTokens(content, random, (tokens, at) => tokens.Insert(at, tokens[at]));
            case 2:
                return OfTokens(
                    content,
                    random,
                    (tokens, at) =>
                    {
                        int other = random.Next(tokens.Count);
                        (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    }
                );
            case 3:
                return OfTokens(
                    content,
                    random,
                    (tokens, at) => tokens[at] = " " + Pieces[random.Next(Pieces.Length)] + " "
                );
            case 4:
                return content.Insert(random.Next(content.Length + 1), Pieces[random.Next(Pieces.Length)]);
            case 5:
                int start = random.Next(content.Length + 1);
                return content.Remove(start, random.Next(Math.Min(40, content.Length - start) + 1));
            case 6:
                return OfBytes(content, random);
            case 7:
                return Reindented(content, random);
            default:
                return content[..random.Next(content.Length + 1)];
        }
    }

    private static string OfTokens(string content, Random random, Action<List<string>, int> change)
    {
        var text = new SourceText("", content);
        TokenList tokens = Lexer.Tokenize(text, new DiagnosticBag(text));
        List<string> pieces = [];
        int position = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            pieces.Add(content[position..tokens[i].End]);
            position = tokens[i].End;
        }

        change(pieces, random.Next(pieces.Count));
        return string.Concat(pieces);
    }

    private static string OfBytes(string content, Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        if (bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string Reindented(string content, Random random)
    {
        string[] lines = content.Split('\n');
        int line = random.Next(lines.Length);
        lines[line] = new string(random.Next(4) == 0 ? '\t' : ' ', random.Next(9)) + lines[line].TrimStart(' ');
        return string.Join('\n', lines);
    }
}
