using System.Collections.Immutable;
using SispamLang.Dialects;

namespace SispamLang.Tests.Grammar;

/// <summary>The keywords of the grammar: each stands for concepts that are written alike in both dialects.</summary>
internal static class Keywords
{
    /// <summary>By what the grammar calls them: their first English word, and where Indonesian tells two meanings of that
    /// apart, its first word too.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<Concept>> All { get; } =
        Words
            .Concepts.GroupBy(concept => Words.Canonical(concept, Dialect.English))
            .SelectMany(english =>
            {
                var meanings = english.GroupBy(concept => Words.Canonical(concept, Dialect.Indonesian)).ToList();
                return meanings.Select(meaning =>
                    KeyValuePair.Create(
                        meanings.Count == 1 ? english.Key : $"{english.Key} / {meaning.Key}",
                        meaning.ToImmutableArray()
                    )
                );
            })
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>All ways to write one.</summary>
    public static ImmutableArray<WordForm> FormsOf(string keyword) => Words.FormsOf(All[keyword][0]);

    /// <summary>It is a word, and no sign.</summary>
    public static bool IsKeyword(string quoted) => char.IsLetter(quoted[0]);
}
