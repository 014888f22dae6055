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
        All =
        [
            .. MeasureSpec
                .Of(program)
                .Select(measure => new Measure(
                    measure.Kind,
                    measure.Subject,
                    measure.Kind switch
                    {
                        MeasureKind.TimesDeployed or MeasureKind.TimesStarted or MeasureKind.TimesNotPossible => counts,
                        MeasureKind.SlowestAnswer => BinScale.ForTimes(
                            Most(program, program.Properties[measure.Subject].Within!.Value)
                        ),
                        MeasureKind.CounterAtEnd => BinScale.ForNumbers(
                            program.Counters[measure.Subject].Min,
                            program.Counters[measure.Subject].Max
                        ),
                        _ => times,
                    }
                )),
        ];
        for (var i = 0; i < All.Length; i++)
        {
            _numbers.Add((All[i].Kind, All[i].Subject), i);
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
}
