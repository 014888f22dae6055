using System.Text;

namespace SispamLang.Interpreter;

/// <summary>
/// Runs a program as it stands, step by step: the executable definition of what a drill means. It follows
/// <c>docs/execution.md</c> section by section; where the compiled engine differs from it, one of the two is wrong.
/// </summary>
public sealed partial class DrillInterpreter : Runner
{
    private const string NotStarted = "The runner has not been started.";

    private readonly DrillProgram _program;
    private readonly Dictionary<TimerSlot, int> _timers = [];
    private readonly long[] _params;
    private DrillState? _state;

    /// <summary>A runner of a program.</summary>
    public DrillInterpreter(DrillProgram program)
        : base(Contract)
    {
        ArgumentNullException.ThrowIfNull(program);
        _program = program;
        Info = DrillInfoFactory.Create(program);
        _params = [.. program.Params.Select(p => p.Default)];
        for (int i = 0; i < program.Timers.Length; i++)
        {
            _timers.Add(program.Timers[i], i);
        }
    }

    /// <inheritdoc/>
    public override DrillInfo Info { get; }

    /// <inheritdoc/>
    public override ulong Seed => State.Run.Seed;

    /// <inheritdoc/>
    public override bool HasEnded => State.Run.HasEnded;

    /// <inheritdoc/>
    public override long Now => State.Run.Now;

    /// <inheritdoc/>
    public override long? NextDue => State.Run.HasEnded ? null : EarliestDue();

    /// <inheritdoc/>
    public override int Phase => State.Run.Phase;

    /// <inheritdoc/>
    public override Runtime.Situation Situation => (Runtime.Situation)State.Run.Situation;

    /// <inheritdoc/>
    public override Runtime.Threat Threat => (Runtime.Threat)State.Run.Threat;

    /// <inheritdoc/>
    public override int ControlledBy => State.Run.ControlledBy;

    /// <summary>What params are set to in this run.</summary>
    internal ReadOnlySpan<long> Params => State.Params;

    private DrillState State => _state ?? throw new InvalidOperationException(NotStarted);

    private ref RunState Run => ref State.Run;

    /// <inheritdoc/>
    public override void SetParam(int param, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(param);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(param, _params.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, _program.Params[param].Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, _program.Params[param].Max);
        _params[param] = value;
    }

    /// <inheritdoc/>
    public override void Start(ulong seed)
    {
        _state = new(_program, seed, _params);
        BeginInstant();
        int start = Write(TraceCode.Start, c: unchecked((long)seed));
        Enqueue(new(SignalKind.DrillStarts, -1, 0, -1, start, -1));
        int phase = _program.FirstPhase;
        Enqueue(new(SignalKind.PhaseStarts, phase, 0, Nobody, start, _program.Phases[phase].Site));
        Settle();
    }

    /// <inheritdoc/>
    public override bool Step()
    {
        if (HasEnded)
        {
            return false;
        }

        Run.Now = EarliestDue();
        WatchTime();
        BeginInstant();
        CollectDue();
        Settle();
        return true;
    }

    /// <inheritdoc/>
    public override void AdvanceTo(long timeMs)
    {
        while (!HasEnded && EarliestDue() <= timeMs)
        {
            Step();
        }

        if (!HasEnded && timeMs > Run.Now)
        {
            Run.Now = timeMs;
            WatchTime();
        }
    }

    /// <inheritdoc/>
    public override void Raise(int outsideEvent)
    {
        CheckIndex(outsideEvent, _program.OutsideEvents.Length, nameof(outsideEvent));
        if (HasEnded)
        {
            return;
        }

        if (Run.Now < Run.PausedUntil)
        {
            Write(TraceCode.IgnoredWhilePaused, outsideEvent, by: FromOutside);
            return;
        }

        BeginInstant();
        CarryOut(_program.OutsideEvents[outsideEvent]);
        Settle();
    }

    /// <inheritdoc/>
    public override Runtime.Mood MoodOf(int crowd)
    {
        CheckIndex(crowd, State.Crowds.Length, nameof(crowd));
        return (Runtime.Mood)State.Crowds[crowd].Mood;
    }

    /// <inheritdoc/>
    public override long SizeOf(int crowd)
    {
        CheckIndex(crowd, State.Crowds.Length, nameof(crowd));
        return State.Crowds[crowd].Size;
    }

    /// <inheritdoc/>
    public override int PlaceOfCrowd(int crowd)
    {
        CheckIndex(crowd, State.Crowds.Length, nameof(crowd));
        return State.Crowds[crowd].Place;
    }

    /// <inheritdoc/>
    public override Runtime.Placement PlacementOf(int unit)
    {
        CheckIndex(unit, State.Units.Length, nameof(unit));
        return (Runtime.Placement)State.Units[unit].Placement;
    }

    /// <inheritdoc/>
    public override int PlaceOf(int unit)
    {
        CheckIndex(unit, State.Units.Length, nameof(unit));
        return State.Units[unit].Place;
    }

    /// <inheritdoc/>
    public override long Counter(int counter)
    {
        CheckIndex(counter, State.Counters.Length, nameof(counter));
        return State.Counters[counter];
    }

    /// <inheritdoc/>
    public override bool IsUnderWay(int activity)
    {
        CheckIndex(activity, State.UnderWay.Length, nameof(activity));
        return State.UnderWay[activity] > 0;
    }

    /// <inheritdoc/>
    public override PropertyVerdict VerdictOf(int property)
    {
        CheckIndex(property, State.Properties.Length, nameof(property));
        return Verdict(property);
    }

    /// <inheritdoc/>
    public override long? SlowestAnswerOf(int property)
    {
        CheckIndex(property, State.Properties.Length, nameof(property));
        long slowest = State.Properties[property].SlowestAnswer;
        return slowest < 0 ? null : slowest;
    }

    /// <inheritdoc/>
    public override long DeadlineOf(int property)
    {
        CheckIndex(property, State.Properties.Length, nameof(property));
        return State.Properties[property].Deadline;
    }

    /// <inheritdoc/>
    public override byte[] Snapshot() => State.Save(SnapshotHeader());

    /// <inheritdoc/>
    public override void Restore(ReadOnlySpan<byte> snapshot)
    {
        DrillState state = new(_program, 0, _params);
        if (!state.TryLoad(snapshot, SnapshotHeader()))
        {
            throw new ArgumentException("This is not a snapshot of this drill by the interpreter.", nameof(snapshot));
        }

        _state = state;
    }

    private static void CheckIndex(int index, int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count, name);
    }

    private byte[] SnapshotHeader() => Encoding.UTF8.GetBytes($"SISPSNAP1 interpreter {Info.SourceHash}\n");

    private int Write(
        TraceCode code,
        int a = 0,
        int b = 0,
        long c = 0,
        int by = Nobody,
        int cause = -1,
        int site = -1
    ) => WriteAt(Run.Now, code, a, b, c, by, cause, site);

    private int WriteAt(long time, TraceCode code, int a, int b, long c, int by, int cause, int site)
    {
        int seq = Run.NextEntry++;
        Trace?.Invoke(new(seq, time, Run.Phase, code, a, b, c, by, cause, site));
        return seq;
    }
}
