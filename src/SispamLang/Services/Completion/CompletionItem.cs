using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services.Completion;

/// <summary>Something that can be written at a place.</summary>
/// <param name="Label">What a list shows.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Detail">More about it in a few words, or empty.</param>
/// <param name="Text">What is written.</param>
/// <param name="Replaced">The characters that it takes the place of: the word or name that is being typed.</param>
/// <param name="FilterText">What the characters typed are compared with: its words in both dialects.</param>
/// <param name="Rank">The more fitting of two has the lower one.</param>
/// <param name="Key">What <see cref="CompletionService.Describe"/> knows it by.</param>
public sealed record CompletionItem(
    string Label,
    CompletionKind Kind,
    string Detail,
    TemplateText Text,
    TextSpan Replaced,
    string FilterText,
    int Rank,
    string Key
);

/// <summary>Sorts of things that can be completed.</summary>
public enum CompletionKind
{
    /// <summary>A word of the language's grammar.</summary>
    Keyword,

    /// <summary>A verb, or what happens to something.</summary>
    Verb,

    /// <summary>How something is: a mood, a colour, a threat.</summary>
    State,

    /// <summary>A unit or formation.</summary>
    Unit,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A crowd.</summary>
    Crowd,

    /// <summary>A temper.</summary>
    Temper,

    /// <summary>A tactic.</summary>
    Tactic,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A counter.</summary>
    Counter,

    /// <summary>A param.</summary>
    Param,

    /// <summary>A phase.</summary>
    Phase,

    /// <summary>A doctrine or one of its rules.</summary>
    Doctrine,

    /// <summary>A number, duration, percentage or text.</summary>
    Value,

    /// <summary>A word that need not be declared: an agency, a piece of kit.</summary>
    FreeWord,

    /// <summary>A sign such as an arrow.</summary>
    Sign,

    /// <summary>A file that can be used.</summary>
    File,

    /// <summary>A whole declaration, rule or action with gaps to fill.</summary>
    Snippet,
}

/// <summary>What completion can't know from the drill.</summary>
/// <param name="Preferred">The dialect of a file in which nothing tells it.</param>
/// <param name="Language">The reader's language, for details.</param>
/// <param name="Files">Relative paths of files that could be used; looked at only where one of them fits.</param>
public sealed record CompletionOptions(Dialect Preferred, Dialect Language, IEnumerable<string> Files)
{
    /// <summary>All in English, and no files.</summary>
    public static CompletionOptions Default { get; } = new(Dialect.English, Dialect.English, []);
}
