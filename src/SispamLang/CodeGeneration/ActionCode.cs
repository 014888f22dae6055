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
                SweepCode.WriteChanged(emission, ReadKind.Control);
                code.Line(
                    "int taken = " + Emission.Tell("ControlTaken", $"{take.Role}", "0", "0", "-1", "firing", site) + ";"
                );
                emission.Enqueue(new ItemCode(SignalKind.ControlTaken, take.Role), "0", "-1", "taken", site);
                break;
            case Leave leave:
                var phase = leave.Kind == LeaveKind.GoTo ? leave.Phase : -1;
                code.Line(
                    $"Leave<TSink>(ref s, {(int)leave.Kind + 1}, {phase}, {Literal.Of(leave.By)}, firing, {site});"
                );
                break;
            case StopActivities stop:
                ActivityCode.WriteStop(emission, stop);
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
                ActivityCode.WriteBegin(emission, rule, begin);
                break;
            case Finish finish:
                ActivityCode.WriteFinish(emission, rule, finish);
                break;
            case CutShort cut:
                ActivityCode.WriteEnd(emission, rule, cut.Activity, cutShort: true, cut.By, cut.Site);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        void Tell(string entry, int subject, int by) =>
            code.Line(Emission.Tell(entry, Literal.Of(subject), "0", "0", Literal.Of(by), "firing", site) + ";");
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
        SweepCode.WriteChanged(emission, ReadKind.Unit, unit);
        code.Line("int order = " + Emission.Tell("Deploy", $"{unit}", "place", "0", by, "firing", site) + ";");
        MeasureCode.WriteDeploy(emission, unit);
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
        SweepCode.WriteChanged(emission, ReadKind.Unit, unit);
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
        SweepCode.WriteChanged(emission, ReadKind.Counter, counter);
        code.Line(
            "int entry = "
                + Emission.Tell("CounterIs", $"{counter}", "now == wanted ? 0 : 1", "now", "-1", "firing", site)
                + ";"
        );
        code.Open("if (now != before)");
        emission.Enqueue(new ItemCode(SignalKind.CounterChanges, counter), "now", "-1", "entry", site);
        code.Close();
    }

    private static void WriteChance(Emission emission, Chance chance, string target)
    {
        var code = emission.Out;
        var amount = emission.Amount(chance.Percentage);
        var fails = chance.Percentage switch
        {
            { Param: < 0, Constant: <= 0 } => "true",
            { Param: < 0, Constant: >= 10_000 } => "false",
            { Param: < 0 } => "!" + ChanceCode.ComesTrue(emission, chance, "firing"),
            _ =>
                $"{amount} <= 0 || ({amount} < 10000 && {ChanceCode.Draw(emission, chance.Stream, "firing")} >= {amount})",
        };
        if (fails == "false")
        {
            return;
        }

        code.Open($"if ({fails})");
        code.Line($"goto {target};");
        code.Close();
    }
}
