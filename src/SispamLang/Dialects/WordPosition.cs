namespace SispamLang.Dialects;

/// <summary>Where in the grammar a word may stand. In one position no word has two meanings.</summary>
public enum WordPosition
{
    /// <summary>A word that starts a declaration.</summary>
    Declaration,

    /// <summary>A particular of the drill.</summary>
    DrillItem,

    /// <summary>How exact the announced figure is.</summary>
    PersonnelFigure,

    /// <summary>A time zone.</summary>
    Zone,

    /// <summary>A structural word: names end at it, in either dialect.</summary>
    Structure,

    /// <summary>What a number counts; names end before a number that stands before it.</summary>
    Count,

    /// <summary>A unit of time.</summary>
    TimeUnit,

    /// <summary>What a unit's strength counts.</summary>
    Strength,

    /// <summary>A word that starts a clause of a declaration.</summary>
    Clause,

    /// <summary>How likely trouble is.</summary>
    RiskLevel,

    /// <summary>A trigger of its own.</summary>
    Trigger,

    /// <summary>A word that opens a branch.</summary>
    Branch,

    /// <summary>What an action does.</summary>
    Verb,

    /// <summary>A word for a crowd without its name.</summary>
    Subject,

    /// <summary>What a crowd does.</summary>
    CrowdEvent,

    /// <summary>What happens to something that is named before it.</summary>
    Happening,

    /// <summary>How something that is named before it is.</summary>
    State,

    /// <summary>What a comment for the tool asks for.</summary>
    Comment,

    /// <summary>A share of many runs, before a percentage; names end before it.</summary>
    Share,

    /// <summary>What a doctrine says of itself or of a rule.</summary>
    DoctrineItem,

    /// <summary>How sure a doctrine is of a rule.</summary>
    ConfidenceLevel,

    /// <summary>A check that no property can express.</summary>
    BuiltInCheck,

    /// <summary>What only a test can say.</summary>
    TestStep,

    /// <summary>What a property compares.</summary>
    Measure,
}
