namespace SispamLang.Runtime;

/// <summary>Where a crowd is on the ladder of moods, or that it is not there.</summary>
public enum Mood
{
    /// <summary>Has not gathered, or joined another crowd.</summary>
    Absent,

    /// <summary>Orderly: green, no threat.</summary>
    Calm,

    /// <summary>Heating up: yellow, passive.</summary>
    Tense,

    /// <summary>Disorderly: yellow, active.</summary>
    Unruly,

    /// <summary>Violent: red, aggressive.</summary>
    Anarchic,

    /// <summary>Gone.</summary>
    Dispersed,
}

/// <summary>The state of the situation (Perkap 16/2006).</summary>
public enum Situation
{
    /// <summary>Orderly.</summary>
    Green,

    /// <summary>Disorderly.</summary>
    Yellow,

    /// <summary>Breaking the law.</summary>
    Red,
}

/// <summary>The level of threat (Perkap 1/2009), from none up.</summary>
public enum Threat
{
    /// <summary>No threat.</summary>
    None,

    /// <summary>Passive.</summary>
    Passive,

    /// <summary>Active.</summary>
    Active,

    /// <summary>Aggressive.</summary>
    Aggressive,

    /// <summary>Life-threatening.</summary>
    LifeThreatening,
}

/// <summary>Where a unit is.</summary>
public enum Placement
{
    /// <summary>Not sent anywhere yet.</summary>
    Standby,

    /// <summary>On its way to its place.</summary>
    OnTheWay,

    /// <summary>At its place.</summary>
    AtPlace,

    /// <summary>Withdrawn after it was out.</summary>
    Back,
}

/// <summary>What a host may do to a running drill.</summary>
public enum OutsideKind
{
    /// <summary>A crowd gathers.</summary>
    CrowdGathers,

    /// <summary>A crowd goes one step up.</summary>
    CrowdEscalates,

    /// <summary>A crowd goes one step down.</summary>
    CrowdCalms,

    /// <summary>A crowd grows by a tenth.</summary>
    CrowdGrows,

    /// <summary>A crowd throws things.</summary>
    CrowdThrows,

    /// <summary>A crowd disperses.</summary>
    CrowdDisperses,

    /// <summary>A declared event happens.</summary>
    EventHappens,

    /// <summary>On to the next phase.</summary>
    NextPhase,

    /// <summary>On to the phase named.</summary>
    GoTo,

    /// <summary>The drill ends.</summary>
    EndDrill,
}
