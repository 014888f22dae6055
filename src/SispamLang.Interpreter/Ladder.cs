namespace SispamLang.Interpreter;

/// <summary>What the moods mean (docs/language.md, section 5).</summary>
internal static class Ladder
{
    /// <summary>From the lowest to the highest.</summary>
    public static ImmutableArray<Mood> Moods { get; } = [Mood.Calm, Mood.Tense, Mood.Unruly, Mood.Anarchic];

    /// <summary>The situation that a crowd in a mood makes.</summary>
    public static Situation SituationOf(Mood mood) =>
        mood switch
        {
            Mood.Tense or Mood.Unruly => Situation.Yellow,
            Mood.Anarchic => Situation.Red,
            _ => Situation.Green,
        };

    /// <summary>The threat that a crowd in a mood is.</summary>
    public static Threat ThreatOf(Mood mood, bool isLifeThreatening) =>
        mood switch
        {
            Mood.Tense => Threat.Passive,
            Mood.Unruly => Threat.Active,
            Mood.Anarchic => isLifeThreatening ? Threat.LifeThreatening : Threat.Aggressive,
            _ => Threat.None,
        };

    /// <summary>What a life-threatening event makes of the drill's situation and threat, whatever the crowds do.</summary>
    public static (Situation Situation, Threat Threat) Floor(bool lifeIsThreatened) =>
        lifeIsThreatened ? (Situation.Red, Threat.LifeThreatening) : (Situation.Green, Threat.None);
}
