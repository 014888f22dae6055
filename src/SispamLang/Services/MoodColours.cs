using SispamLang.Dialects;

namespace SispamLang.Services;

/// <summary>The situation and the threat that follow from a crowd's mood (Perkap 16/2006, Perkap 1/2009).</summary>
internal static class MoodColours
{
    /// <summary>Those of a mood; null for any other word.</summary>
    public static (Concept Situation, Concept Threat)? Of(Concept mood) =>
        mood switch
        {
            Concept.Calm or Concept.Dispersed => (Concept.Green, Concept.NoThreat),
            Concept.Tense => (Concept.Yellow, Concept.Passive),
            Concept.Unruly => (Concept.Yellow, Concept.Active),
            Concept.Anarchic => (Concept.Red, Concept.Aggressive),
            _ => null,
        };
}
