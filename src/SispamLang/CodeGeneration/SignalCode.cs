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
        emission.InlineIfSmall();
        code.Open(
            $"private void {item.Name}<TSink>(ref State s, long argument, int by, int cause, int site){FileCode.Where}"
        );
        if (item.Kind == ItemKind.StepEnds)
        {
            WriteStepEnds(emission, item.Subject);
            return;
        }

        if (item.Kind == ItemKind.Rolls)
        {
            ExploredRolls.WriteTake(emission, item.Subject);
            return;
        }

        if (item.Signal == SignalKind.PhaseStarts)
        {
            // What the end of a phase led to still belongs to it.
            WatchCode.Call(emission, "ClosePhaseScopes<TSink>(ref s, _causes.PhaseEndEntry);");
        }

        WriteChange(emission, item);
        if (ChangesSituation(emission.Program, item))
        {
            code.Open("if (TSink.IsOn)");
            code.Line("TellSituation<TSink>(ref s, entry, site);");
            code.Close();
            code.Blank();
            MeasureCode.WriteSituationMoves(emission);
        }

        code.Open("if (TSink.IsOn)");
        code.Line("_causes.LastItem = entry;");
        code.Close();
        code.Blank();
        WatchCode.WriteSignal(emission, item);
        if (item.Signal is { } signal)
        {
            ListenerCode.WriteMarks(emission, signal, item.Subject);
            ListenerCode.WriteRules(emission, signal, item.Subject);
        }
        else if (item.Kind == ItemKind.RuleDue)
        {
            code.Line($"Trigger{item.Subject}<TSink>(ref s, entry);");
        }

        SweepCode.WriteSweep(emission, item);
        WatchCode.WriteState(emission, item);
        code.Close();
    }

    private static void WriteStepEnds(Emission emission, int rule)
    {
        var code = emission.Out;
        ExploredMarks.WriteMark(emission, rule);
        code.Open($"if (s.WayOn{rule} != 0)");
        code.Line($"StepOver{rule}<TSink>(ref s, s.WayOn{rule} - 1);");
        code.Close();
        code.Close();
        code.Blank();
        code.Summary($"Rule {rule} goes on at a step, as what was taken from the queue.");
        emission.InlineIfSmall();
        code.Open($"private void StepOver{rule}<TSink>(ref State s, int step){FileCode.Where}");
        code.Line($"int entry = TSink.IsOn ? _causes.Firing{rule} : -1;");
        code.Open("if (TSink.IsOn)");
        code.Line("_causes.LastItem = entry;");
        code.Close();
        code.Blank();
        code.Line($"GoOn{rule}<TSink>(ref s, step);");
        var item = new ItemCode(ItemKind.StepEnds, rule);
        SweepCode.WriteSweep(emission, item);
        WatchCode.WriteState(emission, item);
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
                code.Line($"int entry = {TellItem("FormationArrives", subject, "(int)argument")};");
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
    public const string CauseIsEntry = "int entry = TSink.IsOn ? cause : -1;";

    /// <summary>A call that writes the item's own entry.</summary>
    public static string TellItem(string entry, int subject, string b = "0", string c = "0") =>
        Emission.Tell(entry, Literal.Of(subject), b, c, "by", "cause", "site");

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
        MeasureCode.WriteArrival(emission, unit);
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

    private static string Describe(DrillProgram program, ItemCode item)
    {
        var subject = item.Subject;
        return item.Kind switch
        {
            ItemKind.RuleDue => $"the time of rule {subject} has come: {program.Rules[subject].Text}",
            ItemKind.StepEnds => $"rule {subject} goes on: {program.Rules[subject].Text}",
            ItemKind.Rolls => $"a roll: {TimerCode.Describe(program, subject)}",
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
