using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, section 12: properties. Each has a monitor that looks on: at every item when its change is made and
// before rules answer it, at every item when all is done that it led to, and at every time that passes.
public sealed partial class DrillInterpreter
{
    /// <summary>The time goes on: what should have come by now has not.</summary>
    private void WatchTime()
    {
        if (!WatchesProperties)
        {
            return;
        }

        while (NextOverdue() is var property and >= 0)
        {
            ref PropertyState state = ref State.Properties[property];
            long deadline = state.Deadline;
            state.Deadline = Never;
            state.IsDone = true;
            state.IsAsked = false;
            Breach(property, PropertyBreach.NotInTime, state.Cause, deadline);
        }
    }

    // The earliest deadline before now; the first in the source of several.
    private int NextOverdue()
    {
        int next = -1;
        for (int i = 0; i < State.Properties.Length; i++)
        {
            long deadline = State.Properties[i].Deadline;
            if (deadline < Run.Now && (next < 0 || deadline < State.Properties[next].Deadline))
            {
                next = i;
            }
        }

        return next;
    }

    private void WatchItem(Item item, int entry)
    {
        if (!WatchesProperties)
        {
            return;
        }

        for (int i = 0; i < _program.Properties.Length; i++)
        {
            PropertySpec spec = _program.Properties[i];
            bool starts =
                spec.Phase < 0
                    ? item.Kind == SignalKind.DrillStarts && spec.While is null
                    : item.Kind == SignalKind.PhaseStarts && item.Subject == spec.Phase;
            if (starts)
            {
                OpenScope(i, entry);
            }
        }

        MoveScopes(entry);
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            if (State.Properties[i].IsOpen)
            {
                TakeSignal(i, item, entry);
            }
        }
    }

    private void WatchState(int entry)
    {
        if (!WatchesProperties)
        {
            return;
        }

        MoveScopes(entry);
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            if (State.Properties[i].IsOpen)
            {
                LookAtState(i, entry);
            }
        }
    }

    // ---- Scopes -----------------------------------------------------------------------------------------------------

    private void MoveScopes(int entry)
    {
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            if (_program.Properties[i].While is not { } condition)
            {
                continue;
            }

            bool holds = Run.DrillHasStarted && Holds(condition);
            if (holds && !State.Properties[i].IsOpen)
            {
                OpenScope(i, entry);
            }
            else if (!holds && State.Properties[i].IsOpen)
            {
                CloseScope(i, entry);
            }
        }
    }

    private void OpenScope(int property, int entry)
    {
        PropertySpec spec = _program.Properties[property];
        ref PropertyState state = ref State.Properties[property];
        bool expects = spec.Pattern == PropertyPattern.Expect;
        state = state with
        {
            IsOpen = true,
            IsTested = state.IsTested || expects || spec.Pattern is PropertyPattern.Never or PropertyPattern.Always,
            IsDone = false,
            IsAsked = false,
            Held = false,
            Stage = 0,
            Count = 0,
            TargetCount = 0,
            Deadline = expects && spec.Within is { } within ? Run.Now + within.In(State.Params) : Never,
            Cause = entry,
        };
    }

    private void CloseScope(int property, int cause)
    {
        ref PropertyState state = ref State.Properties[property];
        if (!state.IsOpen)
        {
            return;
        }

        bool isOverdue = state.IsAsked && state.Deadline <= Run.Now;
        state.IsOpen = false;
        state.Deadline = Never;
        state.IsLeft |= state.IsAsked && !isOverdue;
        state.IsAsked = false;
        if (isOverdue)
        {
            Breach(property, PropertyBreach.NotInTime, state.Cause, Run.Now);
        }

        if (_program.Properties[property].Pattern == PropertyPattern.Expect && !state.IsDone)
        {
            state.IsDone = true;
            Breach(property, PropertyBreach.NeverCame, cause, Run.Now);
        }
    }

    // What a phase's end leads to still belongs to it, up to the start of the next.
    private void ClosePhaseScopes()
    {
        for (int i = 0; WatchesProperties && i < _program.Properties.Length; i++)
        {
            if (_program.Properties[i].Phase >= 0)
            {
                CloseScope(i, Run.PhaseEnd);
            }
        }
    }

    private void CloseAllScopes(int cause)
    {
        for (int i = 0; WatchesProperties && i < _program.Properties.Length; i++)
        {
            CloseScope(i, cause);
        }
    }

    // ---- Patterns ---------------------------------------------------------------------------------------------------

    private void TakeSignal(int property, Item item, int entry)
    {
        PropertySpec spec = _program.Properties[property];
        ref PropertyState state = ref State.Properties[property];
        bool comes = Matches(spec.First.Signals, item);
        bool follows = spec.Target is not null && Matches(spec.Target.Signals, item);
        switch (spec.Pattern)
        {
            case PropertyPattern.Never:
            case PropertyPattern.Always:
                if (comes && ++state.Count >= spec.First.Count)
                {
                    Breach(property, PropertyBreach.CameToPass, entry, Run.Now);
                }

                break;

            case PropertyPattern.Expect:
                if (comes && ++state.Count >= spec.First.Count)
                {
                    Fulfil(ref state);
                }

                break;

            case PropertyPattern.Require:
                if (follows && ++state.TargetCount >= spec.Target?.Count)
                {
                    JudgeTarget(property, entry);
                }

                bool goesOn = spec.Then is not null && Matches(spec.Then.Signals, item);
                if (state.Stage == 1 && goesOn)
                {
                    CountStage(ref state, spec.Then?.Count ?? 1);
                }
                else if (state.Stage == 0 && comes)
                {
                    CountStage(ref state, spec.First.Count);
                }

                break;

            case PropertyPattern.Respond:
                if (state.IsAsked && follows && ++state.TargetCount >= spec.Target?.Count)
                {
                    Answer(ref state);
                }

                if (!state.IsAsked && comes && ++state.Count >= spec.First.Count)
                {
                    Ask(property, entry);
                }

                break;

            default:
                throw new UnreachableException();
        }
    }

    private void LookAtState(int property, int entry)
    {
        PropertySpec spec = _program.Properties[property];
        ref PropertyState state = ref State.Properties[property];
        switch (spec.Pattern)
        {
            case PropertyPattern.Never:
            case PropertyPattern.Always:
                if (Rises(ref state, spec.First))
                {
                    Breach(property, PropertyBreach.CameToPass, entry, Run.Now);
                }

                break;

            case PropertyPattern.Expect:
                if (HoldsIn(spec.First))
                {
                    Fulfil(ref state);
                }

                break;

            case PropertyPattern.Require:
                AdvanceStages(spec, ref state);
                if (Rises(ref state, spec.Target))
                {
                    JudgeTarget(property, entry);
                }

                break;

            case PropertyPattern.Respond:
                if (Rises(ref state, spec.First) && !state.IsAsked)
                {
                    Ask(property, entry);
                }

                if (state.IsAsked && HoldsIn(spec.Target))
                {
                    Answer(ref state);
                }

                break;

            default:
                throw new UnreachableException();
        }
    }

    private bool HoldsIn(Happening? happening) => happening?.Condition is { } condition && Holds(condition);

    // The condition holds and did not at the last look; one that holds as the scope opens has risen too.
    private bool Rises(ref PropertyState state, Happening? happening)
    {
        bool held = state.Held;
        state.Held = HoldsIn(happening);
        return state.Held && !held;
    }

    private static void Fulfil(ref PropertyState state)
    {
        state.IsDone = true;
        state.IsAsked = false;
        state.Deadline = Never;
    }

    private void Answer(ref PropertyState state)
    {
        state.SlowestAnswer = Math.Max(state.SlowestAnswer, Run.Now - state.AskedAt);
        Fulfil(ref state);
    }

    private void Ask(int property, int entry)
    {
        ref PropertyState state = ref State.Properties[property];
        state.IsTested = true;
        state.IsAsked = true;
        state.Count = 0;
        state.TargetCount = 0;
        state.AskedAt = Run.Now;
        state.Deadline = Run.Now + (_program.Properties[property].Within ?? default).In(State.Params);
        state.Cause = entry;
    }

    private static void CountStage(ref PropertyState state, int wanted)
    {
        if (++state.Count >= wanted)
        {
            state.Stage++;
            state.Count = 0;
        }
    }

    // A condition counts for as long as it holds.
    private void AdvanceStages(PropertySpec spec, ref PropertyState state)
    {
        if (state.Stage == 0 && HoldsIn(spec.First))
        {
            state.Stage = 1;
            state.Count = 0;
        }

        if (state.Stage == 1 && HoldsIn(spec.Then))
        {
            state.Stage = 2;
        }
    }

    private void JudgeTarget(int property, int entry)
    {
        PropertySpec spec = _program.Properties[property];
        ref PropertyState state = ref State.Properties[property];
        AdvanceStages(spec, ref state);
        bool isReady = state.Stage >= (spec.Then is null ? 1 : 2);
        bool counts = spec.IsEach || !state.IsDone;
        state.IsTested = true;
        state.IsDone = true;
        state.TargetCount = 0;
        if (spec.IsEach)
        {
            state.Stage = 0;
            state.Count = 0;
        }

        if (counts && !isReady)
        {
            Breach(property, PropertyBreach.NotBefore, entry, Run.Now);
        }
    }

    private void Breach(int property, PropertyBreach how, int cause, long time)
    {
        State.Properties[property].Breaches++;
        int site = _program.Properties[property].Site;
        WriteAt(time, TraceCode.PropertyBroken, property, (int)how, 0, Nobody, cause, site);
    }

    /// <summary>How often has come what a property counts now.</summary>
    internal int CountOf(int property) => State.Properties[property].Count;

    private PropertyVerdict Verdict(int property)
    {
        PropertyState state = State.Properties[property];
        bool isPending =
            state.IsLeft
            || state.IsAsked
            || (state.IsOpen && !state.IsDone && _program.Properties[property].Pattern == PropertyPattern.Expect);
        return state.Breaches > 0 ? PropertyVerdict.Broken
            : isPending ? PropertyVerdict.Open
            : state.IsTested ? PropertyVerdict.Kept
            : PropertyVerdict.NotTested;
    }
}
