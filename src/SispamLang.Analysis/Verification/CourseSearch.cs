using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// Settles a property where the states alone have only shown courses that break it and that no run has. Many ways lead to one state, and
/// on each other times are possible afterwards: so it goes on from states with their zones, and only as long as there are times for it.
/// </summary>
/// <remarks>
/// Courses are tried in the order of the length that they have at least, so that the first one found is a shortest one. Only states are
/// looked at from which some step still breaks the property.
/// </remarks>
internal sealed class CourseSearch : ISuccessors
{
    // So many states, each with a zone, are looked at at most.
    private const int MostPlaces = 1 << 16;

    private readonly DrillProgram _program;
    private readonly VerifiedDrill _drill;
    private readonly int _property;
    private readonly long _mostBytes;
    private readonly DrillModel _model;
    private readonly StateGraph _graph;
    private readonly PriorityQueue<Place, (int Length, int Number)> _ahead = new();
    private readonly Dictionary<int, List<Zone>> _zones = [];
    private readonly List<Move> _last = [];
    private int[] _distances = [];
    private Place? _from;
    private int _places;
    private long _bytes;
    private bool _isExact;

    /// <summary>The search in a drill.</summary>
    /// <param name="program">The drill as it was given.</param>
    /// <param name="drill">The drill as it is verified.</param>
    /// <param name="options">How far to go.</param>
    /// <param name="property">The property; no other is watched.</param>
    public CourseSearch(DrillProgram program, VerifiedDrill drill, VerificationOptions options, int property)
    {
        _program = program;
        _drill = drill;
        _property = property;
        _mostBytes = options.MaxMemoryBytes;
        _model = new DrillModel(drill, [.. drill.Program.Properties.Select((_, i) => i != property)]);
        _graph = new StateGraph(_model, options, isGoal: _ => false, leadsToGoal: BreaksIt);
        _isExact = SaysTimesExactly(drill);
    }

    private bool HasRoom => _places < MostPlaces && _bytes < _mostBytes;

    /// <summary>Tries courses until one breaks the property, or none is left, or there are too many.</summary>
    /// <returns>
    /// Refuted, with the course as the reference interpreter has played it; proved: no course that a run has breaks it; else coincidence.
    /// </returns>
    public (Verdict Verdict, ImmutableArray<TraceEntry> Course) Run(CancellationToken cancellationToken)
    {
        if (_graph.FindAll(progress: null, cancellationToken) is not null)
        {
            return (Verdict.Coincidence, []);
        }

        _distances = _graph.Distances();
        _model.Begin(this);
        while (_ahead.TryDequeue(out _from, out _))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return (Verdict.Coincidence, []);
            }

            _last.Clear();
            _model.Expand(_from.State, this);
            foreach (Move move in _last)
            {
                if (Play([.. _from.Way(), move]) is { } trace)
                {
                    return (Verdict.Refuted, trace);
                }
            }
        }

        return (_isExact && HasRoom ? Verdict.Proved : Verdict.Coincidence, []);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ulong> state)
    {
        if (_from is not null && BreaksIt(_model))
        {
            _last.Add(_model.Record());
        }

        if (
            _model.EndReason is null
            && _graph.States.IndexOf(state) is >= 0 and var number
            && _distances[number] != StateGraph.NoWay
            && HasRoom
        )
        {
            Reach(state.ToArray(), number, _model.Record());
        }
    }

    private void Reach(ulong[] state, int number, Move move)
    {
        TimeBounds bounds = _from is null ? new(_drill) : new(_drill, _from.Zone);
        bounds.Add(move, isFirst: _from is null);
        bool hasClock = _drill.NeedsClock[_model.Layout[StateCells.Phase].Get(state)];
        if (bounds.ToZone(hasClock) is not { } zone)
        {
            return;
        }

        if (!_zones.TryGetValue(number, out List<Zone>? known))
        {
            _zones.Add(number, known = []);
        }

        if (!known.Exists(other => other.Contains(zone)))
        {
            known.Add(zone);
            _bytes += zone.Bytes;
            int length = (_from?.Length ?? 0) + 1;
            _ahead.Enqueue(new Place(state, zone, move, _from, length), (length + _distances[number], _places++));
        }
    }

    // Of a pause left to chance only whole steps are tried, and of several periods of one rule it is not known which it has noted.
    private static bool SaysTimesExactly(VerifiedDrill drill) =>
        !drill.DrawsPauses
        && drill.Program.Rules.All(rule =>
            rule.Body.OfType<MarkNext>() is var marks
            && (marks.Count() <= 1 || !marks.Any(m => drill.Grid.IsDrawn(m.Period)))
        );

    private bool BreaksIt(DrillModel model) => model.Broken.Contains(_property);

    private ImmutableArray<TraceEntry>? Play(IReadOnlyList<Move> way)
    {
        if (Course.Of(way, _drill) is not { } course)
        {
            return null;
        }

        int number = _drill.Numbers[_property];
        var trace = Replay.Until(_program, course, runner => runner.VerdictOf(number) == PropertyVerdict.Broken);
        _isExact &= trace is not null;
        return trace;
    }

    private sealed record Place(ulong[] State, Zone Zone, Move Move, Place? From, int Length)
    {
        public IEnumerable<Move> Way()
        {
            List<Move> way = [];
            for (Place? place = this; place is not null; place = place.From)
            {
                way.Add(place.Move);
            }

            way.Reverse();
            return way;
        }
    }
}
