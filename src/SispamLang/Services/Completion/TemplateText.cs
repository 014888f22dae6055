using System.Collections.Immutable;

namespace SispamLang.Services.Completion;

/// <summary>Text with gaps that an editor visits one after the other.</summary>
/// <param name="Parts">Its parts in order.</param>
public sealed record TemplateText(ImmutableArray<TemplatePart> Parts)
{
    /// <summary>Text without gaps.</summary>
    public static TemplateText Plain(string text) => new([new TemplatePart(text, 0)]);

    /// <summary>It has gaps.</summary>
    public bool HasGaps => Parts.Any(part => part.Gap > 0);

    /// <summary>The text with the gaps as they are filled at first.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part.Text));
}

/// <summary>A part of a text with gaps.</summary>
/// <param name="Text">The text; of a gap what it holds at first.</param>
/// <param name="Gap">The number of the gap, from 1 on; 0 for what is no gap.</param>
public readonly record struct TemplatePart(string Text, int Gap);
