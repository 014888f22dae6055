using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the steps that take no time.</summary>
internal static class ActionCode
{
    public static void Write(Emission emission, int rule, Instruction step)
    {
        var (program, code) = (emission.Program, emission.Out);
        var body = program.Rules[rule].Body;
        var site = Literal.Of(step.Site);
        switch (step)
        {
            case Deploy deploy:
                WriteDeploy(emission, rule, deploy);
                break;
            case Withdraw withdraw:
                WriteWithdraw(emission, withdraw);
                break;
            case Announce announce:
                Tell("Announce", announce.Text, announce.By);
                break;
            case SendInject send:
                code.Line(
                    "int sent = " + Emission.Tell("InjectSent", $"{send.Inject}", "0", "0", "-1", "firing", site) + ";"
                );
                if (program.Injects[send.Inject].Within is not null)
                {
                    TimerCode.Set(emission, emission.Uses.Timer(TimerKind.InjectDue, send.Inject), "sent");
                }

                break;
            case RaiseEvent raise:
                emission.Enqueue(
                    new ItemCode(SignalKind.EventHappens, raise.Event),
                    "0",
                    Literal.Of(raise.By),
                    "firing",
                    site
                );
                break;
            case CrowdHappens happens:
                emission.Enqueue(
                    new ItemCode(happens.Kind, happens.Crowd),
                    happens.Argument is { } argument ? emission.Amount(argument) : "-1",
                    Literal.Of(happens.By),
                    "firing",
                    site
                );
                break;
            case AddToCounter add:
                WriteCounter(emission, add.Counter, $"s.Counter{add.Counter} + {emission.Amount(add.Value)}", site);
                break;
            case SetCounter set:
                WriteCounter(emission, set.Counter, emission.Amount(set.Value), site);
                break;
            case TakeControl take:
                code.Line($"s.Control = {Literal.Of(take.Role)};");
                code.Line(
                    "int taken = " + Emission.Tell("ControlTaken", $"{take.Role}", "0", "0", "-1", "firing", site) + ";"
                );
                emission.Enqueue(new ItemCode(SignalKind.ControlTaken, take.Role), "0", "-1", "taken", site);
                break;
            case Leave leave:
                var phase = leave.Kind == LeaveKind.GoTo ? leave.Phase : -1;
                code.Line($"Leave<TSink>({(int)leave.Kind + 1}, {phase}, {Literal.Of(leave.By)}, firing, {site});");
                break;
            case StopActivities stop:
                WriteStop(emission, stop);
                break;
            case Jump jump:
                code.Line($"goto {StepCode.Label(body, jump.Target)};");
                break;
            case JumpUnless jump:
                code.Open($"if (!{ConditionCode.Of(emission, jump.Condition)})");
                code.Line($"goto {StepCode.Label(body, jump.Target)};");
                code.Close();
                break;
            case Chance chance:
                WriteChance(emission, chance, StepCode.Label(body, chance.Target));
                break;
            case SetCount set:
                code.Line($"s.Count{rule} = {emission.Amount(set.Value)};");
                break;
            case MarkNext mark:
                code.Line($"s.Noted{rule} = s.Now + {ChanceCode.Span(emission, mark.Period, "firing")};");
                break;
            case CountDown down:
                code.Open($"if (--s.Count{rule} <= 0)");
                code.Line($"goto {StepCode.Label(body, down.Target)};");
                code.Close();
                break;
            case Begin begin:
                WriteBegin(emission, rule, begin);
                break;
            case Finish finish:
                WriteFinish(emission, rule, finish);
                break;
            case CutShort cut:
                WriteEnd(emission, rule, cut.Activity, cutShort: true, cut.By, cut.Site);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        void Tell(string entry, int subject, int by) =>
            code.Line(Emission.Tell(entry, Literal.Of(subject), "0", "0", Literal.Of(by), "firing", site) + ";");
    }

    /// <summary>Writes that an activity ends.</summary>
    public static void WriteEnd(Emission emission, int rule, int activity, bool cutShort, int by, int site)
    {
        var code = emission.Out;
        code.Open();
        WriteEnded(emission, rule, activity, cutShort ? "1" : "0", by, site);
        code.Close();
    }

    private static void WriteEnded(Emission emission, int rule, int activity, string cutShort, int by, int site)
    {
        var code = emission.Out;
        code.Line($"s.UnderWay{activity}--;");
        code.Line(
            "int ended = "
                + Emission.Tell(
                    "ActivityEnds",
                    Literal.Of(activity),
                    cutShort,
                    "0",
                    Literal.Of(by),
                    $"TSink.IsOn ? s.ActivityEntry{rule} : -1",
                    Literal.Of(site)
                )
                + ";"
        );
        emission.Enqueue(
            new ItemCode(SignalKind.ActivityEnds, activity),
            "0",
            Literal.Of(by),
            "ended",
            Literal.Of(site)
        );
    }

    private static void WriteDeploy(Emission emission, int rule, Deploy deploy)
    {
        var code = emission.Out;
        var (unit, site, by) = (deploy.Unit, Literal.Of(deploy.Site), Literal.Of(deploy.By));
        var place = deploy.To.Kind switch
        {
            DestinationKind.Place => Literal.Of(deploy.To.Index),
            DestinationKind.Default => "DefaultPlace(ref s)",
            _ => $"s.HandOverPlace{rule}",
        };
        code.Line($"int place = {place};");
        code.Open($"if (IsOut(s.Placement{unit}) && s.PlaceOf{unit} == place)");
        if (!deploy.Quietly)
        {
            code.Line(Emission.Tell("IgnoredDeploy", $"{unit}", "place", "0", by, "firing", site) + ";");
        }

        code.Close();
        code.Open("else");
        code.Line($"s.Placement{unit} = Rt::Placement.OnTheWay;");
        code.Line($"s.PlaceOf{unit} = place;");
        code.Line("int order = " + Emission.Tell("Deploy", $"{unit}", "place", "0", by, "firing", site) + ";");
        emission.Enqueue(new ItemCode(SignalKind.UnitDeployed, unit), "0", by, "order", site);
        TimerCode.Set(emission, emission.Uses.Timer(TimerKind.UnitArrives, unit), "order");
        code.Close();
    }

    private static void WriteWithdraw(Emission emission, Withdraw withdraw)
    {
        var code = emission.Out;
        var (unit, site, by) = (withdraw.Unit, Literal.Of(withdraw.Site), Literal.Of(withdraw.By));
        code.Open($"if (IsOut(s.Placement{unit}))");
        code.Line($"s.Placement{unit} = Rt::Placement.Back;");
        code.Line($"s.PlaceOf{unit} = -1;");
        TimerCode.Off(emission, emission.Uses.Timer(TimerKind.UnitArrives, unit));
        code.Line("int order = " + Emission.Tell("Withdraw", $"{unit}", "0", "0", by, "firing", site) + ";");
        emission.Enqueue(new ItemCode(SignalKind.UnitWithdrawn, unit), "0", by, "order", site);
        code.Close();
        if (!withdraw.Quietly)
        {
            code.Open("else");
            code.Line(Emission.Tell("IgnoredWithdraw", $"{unit}", "0", "0", by, "firing", site) + ";");
            code.Close();
        }
    }

    private static void WriteCounter(Emission emission, int counter, string value, string site)
    {
        var code = emission.Out;
        var spec = emission.Program.Counters[counter];
        code.Line($"long wanted = {value};");
        code.Line($"long before = s.Counter{counter};");
        code.Line($"long now = global::System.Math.Clamp(wanted, {Literal.Of(spec.Min)}, {Literal.Of(spec.Max)});");
        code.Line($"s.Counter{counter} = now;");
        code.Line(
            "int entry = "
                + Emission.Tell("CounterIs", $"{counter}", "now == wanted ? 0 : 1", "now", "-1", "firing", site)
                + ";"
        );
        code.Open("if (now != before)");
        emission.Enqueue(new ItemCode(SignalKind.CounterChanges, counter), "now", "-1", "entry", site);
        code.Close();
    }

    private static void WriteStop(Emission emission, StopActivities stop)
    {
        var (program, code) = (emission.Program, emission.Out);
        foreach (var activity in stop.Activities)
        {
            code.Open($"if (s.UnderWay{activity} != 0)");
            code.Line(
                Emission.Tell(
                    "OrderStop",
                    $"{activity}",
                    "0",
                    "0",
                    Literal.Of(stop.By),
                    "firing",
                    Literal.Of(stop.Site)
                ) + ";"
            );
            for (var rule = 0; rule < program.Rules.Length; rule++)
            {
                foreach (var cut in StepCode.Cuts(program.Rules[rule].Body).Where(cut => cut.Activity == activity))
                {
                    code.Open($"if (s.At{rule} == {cut.Step + 1})");
                    code.Line($"Cut{rule}<TSink>();");
                    code.Line($"s.At{rule} = -1;");
                    TimerCode.Off(emission, emission.Uses.Timer(TimerKind.RuleStep, rule));
                    code.Open($"if (s.WayOn{rule} == 0)");
                    emission.Enqueue(new ItemCode(ItemKind.StepEnds, rule), "0", "-1", "-1", "-1");
                    code.Close();
                    code.Blank();
                    code.Line($"s.WayOn{rule} = {cut.Target + 2};");
                    code.Close();
                }
            }

            code.Close();
            code.Blank();
        }
    }

    private static void WriteChance(Emission emission, Chance chance, string target)
    {
        var code = emission.Out;
        var roll = chance.Stream < 0 ? "" : ChanceCode.Draw(emission, chance.Stream, "firing");
        var amount = emission.Amount(chance.Percentage);
        var fails = chance.Percentage switch
        {
            { Param: < 0, Constant: <= 0 } => "true",
            { Param: < 0, Constant: >= 10_000 } => "false",
            { Param: < 0 } => $"{roll} >= {amount}",
            _ => $"{amount} <= 0 || ({amount} < 10000 && {roll} >= {amount})",
        };
        if (fails == "false")
        {
            return;
        }

        code.Open($"if ({fails})");
        code.Line($"goto {target};");
        code.Close();
    }

    private static void WriteBegin(Emission emission, int rule, Begin begin)
    {
        var code = emission.Out;
        var activity = emission.Program.Activities[begin.Activity];
        if (activity.Kind != ActivityKind.Tactic)
        {
            var place = "DefaultPlace(ref s)";
            foreach (var unit in activity.From.Reverse())
            {
                place = $"IsOut(s.Placement{unit}) ? s.PlaceOf{unit} : {place}";
            }

            code.Line($"s.HandOverPlace{rule} = {place};");
        }

        var (by, site) = (Literal.Of(begin.By), Literal.Of(begin.Site));
        code.Line(
            "int started = " + Emission.Tell("ActivityStarts", $"{begin.Activity}", "0", "0", by, "firing", site) + ";"
        );
        code.Open("if (TSink.IsOn)");
        code.Line($"s.ActivityEntry{rule} = started;");
        code.Close();
        code.Blank();
        code.Line($"s.UnderWay{begin.Activity}++;");
        emission.Enqueue(new ItemCode(SignalKind.ActivityStarts, begin.Activity), "0", by, "started", site);
    }

    private static void WriteFinish(Emission emission, int rule, Finish finish)
    {
        var activity = emission.Program.Activities[finish.Activity];
        WriteEnded(emission, rule, finish.Activity, "0", finish.By, finish.Site);
        ChanceCode.Roll(
            emission,
            activity.Effects,
            activity.EffectStream,
            "ended",
            (outcome, cause) =>
                emission.Enqueue(
                    new ItemCode(outcome.Kind, activity.Crowd),
                    "-1",
                    "-1",
                    cause,
                    Literal.Of(activity.EffectSite)
                )
        );
    }
}
