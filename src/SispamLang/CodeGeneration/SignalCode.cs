using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes a method for each thing that can stand in the queue: what it changes, and which rules it triggers.</summary>
internal static class SignalCode
{
    public static void Write(Emission emission)
    {
        // Taking one item may put others into the queue that nothing else does.
        for (var i = 0; i < emission.Items.All.Count; i++)
        {
            WriteItem(emission, emission.Items.All[i]);
        }

        SituationCode.Write(emission);
    }

    private static void WriteItem(Emission emission, ItemCode item)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("Takes from the queue: " + Describe(emission.Program, item) + ".");
        code.Open($"private void {item.Name}<TSink>(ref Item item){FileCode.Where}");
        code.Line("ref State s = ref _state;");
        WriteChange(emission, item);
        if (ChangesSituation(emission.Program, item))
        {
            code.Open("if (TSink.IsOn)");
            code.Line("TellSituation<TSink>(entry, item.Site);");
            code.Close();
            code.Blank();
        }

        code.Open("if (TSink.IsOn)");
        code.Line("s.LastItem = entry;");
        code.Close();
        code.Blank();
        if (item.Signal is { } signal)
        {
            WriteMarks(emission, signal, item.Subject);
            WriteRules(emission, signal, item.Subject);
        }
        else if (item.Kind == ItemKind.StepEnds)
        {
            code.Line($"GoOn{item.Subject}<TSink>(s.WayOn{item.Subject} - 1);");
        }
        else if (item.Kind == ItemKind.RuleDue)
        {
            code.Line($"Trigger{item.Subject}<TSink>(entry);");
        }

        if (emission.Uses.Sweeps)
        {
            code.Line("Sweep<TSink>(entry);");
        }

        code.Close();
    }

    // What the item does before any rule sees it, and the variable "entry".
    private static void WriteChange(Emission emission, ItemCode item)
    {
        var (program, code) = (emission.Program, emission.Out);
        var subject = item.Subject;
        switch (item.Kind)
        {
            case ItemKind.InjectDue:
                code.Line($"int entry = {TellItem("InjectDue", subject)};");
                return;
            case ItemKind.StepEnds:
                code.Open($"if (s.WayOn{subject} == 0)");
                code.Line("return;");
                code.Close();
                code.Blank();
                code.Line($"int entry = TSink.IsOn ? s.Firing{subject} : -1;");
                return;
            case ItemKind.RuleDue:
                WriteRuleDue(emission, subject);
                return;
        }

        switch (item.Signal)
        {
            case SignalKind.DrillStarts:
                LifeCode.WriteDrillStarts(emission);
                return;
            case SignalKind.DrillEnds:
                LifeCode.WriteDrillEnds(emission);
                return;
            case SignalKind.PhaseStarts:
                LifeCode.WritePhaseStarts(emission, subject);
                return;
            case SignalKind.PhaseEnds:
                LifeCode.WritePhaseEnds(emission, subject);
                return;
            case SignalKind.UnitArrives:
                WriteArrival(emission, subject);
                return;
            case SignalKind.FormationArrives:
                code.Line($"int entry = {TellItem("FormationArrives", subject, "(int)item.Argument")};");
                return;
            case SignalKind.EventHappens:
                code.Line($"int entry = {TellItem("EventHappens", subject)};");
                if (program.Events[subject].IsLifeThreatening)
                {
                    code.Line("s.LifeThreatened = 1;");
                }

                return;
            case SignalKind.UnitDeployed
            or SignalKind.UnitWithdrawn
            or SignalKind.ActivityStarts
            or SignalKind.ActivityEnds
            or SignalKind.CounterChanges
            or SignalKind.ControlTaken:
                // It was done with the action.
                code.Line(CauseIsEntry);
                return;
            default:
                CrowdCode.Write(emission, item.Signal!.Value, subject);
                return;
        }
    }

    /// <summary>For an item that writes no entry, its cause stands for it.</summary>
    public const string CauseIsEntry = "int entry = TSink.IsOn ? item.Cause : -1;";

    /// <summary>A call that writes the item's own entry.</summary>
    public static string TellItem(string entry, int subject, string b = "0", string c = "0") =>
        Emission.Tell(entry, Literal.Of(subject), b, c, "item.By", "item.Cause", "item.Site");

    private static void WriteRuleDue(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        var timer = emission.Uses.Timer(TimerKind.RuleTrigger, number);
        code.Line(CauseIsEntry);
        if (rule.Trigger is not EveryTrigger every)
        {
            return;
        }

        if (every.While is not null)
        {
            code.Open($"if (s.Held{number} == 0 || s.Due{timer} != long.MaxValue)");
            code.Line("return;");
            code.Close();
            code.Blank();
        }

        TimerCode.Set(emission, timer, "entry");
    }

    private static void WriteArrival(Emission emission, int unit)
    {
        var (program, code) = (emission.Program, emission.Out);
        var timer = emission.Uses.Timer(TimerKind.UnitArrives, unit);
        code.Open($"if (s.Placement{unit} != Rt::Placement.OnTheWay || s.Due{timer} != long.MaxValue)");
        code.Line("// It was sent elsewhere or withdrawn in this very instant.");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line($"s.Placement{unit} = Rt::Placement.AtPlace;");
        code.Line($"int entry = {TellItem("UnitArrives", unit, $"s.PlaceOf{unit}")};");
        for (var i = 0; i < program.Formations.Length; i++)
        {
            var formation = program.Formations[i];
            if (!formation.Units.Contains(unit))
            {
                continue;
            }

            var there = formation
                .Units.Where(other => other != unit)
                .Select(other => $"s.Placement{other} == Rt::Placement.AtPlace && s.PlaceOf{other} == s.PlaceOf{unit}");
            code.Open($"if ({string.Join(" && ", there.DefaultIfEmpty("true"))})");
            emission.Enqueue(
                new ItemCode(SignalKind.FormationArrives, i),
                $"s.PlaceOf{unit}",
                "-1",
                "entry",
                Literal.Of(formation.Site)
            );
            code.Close();
            code.Blank();
        }
    }

    private static bool ChangesSituation(DrillProgram program, ItemCode item) =>
        item.Signal switch
        {
            SignalKind.CrowdGathers
            or SignalKind.CrowdEscalates
            or SignalKind.CrowdCalms
            or SignalKind.CrowdJoins
            or SignalKind.CrowdDisperses => true,
            SignalKind.PhaseStarts => program.Events.Any(@event => @event.IsLifeThreatening),
            SignalKind.EventHappens => program.Events[item.Subject].IsLifeThreatening,
            _ => false,
        };

    // Steps and phases whose until names this signal note that it came.
    private static void WriteMarks(Emission emission, SignalKind kind, int subject)
    {
        var (program, code) = (emission.Program, emission.Out);
        for (var rule = 0; rule < program.Rules.Length; rule++)
        {
            var body = program.Rules[rule].Body;
            for (var step = 0; step < body.Length; step++)
            {
                if (Match(Features.UntilOf(body[step])?.Signals, kind, subject) is { } by)
                {
                    code.Open($"if ({And($"s.At{rule} == {step + 1}", by)})");
                    code.Line($"s.UntilCame{rule} = 1;");
                    code.Close();
                    code.Blank();
                }
            }
        }

        for (var phase = 0; phase < program.Phases.Length; phase++)
        {
            if (Match(program.Phases[phase].Until?.Signals, kind, subject) is { } by)
            {
                code.Open($"if ({And($"s.Phase == {phase} && s.PhaseEnding == 0 && s.UntilCame == 0", by)})");
                code.Line("s.UntilCame = 1;");
                code.Open("if (TSink.IsOn)");
                code.Line("s.UntilEntry = entry;");
                code.Close();
                code.Close();
                code.Blank();
            }
        }
    }

    private static void WriteRules(Emission emission, SignalKind kind, int subject)
    {
        var (program, code) = (emission.Program, emission.Out);
        for (var number = 0; number < program.Rules.Length; number++)
        {
            var rule = program.Rules[number];
            if (rule.Trigger is not SignalTrigger trigger || Match(trigger.Signals, kind, subject) is not { } by)
            {
                continue;
            }

            var listens = kind switch
            {
                SignalKind.PhaseStarts or SignalKind.PhaseEnds when rule.Phase >= 0 => rule.Phase == subject
                    ? ""
                    : null,
                SignalKind.DrillEnds when rule.Phase < 0 => "",
                _ => RuleCode.Listens(rule),
            };
            if (listens is null)
            {
                continue;
            }

            var condition = And(listens, by);
            if (condition.Length == 0)
            {
                code.Line($"Trigger{number}<TSink>(entry);");
                continue;
            }

            code.Open($"if ({condition})");
            code.Line($"Trigger{number}<TSink>(entry);");
            code.Close();
            code.Blank();
        }
    }

    // Null: no pattern fits. Otherwise what else has to hold: nothing, or by whom it was.
    private static string? Match(ImmutableArray<SignalPattern>? patterns, SignalKind kind, int subject)
    {
        if (patterns is not { } all)
        {
            return null;
        }

        var fitting = all.Where(pattern =>
                pattern.Kind == kind
                && (kind is SignalKind.DrillStarts or SignalKind.DrillEnds || pattern.Subject == subject)
            )
            .ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        return fitting.Any(pattern => pattern.By < 0)
            ? ""
            : "(" + string.Join(" || ", fitting.Select(pattern => $"item.By == {pattern.By}").Distinct()) + ")";
    }

    private static string And(string left, string right) =>
        left.Length == 0 ? right
        : right.Length == 0 ? left
        : left + " && " + right;

    private static string Describe(DrillProgram program, ItemCode item)
    {
        var subject = item.Subject;
        return item.Kind switch
        {
            ItemKind.RuleDue => $"the time of rule {subject} has come: {program.Rules[subject].Text}",
            ItemKind.StepEnds => $"rule {subject} goes on: {program.Rules[subject].Text}",
            ItemKind.InjectDue => $"the time to answer is over: {program.Injects[subject].Text}",
            _ => item.Signal switch
            {
                SignalKind.DrillStarts => "the drill starts",
                SignalKind.DrillEnds => "the drill ends",
                SignalKind.PhaseStarts => $"phase {program.Phases[subject].Name} starts",
                SignalKind.PhaseEnds => $"phase {program.Phases[subject].Name} ends",
                SignalKind.UnitArrives => program.Units[subject].Name + " arrives",
                SignalKind.UnitDeployed => program.Units[subject].Name + " is deployed",
                SignalKind.UnitWithdrawn => program.Units[subject].Name + " is withdrawn",
                SignalKind.FormationArrives => program.Formations[subject].Name + " arrives",
                SignalKind.ActivityStarts => program.Activities[subject].Label + " starts",
                SignalKind.ActivityEnds => program.Activities[subject].Label + " ends",
                SignalKind.EventHappens => program.Events[subject].Name,
                SignalKind.CounterChanges => program.Counters[subject].Name + " changes",
                SignalKind.ControlTaken => program.Roles[subject].Name + " takes control",
                var kind => $"{kind}, {program.Crowds[subject].Name}",
            },
        };
    }
}
