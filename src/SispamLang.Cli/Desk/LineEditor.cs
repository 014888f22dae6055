namespace SispamLang.Cli.Desk;

/// <summary>The line that is being typed.</summary>
internal sealed class LineEditor
{
    private const int Longest = 500;
    private const char EndOfTransmission = '\u0004';
    private const char KillLine = '\u0015';

    private readonly List<string> _lines = [];
    private int _recalled;

    /// <summary>What was typed so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Takes a key.</summary>
    /// <returns>The line if it is finished; null if it is not.</returns>
    public string? Take(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                var line = Text;
                Text = "";
                if (line.Length > 0)
                {
                    _lines.Add(line);
                }

                _recalled = _lines.Count;
                return line;
            case ConsoleKey.Backspace:
                Text = Text.Length > 0 ? Text[..^1] : "";
                break;
            case ConsoleKey.Escape:
                Text = "";
                break;
            case ConsoleKey.UpArrow or ConsoleKey.DownArrow:
                Recall(key.Key == ConsoleKey.UpArrow ? -1 : 1);
                break;
            default:
                if (key.KeyChar == KillLine)
                {
                    Text = "";
                }
                else if (!char.IsControl(key.KeyChar) && Text.Length < Longest)
                {
                    Text += key.KeyChar;
                }

                break;
        }

        return null;
    }

    /// <summary>A key that ends the input, as on any terminal.</summary>
    public bool IsEnd(ConsoleKeyInfo key) => Text.Length == 0 && key.KeyChar == EndOfTransmission;

    private void Recall(int step)
    {
        _recalled = Math.Clamp(_recalled + step, 0, _lines.Count);
        Text = _recalled < _lines.Count ? _lines[_recalled] : "";
    }
}
