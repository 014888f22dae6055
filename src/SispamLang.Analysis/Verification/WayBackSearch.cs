using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// Looks for states from which no behaviour leads back to calm: to a state whose situation is green, or to an end of the drill at which
/// it is. All states are found forwards; from the calm ones it goes backwards; what it does not come to has no way back.
/// </summary>
/// <remarks>
/// The time of the drill, and of its last phase, is taken not to run out, as otherwise no drill would have a way back shortly before it
/// does. So states have no clock. Properties are not watched, and the controller does nothing.
/// </remarks>
internal sealed class WayBackSearch
{
    private const int MostTries = 64;
    private const long Longer = 1000;

    private readonly DrillProgram _program;
    private readonly VerifiedDrill _drill;
    private readonly StateGraph _graph;

    /// <summary>The search in a drill.</summary>
    public WayBackSearch(DrillProgram program, VerificationOptions options)
    {
        _program = program;
        _drill = new VerifiedDrill(WithoutEnd(program), hasEnd: false, hasController: false, options.Reduces);
        _graph = new StateGraph(
            new DrillModel(_drill, []),
            options,
            isGoal: IsCalm,
            // An instant that does not settle is reported by itself.
            leadsToGoal: model =>
                model.EndReason is { } reason && (IsCalm(model) || reason == DrillEndReason.DoesNotSettle)
        );
    }

    /// <summary>Looks at all states, and then for the way back.</summary>
    public WayBackResult Run(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        if (_drill.HasEnd)
        {
            return Result(Verdict.NotVerifiable, _drill.HasClock ? Obstacle.ClockRules : Obstacle.Pauses);
        }

        Obstacle? obstacle = _drill.Grid.CantSay(_drill.Program, _drill.Relevance)
            ? Obstacle.DrawnGrowth
            : _graph.FindAll(progress, cancellationToken);
        if (obstacle is not null)
        {
            return Result(Verdict.Undecided, obstacle);
        }

        int[] distances = _graph.Distances();
        int first = distances.IndexOf(StateGraph.NoWay);
        if (first < 0)
        {
            return Result(Verdict.Proved);
        }

        Way way = new(_drill, _graph.States, _ => int.MaxValue);
        for (int state = first, tries = 0; state < distances.Length && tries < MostTries; state++)
        {
            if (distances[state] != StateGraph.NoWay || cancellationToken.IsCancellationRequested)
            {
                continue;
            }

            tries++;
            if (Play(way.To(state)) is { } course)
            {
                return new WayBackResult(Verdict.Refuted, course, _graph.States.Count, null);
            }
        }

        return Result(Verdict.Coincidence);
    }

    private static bool IsCalm(DrillModel model) => model.Situation == Runtime.Situation.Green;

    // It goes on as long as nothing but the drill itself ends it.
    private static DrillProgram WithoutEnd(DrillProgram program)
    {
        PhaseSpec last = program.Phases[^1];
        Amount ends = program.Facts.EndsAfter;
        return program with
        {
            Properties = [],
            Facts = program.Facts with
            {
                EndsAfter = new Amount(Longer * ends.In([.. program.Params.Select(p => p.Default)])),
            },
            Phases = last.For is null
                ? program.Phases
                : program.Phases.SetItem(
                    program.Phases.Length - 1,
                    last with
                    {
                        For = null,
                        Until = last.Until ?? new Until([], new ConstantCondition(false), last.Site),
                    }
                ),
        };
    }

    // With the drill's own end; a last phase whose length is left to chance takes its longest.
    private ImmutableArray<TraceEntry>? Play(IReadOnlyList<Move> way)
    {
        if (Course.Of(way, _drill) is not { } course)
        {
            return null;
        }

        if (_program.Phases[^1].For is { Stream: >= 0 } length)
        {
            ForcedDraw longest = new(length.Stream, length.High.In(_drill.Params));
            course = course with { Draws = course.Draws.Add(longest) };
        }

        return Replay.Until(
            _program,
            course,
            runner => runner.Now == course.EndMs && runner.Situation != Runtime.Situation.Green
        );
    }

    private WayBackResult Result(Verdict verdict, Obstacle? obstacle = null) =>
        new(verdict, [], _graph.States.Count, obstacle);
}
