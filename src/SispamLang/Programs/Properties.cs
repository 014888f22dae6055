using System.Collections.Immutable;

namespace SispamLang.Programs;

/// <summary>
/// How a property is judged; the patterns are those of Dwyer, Avrunin and Corbett, <i>Patterns in Property
/// Specifications for Finite-State Verification</i> (1999).
/// </summary>
public enum PropertyPattern
{
    /// <summary>Absence: what it names must not come to pass.</summary>
    Never,

    /// <summary>Universality: a condition holds all the time.</summary>
    Always,

    /// <summary>Existence: what it names comes to pass, perhaps within a time.</summary>
    Expect,

    /// <summary>Precedence: what it names comes to pass before something else does.</summary>
    Require,

    /// <summary>Timed response: something follows what it names within a time.</summary>
    Respond,
}

/// <summary>
/// What a property speaks of: any of these signals happens so many times, or the condition holds. A condition is counted
/// once, so with one <paramref name="Count"/> is 1.
/// </summary>
public sealed record Happening(ImmutableArray<SignalPattern> Signals, Condition? Condition, int Count);

/// <summary>A property, and what its monitor watches.</summary>
/// <param name="Text">As written, one line, for people; with several crowds and a doctrine, the crowd's name behind it.</param>
/// <param name="Pattern">How it is judged.</param>
/// <param name="Phase">It is judged while this phase runs; -1: in the whole drill.</param>
/// <param name="While">It is judged while this holds; null: always.</param>
/// <param name="First">Never: what must not be. Always: what must not be (the condition turned round). Expect: what must
/// come. Require: what must come first. Respond: what asks for an answer.</param>
/// <param name="Then">Require: what must come after <paramref name="First"/> and before <paramref name="Target"/>, or null.</param>
/// <param name="Target">Require: before what. Respond: the answer. Else null.</param>
/// <param name="Within">Expect: the time from the start of the scope, or null. Respond: from the question.</param>
/// <param name="IsEach">Require: before every target, not just before the first of the scope.</param>
/// <param name="Share">Hundredths of a percent of many runs in which it must be kept; -1: in every run.</param>
/// <param name="Doctrine">The doctrine it belongs to, or empty.</param>
/// <param name="Rule">The rule of the doctrine, or empty.</param>
/// <param name="Article">The article the rule comes from, or empty.</param>
/// <param name="Site">Where it stands.</param>
public sealed record PropertySpec(
    string Text,
    PropertyPattern Pattern,
    int Phase,
    Condition? While,
    Happening First,
    Happening? Then,
    Happening? Target,
    Amount? Within,
    bool IsEach,
    int Share,
    string Doctrine,
    string Rule,
    string Article,
    int Site
);
