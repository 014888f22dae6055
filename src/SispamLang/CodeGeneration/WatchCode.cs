using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes when the monitors of properties look: at what happens, at how things are after it, and at the time. Each item
/// calls just those that it can concern.
/// </summary>
internal static class WatchCode
{
    private const string IfWatched = "if (TSink.Watches(this))";

    /// <summary>Writes the members that all items share; nothing for a drill without properties.</summary>
    public static void Write(Emission emission)
    {
        if (emission.Program.Properties.IsEmpty)
        {
            return;
        }

        var code = emission.Out;
        code.Blank();
        code.Line("private Watched _watched;");
        WriteReset(emission);
        WriteTime(emission);
        WriteScopes(emission, "MoveScopes", _ => true);
        WriteScopes(emission, "MoveScopesOfActions", property => DependsOnActions(property.While));
        WriteLooks(emission, "LookAtAll", "MoveScopes", PropertyCode.HasConditions);
        WriteLooks(emission, "LookAtActions", "MoveScopesOfActions", LooksAtActions);
        WriteClosing(emission, "ClosePhaseScopes", property => property.Phase >= 0);
        WriteClosing(emission, "CloseScopes", _ => true);
        PropertyCode.Write(emission);
    }

    /// <summary>Writes a statement that is only for watched runs; nothing for a drill without properties.</summary>
    public static void Call(Emission emission, string statement)
    {
        if (!emission.Program.Properties.IsEmpty)
        {
            emission.Out.Open(IfWatched);
            emission.Out.Line(statement);
            emission.Out.Close();
            emission.Out.Blank();
        }
    }

    /// <summary>Writes the look at a signal: the change is made, and no rule has answered it yet.</summary>
    public static void WriteSignal(Emission emission, ItemCode item)
    {
        var (program, code) = (emission.Program, emission.Out);
        if (program.Properties.IsEmpty || item.Signal is not { } kind)
        {
            return;
        }

        var lines = new List<Action>();
        for (var i = 0; i < program.Properties.Length; i++)
        {
            var (property, number) = (program.Properties[i], i);
            var opens =
                property.Phase < 0
                    ? kind == SignalKind.DrillStarts && property.While is null
                    : kind == SignalKind.PhaseStarts && item.Subject == property.Phase;
            if (opens)
            {
                lines.Add(() => code.Line($"Open{number}(ref s, entry);"));
            }
        }

        if (ChangesState(program, item) && program.Properties.Any(property => property.While is not null))
        {
            lines.Add(() => code.Line("MoveScopes<TSink>(ref s, entry);"));
        }

        for (var i = 0; i < program.Properties.Length; i++)
        {
            AddSignals(emission, lines, i, kind, item.Subject);
        }

        WriteAll(code, lines);
    }

    /// <summary>Writes the look at how things are when all is done that an item led to.</summary>
    public static void WriteState(Emission emission, ItemCode item)
    {
        var (program, code) = (emission.Program, emission.Out);
        if (program.Properties.IsEmpty)
        {
            return;
        }

        var lines = new List<Action>();
        if (ChangesCrowds(program, item))
        {
            lines.Add(() => code.Line("LookAtAll<TSink>(ref s, entry);"));
        }
        else
        {
            if (program.Properties.Any(LooksAtActions) || program.Properties.Any(p => DependsOnActions(p.While)))
            {
                lines.Add(() => code.Line("LookAtActions<TSink>(ref s, entry);"));
            }

            for (var i = 0; i < program.Properties.Length; i++)
            {
                // What a signal has just asked for may hold already.
                var (property, number) = (program.Properties[i], i);
                var isOwn = item.Signal is { } kind && Matches(property, kind, item.Subject);
                if (isOwn && PropertyCode.HasConditions(property) && !LooksAtActions(property))
                {
                    lines.Add(() => code.Line($"Look{number}<TSink>(ref s, entry);"));
                }
            }
        }

        WriteAll(code, lines);
    }

    private static void WriteAll(CodeWriter code, List<Action> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        code.Open(IfWatched);
        foreach (var line in lines)
        {
            line();
        }

        code.Close();
        code.Blank();
    }

    // ---- What concerns whom -----------------------------------------------------------------------------------------

    private static bool Matches(PropertySpec property, SignalKind kind, int subject) =>
        new[] { property.First, property.Then, property.Target }.Any(h =>
            h is not null && ListenerCode.Match(h.Signals, kind, subject) is not null
        );

    private static void AddSignals(Emission emission, List<Action> lines, int number, SignalKind kind, int subject)
    {
        var (property, code) = (emission.Program.Properties[number], emission.Out);
        var first = ListenerCode.Match(property.First.Signals, kind, subject);
        var then = ListenerCode.Match(property.Then?.Signals, kind, subject);
        var target = ListenerCode.Match(property.Target?.Signals, kind, subject);
        Add(target, $"Target{number}<TSink>(ref s, entry);");
        if (first is not null && then is not null)
        {
            // One of the two, as one event counts once.
            lines.Add(() => code.Open($"if (_watched.Property{number}.Stage == 1)"));
            Add(then, $"Then{number}<TSink>(ref s, entry);");
            lines.Add(() => code.Close());
            lines.Add(() => code.Open("else"));
            Add(first, $"First{number}<TSink>(ref s, entry);");
            lines.Add(() => code.Close());
            return;
        }

        Add(then, $"Then{number}<TSink>(ref s, entry);");
        Add(first, $"First{number}<TSink>(ref s, entry);");

        void Add(string? by, string call)
        {
            if (by is null)
            {
                return;
            }

            lines.Add(() =>
            {
                if (by.Length == 0)
                {
                    code.Line(call);
                    return;
                }

                code.Open($"if {by}");
                code.Line(call);
                code.Close();
            });
        }
    }

    // The item itself changes something that conditions ask for; what actions change is seen afterwards.
    private static bool ChangesState(DrillProgram program, ItemCode item) =>
        item.Signal == SignalKind.UnitArrives || ChangesCrowds(program, item);

    private static bool ChangesCrowds(DrillProgram program, ItemCode item) =>
        item.Signal switch
        {
            SignalKind.DrillStarts or SignalKind.PhaseStarts => true,
            >= SignalKind.CrowdGathers and <= SignalKind.CrowdDisperses => true,
            SignalKind.EventHappens => program.Events[item.Subject].IsLifeThreatening,
            _ => false,
        };

    private static bool LooksAtActions(PropertySpec property) =>
        PropertyCode.HasConditions(property)
        && (
            DependsOnActions(property.While)
            || DependsOnActions(property.First.Condition)
            || DependsOnActions(property.Then?.Condition)
            || DependsOnActions(property.Target?.Condition)
        );

    private static bool DependsOnActions(Condition? condition) =>
        condition switch
        {
            NotCondition not => DependsOnActions(not.Operand),
            AllCondition all => all.Operands.Any(DependsOnActions),
            AnyCondition any => any.Operands.Any(DependsOnActions),
            CounterCondition or PlacementCondition or UnderWayCondition or ControlCondition => true,
            _ => false,
        };

    // ---- Members ----------------------------------------------------------------------------------------------------

    private static void WriteReset(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("public override Rt::PropertyVerdict VerdictOf(int property) => property switch");
        code.Open();
        for (var i = 0; i < program.Properties.Length; i++)
        {
            var expects = program.Properties[i].Pattern == PropertyPattern.Expect;
            code.Line($"_ when !WatchesProperties && property == {i} => Rt::PropertyVerdict.NotTested,");
            code.Line($"{i} => _watched.Property{i}.Verdict({Literal.Of(expects)}),");
        }

        code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(property)),");
        code.Close(";");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("public override long? SlowestAnswerOf(int property) => property switch");
        code.Open();
        for (var i = 0; i < program.Properties.Length; i++)
        {
            code.Line($"_ when !WatchesProperties && property == {i} => null,");
            code.Line($"{i} => _watched.Property{i}.SlowestAnswer,");
        }

        code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(property)),");
        code.Close(";");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Line("public override long DeadlineOf(int property) => property switch");
        code.Open();
        code.Line("_ when !WatchesProperties => long.MaxValue,");
        foreach (var i in Timed(program))
        {
            code.Line($"{i} => _watched.Property{i}.Deadline,");
        }

        code.Line("_ => long.MaxValue,");
        code.Close(";");
        code.Blank();
        code.Summary("Nothing is known of any property.");
        code.Open("private void ResetWatch()");
        for (var i = 0; i < program.Properties.Length; i++)
        {
            code.Line($"_watched.Property{i} = Rt::PropertyMonitor.New;");
        }

        code.Close();
    }

    private static List<int> Timed(DrillProgram program) =>
        [.. Enumerable.Range(0, program.Properties.Length).Where(i => program.Properties[i].Within is not null)];

    private static void WriteTime(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var timed = Timed(program);
        code.Blank();
        code.Summary("The time goes on: what should have come by now has not. The earliest deadline first.");
        code.Open("private void WatchTime<TSink>(ref State s)" + FileCode.Where);
        if (timed.Count > 0)
        {
            code.Open("while (true)");
            code.Line("long earliest = s.Now;");
            code.Line("int overdue = -1;");
            foreach (var i in timed)
            {
                code.Open($"if (_watched.Property{i}.Deadline < earliest)");
                code.Line($"earliest = _watched.Property{i}.Deadline;");
                code.Line($"overdue = {i};");
                code.Close();
                code.Blank();
            }

            code.Open("switch (overdue)");
            foreach (var i in timed)
            {
                var property = program.Properties[i];
                code.Line($"case {i}:");
                code.Open();
                code.Line($"ref Rt::PropertyMonitor property = ref _watched.Property{i};");
                code.Line("property.Fulfil();");
                code.Line(PropertyCode.Break(property, i, PropertyBreachName.NotInTime, "property.Cause", "earliest"));
                code.Line("break;");
                code.Close();
            }

            code.Line("default:");
            code.Indent();
            code.Line("return;");
            code.Outdent();
            code.Close();
            code.Close();
        }

        code.Close();
    }

    private static void WriteScopes(Emission emission, string name, Func<PropertySpec, bool> which)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Opens and closes scopes by how things are now.");
        code.Open($"private void {name}<TSink>(ref State s, int entry){FileCode.Where}");
        for (var i = 0; i < program.Properties.Length; i++)
        {
            if (program.Properties[i].While is not { } condition || !which(program.Properties[i]))
            {
                continue;
            }

            code.Open($"if ({ConditionCode.Of(emission, condition)})");
            code.Open($"if (!_watched.Property{i}.IsOpen)");
            code.Line($"Open{i}(ref s, entry);");
            code.Close();
            code.Close();
            code.Open("else");
            code.Line($"Close{i}<TSink>(ref s, entry);");
            code.Close();
            code.Blank();
        }

        code.Close();
    }

    private static void WriteLooks(Emission emission, string name, string scopes, Func<PropertySpec, bool> which)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Scopes and properties look at how things are now.");
        code.Open($"private void {name}<TSink>(ref State s, int entry){FileCode.Where}");
        code.Line($"{scopes}<TSink>(ref s, entry);");
        for (var i = 0; i < program.Properties.Length; i++)
        {
            if (which(program.Properties[i]))
            {
                code.Line($"Look{i}<TSink>(ref s, entry);");
            }
        }

        code.Close();
    }

    private static void WriteClosing(Emission emission, string name, Func<PropertySpec, bool> which)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Closes scopes.");
        code.Open($"private void {name}<TSink>(ref State s, int cause){FileCode.Where}");
        for (var i = 0; i < program.Properties.Length; i++)
        {
            if (which(program.Properties[i]))
            {
                code.Line($"Close{i}<TSink>(ref s, cause);");
            }
        }

        code.Close();
    }
}
