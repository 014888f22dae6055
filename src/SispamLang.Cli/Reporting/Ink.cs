namespace SispamLang.Cli.Reporting;

/// <summary>What a piece of text is, for those who see colours.</summary>
internal enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>Stands out.</summary>
    Strong,

    /// <summary>Stands back.</summary>
    Dim,

    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Situation green.</summary>
    Green,

    /// <summary>Situation yellow.</summary>
    Yellow,

    /// <summary>Situation red.</summary>
    Red,
}

/// <summary>Writes text with tones.</summary>
internal abstract class Ink
{
    /// <summary>Writes in colours, or without.</summary>
    public static Ink For(TextWriter writer, bool colours) => colours ? new ColourInk(writer) : new PlainInk(writer);

    /// <summary>Writes a piece of a line.</summary>
    public abstract void Write(string text, Tone tone = Tone.Plain);

    /// <summary>Ends the line.</summary>
    public abstract void End();

    /// <summary>Writes a line.</summary>
    public void Line(string text, Tone tone = Tone.Plain)
    {
        Write(text, tone);
        End();
    }

    private sealed class PlainInk(TextWriter writer) : Ink
    {
        public override void Write(string text, Tone tone = Tone.Plain) => writer.Write(text);

        public override void End() => writer.WriteLine();
    }
}
