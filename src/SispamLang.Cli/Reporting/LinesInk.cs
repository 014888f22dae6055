namespace SispamLang.Cli.Reporting;

/// <summary>Keeps what is written, line by line.</summary>
internal sealed class LinesInk : Ink
{
    private readonly List<IReadOnlyList<(string Text, Tone Tone)>> _lines = [];
    private List<(string Text, Tone Tone)> _line = [];

    /// <summary>The lines that were ended.</summary>
    public IReadOnlyList<IReadOnlyList<(string Text, Tone Tone)>> Lines => _lines;

    /// <inheritdoc/>
    public override void Write(string text, Tone tone = Tone.Plain) => _line.Add((text, tone));

    /// <inheritdoc/>
    public override void End()
    {
        _lines.Add(_line);
        _line = [];
    }
}
