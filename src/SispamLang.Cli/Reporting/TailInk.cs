namespace SispamLang.Cli.Reporting;

/// <summary>Keeps the last lines of what is written.</summary>
/// <param name="most">How many.</param>
internal sealed class TailInk(int most) : Ink
{
    private readonly Queue<List<(string Text, Tone Tone)>> _lines = [];
    private List<(string Text, Tone Tone)> _line = [];

    /// <summary>How many lines were written before those that are kept.</summary>
    public int Passed { get; private set; }

    public override void Write(string text, Tone tone = Tone.Plain) => _line.Add((text, tone));

    public override void End()
    {
        _lines.Enqueue(_line);
        _line = [];
        if (_lines.Count > most)
        {
            _lines.Dequeue();
            Passed++;
        }
    }

    /// <summary>Writes the lines that are kept, each after an indentation.</summary>
    public void WriteTo(Ink ink, string indentation)
    {
        foreach (var line in _lines)
        {
            ink.Write(line.Count > 0 ? indentation : "");
            foreach (var (text, tone) in line)
            {
                ink.Write(text, tone);
            }

            ink.End();
        }
    }
}
