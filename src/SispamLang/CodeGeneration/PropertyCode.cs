using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes the monitors of properties: one of the runtime's <c>PropertyMonitor</c> each, and the methods that tell it what
/// happens. <see cref="WatchCode"/> calls them.
/// </summary>
internal static class PropertyCode
{
    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        for (var i = 0; i < program.Properties.Length; i++)
        {
            WriteScope(emission, i);
            WriteSignals(emission, i);
            if (HasConditions(program.Properties[i]))
            {
                WriteLook(emission, i);
            }
        }

        WriteBreak(emission);
        code.Blank();
        code.Summary("What is known of the properties while they are watched.");
        code.Open("private struct Watched");
        for (var i = 0; i < program.Properties.Length; i++)
        {
            code.Line($"public Rt::PropertyMonitor Property{i}; // {Comment.Plain(program.Properties[i].Text)}");
        }

        code.Close();
    }

    /// <summary>A condition is part of it, so that it has to look at the state.</summary>
    public static bool HasConditions(PropertySpec property) =>
        (property.First.Condition ?? property.Then?.Condition ?? property.Target?.Condition) is not null;

    private static void WriteScope(Emission emission, int number)
    {
        var (property, code) = (emission.Program.Properties[number], emission.Out);
        var expects = property.Pattern == PropertyPattern.Expect;
        var isTested = expects || property.Pattern is PropertyPattern.Never or PropertyPattern.Always;
        var deadline =
            expects && property.Within is { } within ? $"s.Now + {emission.Amount(within)}" : "long.MaxValue";
        code.Blank();
        code.Summary($"Property {number} is judged from now on: {property.Text}");
        code.Open($"private void Open{number}(ref State s, int entry)");
        code.Line($"_watched.Property{number}.Open({Literal.Of(isTested)}, {deadline}, entry);");
        code.Close();
        code.Blank();
        code.Summary($"Property {number} is no longer judged.");
        code.Open($"private void Close{number}<TSink>(ref State s, int cause){FileCode.Where}");
        WriteMonitor(code, number);
        code.Open("if (!property.IsOpen)");
        code.Line("return;");
        code.Close();
        code.Blank();
        if (property.Pattern == PropertyPattern.Respond)
        {
            code.Open("if (property.Close(s.Now))");
            code.Line(Break(property, number, PropertyBreachName.NotInTime, "property.Cause"));
            code.Close();
        }
        else
        {
            code.Line("property.Close(s.Now);");
        }

        if (expects)
        {
            code.Open("if (!property.IsDone)");
            code.Line("property.Fulfil();");
            code.Line(Break(property, number, PropertyBreachName.NeverCame, "cause"));
            code.Close();
        }

        code.Close();
    }

    private static void WriteSignals(Emission emission, int number)
    {
        var (property, code) = (emission.Program.Properties[number], emission.Out);
        switch (property.Pattern)
        {
            case PropertyPattern.Never:
            case PropertyPattern.Always:
                Signal(property.First, "First", $"property.Counts({property.First.Count})", () => CameToPass("entry"));
                break;
            case PropertyPattern.Expect:
                Signal(
                    property.First,
                    "First",
                    $"property.Counts({property.First.Count})",
                    () => code.Line("property.Fulfil();")
                );
                break;
            case PropertyPattern.Require:
                WriteJudge(emission, number);
                var targets = property.Target?.Count ?? 1;
                Signal(
                    property.Target,
                    "Target",
                    $"property.CountsTarget({targets})",
                    () => code.Line($"Judge{number}<TSink>(ref s, entry);")
                );
                Signal(property.Then, "Then", "property.Stage == 1", () => CountStage(property.Then?.Count ?? 1));
                Signal(property.First, "First", "property.Stage == 0", () => CountStage(property.First.Count));
                break;
            case PropertyPattern.Respond:
                Signal(
                    property.Target,
                    "Target",
                    $"property.IsAsked && property.CountsTarget({property.Target?.Count ?? 1})",
                    () => code.Line("property.Answer(s.Now);")
                );
                Signal(
                    property.First,
                    "First",
                    $"!property.IsAsked && property.Counts({property.First.Count})",
                    () => code.Line(Ask(emission, property))
                );
                break;
            default:
                throw new UnreachableException();
        }

        void CameToPass(string entry) => code.Line(Break(property, number, PropertyBreachName.CameToPass, entry));

        void CountStage(int wanted) => code.Line($"property.CountStage({wanted});");

        void Signal(Happening? happening, string part, string condition, Action write)
        {
            if (happening is null || happening.Signals.IsEmpty)
            {
                return;
            }

            code.Blank();
            code.Summary($"Property {number}: {Describe(part)} happens.");
            code.Open($"private void {part}{number}<TSink>(ref State s, int entry){FileCode.Where}");
            WriteMonitor(code, number);
            code.Open($"if (property.IsOpen && {condition})");
            write();
            code.Close();
            code.Close();
        }
    }

    private static string Describe(string part) =>
        part switch
        {
            "First" => "what it names first",
            "Then" => "what must follow that",
            _ => "what it is measured against",
        };

    private static void WriteJudge(Emission emission, int number)
    {
        var (property, code) = (emission.Program.Properties[number], emission.Out);
        code.Blank();
        code.Summary($"Property {number}: was first what must be first?");
        code.Open($"private void Judge{number}<TSink>(ref State s, int entry){FileCode.Where}");
        WriteMonitor(code, number);
        WriteStages(emission, property);
        var ready = property.Then is null ? 1 : 2;
        code.Open($"if (property.Judge({ready}, {Literal.Of(property.IsEach)}))");
        code.Line(Break(property, number, PropertyBreachName.NotBefore, "entry"));
        code.Close();
        code.Close();
    }

    // A condition counts for as long as it holds.
    private static void WriteStages(Emission emission, PropertySpec property)
    {
        Stage(0, property.First.Condition);
        Stage(1, property.Then?.Condition);

        void Stage(int stage, Condition? condition)
        {
            if (condition is not null)
            {
                emission.Out.Open($"if (property.Stage == {stage} && {ConditionCode.Of(emission, condition)})");
                emission.Out.Line($"property.Reach({stage + 1});");
                emission.Out.Close();
                emission.Out.Blank();
            }
        }
    }

    private static void WriteLook(Emission emission, int number)
    {
        var (property, code) = (emission.Program.Properties[number], emission.Out);
        var first = property.First.Condition is { } a ? ConditionCode.Of(emission, a) : null;
        var target = property.Target?.Condition is { } b ? ConditionCode.Of(emission, b) : null;
        code.Blank();
        code.Summary($"Property {number} looks at how things are now.");
        code.Open($"private void Look{number}<TSink>(ref State s, int entry){FileCode.Where}");
        WriteMonitor(code, number);
        code.Open("if (!property.IsOpen)");
        code.Line("return;");
        code.Close();
        code.Blank();
        switch (property.Pattern)
        {
            case PropertyPattern.Never:
            case PropertyPattern.Always:
                When(first, "property.Rises({0})", Break(property, number, PropertyBreachName.CameToPass, "entry"));
                break;
            case PropertyPattern.Expect:
                When(first, "{0}", "property.Fulfil();");
                break;
            case PropertyPattern.Require:
                WriteStages(emission, property);
                When(target, "property.Rises({0})", $"Judge{number}<TSink>(ref s, entry);");
                break;
            case PropertyPattern.Respond:
                When(first, "property.Rises({0}) && !property.IsAsked", Ask(emission, property));
                When(target, "property.IsAsked && {0}", "property.Answer(s.Now);");
                break;
            default:
                throw new UnreachableException();
        }

        code.Close();

        void When(string? condition, string form, string statement)
        {
            if (condition is not null)
            {
                code.Open($"if ({form.Replace("{0}", condition)})");
                code.Line(statement);
                code.Close();
                code.Blank();
            }
        }
    }

    private static void WriteBreak(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("A property is broken.");
        code.Open(
            "private void Break<TSink>(ref State s, ref Rt::PropertyMonitor property, int number, Rt::PropertyBreach how, int cause, long time, int site)"
                + FileCode.Where
        );
        code.Line("property.Break();");
        ExploredCode.Note(emission, "Broken.Add(number);");
        code.Open("if (TSink.IsOn)");
        code.Line(
            "TSink.Write(this, new Rt::TraceEntry(_causes.Seq++, time, s.Phase, Rt::TraceCode.PropertyBroken, number, (int)how, 0, -1, cause, site));"
        );
        code.Close();
        code.Close();
    }

    private static void WriteMonitor(CodeWriter code, int number) =>
        code.Line($"ref Rt::PropertyMonitor property = ref _watched.Property{number};");

    private static string Ask(Emission emission, PropertySpec property) =>
        $"property.Ask(s.Now, {emission.Amount(property.Within ?? default)}, entry);";

    /// <summary>A call that breaks a property.</summary>
    public static string Break(
        PropertySpec property,
        int number,
        PropertyBreachName how,
        string cause,
        string time = "s.Now"
    ) =>
        $"Break<TSink>(ref s, ref property, {number}, Rt::PropertyBreach.{how}, {cause}, {time}, {Literal.Of(property.Site)});";
}

/// <summary>The names of the runtime's <c>PropertyBreach</c>.</summary>
internal enum PropertyBreachName
{
    CameToPass,
    NotBefore,
    NotInTime,
    NeverCame,
}
