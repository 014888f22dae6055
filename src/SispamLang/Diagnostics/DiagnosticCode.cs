namespace SispamLang.Diagnostics;

/// <summary>
/// Every message that the language has. The number is the code (<c>SIS1001</c>); severity, messages and explanation
/// are in the document of the same name in <c>Diagnostics/Documents</c>.
/// </summary>
public enum DiagnosticCode
{
#pragma warning disable CS1591 // The document of each code says what it means.
    // 1xxx: syntax
    UnexpectedCharacter = 1001,
    UnclosedString = 1002,
    BadEscape = 1003,
    TabsAndBlanks = 1004,
    MisplacedLine = 1005,
    Expected = 1006,
    UnknownStart = 1007,
    EmptyBlock = 1008,
    WrongDialect = 1009,
    LanguageLineMisplaced = 1010,
    UnknownLanguage = 1011,
    NewerEdition = 1012,
    TooDeep = 1013,
    TooLong = 1014,
    NumberTooLarge = 1015,
    DurationOutOfRange = 1016,
    PercentageOutOfRange = 1017,
    NoSuchTime = 1018,
    RangeUpsideDown = 1019,
    ArrowForColon = 1020,
    UnknownClause = 1021,
    ClauseTwice = 1022,
    NotUtf8 = 1023,
    WholeNumberWanted = 1024,
    NothingInFile = 1025,
    UnexpectedRest = 1026,
    TooMany = 1027,
    IgnoreWithoutReason = 1091,
    IgnoresUnknownCode = 1092,
    IgnoresError = 1093,
    IgnoresNothing = 1094,
    SettingForUnknownCode = 1095,
    UnknownSeverity = 1096,
    ErrorStaysError = 1097,

    // 2xxx: names and types
    UnknownName = 2001,
    DeclaredTwice = 2002,
    WrongSortOfName = 2004,
    UnknownAction = 2005,
    UnknownCondition = 2006,
    WhichCrowd = 2007,
    WrongSortOfValue = 2008,
    ClauseDoesNotFit = 2009,
    PartMissing = 2010,
    UseNotFound = 2011,
    UseOutsideRoot = 2012,
    UseCycle = 2013,
    NameFromTwoFiles = 2014,
    ParamOutOfBounds = 2015,
    EventWanted = 2016,
    ConditionWanted = 2017,
    TakesTimeAtEnd = 2018,
    NeedsStartTime = 2019,
    ChancesOverHundred = 2020,
    NumberOutOfRange = 2021,
    UnknownTimeZone = 2022,
    LibraryPartIgnored = 2023,

    NotForTests = 2101,
    StartIsFirst = 2102,

    // 3xxx: drill sense
    UnitWithoutStrength = 3001,
    NeverHappens = 3002,
    PhaseNeverReached = 3003,
    UnitTooLate = 3004,
    RoleDoesNotCommand = 3005,
    HandOverBetweenWrongKinds = 3006,
    NeverUsed = 3007,
    LongerThanDrill = 3008,
    OutsideDrillTime = 3009,
    LooksLikeMisspelling = 3010,
    NoEffectPossible = 3011,

    PropertyCannotBeKept = 3101,
    PropertyIsIdle = 3102,

    // The ledger
    StrengthDiffers = 3201,
    KitWithoutPeople = 3202,
    InTwoPlaces = 3203,
    InTwoFormations = 3204,
    PlayersSentAsUnit = 3205,
    PlaysTwoCrowds = 3206,

    // 4xxx: doctrine
    DoctrineNotKept = 4001,
    UnusedWaiver = 4002,
    Waived = 4003,

    // 5xxx: translation
    MeansOtherTranslated = 5001,

    // 9xxx: run time
    DoesNotSettle = 9001,
    NoSuchOutsideEvent = 9002,
    BadEventLine = 9003,
#pragma warning restore CS1591
}
