using System.Runtime.InteropServices;

namespace SispamLang.Interpreter;

// Everything that a run knows, as plain values without gaps, so that a snapshot is their bytes one after the other.
// docs/execution.md, section 1, says what each is for.

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct RunState
{
    public ulong Seed;
    public long Now;
    public int NextEntry;
    public int Phase;
    public int PhaseStart;
    public int PhaseEnd;
    public PhaseEndReason PhaseEndReason;
    public long ForIsOver;
    public bool UntilHasCome;
    public int UntilEntry;
    public bool PhaseIsEnding;
    public bool DrillHasStarted;
    public bool DrillIsEnding;
    public DrillEndReason EndReason;
    public bool HasEnded;
    public bool HasOrder;
    public LeaveKind Order;
    public int OrderedPhase;
    public int OrderEntry;
    public long PausedUntil;
    public long PauseOrdered;
    public bool LifeIsThreatened;
    public Situation Situation;
    public Threat Threat;
    public int ControlledBy;
    public int LastItemEntry;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct CrowdState
{
    public Mood Mood;
    public long Size;
    public int Place;
    public bool IsExpected;
    public long GrowthTime;
    public int GrowthSteps;

    public readonly bool IsPresent => Mood is not (Mood.Absent or Mood.Dispersed);
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct UnitState
{
    public Placement Placement;
    public int Place;

    public readonly bool IsOut => Placement is Placement.OnTheWay or Placement.AtPlace;

    public readonly bool IsAt(int place) => Placement == Placement.AtPlace && Place == place;

    public readonly bool IsOnTheWayTo(int place) => Placement == Placement.OnTheWay && Place == place;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct ProcedureState
{
    public int Step;
    public bool Stands;
    public int Firing;
    public int WayOn;
    public bool UntilHasCome;
    public long Count;
    public long Noted;
    public int Activity;
    public int ActivityStart;
    public int ActivityPlace;
    public bool Held;
    public bool RiseIsPending;
    public int RiseEntry;

    public readonly bool IsUnderWay => Step >= 0;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct PropertyState
{
    public bool IsOpen;
    public bool IsTested;
    public bool IsDone;
    public bool IsAsked;
    public bool IsLeft;
    public bool Held;
    public int Stage;
    public int Count;
    public int TargetCount;
    public int Breaches;
    public long Deadline;
    public int Cause;
    public long AskedAt;
    public long SlowestAnswer;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct TimerState
{
    public long Due;
    public int Cause;
}

internal sealed class DrillState
{
    public RunState Run;
    public readonly long[] Params;
    public readonly CrowdState[] Crowds;
    public readonly UnitState[] Units;
    public readonly long[] Counters;
    public readonly int[] UnderWay;
    public readonly ProcedureState[] Procedures;
    public readonly TimerState[] Timers;
    public readonly PropertyState[] Properties;
    public readonly RandomStream[] Streams;

    public DrillState(DrillProgram program, ulong seed, ReadOnlySpan<long> parameters)
    {
        Params = parameters.ToArray();
        Run = new()
        {
            Seed = seed,
            Phase = -1,
            PhaseStart = -1,
            PhaseEnd = -1,
            ForIsOver = Runner.Never,
            UntilEntry = -1,
            OrderedPhase = -1,
            OrderEntry = -1,
            ControlledBy = -1,
            LastItemEntry = -1,
        };
        Crowds = [.. program.Crowds.Select(c => new CrowdState { Place = c.Place, IsExpected = true })];
        Units = [.. program.Units.Select(_ => new UnitState { Place = -1 })];
        Counters = [.. program.Counters.Select(c => Math.Clamp(c.Start.In(Params), c.Min, c.Max))];
        UnderWay = new int[program.Activities.Length];
        Procedures =
        [
            .. program.Rules.Select(_ => new ProcedureState
            {
                Step = -1,
                Firing = -1,
                WayOn = -1,
                Activity = -1,
                ActivityStart = -1,
                ActivityPlace = -1,
                RiseEntry = -1,
            }),
        ];
        Timers = [.. program.Timers.Select(_ => new TimerState { Due = Runner.Never, Cause = -1 })];
        Properties =
        [
            .. program.Properties.Select(_ => new PropertyState
            {
                Deadline = Runner.Never,
                Cause = -1,
                SlowestAnswer = -1,
            }),
        ];
        Streams = new RandomStream[program.Streams.Length];
    }

    private delegate void PartAction(Span<byte> part);

    /// <summary>The state after a header.</summary>
    public byte[] Save(ReadOnlySpan<byte> header)
    {
        using MemoryStream stream = new();
        stream.Write(header);
        ForEachPart(part => stream.Write(part));
        return stream.ToArray();
    }

    /// <summary>Takes over what <see cref="Save"/> made of a state of the same drill.</summary>
    /// <returns>False, and nothing is changed, if it cannot be one.</returns>
    public bool TryLoad(ReadOnlySpan<byte> snapshot, ReadOnlySpan<byte> header)
    {
        int length = header.Length;
        ForEachPart(part => length += part.Length);
        if (snapshot.Length != length || !snapshot.StartsWith(header))
        {
            return false;
        }

        byte[] bytes = snapshot.ToArray();
        int offset = header.Length;
        ForEachPart(part =>
        {
            bytes.AsSpan(offset, part.Length).CopyTo(part);
            offset += part.Length;
        });
        return true;
    }

    private void ForEachPart(PartAction action)
    {
        action(MemoryMarshal.AsBytes(new Span<RunState>(ref Run)));
        action(MemoryMarshal.AsBytes(Params.AsSpan()));
        action(MemoryMarshal.AsBytes(Crowds.AsSpan()));
        action(MemoryMarshal.AsBytes(Units.AsSpan()));
        action(MemoryMarshal.AsBytes(Counters.AsSpan()));
        action(MemoryMarshal.AsBytes(UnderWay.AsSpan()));
        action(MemoryMarshal.AsBytes(Procedures.AsSpan()));
        action(MemoryMarshal.AsBytes(Timers.AsSpan()));
        action(MemoryMarshal.AsBytes(Properties.AsSpan()));
        action(MemoryMarshal.AsBytes(Streams.AsSpan()));
    }
}
