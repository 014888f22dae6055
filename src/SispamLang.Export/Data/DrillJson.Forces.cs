using SispamLang.Programs;
using SispamLang.Runtime;
using ParamKind = SispamLang.Programs.ParamKind;

namespace SispamLang.Export;

/// <summary>Who and what the drill has.</summary>
internal sealed partial class DrillJson
{
    private void WriteForces()
    {
        WriteAll(
            "params",
            _program.Params,
            param =>
            {
                _json.WriteString("name", param.Name);
                _json.WriteString("kind", KindName(param.Kind));
                _json.WriteNumber("default", param.Default);
                _json.WriteNumber("min", param.Min);
                _json.WriteNumber("max", param.Max);
            }
        );
        WriteAll(
            "places",
            _drill.Places,
            place =>
            {
                _json.WriteString("name", place.Name);
                _json.WriteString("title", place.Title);
                _json.WriteString("risk", TraceText.NameOf(place.Risk));
            }
        );
        // Both tables have the same units in the same order; what a unit carries is in the one, where it comes from in the other.
        WriteAll("units", _program.Units.Zip(_drill.Units), pair => WriteUnit(pair.First, pair.Second.Kit));
        WriteAll(
            "formations",
            _program.Formations,
            formation =>
            {
                _json.WriteString("name", formation.Name);
                WriteStrings("units", formation.Units.Select(unit => _info.Units[unit]));
            }
        );
        WriteAll(
            "roles",
            _program.Roles,
            role =>
            {
                _json.WriteString("name", role.Name);
                _json.WriteString("title", role.Title);
                WriteStrings("commands", role.Commands.Select(unit => _info.Units[unit]));
            }
        );
    }

    private void WriteUnit(UnitSpec unit, IEnumerable<Binding.KitItem> kit)
    {
        _json.WriteString("name", unit.Name);
        _json.WriteString("title", unit.Title);
        WriteIfAny("kind", unit.Kind);
        WriteIfAny("agency", unit.Agency);
        _json.WriteNumber("personnel", unit.Personnel);
        _json.WriteNumber("vehicles", unit.Vehicles);
        _json.WriteNumber("players", unit.Players);
        _json.WriteBoolean("assumed", unit.IsAssumed);
        _json.WriteBoolean("standby", unit.IsStandby);
        WriteSpan("ready_in", unit.ReadyIn);
        WriteAll(
            "kit",
            kit,
            item =>
            {
                _json.WriteString("name", item.Name);
                _json.WriteNumber("count", item.Count);
            }
        );
    }

    private void WriteCrowds()
    {
        WriteAll(
            "crowds",
            _program.Crowds,
            crowd =>
            {
                _json.WriteString("name", crowd.Name);
                _json.WriteString("title", crowd.Title);
                _json.WriteNumber("people", Value(crowd.People));
                _json.WriteString("temper", crowd.Temper);
                WriteIfAny("place", PlaceName(crowd.Place));
                WriteIfAny("from_phase", crowd.Phase < 0 ? "" : _info.Phases[crowd.Phase].Name);
                _json.WriteString("gathers", TraceText.NameOf(crowd.GathersIn));
                WriteIfAny("played_by", crowd.PlayedBy < 0 ? "" : _info.Units[crowd.PlayedBy]);
                _json.WriteBoolean("life_threatening", crowd.IsLifeThreatening);
                if (crowd.Growth is { } growth)
                {
                    _json.WriteStartObject("grows");
                    _json.WriteNumber("to", Value(growth.To));
                    WriteSpan("over", growth.Over);
                    _json.WriteEndObject();
                }
                else
                {
                    _json.WriteNull("grows");
                }
            }
        );
        WriteAll(
            "counters",
            _program.Counters,
            counter =>
            {
                _json.WriteString("name", counter.Name);
                _json.WriteNumber("min", counter.Min);
                _json.WriteNumber("max", counter.Max);
                _json.WriteNumber("start", Value(counter.Start));
            }
        );
        WriteAll(
            "events",
            _program.Events,
            declared =>
            {
                _json.WriteString("name", declared.Name);
                _json.WriteString("title", declared.Title);
                WriteSpan("every", declared.Every);
                _json.WriteNumber("chance", Value(declared.Chance));
                if (declared.AtMs < 0)
                {
                    _json.WriteNull("at_ms");
                }
                else
                {
                    _json.WriteNumber("at_ms", declared.AtMs);
                }

                _json.WriteBoolean("life_threatening", declared.IsLifeThreatening);
            }
        );
    }

    private string PlaceName(int place) => place < 0 ? "" : _info.Places[place];

    private static string KindName(ParamKind kind) => TraceText.NameOf(kind);
}
