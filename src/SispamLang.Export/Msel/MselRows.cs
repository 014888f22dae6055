using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>Chooses from a run what is worth a row of the events list, and puts it into the columns.</summary>
internal sealed class MselRows
{
    private readonly PaperTexts _texts;
    private readonly DrillProgram _program;
    private readonly DrillInfo _info;
    private readonly ImmutableArray<TraceEntry> _entries;
    private readonly string _language;
    private readonly int[] _crowdPlaces;
    private readonly Dictionary<int, TraceEntry> _arrivals;

    private MselRows(DrillPaper paper)
    {
        _texts = paper.Texts;
        _program = paper.Program;
        _info = paper.Info;
        _entries = paper.Reference.Entries;
        _language = paper.Language.ShortName();
        _crowdPlaces = [.. _program.Crowds.Select(crowd => crowd.Place)];
        _arrivals = _entries
            .Where(entry => entry.Code == TraceCode.UnitArrives)
            .ToDictionary(entry => entry.Cause, entry => entry);
    }

    /// <summary>The rows.</summary>
    public static ImmutableArray<MselRow> Of(DrillPaper paper)
    {
        var rows = new MselRows(paper);
        return
        [
            .. rows
                ._entries.Select(rows.RowOf)
                .OfType<MselRow>()
                .Select((row, index) => row with { Number = index + 1 }),
        ];
    }

    private MselRow? RowOf(TraceEntry entry)
    {
        if (entry.Code == TraceCode.CrowdMoves)
        {
            _crowdPlaces[entry.A] = entry.B;
        }

        return entry.Code switch
        {
            TraceCode.PhaseStarts or TraceCode.End => Control(entry),
            TraceCode.InjectSent => Inject(entry),
            TraceCode.Announce => Announcement(entry),
            TraceCode.EventHappens => Row(entry, MselRowKind.Event, "msel.method.event") with
            {
                From = _texts["msel.control"],
            },
            // Growth by itself comes in ten steps that nobody plays one by one.
            TraceCode.CrowdGrows => RuleOf(entry).Length > 0 ? RolePlay(entry) : null,
            TraceCode.CrowdGathers
            or TraceCode.CrowdEscalates
            or TraceCode.CrowdCalms
            or TraceCode.CrowdThrows
            or TraceCode.CrowdMoves
            or TraceCode.CrowdJoins
            or TraceCode.CrowdDisperses => RolePlay(entry),
            TraceCode.Deploy => Deploy(entry),
            TraceCode.Withdraw => Order(entry) with { To = _info.Units[entry.A] },
            TraceCode.ActivityStarts => Activity(entry),
            TraceCode.ControlTaken => Order(entry) with { To = _info.Roles[entry.A] },
            TraceCode.OrderNextPhase
            or TraceCode.OrderGoTo
            or TraceCode.OrderEndDrill
            or TraceCode.OrderStop
            or TraceCode.OrderPause => Order(entry),
            _ => null,
        };
    }

    private MselRow Control(TraceEntry entry) =>
        Row(entry, MselRowKind.Control, "msel.method.control") with
        {
            Phase = entry.Code == TraceCode.PhaseStarts ? _info.Phases[entry.A].Name : "",
            From = _texts["msel.control"],
            To = _texts["msel.all"],
        };

    private MselRow Inject(TraceEntry entry)
    {
        var inject = _info.Injects[entry.A];
        return Row(entry, MselRowKind.Inject, "msel.method.control") with
        {
            Inject = inject.Text,
            Place = inject.Place,
            From = inject.From,
            To = inject.To,
            Method = inject.Via,
            Expected = inject.Expecting,
            Responsible = inject.ExpectedOf,
            Evaluator = inject.Evaluator,
            Objective = inject.Objective,
        };
    }

    private MselRow Announcement(TraceEntry entry) =>
        Row(entry, MselRowKind.Announcement, "msel.method.announcement") with
        {
            Inject = _info.Announcements[entry.A],
            From = entry.By >= 0 ? _info.Roles[entry.By] : _texts["msel.control"],
            To = _texts["msel.all"],
        };

    private MselRow RolePlay(TraceEntry entry)
    {
        var crowd = _program.Crowds[entry.A];
        return Row(entry, MselRowKind.RolePlay, "msel.method.role-play") with
        {
            From = crowd.PlayedBy < 0 ? crowd.Name : _info.Units[crowd.PlayedBy],
            Place = PlaceOf(_crowdPlaces[entry.A]),
        };
    }

    private MselRow Deploy(TraceEntry entry)
    {
        var row = Order(entry) with { To = _info.Units[entry.A], Place = PlaceOf(entry.B) };
        return _arrivals.TryGetValue(entry.Seq, out var arrival)
            ? row with
            {
                Expected = _texts.Say("msel.arrives", row.Place, TraceText.FormatTime(arrival.TimeMs)),
                Responsible = row.To,
            }
            : row;
    }

    private MselRow Activity(TraceEntry entry)
    {
        var activity = _program.Activities[entry.A];
        var units = activity.Kind == ActivityKind.Tactic ? activity.Needs : activity.From.AddRange(activity.To);
        return Order(entry) with
        {
            Inject = activity.Label,
            To = string.Join(", ", units.Select(unit => _info.Units[unit])),
            Place = activity.Crowd < 0 ? "" : PlaceOf(_crowdPlaces[activity.Crowd]),
        };
    }

    private MselRow Order(TraceEntry entry) =>
        Row(entry, MselRowKind.Order, "msel.method.order") with
        {
            From = entry.By >= 0 ? _info.Roles[entry.By] : "",
        };

    private MselRow Row(TraceEntry entry, MselRowKind kind, string method) =>
        new(
            0,
            entry.TimeMs / 1000 * 1000,
            kind,
            // Who orders it has a column of its own.
            TraceText.Describe(entry with { By = -1 }, _info, _language)
        )
        {
            Phase = entry.Phase < 0 ? "" : _info.Phases[entry.Phase].Name,
            Method = _texts[method],
            Rule = RuleOf(entry),
            Status = _texts["msel.planned"],
        };

    // What a crowd does by itself goes back to an earlier event, and that to a rule; but the rule did not bring it about.
    private string RuleOf(TraceEntry entry)
    {
        while (entry.Cause >= 0)
        {
            entry = _entries[entry.Cause];
            if (entry.Code == TraceCode.RuleFires)
            {
                return _info.Rules[entry.A];
            }

            if (
                TraceText.KindOf(entry.Code) is TraceKind.Event or TraceKind.Phase
                && entry.Code != TraceCode.ActivityEnds
            )
            {
                break;
            }
        }

        return "";
    }

    private string PlaceOf(int place) => place < 0 ? "" : _info.Places[place];
}
