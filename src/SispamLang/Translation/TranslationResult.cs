using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Translation;

/// <summary>A drill in the other dialect, or why it can't be had.</summary>
/// <param name="From">The dialect of the drill.</param>
/// <param name="Text">The text; null if there are problems.</param>
/// <param name="Problems">The errors of the drill, or the words that would mean something else in the other dialect.</param>
/// <param name="Respellings">The words that would not come back as they were written.</param>
public sealed record TranslationResult(
    Dialect From,
    string? Text,
    ImmutableArray<Diagnostic> Problems,
    ImmutableArray<Respelling> Respellings
);

/// <summary>A built-in word that comes back from the other dialect in another spelling, as it was a synonym.</summary>
/// <param name="Span">Where it stands in the drill.</param>
/// <param name="Written">How it is written there.</param>
/// <param name="Back">How it comes back.</param>
public readonly record struct Respelling(TextSpan Span, string Written, string Back);
