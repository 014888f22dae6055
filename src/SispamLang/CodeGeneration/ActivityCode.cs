using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes how tactics and hand-overs start and end.</summary>
internal static class ActivityCode
{
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
        SweepCode.WriteChanged(emission, ReadKind.UnderWay, activity);
        code.Line(
            "int ended = "
                + Emission.Tell(
                    "ActivityEnds",
                    Literal.Of(activity),
                    cutShort,
                    "0",
                    Literal.Of(by),
                    $"TSink.IsOn ? _causes.ActivityEntry{rule} : -1",
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

    public static void WriteStop(Emission emission, StopActivities stop)
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
                    code.Line($"Cut{rule}<TSink>(ref s);");
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

    public static void WriteBegin(Emission emission, int rule, Begin begin)
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
        MeasureCode.WriteActivityStarts(emission, begin.Activity);
        code.Open("if (TSink.IsOn)");
        code.Line($"_causes.ActivityEntry{rule} = started;");
        code.Close();
        code.Blank();
        code.Line($"s.UnderWay{begin.Activity}++;");
        SweepCode.WriteChanged(emission, ReadKind.UnderWay, begin.Activity);
        emission.Enqueue(new ItemCode(SignalKind.ActivityStarts, begin.Activity), "0", by, "started", site);
    }

    public static void WriteFinish(Emission emission, int rule, Finish finish)
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
