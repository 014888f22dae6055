using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, section 7: crowd events.
public sealed partial class DrillInterpreter
{
    private const long MostPeople = 1_000_000;

    private bool TryChangeCrowd(Item item, out int entry)
    {
        if (!IsPossible(item))
        {
            entry = Write(
                TraceCode.IgnoredCrowdEvent,
                item.Subject,
                (int)CodeOf(item.Kind),
                0,
                item.By,
                item.Cause,
                item.Site
            );
            return false;
        }

        ref CrowdState crowd = ref State.Crowds[item.Subject];
        switch (item.Kind)
        {
            case SignalKind.CrowdGathers:
                entry = Gather(item);
                break;

            case SignalKind.CrowdEscalates:
                entry = WriteItem(TraceCode.CrowdEscalates, item);
                ChangeMood(item.Subject, crowd.Mood + 1, entry, item.Site);
                break;

            case SignalKind.CrowdCalms:
                entry = WriteItem(TraceCode.CrowdCalms, item);
                ChangeMood(item.Subject, crowd.Mood - 1, entry, item.Site);
                break;

            case SignalKind.CrowdGrows:
                long size = item.Argument == NoArgument ? crowd.Size + ((crowd.Size + 9) / 10) : item.Argument;
                crowd.Size = Math.Min(size, MostPeople);
                entry = WriteItem(TraceCode.CrowdGrows, item, 0, crowd.Size);
                break;

            case SignalKind.CrowdThrows:
                entry = WriteItem(TraceCode.CrowdThrows, item);
                break;

            case SignalKind.CrowdMoves:
                crowd.Place = (int)item.Argument;
                entry = WriteItem(TraceCode.CrowdMoves, item, crowd.Place);
                break;

            case SignalKind.CrowdJoins:
                entry = Join(item);
                break;

            case SignalKind.CrowdDisperses:
                entry = WriteItem(TraceCode.CrowdDisperses, item, item.Argument == 1 ? 1 : 0);
                Leave(item.Subject, Mood.Dispersed, entry, item.Site);
                break;

            default:
                throw new UnreachableException();
        }

        return true;
    }

    private bool IsPossible(Item item)
    {
        CrowdState crowd = State.Crowds[item.Subject];
        return item.Kind switch
        {
            SignalKind.CrowdGathers => !crowd.IsPresent,
            SignalKind.CrowdEscalates => crowd.IsPresent && crowd.Mood != Mood.Anarchic,
            SignalKind.CrowdCalms => crowd.IsPresent && crowd.Mood != Mood.Calm,
            SignalKind.CrowdJoins => crowd.IsPresent
                && item.Argument != item.Subject
                && State.Crowds[item.Argument].IsPresent,
            _ => crowd.IsPresent,
        };
    }

    private static TraceCode CodeOf(SignalKind kind) =>
        kind switch
        {
            SignalKind.CrowdGathers => TraceCode.CrowdGathers,
            SignalKind.CrowdEscalates => TraceCode.CrowdEscalates,
            SignalKind.CrowdCalms => TraceCode.CrowdCalms,
            SignalKind.CrowdGrows => TraceCode.CrowdGrows,
            SignalKind.CrowdThrows => TraceCode.CrowdThrows,
            SignalKind.CrowdMoves => TraceCode.CrowdMoves,
            SignalKind.CrowdJoins => TraceCode.CrowdJoins,
            SignalKind.CrowdDisperses => TraceCode.CrowdDisperses,
            _ => throw new UnreachableException(),
        };

    private int Gather(Item item)
    {
        CrowdSpec spec = _program.Crowds[item.Subject];
        ref CrowdState crowd = ref State.Crowds[item.Subject];
        crowd.Size = spec.People.In(State.Params);
        crowd.Place = spec.Place;
        crowd.Mood = spec.GathersIn;
        crowd.IsExpected = false;
        TurnOff(new(TimerKind.CrowdGathers, item.Subject));
        int entry = WriteItem(TraceCode.CrowdGathers, item, 0, crowd.Size);
        WriteMood(item.Subject, entry, item.Site);
        if (spec.Growth is not null)
        {
            crowd.GrowthSteps = 0;
            crowd.GrowthTime = Length(spec.Growth.Over, entry);
            Set(new(TimerKind.CrowdGrows, item.Subject), GrowthOffset(crowd.GrowthTime, 1), entry);
        }

        for (int i = 0; i < spec.Behaviours.Length; i++)
        {
            if (spec.Behaviours[i].While == Mood.Absent || spec.Behaviours[i].While == crowd.Mood)
            {
                Set(new(TimerKind.CrowdBehaves, item.Subject, i), spec.Behaviours[i].Every, entry, entry);
            }
        }

        return entry;
    }

    private int Join(Item item)
    {
        int other = (int)item.Argument;
        CrowdState joining = State.Crowds[item.Subject];
        int entry = WriteItem(TraceCode.CrowdJoins, item, other);
        Leave(item.Subject, Mood.Absent, entry, item.Site);

        ref CrowdState joined = ref State.Crowds[other];
        joined.Size = Math.Min(joined.Size + joining.Size, MostPeople);
        Write(TraceCode.SizeIs, other, c: joined.Size, cause: entry, site: item.Site);
        if (joining.Mood > joined.Mood)
        {
            ChangeMood(other, joining.Mood, entry, item.Site);
        }

        return entry;
    }

    /// <summary>The crowd is no longer there.</summary>
    private void Leave(int crowd, Mood mood, int entry, int site)
    {
        State.Crowds[crowd].Mood = mood;
        State.Crowds[crowd].Size = 0;
        WriteMood(crowd, entry, site);
        TurnOff(new(TimerKind.CrowdGrows, crowd));
        for (int i = 0; i < _program.Crowds[crowd].Behaviours.Length; i++)
        {
            TurnOff(new(TimerKind.CrowdBehaves, crowd, i));
        }
    }

    /// <summary>From one mood on the ladder to another: what the crowd does only in one of them stops or starts.</summary>
    private void ChangeMood(int crowd, Mood mood, int entry, int site)
    {
        Mood before = State.Crowds[crowd].Mood;
        State.Crowds[crowd].Mood = mood;
        WriteMood(crowd, entry, site);
        ImmutableArray<BehaviourSpec> behaviours = _program.Crowds[crowd].Behaviours;
        for (int i = 0; i < behaviours.Length; i++)
        {
            TimerSlot slot = new(TimerKind.CrowdBehaves, crowd, i);
            if (behaviours[i].While == before)
            {
                TurnOff(slot);
            }
            else if (behaviours[i].While == mood)
            {
                Set(slot, behaviours[i].Every, entry, entry);
            }
        }
    }

    private void WriteMood(int crowd, int cause, int site) =>
        Write(TraceCode.MoodIs, crowd, (int)State.Crowds[crowd].Mood, cause: cause, site: site);
}
