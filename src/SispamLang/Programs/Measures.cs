using System.Collections.Immutable;

namespace SispamLang.Programs;

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
public readonly record struct MeasureSpec(MeasureKind Kind, int Subject)
{
    /// <summary>All that is measured in the runs of a drill. Those of one kind stand side by side.</summary>
    public static ImmutableArray<MeasureSpec> Of(DrillProgram program)
    {
        if (program is null)
        {
            throw new ArgumentNullException(nameof(program));
        }

        var ordered = OrderedUnits(program);
        var activities = Enumerable.Range(0, program.Activities.Length);
        return
        [
            new MeasureSpec(MeasureKind.DrillTime, -1),
            .. All(MeasureKind.PhaseTime, Enumerable.Range(0, program.Phases.Length)),
            .. All(MeasureKind.SituationTime, Enumerable.Range(0, 3)),
            .. All(MeasureKind.FirstSituation, [(int)Situation.Yellow, (int)Situation.Red]),
            .. All(MeasureKind.RedBeforeUnit, ordered),
            .. All(MeasureKind.UnitAfterRed, ordered),
            .. All(MeasureKind.FirstDeployed, ordered),
            .. All(MeasureKind.TimesDeployed, ordered),
            .. All(MeasureKind.FirstStarted, activities),
            .. All(MeasureKind.TimesStarted, activities),
            .. All(MeasureKind.TimesNotPossible, activities),
            .. All(
                MeasureKind.SlowestAnswer,
                Enumerable
                    .Range(0, program.Properties.Length)
                    .Where(i => program.Properties[i] is { Pattern: PropertyPattern.Respond, Within: not null })
            ),
            .. All(MeasureKind.CounterAtEnd, Enumerable.Range(0, program.Counters.Length)),
        ];
    }

    private static IEnumerable<MeasureSpec> All(MeasureKind kind, IEnumerable<int> subjects) =>
        subjects.Select(subject => new MeasureSpec(kind, subject));

    private static ImmutableArray<int> OrderedUnits(DrillProgram program) =>
        [
            .. program
                .Rules.SelectMany(rule => rule.Body)
                .OfType<Deploy>()
                .Select(deploy => deploy.Unit)
                .Distinct()
                .OrderBy(unit => unit),
        ];
}
