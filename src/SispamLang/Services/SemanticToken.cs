using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>A word, name, value or comment, and what sort of thing it is.</summary>
/// <param name="Span">Where it stands, all on one line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Modifiers">What else is to be said of it.</param>
public readonly record struct SemanticToken(TextSpan Span, SemanticTokenKind Kind, SemanticTokenModifiers Modifiers);

/// <summary>What a part of the text is, by its meaning.</summary>
public enum SemanticTokenKind
{
    /// <summary>A word of the grammar.</summary>
    Keyword,

    /// <summary>A built-in word for what someone does.</summary>
    Verb,

    /// <summary>A built-in word for what happens.</summary>
    Happening,

    /// <summary>A built-in word for what holds: a mood, a colour, a threat.</summary>
    State,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>A formation.</summary>
    Formation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A crowd, by its name or as the only one.</summary>
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

    /// <summary>A doctrine, or a rule of one.</summary>
    Doctrine,

    /// <summary>A number, percentage, clock time or date.</summary>
    Number,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>An arrow, a comparison, an equals sign or the dots of a range.</summary>
    Sign,
}

/// <summary>What else is to be said of a token.</summary>
[Flags]
public enum SemanticTokenModifiers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is the name in a declaration.</summary>
    Declaration = 1,

    /// <summary>It comes with the language.</summary>
    BuiltIn = 2,

    /// <summary>It is a comment right above a declaration.</summary>
    Documentation = 4,
}
