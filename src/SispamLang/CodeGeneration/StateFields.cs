using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>One number of the state.</summary>
/// <param name="Type">Its type in C#.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">What a comment says of it; empty: nothing.</param>
/// <param name="IsOfQueue">It tells what is in the queue, and so nothing between two instants.</param>
internal readonly record struct StateField(string Type, string Name, string Note, bool IsOfQueue = false);

/// <summary>Lists the fields of the struct that holds all that a run is at.</summary>
internal sealed class StateFields
{
    private readonly Emission _emission;
    private readonly List<StateField> _fields = [];

    private StateFields(Emission emission) => _emission = emission;

    /// <summary>The fields, in order.</summary>
    public static IReadOnlyList<StateField> Of(Emission emission)
    {
        var fields = new StateFields(emission);
        fields.AddAll();
        return fields._fields;
    }

    private void AddAll()
    {
        var (program, uses) = (_emission.Program, _emission.Uses);
        Add("long", "Now");
        Add("ulong", "Seed");
        AddToQueue(
            "int",
            "Entered",
            $"into the queue in this instant; {DrillProgram.QueueCapacity + 1}: more than it may"
        );
        AddToQueue("int", "Behind", "how many stand in the queue behind the first");
        AddToQueue("ItemCode", "First", "in the queue");
        AddToQueue("long", "FirstArgument");
        AddToQueue("int", "FirstBy");
        if (_emission.Options.Explored is not null)
        {
            AddToQueue(
                "ulong",
                "MustSweep",
                "the rules that depend on something that has changed since they were looked at, a bit each"
            );
            if (ExploredRolls.Count(_emission) > 0)
            {
                AddToQueue("int", "Uncounted", "rolls that entered the queue and have not brought anything about");
            }
        }

        Add("int", "Started");
        Add("int", "Ended");
        Add("int", "Phase", "-1 before the first and after the end");
        Add("int", "PhaseEnding");
        Add("int", "DrillEnding");
        Add("int", "EndReason", "of the phase that ended last");
        Add("int", "DrillEndReason");
        Add("int", "Order", "to leave: 0 none, else its kind + 1");
        Add("int", "OrderedPhase");
        Add("int", "UntilCame");
        Add("int", "Control");
        Add("long", "ForOver");
        if (uses.Pause)
        {
            Add("long", "PauseEnd");
            Add("long", "PauseOrdered");
        }

        if (uses.LifeThreateningEvents)
        {
            Add("int", "LifeThreatened");
        }

        for (var i = 0; i < program.Params.Length; i++)
        {
            Add("long", $"Param{i}", Comment.Plain(program.Params[i].Name));
        }

        AddTimers();
        AddThings();
        for (var i = 0; i < _emission.Program.Rules.Length; i++)
        {
            AddRule(i);
        }
    }

    private void AddTimers()
    {
        var program = _emission.Program;
        // Side by side, so that they can be gone through as one span.
        for (var i = 0; i < program.Timers.Length; i++)
        {
            Add("long", $"Due{i}", TimerCode.Describe(program, i));
        }
    }

    private void AddThings()
    {
        var program = _emission.Program;
        for (var i = 0; i < program.Crowds.Length; i++)
        {
            Add("Rt::Mood", $"Mood{i}", Comment.Plain(program.Crowds[i].Name));
            Add("int", $"CrowdPlace{i}");
            Add("int", $"Expected{i}");
            Add("long", $"Size{i}");
            if (program.Crowds[i].Growth is not null)
            {
                Add("long", $"GrowthTime{i}");
                Add("int", $"GrowthSteps{i}");
            }
        }

        for (var i = 0; i < program.Units.Length; i++)
        {
            Add("Rt::Placement", $"Placement{i}", Comment.Plain(program.Units[i].Name));
            Add("int", $"PlaceOf{i}");
        }

        for (var i = 0; i < program.Counters.Length; i++)
        {
            Add("long", $"Counter{i}", Comment.Plain(program.Counters[i].Name));
        }

        for (var i = 0; i < program.Activities.Length; i++)
        {
            Add("int", $"UnderWay{i}", Comment.Plain(program.Activities[i].Label));
        }
    }

    private void AddRule(int number)
    {
        var (rule, uses) = (_emission.Program.Rules[number], _emission.Uses);
        if (Features.TakesTime(rule))
        {
            Add(
                "int",
                $"At{number}",
                $"rule {number}: 0 no procedure; step + 1 while it stands in that step; else negative"
            );
            if (uses.HasWayOn(rule))
            {
                Add("int", $"WayOn{number}", "0, or 1 + the step at which it goes on when its StepEnds is taken");
            }

            if (Features.NotesUntil(rule))
            {
                Add("int", $"UntilCame{number}");
            }
        }

        if (Features.HasRise(rule) || Features.WhileOf(rule) is not null)
        {
            Add("int", $"Held{number}", $"rule {number}: its condition held at the last sweep");
        }

        if (Features.MayPend(rule))
        {
            Add("int", $"Pending{number}");
        }

        if (Features.HasCount(rule))
        {
            Add("long", $"Count{number}");
        }

        if (Features.HasNoted(rule))
        {
            Add("long", $"Noted{number}");
        }

        if (uses.HasHandOver(rule))
        {
            Add("int", $"HandOverPlace{number}");
        }
    }

    private void AddToQueue(string type, string name, string note = "") =>
        _fields.Add(new StateField(type, name, note, IsOfQueue: true));

    private void Add(string type, string name, string note = "") => _fields.Add(new StateField(type, name, note));
}
