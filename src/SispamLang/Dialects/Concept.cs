namespace SispamLang.Dialects;

/// <summary>What a built-in word means, in whatever dialect it is written.</summary>
public enum Concept : ushort
{
    /// <summary>Not a built-in word.</summary>
    None,

    /// <summary><c>drill</c></summary>
    Drill,

    /// <summary><c>use</c></summary>
    Use,

    /// <summary><c>param</c></summary>
    Param,

    /// <summary><c>place</c></summary>
    Place,

    /// <summary><c>unit</c></summary>
    Unit,

    /// <summary><c>formation</c></summary>
    Formation,

    /// <summary><c>role</c></summary>
    Role,

    /// <summary><c>crowd</c></summary>
    Crowd,

    /// <summary><c>temper</c></summary>
    Temper,

    /// <summary><c>tactic</c></summary>
    Tactic,

    /// <summary><c>event</c></summary>
    Event,

    /// <summary><c>counter</c></summary>
    Counter,

    /// <summary><c>phase</c></summary>
    Phase,

    /// <summary><c>throughout</c></summary>
    Throughout,

    /// <summary><c>doctrine</c></summary>
    Doctrine,

    /// <summary><c>waive</c></summary>
    Waive,

    /// <summary><c>test</c></summary>
    Test,

    /// <summary><c>never</c></summary>
    Never,

    /// <summary><c>always</c></summary>
    Always,

    /// <summary><c>expect</c></summary>
    Expect,

    /// <summary><c>require</c></summary>
    Require,

    /// <summary><c>operation</c></summary>
    Operation,

    /// <summary><c>date</c></summary>
    Date,

    /// <summary><c>starts</c></summary>
    Starts,

    /// <summary><c>venue</c></summary>
    Venue,

    /// <summary><c>host</c></summary>
    Host,

    /// <summary><c>objective</c></summary>
    DrillObjective,

    /// <summary><c>observers</c></summary>
    Observers,

    /// <summary><c>participants</c></summary>
    Participants,

    /// <summary><c>safety officer</c></summary>
    SafetyOfficer,

    /// <summary><c>stop word</c></summary>
    StopWord,

    /// <summary><c>follows</c></summary>
    Follows,

    /// <summary><c>ends after</c></summary>
    EndsAfter,

    /// <summary><c>personnel</c></summary>
    Personnel,

    /// <summary><c>about</c></summary>
    About,

    /// <summary><c>over</c></summary>
    MoreThan,

    /// <summary><c>WIB</c></summary>
    Wib,

    /// <summary><c>WITA</c></summary>
    Wita,

    /// <summary><c>WIT</c></summary>
    Wit,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>if</c></summary>
    If,

    /// <summary><c>otherwise</c></summary>
    Otherwise,

    /// <summary><c>to</c></summary>
    To,

    /// <summary><c>by</c></summary>
    By,

    /// <summary><c>with</c></summary>
    With,

    /// <summary><c>for</c></summary>
    For,

    /// <summary><c>until</c></summary>
    Until,

    /// <summary><c>while</c></summary>
    While,

    /// <summary><c>over</c></summary>
    Over,

    /// <summary><c>within</c></summary>
    Within,

    /// <summary><c>of</c></summary>
    Of,

    /// <summary><c>from</c></summary>
    From,

    /// <summary><c>at</c></summary>
    At,

    /// <summary><c>every</c></summary>
    Every,

    /// <summary><c>after</c></summary>
    After,

    /// <summary><c>before</c></summary>
    Before,

    /// <summary><c>as</c></summary>
    As,

    /// <summary><c>via</c></summary>
    Via,

    /// <summary><c>expecting</c></summary>
    Expecting,

    /// <summary><c>commands</c></summary>
    Commands,

    /// <summary><c>up to</c></summary>
    UpTo,

    /// <summary><c>then</c></summary>
    Then,

    /// <summary><c>during</c></summary>
    During,

    /// <summary><c>before each</c></summary>
    BeforeEach,

    /// <summary><c>times</c></summary>
    Times,

    /// <summary><c>s</c></summary>
    Seconds,

    /// <summary><c>min</c></summary>
    Minutes,

    /// <summary><c>h</c></summary>
    Hours,

    /// <summary><c>personnel</c></summary>
    PersonnelCount,

    /// <summary><c>vehicle</c></summary>
    Vehicles,

    /// <summary><c>players</c></summary>
    Players,

    /// <summary><c>people</c></summary>
    People,

    /// <summary><c>risk</c></summary>
    Risk,

    /// <summary><c>ready in</c></summary>
    ReadyIn,

    /// <summary><c>on standby</c></summary>
    OnStandby,

    /// <summary><c>played by</c></summary>
    PlayedBy,

    /// <summary><c>grows to</c></summary>
    GrowsTo,

    /// <summary><c>gathers</c></summary>
    Gathers,

    /// <summary><c>life-threatening</c></summary>
    LifeThreateningClause,

    /// <summary><c>escalates every</c></summary>
    EscalatesEvery,

    /// <summary><c>calms</c></summary>
    Calms,

    /// <summary><c>throws every</c></summary>
    ThrowsEvery,

    /// <summary><c>leaves when</c></summary>
    LeavesWhen,

    /// <summary><c>gathers after</c></summary>
    GathersAfter,

    /// <summary><c>force</c></summary>
    Force,

    /// <summary><c>uses</c></summary>
    Uses,

    /// <summary><c>lasts</c></summary>
    Lasts,

    /// <summary><c>when raised</c></summary>
    WhenRaised,

    /// <summary><c>in id</c></summary>
    InIndonesian,

    /// <summary><c>evaluator</c></summary>
    Evaluator,

    /// <summary><c>objective</c></summary>
    Objective,

    /// <summary><c>low</c></summary>
    Low,

    /// <summary><c>medium</c></summary>
    Medium,

    /// <summary><c>high</c></summary>
    High,

    /// <summary><c>at start</c></summary>
    AtStart,

    /// <summary><c>at end</c></summary>
    AtEnd,

    /// <summary><c>chance</c></summary>
    Chance,

    /// <summary><c>deploy</c></summary>
    Deploy,

    /// <summary><c>withdraw</c></summary>
    Withdraw,

    /// <summary><c>relieve</c></summary>
    Relieve,

    /// <summary><c>lapis ganti</c></summary>
    LapisGanti,

    /// <summary><c>lintas ganti</c></summary>
    LintasGanti,

    /// <summary><c>announce</c></summary>
    Announce,

    /// <summary><c>inject</c></summary>
    Inject,

    /// <summary><c>add</c></summary>
    Add,

    /// <summary><c>set</c></summary>
    Set,

    /// <summary><c>wait</c></summary>
    Wait,

    /// <summary><c>stop</c></summary>
    Stop,

    /// <summary><c>pause</c></summary>
    Pause,

    /// <summary><c>next phase</c></summary>
    NextPhase,

    /// <summary><c>go</c></summary>
    Go,

    /// <summary><c>end drill</c></summary>
    EndDrill,

    /// <summary><c>crowd</c></summary>
    AnyCrowd,

    /// <summary><c>each crowd</c></summary>
    EachCrowd,

    /// <summary><c>gathers</c></summary>
    CrowdGathers,

    /// <summary><c>escalates</c></summary>
    CrowdEscalates,

    /// <summary><c>calms</c></summary>
    CrowdCalms,

    /// <summary><c>grows</c></summary>
    CrowdGrows,

    /// <summary><c>throws</c></summary>
    CrowdThrows,

    /// <summary><c>moves</c></summary>
    CrowdMoves,

    /// <summary><c>joins</c></summary>
    CrowdJoins,

    /// <summary><c>disperses</c></summary>
    CrowdDisperses,

    /// <summary><c>arrives</c></summary>
    Arrives,

    /// <summary><c>ends</c></summary>
    Ends,

    /// <summary><c>changes</c></summary>
    Changes,

    /// <summary><c>takes control</c></summary>
    TakesControl,

    /// <summary><c>calm</c></summary>
    Calm,

    /// <summary><c>tense</c></summary>
    Tense,

    /// <summary><c>unruly</c></summary>
    Unruly,

    /// <summary><c>anarchic</c></summary>
    Anarchic,

    /// <summary><c>dispersed</c></summary>
    Dispersed,

    /// <summary><c>green</c></summary>
    Green,

    /// <summary><c>yellow</c></summary>
    Yellow,

    /// <summary><c>red</c></summary>
    Red,

    /// <summary><c>no threat</c></summary>
    NoThreat,

    /// <summary><c>passive</c></summary>
    Passive,

    /// <summary><c>active</c></summary>
    Active,

    /// <summary><c>aggressive</c></summary>
    Aggressive,

    /// <summary><c>life-threatening</c></summary>
    LifeThreatening,

    /// <summary><c>on the way</c></summary>
    OnTheWay,

    /// <summary><c>back</c></summary>
    Back,

    /// <summary><c>under way</c></summary>
    UnderWay,

    /// <summary><c>in control</c></summary>
    InControl,

    /// <summary><c># sispam: ignore</c></summary>
    Ignore,

    /// <summary><c>of runs</c></summary>
    OfRuns,

    /// <summary><c>in</c></summary>
    InShare,

    /// <summary><c>edition</c></summary>
    Edition,

    /// <summary><c>confidence</c></summary>
    Confidence,

    /// <summary><c>reason</c></summary>
    Reason,

    /// <summary><c>check</c></summary>
    Check,

    /// <summary><c>high</c></summary>
    HighConfidence,

    /// <summary><c>medium</c></summary>
    MediumConfidence,

    /// <summary><c>recalled</c></summary>
    Recalled,

    /// <summary><c>stop word</c></summary>
    StopWordCheck,

    /// <summary><c>safety officer</c></summary>
    SafetyOfficerCheck,

    /// <summary><c>way back to calm</c></summary>
    WayBackCheck,

    /// <summary><c>start</c></summary>
    StartPhase,

    /// <summary><c>given chance holds</c></summary>
    ChanceHolds,

    /// <summary><c>given chance fails</c></summary>
    ChanceFails,

    /// <summary><c>seed</c></summary>
    Seed,

    /// <summary><c>no</c></summary>
    No,

    /// <summary><c>force</c></summary>
    ForceLevel,

    /// <summary><c>threat</c></summary>
    ThreatLevel,
}
