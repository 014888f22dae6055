using SispamLang.Dialects;
using SispamLang.Programs;

namespace SispamLang.Binding;

/// <summary>The words for what the binder has understood.</summary>
public static class ConceptExtensions
{
    /// <summary>What a crowd does.</summary>
    public static Concept ToConcept(this SignalKind kind) =>
        kind switch
        {
            SignalKind.CrowdGathers => Concept.CrowdGathers,
            SignalKind.CrowdEscalates => Concept.CrowdEscalates,
            SignalKind.CrowdCalms => Concept.CrowdCalms,
            SignalKind.CrowdGrows => Concept.CrowdGrows,
            SignalKind.CrowdThrows => Concept.CrowdThrows,
            SignalKind.CrowdMoves => Concept.CrowdMoves,
            SignalKind.CrowdJoins => Concept.CrowdJoins,
            SignalKind.CrowdDisperses => Concept.CrowdDisperses,
            _ => Concept.None,
        };

    /// <summary>A mood.</summary>
    public static Concept ToConcept(this Mood mood) =>
        mood switch
        {
            Mood.Calm => Concept.Calm,
            Mood.Tense => Concept.Tense,
            Mood.Unruly => Concept.Unruly,
            Mood.Anarchic => Concept.Anarchic,
            Mood.Dispersed => Concept.Dispersed,
            _ => Concept.None,
        };

    /// <summary>How likely trouble is.</summary>
    public static Concept ToConcept(this Risk risk) =>
        risk switch
        {
            Risk.Low => Concept.Low,
            Risk.High => Concept.High,
            _ => Concept.Medium,
        };

    /// <summary>A situation.</summary>
    public static Concept ToConcept(this Situation situation) =>
        situation switch
        {
            Situation.Green => Concept.Green,
            Situation.Yellow => Concept.Yellow,
            _ => Concept.Red,
        };

    /// <summary>A threat.</summary>
    public static Concept ToConcept(this Threat threat) =>
        threat switch
        {
            Threat.None => Concept.NoThreat,
            Threat.Passive => Concept.Passive,
            Threat.Active => Concept.Active,
            Threat.Aggressive => Concept.Aggressive,
            _ => Concept.LifeThreatening,
        };
}
