using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes how a runner that measures keeps a run's figures, at the points where things happen. For any other runner none
/// of these methods writes anything.
/// </summary>
internal static class MeasureCode
{
    /// <summary>Stands for a value that has not come up.</summary>
    private const string Absent = "Rt::MeasuringRunner.Absent";

    /// <summary>Until a unit is there for which red did not wait.</summary>
    private const string Waiting = "-1";

    /// <summary>Writes the members that hold the figures.</summary>
    public static void Write(Emission emission)
    {
        if (!emission.Options.Measures)
        {
            return;
        }

        var code = emission.Out;
        var measures = MeasureSpec.Of(emission.Program);
        code.Blank();
        code.Line("private Figures _figures;");
        code.Line("private static readonly Figures NoFigures = EmptyFigures();");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line(
            "public override global::System.ReadOnlySpan<long> Measured => "
                + $"global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref _figures.DrillTime, {measures.Length});"
        );
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("public override Rt::DrillEndReason Ending => _figures.Ending;");
        code.Blank();
        code.Summary("What is measured, in the order of the list; then what it takes to measure it.");
        code.Open("private struct Figures");
        foreach (var measure in measures)
        {
            code.Line($"public long {Name(measure)};");
        }

        code.Line("public long PhaseSince;");
        code.Line("public long SituationSince;");
        code.Line("public Rt::Situation Situation;");
        code.Line("public int RedPlace; // where the violent crowd was when it turned red first, or -1");
        code.Line("public Rt::DrillEndReason Ending;");
        code.Close();
        code.Blank();
        code.Summary("Before the start of a run.");
        code.Open("private static Figures EmptyFigures()");
        code.Line("Figures f = default;");
        foreach (var measure in measures)
        {
            if (measure.Kind != MeasureKind.SituationTime)
            {
                code.Line($"f.{Name(measure)} = {Absent};");
            }
        }

        code.Line("f.RedPlace = -1;");
        code.Line("return f;");
        code.Close();
        WriteSituation(emission);
        WriteEnd(emission);
    }

    /// <summary>Writes that nothing is known of the run.</summary>
    public static void WriteReset(Emission emission) => Line(emission, "_figures = NoFigures;");

    /// <summary>Writes that a phase starts.</summary>
    public static void WritePhaseStarts(Emission emission) => Line(emission, "_figures.PhaseSince = s.Now;");

    /// <summary>Writes that a phase ends.</summary>
    public static void WritePhaseEnds(Emission emission, int phase)
    {
        if (emission.Options.Measures)
        {
            AddTo(emission.Out, MeasureKind.PhaseTime, phase, "s.Now - _figures.PhaseSince");
        }
    }

    /// <summary>Writes that whichever phase is on ends, as its instant does not settle.</summary>
    public static void WriteUnsettledPhaseEnds(Emission emission)
    {
        if (emission.Options.Measures)
        {
            var code = emission.Out;
            code.Line("ref long phaseTime = ref Cs::Unsafe.Add(ref _figures.PhaseTime0, s.Phase);");
            code.Line($"phaseTime = (phaseTime == {Absent} ? 0 : phaseTime) + s.Now - _figures.PhaseSince;");
        }
    }

    /// <summary>Writes that the situation may be another.</summary>
    public static void WriteSituationMoves(Emission emission) => Line(emission, "MeasureSituation(ref s);");

    /// <summary>Writes that a unit is ordered out.</summary>
    public static void WriteDeploy(Emission emission, int unit)
    {
        if (emission.Options.Measures)
        {
            SetOnce(emission.Out, MeasureKind.FirstDeployed, unit);
            AddTo(emission.Out, MeasureKind.TimesDeployed, unit, "1");
        }
    }

    /// <summary>Writes that a unit arrives.</summary>
    public static void WriteArrival(Emission emission, int unit)
    {
        if (emission.Options.Measures && IsOrdered(emission, unit))
        {
            var code = emission.Out;
            code.Open($"if (_figures.RedBeforeUnit{unit} == {Waiting} && s.PlaceOf{unit} == _figures.RedPlace)");
            code.Line($"_figures.UnitAfterRed{unit} = s.Now - _figures.FirstSituation{(int)Situation.Red};");
            code.Line($"_figures.RedBeforeUnit{unit} = _figures.UnitAfterRed{unit};");
            code.Close();
            code.Blank();
        }
    }

    /// <summary>Writes that an activity starts.</summary>
    public static void WriteActivityStarts(Emission emission, int activity)
    {
        if (emission.Options.Measures)
        {
            SetOnce(emission.Out, MeasureKind.FirstStarted, activity);
            AddTo(emission.Out, MeasureKind.TimesStarted, activity, "1");
        }
    }

    /// <summary>Writes that an activity is not possible.</summary>
    public static void WriteNotPossible(Emission emission, int activity)
    {
        if (emission.Options.Measures)
        {
            AddTo(emission.Out, MeasureKind.TimesNotPossible, activity, "1");
        }
    }

    /// <summary>Writes that the run ends.</summary>
    /// <param name="emission">Where to.</param>
    /// <param name="reason">An expression for why.</param>
    public static void WriteEnd(Emission emission, string reason) => Line(emission, $"MeasureEnd(ref s, {reason});");

    private static string Name(MeasureSpec measure) =>
        measure.Kind + (measure.Subject < 0 ? "" : Emission.Number(measure.Subject));

    private static void Line(Emission emission, string line)
    {
        if (emission.Options.Measures)
        {
            emission.Out.Line(line);
        }
    }

    private static void SetOnce(CodeWriter code, MeasureKind kind, int subject)
    {
        var field = "_figures." + Name(new MeasureSpec(kind, subject));
        code.Open($"if ({field} == {Absent})");
        code.Line($"{field} = s.Now;");
        code.Close();
        code.Blank();
    }

    private static void AddTo(CodeWriter code, MeasureKind kind, int subject, string value)
    {
        var field = "_figures." + Name(new MeasureSpec(kind, subject));
        code.Line($"{field} = ({field} == {Absent} ? 0 : {field}) + {value};");
    }

    private static bool IsOrdered(Emission emission, int unit) =>
        MeasureSpec.Of(emission.Program).Contains(new MeasureSpec(MeasureKind.RedBeforeUnit, unit));

    private static IEnumerable<int> Subjects(Emission emission, MeasureKind kind) =>
        MeasureSpec.Of(emission.Program).Where(measure => measure.Kind == kind).Select(measure => measure.Subject);

    private static void WriteSituation(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("Takes the time of a colour when another follows it.");
        emission.InlineIfSmall();
        code.Open("private void MeasureSituation(ref State s)");
        code.Line("var situation = SituationOf(ref s);");
        code.Open("if (situation == _figures.Situation)");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line(
            "Cs::Unsafe.Add(ref _figures.SituationTime0, (int)_figures.Situation) += s.Now - _figures.SituationSince;"
        );
        code.Line("_figures.Situation = situation;");
        code.Line("_figures.SituationSince = s.Now;");
        var (yellow, red) = ((int)Situation.Yellow, (int)Situation.Red);
        code.Open($"if (situation == Rt::Situation.Yellow && _figures.FirstSituation{yellow} == {Absent})");
        code.Line($"_figures.FirstSituation{yellow} = s.Now;");
        code.Close();
        code.Open($"else if (situation == Rt::Situation.Red && _figures.FirstSituation{red} == {Absent})");
        code.Line($"_figures.FirstSituation{red} = s.Now;");
        var units = Subjects(emission, MeasureKind.RedBeforeUnit).ToList();
        if (units.Count > 0)
        {
            var crowds = Enumerable.Range(0, emission.Program.Crowds.Length);
            var violent = crowds.Select(crowd => $"s.Mood{crowd} == Rt::Mood.Anarchic ? s.CrowdPlace{crowd} : ");
            code.Line($"_figures.RedPlace = {string.Concat(violent)}s.CrowdPlace0;");
        }

        foreach (var unit in units)
        {
            code.Open($"if (s.Placement{unit} != Rt::Placement.AtPlace || s.PlaceOf{unit} != _figures.RedPlace)");
            code.Line($"_figures.RedBeforeUnit{unit} = {Waiting};");
            code.Close();
            code.Blank();
        }

        code.Close();
        code.Close();
    }

    private static void WriteEnd(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("What is measured at the end of the run.");
        emission.InlineIfSmall();
        code.Open("private void MeasureEnd(ref State s, Rt::DrillEndReason reason)");
        code.Line("_figures.Ending = reason;");
        code.Line("_figures.DrillTime = s.Now;");
        code.Line(
            "Cs::Unsafe.Add(ref _figures.SituationTime0, (int)_figures.Situation) += s.Now - _figures.SituationSince;"
        );
        foreach (var unit in Subjects(emission, MeasureKind.RedBeforeUnit))
        {
            code.Open($"if (_figures.RedBeforeUnit{unit} == {Waiting})");
            code.Line($"_figures.RedBeforeUnit{unit} = s.Now - _figures.FirstSituation{(int)Situation.Red};");
            code.Close();
            code.Blank();
        }

        foreach (var counter in Subjects(emission, MeasureKind.CounterAtEnd))
        {
            code.Line($"_figures.CounterAtEnd{counter} = s.Counter{counter};");
        }

        foreach (var property in Subjects(emission, MeasureKind.SlowestAnswer))
        {
            code.Line($"_figures.SlowestAnswer{property} = SlowestAnswerOf({property}) ?? {Absent};");
        }

        code.Close();
    }
}
