using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>One way to put right what a message is about.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Gaps">What fills the title's gaps: strings, or a <see cref="Term"/> in the reader's language.</param>
/// <param name="Edits">What it changes, in the order of the text.</param>
internal sealed record Fix(Wording Title, ImmutableArray<object> Gaps, ImmutableArray<TextEdit> Edits)
{
    private const int LongestGap = 60;

    /// <summary>A fix of one change.</summary>
    public Fix(Wording title, TextEdit edit, params object[] gaps)
        : this(title, [.. gaps], [edit]) { }

    /// <summary>It is most probably what is wanted.</summary>
    public bool IsPreferred { get; init; }

    /// <summary>Writes something else.</summary>
    public static Fix Replace(TextSpan span, string by) =>
        new(Wording.Write, new TextEdit(span, by), by) { IsPreferred = true };

    /// <summary>What it does, in the reader's language.</summary>
    public string TitleIn(Dialect language) =>
        Title.In(language, [.. Gaps.Select(gap => gap is Term term ? term.In(language) : OneLine($"{gap}"))]);

    private static string OneLine(string text)
    {
        var line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestGap ? line : line.Substring(0, LongestGap) + "…";
    }
}

/// <summary>Says how a message can be put right; none if it can't be in this place.</summary>
internal delegate IEnumerable<Fix> FixSource(FixContext context, Diagnostic diagnostic);
