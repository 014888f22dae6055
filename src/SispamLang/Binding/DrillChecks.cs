using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>What makes no sense as a drill, as far as it shows without running it.</summary>
internal sealed class DrillChecks
{
    private readonly BoundDrill _drill;
    private readonly ActionIndex _index;
    private readonly Dictionary<TacticSymbol, ImmutableArray<UnitSymbol>> _able = [];
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    private DrillChecks(BoundDrill drill)
    {
        _drill = drill;
        _index = new ActionIndex(drill);
    }

    private Dialect Dialect => _drill.Sources[_drill.Sources.Length - 1].Dialect;

    private SourceUnit Main => _drill.Sources[_drill.Sources.Length - 1];

    /// <summary>All findings, in the order of the text of each file.</summary>
    public static ImmutableArray<Diagnostic> Check(BoundDrill drill, CancellationToken cancellationToken)
    {
        if (drill.Phases.IsEmpty)
        {
            return []; // A library: what it lacks, the drills that use it may have.
        }

        var checks = new DrillChecks(drill);
        checks.CheckUnits();
        cancellationToken.ThrowIfCancellationRequested();
        checks.CheckWaits();
        checks.CheckPhases();
        drill.VisitActions(checks.CheckOrder);
        checks.CheckUnused();
        checks.CheckTimes();
        checks.CheckSpelling();
        return checks._found.Count == 0
            ? []
            : [.. checks._found.OrderBy(d => d.Text.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start)];
    }

    private void Report(DiagnosticCode code, SourceUnit source, TextSpan span, params object[] arguments) =>
        _found.Add(new Diagnostic(code, source.Tree.Text, span, [.. arguments], []));

    private static string Quote(string name) => "“" + name + "”";

    private static string OneLine(SyntaxNode node) => Quote(string.Join(" ", node.ToString().Split()));

    private string Time(long ms)
    {
        var unit =
            ms % 3_600_000 == 0 ? (Concept.Hours, ms / 3_600_000)
            : ms % 60_000 == 0 ? (Concept.Minutes, ms / 60_000)
            : (Concept.Seconds, ms / 1000);
        return unit.Item2.ToString(CultureInfo.InvariantCulture) + " " + Words.Canonical(unit.Item1, Dialect);
    }

    private static long Least(BoundSpan span) => span.Low.Param?.Min ?? span.Low.Constant;

    private static long Most(BoundSpan span) => span.High.Param?.Max ?? span.High.Constant;

    private void CheckUnits()
    {
        var end = Most(_drill.EndsAfter);
        foreach (var unit in _drill.Units.Where(u => u.Source.Kind != SourceUnitKind.Prelude && _index.IsSent(u)))
        {
            if (unit.Personnel + unit.Vehicles + unit.Players == 0)
            {
                Report(DiagnosticCode.UnitWithoutStrength, unit.Source, unit.Span, Quote(unit.Name));
            }

            if (Least(unit.ReadyIn) > end)
            {
                Report(
                    DiagnosticCode.UnitTooLate,
                    unit.Source,
                    unit.Span,
                    Quote(unit.Name),
                    Time(Least(unit.ReadyIn)),
                    Time(end)
                );
            }
        }
    }

    // A tactic that needs a declared unit, which no order can bring in time.
    private void CheckUnitsOf(BoundRule rule, BoundTactic tactic)
    {
        if (!_able.TryGetValue(tactic.Tactic, out var able))
        {
            _able.Add(tactic.Tactic, able = [.. Able(tactic.Tactic)]);
        }

        if (able.IsEmpty)
        {
            return;
        }

        if (!able.Any(_index.IsSent))
        {
            Report(DiagnosticCode.NoEffectPossible, rule.Source, tactic.Syntax.Span, OneLine(tactic.Syntax));
            return;
        }

        if (rule.Phase?.For is not { } length || able.Any(unit => _index.IsSentOutside(unit, rule.Phase)))
        {
            return;
        }

        var first = able.Where(_index.IsSent).OrderBy(u => Least(u.ReadyIn)).First();
        if (Least(first.ReadyIn) > Most(length))
        {
            Report(
                DiagnosticCode.UnitTooLate,
                rule.Source,
                tactic.Syntax.Span,
                Quote(first.Name),
                Time(Least(first.ReadyIn)),
                Time(Most(length))
            );
        }
    }

    private IEnumerable<UnitSymbol> Able(TacticSymbol tactic) =>
        _drill.Units.Where(unit =>
            unit.Source.Kind != SourceUnitKind.Prelude
            && tactic.Uses.Any(kind =>
                unit.IsOfKind(kind) || unit.Name.Equals(kind, StringComparison.OrdinalIgnoreCase)
            )
        );

    // ---- Waiting for what never happens -----------------------------------------------------------------------------

    private void CheckWaits()
    {
        foreach (var rule in _drill.Rules)
        {
            if (rule.Trigger is BoundEventTrigger trigger)
            {
                foreach (var @event in trigger.Events.Where(e => !CanHappen(e)))
                {
                    Report(DiagnosticCode.NeverHappens, rule.Source, @event.Syntax.Span, OneLine(@event.Syntax));
                }
            }
        }

        foreach (var phase in _drill.Phases.Where(p => p.Until is { Condition: null }))
        {
            foreach (var @event in phase.Until?.Events.Where(e => !CanHappen(e)) ?? [])
            {
                Report(DiagnosticCode.NeverHappens, phase.Source, @event.Syntax.Span, OneLine(@event.Syntax));
            }
        }
    }

    // Crowd events and declared events can always be raised by the controller.
    private bool CanHappen(BoundEvent wanted) =>
        wanted.Kind switch
        {
            SignalKind.UnitArrives or SignalKind.UnitDeployed => wanted.Subject is UnitSymbol unit
                && _index.IsSent(unit),
            SignalKind.FormationArrives => wanted.Subject is FormationSymbol formation
                && formation.Units.All(_index.IsSent),
            SignalKind.UnitWithdrawn => wanted.Subject is { } back && _index.Withdrawn.Contains(back),
            SignalKind.CounterChanges => wanted.Subject is { } counter && _index.Counted.Contains(counter),
            SignalKind.ControlTaken => wanted.Subject is { } role && _index.InControl.Contains(role),
            SignalKind.ActivityStarts or SignalKind.ActivityEnds => wanted.Activity is { } activity
                && IsStarted(activity, wanted.By),
            _ => true,
        };

    private bool IsStarted(ActivityPattern wanted, RoleSymbol? by) =>
        wanted.Tactic is not null
            ? _index.Tactics.Any(t =>
                t.Tactic == wanted.Tactic
                && (wanted.Crowd is null || wanted.Crowd == t.Crowd)
                && (by is null || by == t.By)
            )
            : _index.HandOvers.Any(h =>
                h.Activity.Kind == wanted.Kind
                && wanted.From.All(unit => h.Activity.From.Contains(unit))
                && wanted.To.All(unit => h.Activity.To.Contains(unit))
                && (by is null || by == h.By)
            );

    // ---- Phases -----------------------------------------------------------------------------------------------------

    private void CheckPhases()
    {
        var end = Most(_drill.EndsAfter);
        foreach (var phase in _drill.Phases.Where(p => p.For is { } length && Least(length) > end))
        {
            Report(
                DiagnosticCode.LongerThanDrill,
                phase.Source,
                phase.Span,
                Quote(phase.Name),
                Time(Least(phase.For ?? BoundSpan.Zero)),
                Time(end)
            );
        }

        var reached = new HashSet<PhaseSymbol>();
        var open = new Stack<int>();
        open.Push(0);
        while (open.Count > 0)
        {
            var index = open.Pop();
            if (index >= _drill.Phases.Length || !reached.Add(_drill.Phases[index]))
            {
                continue;
            }

            var phase = _drill.Phases[index];
            var leaves = _index.Leaves.Where(a => a.Rule.Phase is null || a.Rule.Phase == phase).ToList();
            foreach (var target in leaves.Select(a => a.Leave.Phase).OfType<PhaseSymbol>())
            {
                open.Push(_drill.Phases.IndexOf(target));
            }

            if (!leaves.Any(a => a.Rule.Phase == phase && IsAtOnceElsewhere(a.Rule, a.Leave)))
            {
                open.Push(index + 1);
            }
        }

        foreach (var phase in _drill.Phases.Where(p => !reached.Contains(p)))
        {
            Report(DiagnosticCode.PhaseNeverReached, phase.Source, phase.Span, Quote(phase.Name));
        }
    }

    // at start -> go to X, without any condition: the phase always ends there.
    private static bool IsAtOnceElsewhere(BoundRule rule, BoundLeave leave) =>
        leave.Kind != LeaveKind.NextPhase
        && rule is { Trigger: BoundMomentTrigger { IsEnd: false }, Guard: null }
        && rule.Body.Contains(leave)
        && rule.Body.TakeWhile(a => a != leave)
            .All(a => a is BoundAnnounce or BoundDeploy or BoundWithdraw or BoundInject);

    // ---- Who orders what --------------------------------------------------------------------------------------------

    private void CheckOrder(BoundRule rule, BoundAction action)
    {
        if (action is BoundTactic able)
        {
            CheckUnitsOf(rule, able);
        }

        switch (action)
        {
            case BoundDeploy deploy:
                CheckCommand(rule, deploy.By, deploy.Units, action.Syntax);
                break;
            case BoundWithdraw withdraw:
                CheckCommand(rule, withdraw.By, withdraw.Units, action.Syntax);
                break;
            case BoundTactic { By: { Commands.IsEmpty: false } by } tactic when tactic.Tactic.Uses.Length > 0:
                if (!tactic.Tactic.Uses.Any(kind => by.Commands.Any(unit => unit.IsOfKind(kind))))
                {
                    Report(
                        DiagnosticCode.RoleDoesNotCommand,
                        rule.Source,
                        action.Syntax.Span,
                        Quote(by.Name),
                        string.Join(" / ", tactic.Tactic.Uses)
                    );
                }

                break;
            case BoundHandOver handOver:
                CheckCommand(rule, handOver.By, handOver.Activity.To, action.Syntax);
                CheckHandOver(rule, handOver);
                break;
        }
    }

    private void CheckCommand(BoundRule rule, RoleSymbol? by, ImmutableArray<UnitSymbol> units, SyntaxNode at)
    {
        if (by is null || by.Commands.IsEmpty)
        {
            return;
        }

        foreach (var unit in units.Where(u => !by.Commands.Any(c => c == u || SameKindOfPrelude(c, u))))
        {
            Report(DiagnosticCode.RoleDoesNotCommand, rule.Source, at.Span, Quote(by.Name), Quote(unit.Name));
        }
    }

    // A role of the prelude commands the drill's own unit of that kind.
    private static bool SameKindOfPrelude(UnitSymbol commanded, UnitSymbol unit) =>
        commanded.Source.Kind == SourceUnitKind.Prelude && unit.IsOfKind(commanded.Kind);

    private void CheckHandOver(BoundRule rule, BoundHandOver handOver)
    {
        (string[] From, string[] To) wanted = handOver.Activity.Kind switch
        {
            ActivityKind.LapisGanti => (["Dalmas Awal"], ["Dalmas Lanjut"]),
            ActivityKind.LintasGanti => (["Dalmas Lanjut"], ["PHH", "Brimob", "Penindak"]),
            _ => ([], []),
        };
        if (
            wanted.From.Length == 0
            || (Fits(handOver.Activity.From, wanted.From) && Fits(handOver.Activity.To, wanted.To))
        )
        {
            return;
        }

        var word = handOver.Activity.Kind == ActivityKind.LapisGanti ? Concept.LapisGanti : Concept.LintasGanti;
        Report(
            DiagnosticCode.HandOverBetweenWrongKinds,
            rule.Source,
            handOver.Syntax.Span,
            Words.Canonical(word, Dialect),
            Kinds(handOver.Activity.From) + " → " + Kinds(handOver.Activity.To),
            string.Join(" / ", wanted.From) + " → " + string.Join(" / ", wanted.To)
        );
    }

    private static bool Fits(ImmutableArray<UnitSymbol> units, string[] kinds) =>
        units.All(unit => kinds.Any(unit.IsOfKind));

    private static string Kinds(ImmutableArray<UnitSymbol> units) =>
        string.Join(" + ", units.Select(u => u.Kind.Length > 0 ? u.Kind : u.Name));

    // ---- The rest ---------------------------------------------------------------------------------------------------

    private void CheckUnused()
    {
        foreach (var symbol in Main.Names.All.Where(s => !s.IsUsed))
        {
            if (symbol is ParamSymbol or CounterSymbol or FormationSymbol or TacticSymbol or TemperSymbol)
            {
                Report(DiagnosticCode.NeverUsed, Main, symbol.Span, Quote(symbol.Name));
            }
        }
    }

    private void CheckTimes()
    {
        if (_drill.Facts.StartsAtMs is not { } start)
        {
            return;
        }

        var length = Most(_drill.EndsAfter);
        foreach (var rule in _drill.Rules)
        {
            if (rule.Trigger is BoundClockTrigger clock && After(start, clock.ClockMs) > length)
            {
                ReportOutside(rule.Source, rule.Syntax.Trigger);
            }
        }

        foreach (var @event in _drill.Events)
        {
            if (@event.AtClockMs is { } at && After(start, at) > length && @event.Declaration.Body is { } body)
            {
                ReportOutside(@event.Source, body.Clause(Concept.At) ?? (SyntaxNode)body);
            }
        }
    }

    private void ReportOutside(SourceUnit source, SyntaxNode at) =>
        Report(DiagnosticCode.OutsideDrillTime, source, at.Span, OneLine(at));

    /// <summary>The time from one clock time to another, the next day's if it is earlier.</summary>
    internal static long After(long startMs, long clockMs) =>
        clockMs >= startMs ? clockMs - startMs : clockMs - startMs + 86_400_000;

    // Agencies and channels are free words; one used once that is close to one used more often is probably a slip.
    private void CheckSpelling()
    {
        var agencies = _drill
            .Units.Where(u => u.Source.Kind != SourceUnitKind.Prelude && u.Agency.Length > 0)
            .Select(u => new FreeWord(u.Agency, u.Source, u.Span));
        var channels = _index
            .Injects.Where(a => a.Inject.Via.Length > 0)
            .Select(a => new FreeWord(a.Inject.Via, a.Rule.Source, a.Inject.Syntax.Span));
        foreach (var words in new[] { agencies.ToList(), channels.ToList() })
        {
            var groups = words.GroupBy(w => NameTable.Key(w.Word), StringComparer.Ordinal).ToList();
            foreach (var single in groups.Where(g => g.Count() == 1).Select(g => g.First()))
            {
                var others = groups.Where(g => g.Count() > 1 && Math.Abs(g.Key.Length - single.Word.Length) <= 1);
                if (
                    single.Word.Length > 3
                    && Nearest.To(single.Word, others.Select(g => g.First().Word)) is { } similar
                    && Nearest.IsOneSlip(single.Word, similar)
                )
                {
                    Report(
                        DiagnosticCode.LooksLikeMisspelling,
                        single.Source,
                        single.Span,
                        Quote(single.Word),
                        Quote(similar)
                    );
                }
            }
        }
    }

    /// <summary>A word that need not be declared, and where it stands.</summary>
    private sealed record FreeWord(string Word, SourceUnit Source, TextSpan Span);
}
