namespace SispamLang.Runtime;

/// <summary>
/// One run of a drill. Start it, let time pass, raise events, read the state. A runner can be started again and again.
/// It is not safe for use by several threads at once; but each thread may have a runner of its own, of the same drill too,
/// and <see cref="Info"/> may be read by all.
/// </summary>
/// <remarks>
/// Nothing throws for what a drill does; <see cref="InvalidOperationException"/> means that the runner was not started,
/// <see cref="ArgumentOutOfRangeException"/> that an index or a param is out of its range.
/// </remarks>
public abstract class Runner
{
    /// <summary>The due time of something that is not pending.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Which version of the agreement between runners and this package this package keeps. It counts up when the
    /// classes that were made before no longer fit.</summary>
    public const int Contract = 1;

    /// <summary>A runner.</summary>
    /// <param name="contract">The <see cref="Contract"/> that the deriving class was made for.</param>
    /// <exception cref="NotSupportedException">It was made for another.</exception>
    protected Runner(int contract)
    {
        if (contract != Contract)
        {
            throw new NotSupportedException(
                $"{GetType().FullName} was made for another version of SispamLang.Runtime: it needs contract {contract}, "
                    + $"and version {RuntimeVersion.Text} has contract {Contract}. Build it again with the "
                    + "SispamLang.Build of that version."
            );
        }
    }

    /// <summary>What the drill declares.</summary>
    public abstract DrillInfo Info { get; }

    /// <summary>Receives every entry as it is made; null: nothing is recorded, and that costs nothing. Set it before
    /// <see cref="Start(ulong)"/>.</summary>
    public Action<TraceEntry>? Trace { get; set; }

    /// <summary>Gives the values of draws instead of chance, to replay a trace: called with the stream's number, gives
    /// the value or null for chance, which has the luck that it would have had anyway. Set it before <see cref="Start(ulong)"/>.</summary>
    public Func<int, long?>? ForcedDraws { get; set; }

    /// <summary>Whether the drill's properties are watched; if not, they cost nothing, and none is found broken. Set it
    /// before <see cref="Start(ulong)"/>.</summary>
    public bool WatchesProperties { get; set; }

    /// <summary>What the run has shown of a property so far; nothing if properties are not watched.</summary>
    /// <param name="property">An index into <see cref="DrillInfo.Properties"/>.</param>
    public abstract PropertyVerdict VerdictOf(int property);

    /// <summary>How long the slowest of the answers took that a property asked for and that came in time, in milliseconds;
    /// null if none came, if it asks for none, or if properties are not watched.</summary>
    /// <param name="property">An index into <see cref="DrillInfo.Properties"/>.</param>
    public virtual long? SlowestAnswerOf(int property) => null;

    /// <summary>When what a property waits for must have come, in milliseconds from T+00:00; <see cref="Never"/> if it waits
    /// for nothing, or with no end.</summary>
    /// <param name="property">An index into <see cref="DrillInfo.Properties"/>.</param>
    public virtual long DeadlineOf(int property) => Never;

    /// <summary>Sets a param for the next start. Durations in milliseconds, percentages in hundredths of a percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the param's bounds.</exception>
    public abstract void SetParam(int param, long value);

    /// <summary>Starts a run and settles its first instant.</summary>
    /// <param name="seed">Any number; the same seed gives the same run.</param>
    public abstract void Start(ulong seed);

    /// <summary>The seed of the run.</summary>
    public abstract ulong Seed { get; }

    /// <summary>True from the drill's end on; then nothing more happens.</summary>
    public abstract bool HasEnded { get; }

    /// <summary>Milliseconds from T+00:00.</summary>
    public abstract long Now { get; }

    /// <summary>When something is due next, or null if the drill has ended.</summary>
    public abstract long? NextDue { get; }

    /// <summary>Goes on to the next instant at which something is due, and settles it.</summary>
    /// <returns>False if the drill had ended.</returns>
    public abstract bool Step();

    /// <summary>Lets everything happen that is due up to that time, ends included, and sets the clock to it (or to the
    /// drill's end, if that comes first). A time in the past changes nothing.</summary>
    public abstract void AdvanceTo(long timeMs);

    /// <summary>Runs to the end.</summary>
    public void RunToEnd() => AdvanceTo(long.MaxValue);

    /// <summary>Starts a run and runs to its end: the quickest way through a run of which only the end matters.</summary>
    /// <param name="seed">Any number; the same seed gives the same run.</param>
    public virtual void RunToEnd(ulong seed)
    {
        Start(seed);
        RunToEnd();
    }

    /// <summary>Makes something happen now, and settles the instant. Nothing happens after the end.</summary>
    /// <param name="outsideEvent">An index into <see cref="DrillInfo.OutsideEvents"/>.</param>
    public abstract void Raise(int outsideEvent);

    /// <summary>Makes something happen now by one of its names.</summary>
    /// <returns>False if nothing has that name.</returns>
    public bool Raise(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var wanted = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var i = 0; i < Info.OutsideEvents.Count; i++)
        {
            if (Info.OutsideEvents[i].Names.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            {
                Raise(i);
                return true;
            }
        }

        return false;
    }

    /// <summary>The phase, or -1 after the end.</summary>
    public abstract int Phase { get; }

    /// <summary>The worst situation of the crowds present.</summary>
    public abstract Situation Situation { get; }

    /// <summary>The worst threat of the crowds present.</summary>
    public abstract Threat Threat { get; }

    /// <summary>The role in tactical control, or -1.</summary>
    public abstract int ControlledBy { get; }

    /// <summary>A crowd's mood.</summary>
    public abstract Mood MoodOf(int crowd);

    /// <summary>A crowd's size; 0 if it is not there.</summary>
    public abstract long SizeOf(int crowd);

    /// <summary>A crowd's place.</summary>
    public abstract int PlaceOfCrowd(int crowd);

    /// <summary>Where a unit is.</summary>
    public abstract Placement PlacementOf(int unit);

    /// <summary>The place a unit is at or on its way to, or -1.</summary>
    public abstract int PlaceOf(int unit);

    /// <summary>A counter's value.</summary>
    public abstract long Counter(int counter);

    /// <summary>True while an activity is under way.</summary>
    public abstract bool IsUnderWay(int activity);

    /// <summary>The whole state, to come back to later; only for a runner of the same drill and engine. To be kept, see
    /// <see cref="SnapshotJson"/>.</summary>
    public abstract byte[] Snapshot();

    /// <summary>Comes back to a state.</summary>
    /// <exception cref="ArgumentException">The bytes are not a snapshot of this drill by this engine.</exception>
    public abstract void Restore(ReadOnlySpan<byte> snapshot);
}
