using SispamLang.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.Binding;

/// <summary>Phases that are longer than the drill, or never reached.</summary>
internal sealed class PhaseChecks(BoundDrill drill, ActionIndex index, Findings findings)
{
    public void Check()
    {
        var end = Findings.Most(drill.EndsAfter);
        foreach (var phase in drill.Phases.Where(p => p.For is { } length && Findings.Least(length) > end))
        {
            findings.Report(
                DiagnosticCode.LongerThanDrill,
                phase.Source,
                phase.Span,
                Findings.Quote(phase.Name),
                findings.Time(Findings.Least(phase.For ?? BoundSpan.Zero)),
                findings.Time(end)
            );
        }

        CheckReached();
    }

    private void CheckReached()
    {
        var leaves = index.Leaves.ToLookup(placed => placed.Rule.Phase);
        var reached = new HashSet<PhaseSymbol>();
        var open = new Stack<int>();
        open.Push(0);
        while (open.Count > 0)
        {
            var number = open.Pop();
            if (number >= drill.Phases.Length || !reached.Add(drill.Phases[number]))
            {
                continue;
            }

            var phase = drill.Phases[number];
            foreach (var target in leaves[null].Concat(leaves[phase]).Select(a => a.Leave.Phase).OfType<PhaseSymbol>())
            {
                open.Push(drill.Phases.IndexOf(target));
            }

            if (!leaves[phase].Any(a => IsAtOnceElsewhere(a.Rule, a.Leave)))
            {
                open.Push(number + 1);
            }
        }

        foreach (var phase in drill.Phases.Where(p => !reached.Contains(p)))
        {
            findings.Report(DiagnosticCode.PhaseNeverReached, phase.Source, phase.Span, Findings.Quote(phase.Name));
        }
    }

    // at start -> go to X, without any condition: the phase always ends there.
    private static bool IsAtOnceElsewhere(BoundRule rule, BoundLeave leave) =>
        leave.Kind != LeaveKind.NextPhase
        && rule is { Trigger: BoundMomentTrigger { IsEnd: false }, Guard: null }
        && rule.Body.Contains(leave)
        && rule.Body.TakeWhile(a => a != leave)
            .All(a => a is BoundAnnounce or BoundDeploy or BoundWithdraw or BoundInject);
}
