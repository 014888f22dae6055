using SispamLang.Dialects;
using SispamLang.Ledger;

namespace SispamLang.Services;

/// <summary>A strength in words, as a declaration would give it.</summary>
internal static class StrengthText
{
    /// <summary>As in <c>4 personnel, 1 vehicle</c>; empty for no strength.</summary>
    public static string Of(Strength strength, Dialect language)
    {
        (long Count, Concept What)[] parts =
        [
            (strength.Personnel, Concept.PersonnelCount),
            (strength.Vehicles, Concept.Vehicles),
            (strength.Players, Concept.Players),
        ];
        return string.Join(
            ", ",
            parts
                .Where(part => part.Count > 0)
                .Select(part => ValueText.Number(part.Count) + " " + Words.Canonical(part.What, language))
        );
    }
}
