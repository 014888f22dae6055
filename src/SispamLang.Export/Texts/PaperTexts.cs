using System.Collections.Frozen;
using System.Globalization;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>
/// The texts of the papers in one language. They stand in <c>Texts/*.en.txt</c> and <c>Texts/*.id.txt</c>, a line each:
/// <c>key = text</c>, with <c>{0}</c> and so on for gaps, and <c>#</c> for comments.
/// </summary>
public sealed class PaperTexts
{
    private static readonly Lazy<PaperTexts> English = new(() => new PaperTexts(Dialect.English));
    private static readonly Lazy<PaperTexts> Indonesian = new(() => new PaperTexts(Dialect.Indonesian));

    private readonly FrozenDictionary<string, string> _texts;

    private PaperTexts(Dialect language)
    {
        Language = language;
        _texts = Resources
            .Names("." + language.ShortName() + ".txt")
            .SelectMany(name => Resources.Text(name).Split('\n'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" = ", 2))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>The language.</summary>
    public Dialect Language { get; }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The texts of a language.</summary>
    public static PaperTexts In(Dialect language) => language == Dialect.English ? English.Value : Indonesian.Value;

    /// <summary>A text without gaps.</summary>
    public string this[string key] => _texts[key];

    /// <summary>A text with its gaps filled.</summary>
    public string Say(string key, params ReadOnlySpan<object> gaps) =>
        string.Format(CultureInfo.InvariantCulture, _texts[key], gaps);
}
