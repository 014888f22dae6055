using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>What each kind of entry adds to its JSON line.</summary>
internal static class TraceJsonDetails
{
    public static void Write(Utf8JsonWriter json, in TraceEntry e, DrillInfo info)
    {
        switch (e.Code)
        {
            case TraceCode.PhaseEnds:
                json.WriteString("reason", TraceText.NameOf((PhaseEndReason)e.B));
                break;

            case TraceCode.End:
                json.WriteString("reason", TraceText.NameOf((DrillEndReason)e.A));
                break;

            case TraceCode.CrowdGathers:
            case TraceCode.CrowdGrows:
            case TraceCode.SizeIs:
                json.WriteString("crowd", info.Crowds[e.A]);
                json.WriteNumber("size", e.C);
                break;

            case TraceCode.CrowdEscalates:
            case TraceCode.CrowdCalms:
            case TraceCode.CrowdThrows:
            case TraceCode.IgnoredCrowdEvent:
                json.WriteString("crowd", info.Crowds[e.A]);
                break;

            case TraceCode.CrowdDisperses:
                json.WriteString("crowd", info.Crowds[e.A]);
                json.WriteBoolean("by_itself", e.B == 1);
                break;

            case TraceCode.CrowdMoves:
                json.WriteString("crowd", info.Crowds[e.A]);
                json.WriteString("place", info.Places[e.B]);
                break;

            case TraceCode.CrowdJoins:
                json.WriteString("crowd", info.Crowds[e.A]);
                json.WriteString("other", info.Crowds[e.B]);
                break;

            case TraceCode.MoodIs:
                json.WriteString("crowd", info.Crowds[e.A]);
                json.WriteString("mood", TraceText.NameOf((Mood)e.B));
                break;

            case TraceCode.SituationIs:
                json.WriteString("situation", TraceText.NameOf((Situation)e.A));
                json.WriteString("threat", TraceText.NameOf((Threat)e.B));
                break;

            case TraceCode.UnitArrives:
            case TraceCode.Deploy:
            case TraceCode.IgnoredDeploy:
                json.WriteString("unit", info.Units[e.A]);
                json.WriteString("place", info.Places[e.B]);
                break;

            case TraceCode.Withdraw:
            case TraceCode.IgnoredWithdraw:
                json.WriteString("unit", info.Units[e.A]);
                break;

            case TraceCode.FormationArrives:
                json.WriteString("formation", info.Formations[e.A]);
                json.WriteString("place", info.Places[e.B]);
                break;

            case TraceCode.EventHappens:
                json.WriteString("event", info.Events[e.A]);
                break;

            case TraceCode.ActivityStarts:
            case TraceCode.OrderStop:
                json.WriteString("activity", info.Activities[e.A]);
                break;

            case TraceCode.ActivityEnds:
                json.WriteString("activity", info.Activities[e.A]);
                json.WriteBoolean("cut_short", e.B == 1);
                break;

            case TraceCode.NotPossible:
                json.WriteString("activity", info.Activities[e.A]);
                json.WriteString("reason", TraceText.NameOf((NotPossibleReason)e.B));
                break;

            case TraceCode.Draw:
                json.WriteString("stream", info.Streams[e.A].Key);
                json.WriteNumber("value", e.C);
                break;

            case TraceCode.RuleFires:
            case TraceCode.IgnoredTrigger:
                json.WriteString("rule", info.Rules[e.A]);
                break;

            case TraceCode.ControlTaken:
                json.WriteString("role", info.Roles[e.A]);
                break;

            case TraceCode.OrderPause:
                json.WriteNumber("pause_ms", e.C);
                break;

            case TraceCode.PropertyBroken:
                json.WriteString("property", info.Properties[e.A].Text);
                json.WriteString("breach", TraceText.NameOf((PropertyBreach)e.B));
                if (!info.Properties[e.A].IsOwn)
                {
                    json.WriteString("doctrine", info.Properties[e.A].Doctrine);
                    json.WriteString("doctrine_rule", info.Properties[e.A].Rule);
                    json.WriteString("article", info.Properties[e.A].Article);
                }

                break;

            case TraceCode.CounterIs:
                json.WriteString("counter", info.Counters[e.A]);
                json.WriteNumber("value", e.C);
                json.WriteBoolean("at_bound", e.B == 1);
                break;
        }
    }
}
