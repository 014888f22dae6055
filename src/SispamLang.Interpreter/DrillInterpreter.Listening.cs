namespace SispamLang.Interpreter;

// docs/execution.md, section 5: what an item means to untils and rules.
public sealed partial class DrillInterpreter
{
    private void MarkUntils(Item item, int entry)
    {
        for (int rule = 0; rule < State.Procedures.Length; rule++)
        {
            ref ProcedureState procedure = ref State.Procedures[rule];
            if (procedure.Stands && UntilOf(_program.Rules[rule].Body[procedure.Step]) is { } until)
            {
                procedure.UntilHasCome |= Matches(until.Signals, item);
            }
        }

        if (
            Run.Phase >= 0
            && !Run.PhaseIsEnding
            && !Run.UntilHasCome
            && _program.Phases[Run.Phase].Until is { } end
            && Matches(end.Signals, item)
        )
        {
            Run.UntilHasCome = true;
            Run.UntilEntry = entry;
        }
    }

    private static bool Matches(ImmutableArray<SignalPattern> patterns, Item item)
    {
        foreach (SignalPattern pattern in patterns)
        {
            bool anySubject = item.Kind is SignalKind.DrillStarts or SignalKind.DrillEnds;
            if (
                pattern.Kind == item.Kind
                && (anySubject || pattern.Subject == item.Subject)
                && (pattern.By < 0 || pattern.By == item.By)
            )
            {
                return true;
            }
        }

        return false;
    }

    private void TriggerRules(Item item, int entry)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            bool atEnd =
                _program.Rules[rule].Phase < 0
                    ? item.Kind == SignalKind.DrillEnds
                    : item.Kind == SignalKind.PhaseEnds && _program.Rules[rule].Phase == Run.Phase;
            if (
                (atEnd || Listens(rule))
                && _program.Rules[rule].Trigger is SignalTrigger trigger
                && Matches(trigger.Signals, item)
            )
            {
                TriggerRule(rule, entry);
            }
        }
    }

    private bool Listens(int rule)
    {
        int phase = _program.Rules[rule].Phase;
        return phase < 0 ? Run.DrillHasStarted && !Run.DrillIsEnding : phase == Run.Phase && !Run.PhaseIsEnding;
    }

    private void Sweep(int entry)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (State.Procedures[rule].Stands)
            {
                LookAgain(rule);
            }

            if (!Listens(rule))
            {
                continue;
            }

            if (_program.Rules[rule].Trigger is RiseTrigger rise)
            {
                if (HasRisen(rule, rise.Condition))
                {
                    FireRise(rule, entry);
                }
            }
            else if (_program.Rules[rule].Trigger is EveryTrigger { While: { } condition } every)
            {
                TimerSlot slot = new(TimerKind.RuleTrigger, rule);
                if (HasRisen(rule, condition))
                {
                    Set(slot, every.Period, entry, entry);
                }
                else if (!State.Procedures[rule].Held)
                {
                    TurnOff(slot);
                }
            }
        }
    }

    /// <summary>Whether the condition holds and did not before; notes it for the next time.</summary>
    private bool HasRisen(int rule, Condition condition)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        bool held = procedure.Held;
        procedure.Held = Holds(condition);
        return procedure.Held && !held;
    }
}
