using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>What is planned, what is promised, and what a reference run made of it.</summary>
internal sealed partial class DrillJson
{
    private void WriteCourse()
    {
        WriteAll(
            "phases",
            _program.Phases,
            phase =>
            {
                _json.WriteString("name", phase.Name);
                _json.WriteString("title", phase.Title);
                WriteSpan("for", phase.For);
                _json.WriteBoolean("has_until", phase.Until is not null);
                WriteAll(
                    "risks",
                    phase.Risks,
                    risk =>
                    {
                        _json.WriteString("place", _info.Places[risk.Place]);
                        _json.WriteString("risk", TraceText.NameOf(risk.Risk));
                    }
                );
                WriteSite(phase.Site);
            }
        );
        WriteAll(
            "rules",
            _program.Rules,
            rule =>
            {
                WriteIfAny("phase", rule.Phase < 0 ? "" : _info.Phases[rule.Phase].Name);
                _json.WriteString("text", rule.Text);
                WriteSite(rule.Site);
            }
        );
        WriteAll(
            "injects",
            _program.Injects,
            inject =>
            {
                _json.WriteString("text", inject.Text);
                WriteIfAny("from", inject.From);
                WriteIfAny("to", inject.To);
                WriteIfAny("via", inject.Via);
                WriteIfAny("place", PlaceName(inject.Place));
                WriteIfAny("expecting", inject.Expecting);
                WriteIfAny("expected_of", RoleName(inject.ExpectedOf));
                WriteSpan("within", inject.Within);
                WriteIfAny("evaluator", RoleName(inject.Evaluator));
                WriteIfAny("objective", inject.Objective);
                WriteSite(inject.Site);
            }
        );
    }

    private void WriteProperties()
    {
        WriteAll(
            "properties",
            _program.Properties,
            property =>
            {
                _json.WriteString("text", property.Text);
                _json.WriteString("pattern", TraceText.NameOf(property.Pattern));
                WriteIfAny("doctrine", property.Doctrine);
                WriteIfAny("doctrine_rule", property.Rule);
                WriteIfAny("article", property.Article);
                if (property.Share < 0)
                {
                    _json.WriteNull("share");
                }
                else
                {
                    _json.WriteNumber("share", property.Share);
                }

                WriteSite(property.Site);
            }
        );
        WriteAll(
            "waivers",
            _drill.Waivers,
            waiver =>
            {
                _json.WriteString("rule", waiver.Rule.FullName);
                _json.WriteString("article", waiver.Rule.Article);
                _json.WriteString("reason", waiver.Reason);
                WriteIfAny("by", waiver.By?.Name ?? "");
            }
        );
    }

    private void WriteReference()
    {
        var run = _paper.Reference;
        _json.WriteStartObject("reference_run");
        _json.WriteNumber("seed", run.Seed);
        _json.WriteNumber("end_ms", run.EndMs);
        WriteAll(
            "phases",
            PhaseSpans.Of(run),
            span =>
            {
                _json.WriteString("phase", _info.Phases[span.Phase].Name);
                _json.WriteNumber("from_ms", span.FromMs);
                _json.WriteNumber("to_ms", span.ToMs);
            }
        );
        WriteAll(
            "events_list",
            MselTable.Of(_paper).Rows,
            row =>
            {
                _json.WriteNumber("number", row.Number);
                _json.WriteNumber("time_ms", row.TimeMs);
                _json.WriteString("kind", TraceText.NameOf(row.Kind));
                foreach (var column in MselColumns.Texts)
                {
                    WriteIfAny(MselColumns.KeyOf(column), row.TextIn(column));
                }
            }
        );
        _json.WriteEndObject();
    }

    private string RoleName(int role) => role < 0 ? "" : _info.Roles[role];
}
