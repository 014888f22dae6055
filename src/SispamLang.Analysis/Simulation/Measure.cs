namespace SispamLang.Analysis.Simulation;

/// <summary>What is measured in each run. A run in which it does not come up has no value.</summary>
public enum MeasureKind
{
    /// <summary>How long the drill lasts. Every run has it.</summary>
    DrillTime,

    /// <summary>How long the phase <c>Subject</c> lasts, all its visits together.</summary>
    PhaseTime,

    /// <summary>How long the situation is <c>Subject</c>, all together. Every run has it.</summary>
    SituationTime,

    /// <summary>When the situation is <c>Subject</c> for the first time.</summary>
    FirstSituation,

    /// <summary>The situation turns red for the first time while the unit <c>Subject</c> is not at the place of the violent
    /// crowd: how long until it is there, or until the drill ends.</summary>
    RedBeforeUnit,

    /// <summary>The same, in the runs in which the unit <c>Subject</c> still comes there: how long until it does.</summary>
    UnitAfterRed,

    /// <summary>When the unit <c>Subject</c> is first ordered out.</summary>
    FirstDeployed,

    /// <summary>How often the unit <c>Subject</c> is ordered out, where that is at least once.</summary>
    TimesDeployed,

    /// <summary>When the activity <c>Subject</c> first starts.</summary>
    FirstStarted,

    /// <summary>How often the activity <c>Subject</c> starts, where that is at least once.</summary>
    TimesStarted,

    /// <summary>How often the activity <c>Subject</c> is not possible, where that is at least once.</summary>
    TimesNotPossible,

    /// <summary>How long the slowest answer takes that the property <c>Subject</c> asks for, of those that come in time.</summary>
    SlowestAnswer,

    /// <summary>The counter <c>Subject</c> at the end. Every run has it.</summary>
    CounterAtEnd,
}

/// <summary>Something that is measured in each run.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Of what, an index into the drill's table of it; -1 for the drill itself.</param>
/// <param name="Scale">How its values are sorted.</param>
public sealed record Measure(MeasureKind Kind, int Subject, BinScale Scale)
{
    /// <summary>Its values are milliseconds; if not, they are numbers.</summary>
    public bool IsTime =>
        Kind
            is not (
                MeasureKind.TimesDeployed
                or MeasureKind.TimesStarted
                or MeasureKind.TimesNotPossible
                or MeasureKind.CounterAtEnd
            );
}
