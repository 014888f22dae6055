using System.Text;

namespace SispamLang.Tests.Promela;

/// <summary>Writes C, and the Promela around it, indented.</summary>
internal sealed class PromelaText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>A line.</summary>
    public void Line(string line) => _text.Append(' ', _depth * 2).Append(line).Append('\n');

    /// <summary>A block: a first line, what stands in it, a last line.</summary>
    public void Block(string first, Action inside, string last = "}")
    {
        Line(first);
        _depth++;
        inside();
        _depth--;
        Line(last);
    }

    /// <summary>What is done if something holds, and else.</summary>
    public void If(string condition, Action then, Action? otherwise = null)
    {
        Block($"if ({condition}) {{", then);
        if (otherwise is not null)
        {
            Block("else {", otherwise);
        }
    }

    /// <summary>What is done for each value.</summary>
    public void Switch(string value, IEnumerable<(int Value, Action Body)> cases, Action otherwise) =>
        Block(
            $"switch ({value}) {{",
            () =>
            {
                foreach ((int number, Action body) in cases)
                {
                    Block($"case {number}: {{", body, "} break;");
                }

                Block("default: {", otherwise, "} break;");
            }
        );
}
