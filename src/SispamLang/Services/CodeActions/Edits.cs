using System.Text;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Changes of a text.</summary>
internal static class Edits
{
    /// <summary>The text with the changes made, which are in order and do not overlap.</summary>
    public static string Apply(string content, IEnumerable<TextEdit> edits)
    {
        var text = new StringBuilder(content.Length);
        var position = 0;
        foreach (var edit in edits)
        {
            text.Append(content, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        return text.Append(content, position, content.Length - position).ToString();
    }

    /// <summary>The one change that makes one text of another: what both start and end with stays.</summary>
    public static TextEdit Between(string before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < most && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < most - start && before[before.Length - 1 - end] == after[after.Length - 1 - end])
        {
            end++;
        }

        return new TextEdit(
            TextSpan.FromBounds(start, before.Length - end),
            after.Substring(start, after.Length - end - start)
        );
    }
}
