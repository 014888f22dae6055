namespace SispamLang.Interpreter;

// For the exploration of all behaviours: states that are put together from outside rather than reached by a run.
public sealed partial class DrillInterpreter
{
    /// <summary>The state, to be read and changed.</summary>
    internal DrillState Exposed => State;

    /// <summary>What follows from the rest of the state: which activities are under way, the situation and the threat.</summary>
    internal void Derive()
    {
        State.UnderWay.AsSpan().Clear();
        foreach (ProcedureState procedure in State.Procedures)
        {
            if (procedure.Activity >= 0)
            {
                State.UnderWay[procedure.Activity]++;
            }
        }

        (Run.Situation, Run.Threat) = WorstPresent();
    }

    /// <summary>Settles the instant at the time that the clock shows, if something is due then or not.</summary>
    internal void SettleInstant()
    {
        BeginInstant();
        CollectDue();
        Settle();
    }

    /// <summary>How many items have entered in the last instant.</summary>
    internal int Entered => _entered;
}
