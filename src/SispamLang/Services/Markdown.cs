using System.Text;

namespace SispamLang.Services;

/// <summary>Text for editors that show Markdown.</summary>
internal static class Markdown
{
    private const string Signs = "\\`*_[]<>#|";

    /// <summary>Text that shows as it is.</summary>
    public static string Escape(string text)
    {
        if (text.IndexOfAny(Signs.ToCharArray()) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Signs.IndexOf(c) >= 0)
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A list, an item a line.</summary>
    public static string Items(IEnumerable<string> items) =>
        string.Join("\n", items.Select(item => "- " + Escape(item)));
}
