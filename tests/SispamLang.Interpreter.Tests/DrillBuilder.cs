using System.Collections.Immutable;

namespace SispamLang.Interpreter.Tests;

/// <summary>Makes small programs by hand, without the language. Times are in seconds.</summary>
internal sealed class DrillBuilder
{
    private readonly List<PlaceSpec> _places = [new("KPU", "", Risk.Medium, -1)];
    private readonly List<UnitSpec> _units = [];
    private readonly List<FormationSpec> _formations = [];
    private readonly List<RoleSpec> _roles = [];
    private readonly List<CrowdSpec> _crowds = [];
    private readonly List<ActivitySpec> _activities = [];
    private readonly List<EventSpec> _events = [];
    private readonly List<CounterSpec> _counters = [];
    private readonly List<InjectSpec> _injects = [];
    private readonly List<PhaseSpec> _phases = [];
    private readonly List<RuleSpec> _rules = [];
    private readonly List<DrawStream> _streams = [];
    private readonly List<string> _texts = [];

    public long EndsAfter { get; set; } = 4 * 3600;

    /// <summary>What every phase's rules wait for, of every crowd.</summary>
    public CrowdEvents Waits { get; set; }

    public static Span Seconds(long seconds) => new(new(seconds * 1000), new(seconds * 1000));

    public int Place(string name)
    {
        _places.Add(new(name, "", Risk.Medium, -1));
        return _places.Count - 1;
    }

    public int Unit(string name, long readyIn = 0)
    {
        _units.Add(new(name, "", "", "", 10, 0, 0, false, false, Seconds(readyIn), -1));
        return _units.Count - 1;
    }

    public int Unit(UnitSpec spec)
    {
        _units.Add(spec);
        return _units.Count - 1;
    }

    public int Formation(string name, params ReadOnlySpan<int> units)
    {
        _formations.Add(new(name, [.. units], -1));
        return _formations.Count - 1;
    }

    public int Role(string name)
    {
        _roles.Add(new(name, "", [], -1));
        return _roles.Count - 1;
    }

    public int Crowd(
        string name = "Massa",
        long people = 100,
        int phase = 0,
        long gathersAfter = 0,
        Mood gathersIn = Mood.Calm,
        GrowthSpec? growth = null,
        bool lifeThreatening = false,
        params ReadOnlySpan<BehaviourSpec> behaviours
    )
    {
        _crowds.Add(
            new(
                name,
                "",
                new(people),
                "",
                0,
                phase,
                Seconds(gathersAfter),
                gathersIn,
                growth,
                lifeThreatening,
                -1,
                [.. behaviours],
                -1
            )
        );
        return _crowds.Count - 1;
    }

    public static BehaviourSpec Certainly(SignalKind kind, long every, Mood whileIn = Mood.Absent) =>
        new(Seconds(every), whileIn, [new(kind, new(10_000))], false, -1, -1);

    public static BehaviourSpec Leaves(Mood mood, long after) => new(Seconds(after), mood, [], true, -1, -1);

    public int Stream(string key, bool isRange = false)
    {
        _streams.Add(new(key, (ulong)_streams.Count, isRange, -1));
        return _streams.Count - 1;
    }

    public int Event(string name = "alarm", Span? every = null, long percent = 100, int stream = -1, long at = -1) =>
        Event(new EventSpec(name, "", every, new(percent * 100), stream, at < 0 ? -1 : at * 1000, false, -1));

    public int Event(EventSpec spec)
    {
        _events.Add(spec);
        return _events.Count - 1;
    }

    public int Counter(string name, long min, long max, long start = 0)
    {
        _counters.Add(new(name, min, max, new(start), -1));
        return _counters.Count - 1;
    }

    public int Inject(string text, Span? within = null)
    {
        _injects.Add(new(text, "", "", "", -1, "", -1, within, -1, "", -1));
        return _injects.Count - 1;
    }

    public int Tactic(string label, int crowd = 0, int[]? needs = null, params ReadOnlySpan<Outcome> effects)
    {
        _activities.Add(new(ActivityKind.Tactic, 0, crowd, [.. needs ?? []], [.. effects], -1, [], [], label, -1));
        return _activities.Count - 1;
    }

    /// <summary>The stream that an activity's effects are drawn from.</summary>
    public void Draws(int activity, int stream) =>
        _activities[activity] = _activities[activity] with { EffectStream = stream };

    public int HandOver(string label, int from, int to)
    {
        _activities.Add(new(ActivityKind.Relieve, -1, -1, [], [], -1, [from], [to], label, -1));
        return _activities.Count - 1;
    }

    public int Phase(string name = "Rekap", long? length = null, Until? until = null)
    {
        _phases.Add(new(name, "", length is { } l ? Seconds(l) : null, until, [], [], -1));
        return _phases.Count - 1;
    }

    /// <summary>A phase that only an order or the drill's end ends.</summary>
    public int OpenPhase(string name = "Rekap") => Phase(name, null, new Until([], new ConstantCondition(false), -1));

    public int Rule(int phase, Trigger trigger, params ReadOnlySpan<Instruction> body) =>
        Rule(phase, trigger, null, body);

    public int Rule(int phase, Trigger trigger, Condition? guard, params ReadOnlySpan<Instruction> body)
    {
        _rules.Add(new(phase, trigger, guard, [.. body], $"rule {_rules.Count}", -1));
        return _rules.Count - 1;
    }

    public Announce Say(string text, int by = -1)
    {
        _texts.Add(text);
        return new(_texts.Count - 1, by, -1);
    }

    public static SignalTrigger On(SignalKind kind, int subject = 0, int by = -1) => new([new(kind, subject, by)]);

    public static Until UntilEvent(int e) => new([new(SignalKind.EventHappens, e)], null, -1);

    /// <summary>Muster, begin, last, finish: what a tactic is made of. <paramref name="at"/>: the first step's number.</summary>
    public static Instruction[] Do(int activity, long lasts, int at = 0, Until? until = null) =>
        [
            new Muster(activity, until, at + 6, -1),
            new Begin(activity, -1, -1),
            new Last(activity, Seconds(lasts), until, at + 5, -1),
            new Finish(activity, -1, -1),
            new Jump(at + 6, -1),
            new CutShort(activity, -1, -1),
        ];

    /// <summary>What a hand-over is made of.</summary>
    public static Instruction[] HandOverSteps(int activity, int from, int to, long over) =>
        [
            new Begin(activity, -1, -1),
            new Deploy(to, new(DestinationKind.HandOver, activity), -1, true, -1),
            new AwaitHandOver(activity, 7, -1),
            new Last(activity, Seconds(over), null, 7, -1),
            new Withdraw(from, -1, true, -1),
            new Finish(activity, -1, -1),
            new Jump(8, -1),
            new CutShort(activity, -1, -1),
        ];

    public DrillProgram Build()
    {
        if (_phases.Count == 0)
        {
            Phase();
        }

        if (_crowds.Count == 0)
        {
            // One that never comes: no phase has its number.
            Crowd("nobody", phase: -1);
        }

        ImmutableArray<CrowdEvents> waits = [.. _crowds.Select(_ => Waits)];
        return new()
        {
            Facts = new()
            {
                Title = "Test",
                Language = "en",
                EndsAfter = new(EndsAfter * 1000),
            },
            Files = [new("test.sispam", "")],
            Sites = [],
            Params = [],
            Places = [.. _places],
            Units = [.. _units],
            Formations = [.. _formations],
            Roles = [.. _roles],
            Crowds = [.. _crowds],
            Tactics = [new("tactic", 0, -1)],
            Activities = [.. _activities],
            Events = [.. _events],
            Counters = [.. _counters],
            Injects = [.. _injects],
            Phases = [.. _phases.Select(p => p with { Waits = waits })],
            Rules = [.. _rules],
            Timers = [.. Timers()],
            Streams = [.. _streams],
            OutsideEvents = [.. Outside()],
            Announcements = [.. _texts],
        };
    }

    private IEnumerable<TimerSlot> Timers()
    {
        for (int i = 0; i < _crowds.Count; i++)
        {
            yield return new(TimerKind.CrowdGathers, i);
            yield return new(TimerKind.CrowdGrows, i);
            for (int b = 0; b < _crowds[i].Behaviours.Length; b++)
            {
                yield return new(TimerKind.CrowdBehaves, i, b);
            }
        }

        for (int i = 0; i < _units.Count; i++)
        {
            yield return new(TimerKind.UnitArrives, i);
        }

        for (int i = 0; i < _events.Count; i++)
        {
            yield return new(TimerKind.EventRolls, i);
            yield return new(TimerKind.EventAtClock, i);
        }

        for (int i = 0; i < _rules.Count; i++)
        {
            yield return new(TimerKind.RuleTrigger, i);
            yield return new(TimerKind.RuleStep, i);
        }

        for (int i = 0; i < _injects.Count; i++)
        {
            yield return new(TimerKind.InjectDue, i);
        }
    }

    private IEnumerable<OutsideEventSpec> Outside()
    {
        for (int i = 0; i < _crowds.Count; i++)
        {
            for (OutsideKind kind = OutsideKind.CrowdGathers; kind <= OutsideKind.CrowdDisperses; kind++)
            {
                string verb = kind.ToString()["Crowd".Length..].ToLowerInvariant();
                yield return new(kind, i, [$"{_crowds[i].Name} {verb}"]);
            }
        }

        for (int i = 0; i < _events.Count; i++)
        {
            yield return new(OutsideKind.EventHappens, i, [_events[i].Name]);
        }

        for (int i = 0; i < _phases.Count; i++)
        {
            yield return new(OutsideKind.GoTo, i, [$"go to {_phases[i].Name}"]);
        }

        yield return new(OutsideKind.NextPhase, -1, ["next phase"]);
        yield return new(OutsideKind.EndDrill, -1, ["end drill"]);
    }
}
