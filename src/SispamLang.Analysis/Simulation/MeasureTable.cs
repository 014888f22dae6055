using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Simulation;

/// <summary>All that is measured in the runs of a drill, numbered.</summary>
public sealed class MeasureTable
{
    private const int MostTimes = 256;

    private readonly Dictionary<(MeasureKind, int), int> _numbers = [];

    /// <summary>The measures of a drill.</summary>
    public MeasureTable(DrillProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        Program = program;
        var times = BinScale.ForTimes(Most(program, program.Facts.EndsAfter));
        var counts = BinScale.ForNumbers(0, MostTimes);
        var list = ImmutableArray.CreateBuilder<Measure>();
        Add(MeasureKind.DrillTime, [-1], times);
        Add(MeasureKind.PhaseTime, Enumerable.Range(0, program.Phases.Length), times);
        Add(MeasureKind.SituationTime, Enumerable.Range(0, 3), times);
        Add(MeasureKind.FirstSituation, [(int)Situation.Yellow, (int)Situation.Red], times);
        var ordered = OrderedUnits(program);
        Add(MeasureKind.RedBeforeUnit, ordered, times);
        Add(MeasureKind.UnitAfterRed, ordered, times);
        Add(MeasureKind.FirstDeployed, ordered, times);
        Add(MeasureKind.TimesDeployed, ordered, counts);
        var activities = Enumerable.Range(0, program.Activities.Length).ToList();
        Add(MeasureKind.FirstStarted, activities, times);
        Add(MeasureKind.TimesStarted, activities, counts);
        Add(MeasureKind.TimesNotPossible, activities, counts);
        for (var i = 0; i < program.Properties.Length; i++)
        {
            if (program.Properties[i] is { Pattern: PropertyPattern.Respond, Within: { } within })
            {
                Add(MeasureKind.SlowestAnswer, [i], BinScale.ForTimes(Most(program, within)));
            }
        }

        for (var i = 0; i < program.Counters.Length; i++)
        {
            var counter = program.Counters[i];
            Add(MeasureKind.CounterAtEnd, [i], BinScale.ForNumbers(counter.Min, counter.Max));
        }

        All = list.ToImmutable();

        void Add(MeasureKind kind, IEnumerable<int> subjects, BinScale scale)
        {
            foreach (var subject in subjects)
            {
                _numbers.Add((kind, subject), list.Count);
                list.Add(new Measure(kind, subject, scale));
            }
        }
    }

    /// <summary>The drill.</summary>
    public DrillProgram Program { get; }

    /// <summary>The measures, by their numbers.</summary>
    public ImmutableArray<Measure> All { get; }

    /// <summary>The number of a measure, or -1 if the drill has no such.</summary>
    public int NumberOf(MeasureKind kind, int subject) => _numbers.GetValueOrDefault((kind, subject), -1);

    /// <summary>The numbers of a kind's measures by their subjects, -1 for those that are not measured.</summary>
    internal int[] NumbersOf(MeasureKind kind, int subjects) =>
        [.. Enumerable.Range(0, subjects).Select(subject => NumberOf(kind, subject))];

    // The scale must not depend on what params are set to, or points of a sweep could not be compared.
    private static long Most(DrillProgram program, Amount amount) =>
        amount.Param < 0 ? amount.Constant : program.Params[amount.Param].Max;

    private static List<int> OrderedUnits(DrillProgram program) =>
        [
            .. program
                .Rules.SelectMany(rule => rule.Body)
                .OfType<Deploy>()
                .Select(deploy => deploy.Unit)
                .Distinct()
                .Order(),
        ];
}
