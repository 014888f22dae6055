using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>
/// An exercise that a controller leads: the run, its clock and its log. Whatever is to be seen of it is in the log before.
/// Nothing happens by itself: who shows it calls <see cref="Tick"/> as time goes by.
/// </summary>
internal sealed class DeskSession
{
    private readonly DrillLog _log;
    private readonly List<TraceEntry> _entries = [];
    private readonly List<(long TimeMs, int Event, int First)> _raised = [];
    private readonly HashSet<int> _delivered = [];
    private IReadOnlyList<RecordedEntry> _recorded = [];
    private int _logged;
    private bool _differs;

    /// <summary>A session; it watches the drill's properties.</summary>
    /// <param name="runner">The session alone may use it, but to read the state.</param>
    /// <param name="log">The log.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="time">The real time.</param>
    public DeskSession(Runner runner, DrillLog log, ulong seed, TimeProvider time)
    {
        Runner = runner;
        Seed = seed;
        Clock = new DeskClock(time);
        _log = log;
        runner.WatchesProperties = true;
        runner.Trace = Take;
    }

    /// <summary>The state of the drill, to look at.</summary>
    public Runner Runner { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The clock, to look at.</summary>
    public DeskClock Clock { get; }

    /// <summary>What happened, but for what was taken back.</summary>
    public IReadOnlyList<TraceEntry> Entries => _entries;

    /// <summary>How often something was taken back.</summary>
    public int Rewinds { get; private set; }

    /// <summary>The exercise was stopped; there is no way on from here but a new session.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The log can't be written at present; what it lacks is in memory alone.</summary>
    public bool IsLogFailing { get; private set; }

    /// <summary>The time in the drill, in milliseconds from T+00:00.</summary>
    public long NowMs => Runner.HasEnded ? Runner.Now : Math.Max(Clock.NowMs, Runner.Now);

    /// <summary>How long in the drill's time nothing happens, as the rest is put off.</summary>
    public long PutOffMs => Runner.HasEnded ? 0 : Math.Max(0, Runner.Now - Clock.NowMs);

    /// <summary>In what real time something can happen by itself; null: not by itself.</summary>
    public TimeSpan? NextTick => Runner.NextDue is { } due ? Clock.Until(due) : null;

    /// <summary>The injects that were sent, in order.</summary>
    public IReadOnlyList<DeskInject> Injects =>
        [
            .. _entries
                .Where(entry => entry.Code == TraceCode.InjectSent)
                .Select(entry => new DeskInject(
                    Runner.Info.Injects[entry.A],
                    entry.Seq,
                    entry.TimeMs,
                    _delivered.Contains(entry.Seq),
                    _entries.Exists(due => due.Code == TraceCode.InjectDue && due.Cause == entry.Seq)
                )),
        ];

    /// <summary>Starts the exercise.</summary>
    /// <param name="speed">See <see cref="DeskClock.Speed"/>.</param>
    public void Start(int speed)
    {
        Clock.SetSpeed(speed);
        Clock.Run();
        Runner.Start(Seed);
        if (speed != 1)
        {
            Record(ControllerCode.Speed, speed);
        }
    }

    /// <summary>Takes up an exercise where its log ends. The clock stands still.</summary>
    /// <param name="run">The run so far, of this drill, seed and params.</param>
    /// <param name="speed">See <see cref="DeskClock.Speed"/>.</param>
    /// <returns>False if the drill does not go as the log says.</returns>
    public bool TryContinue(RecordedRun run, int speed)
    {
        _recorded = run.Entries;
        _logged = run.Entries.Count;
        foreach (var raised in run.Events)
        {
            var number = DeskChoices.Find(Runner.Info, raised.Name);
            if (number < 0)
            {
                return false;
            }

            _raised.Add((raised.TimeMs, number, 0));
        }

        Replay(run.LastMs);
        if (_differs || _entries.Count < _recorded.Count)
        {
            return false;
        }

        _recorded = [];
        foreach (var act in run.Acts)
        {
            Recall(act);
        }

        Clock.SetSpeed(speed);
        Clock.Set(Runner.Now);
        Record(ControllerCode.Continue);
        return true;
    }

    /// <summary>Lets everything happen that is due by now.</summary>
    public void Tick()
    {
        if (Clock.IsRunning && !Runner.HasEnded)
        {
            Runner.AdvanceTo(Clock.NowMs);
        }
    }

    /// <summary>Stops the clock.</summary>
    public void Pause()
    {
        Tick();
        Clock.Pause();
        Record(ControllerCode.Pause);
    }

    /// <summary>Lets the clock run on.</summary>
    public void Resume()
    {
        Clock.Run();
        Record(ControllerCode.Resume);
    }

    /// <summary>Goes ahead, by a time or to the next that can be seen.</summary>
    public void Skip(long? ms)
    {
        Tick();
        var from = Runner.Now;
        var seen = _entries.Count;
        if (ms is { } length)
        {
            Runner.AdvanceTo(from + length);
        }
        else
        {
            while (Runner.Step() && !_entries.Skip(seen).Any(entry => entry.Code != TraceCode.Draw)) { }
        }

        Clock.Set(Runner.Now);
        Record(ControllerCode.Skip, Runner.Now - from);
    }

    /// <summary>Puts off the rest: the drill's clock stands still for so long, in its own time.</summary>
    public void PutOff(long ms)
    {
        Tick();
        Clock.Set(Clock.NowMs - ms);
        Record(ControllerCode.Shift, ms);
    }

    /// <summary>Changes the speed.</summary>
    public void SetSpeed(int speed)
    {
        Tick();
        Clock.SetSpeed(speed);
        Record(ControllerCode.Speed, speed);
    }

    /// <summary>Keeps a note.</summary>
    public void Note(string text)
    {
        Tick();
        Record(ControllerCode.Note, text: text);
    }

    /// <summary>Ticks an inject off.</summary>
    public void Deliver(DeskInject inject)
    {
        Tick();
        _delivered.Add(inject.Entry);
        Record(ControllerCode.Delivered, inject.Entry);
    }

    /// <summary>Makes something happen now.</summary>
    /// <param name="outsideEvent">An index into <see cref="DrillInfo.OutsideEvents"/>.</param>
    public void Raise(int outsideEvent)
    {
        Tick();
        if (!Runner.HasEnded)
        {
            _raised.Add((Runner.Now, outsideEvent, _entries.Count));
            Runner.Raise(outsideEvent);
        }
    }

    /// <summary>Takes the last event from outside back, with all that followed; the clock stands still then.</summary>
    /// <returns>The event, an index into <see cref="DrillInfo.OutsideEvents"/>; -1 if there was none.</returns>
    public int Undo()
    {
        if (_raised.Count == 0)
        {
            return -1;
        }

        var (timeMs, undone, first) = _raised[^1];
        _raised.RemoveAt(_raised.Count - 1);
        Log(log => log.Write(new ControllerAct(ControllerCode.Undo, timeMs, first), first, Runner.Phase));
        Recall(new ControllerAct(ControllerCode.Undo, timeMs, first));
        _logged = first;
        Replay(timeMs);
        if (Clock.IsRunning)
        {
            Clock.Pause();
        }

        Clock.Set(timeMs);
        Rewinds++;
        return undone;
    }

    /// <summary>The stop word: the exercise is over this instant.</summary>
    public void Stop()
    {
        for (var i = 0; i < Runner.Info.OutsideEvents.Count; i++)
        {
            if (Runner.Info.OutsideEvents[i].Kind == OutsideKind.EndDrill)
            {
                Raise(i);
            }
        }

        Clock.Pause();
        Record(ControllerCode.Stop);
        IsOver = true;
    }

    /// <summary>Keeps the log in another place from now on.</summary>
    /// <returns>False if it can't be kept there; it stays where it was.</returns>
    public bool TryMoveLog(Stream output)
    {
        try
        {
            _log.MoveTo(output);
            IsLogFailing = false;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Chance follows the seed, so that the same events give the same run, and the same chances after it.
    private void Replay(long untilMs)
    {
        _entries.Clear();
        Runner.Start(Seed);
        for (var i = 0; i < _raised.Count; i++)
        {
            var raised = _raised[i];
            Runner.AdvanceTo(raised.TimeMs);
            _raised[i] = raised with { First = _entries.Count };
            Runner.Raise(raised.Event);
        }

        Runner.AdvanceTo(untilMs);
        if (_entries.Count < _logged)
        {
            // That something did not come in time is found when the time is over.
            Runner.AdvanceTo(untilMs + 1);
        }
    }

    private void Recall(ControllerAct act)
    {
        if (act.Code == ControllerCode.Delivered)
        {
            _delivered.Add((int)act.Value);
        }
        else if (act.Code == ControllerCode.Undo)
        {
            _delivered.RemoveWhere(entry => entry >= act.Value);
        }
    }

    private void Take(TraceEntry entry)
    {
        if (entry.Seq < _recorded.Count)
        {
            var now = new RecordedEntry(entry.Seq, entry.TimeMs, TraceText.NameOf(entry.Code));
            _differs |= _recorded[entry.Seq] != now;
        }

        if (entry.Seq >= _logged)
        {
            _logged = entry.Seq + 1;
            Log(log => log.Write(entry));
        }

        _entries.Add(entry);
    }

    private void Record(ControllerCode code, long value = 0, string text = "") =>
        Log(log => log.Write(new ControllerAct(code, Runner.Now, value, text), _entries.Count, Runner.Phase));

    // The exercise does not wait for a disk.
    private void Log(Action<DrillLog> write)
    {
        try
        {
            write(_log);
            IsLogFailing = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            IsLogFailing = true;
        }
    }
}
