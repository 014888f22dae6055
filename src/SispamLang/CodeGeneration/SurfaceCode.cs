using System.Collections.Immutable;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what a C# program sees besides the members of the runner: enums, and methods that take them.</summary>
internal static class SurfaceCode
{
    public static void Write(Emission emission)
    {
        var (program, names, code) = (emission.Program, emission.Names, emission.Out);
        Enum("PhaseId", "The phases, in the order they run.", names.Phases, program.Phases.Select(p => p.Name));
        Enum("PlaceId", "The places.", names.Places, program.Places.Select(p => p.Name));
        Enum("UnitId", "The units.", names.Units, program.Units.Select(u => u.Name));
        Enum("FormationId", "The formations.", names.Formations, program.Formations.Select(f => f.Name));
        Enum("RoleId", "The roles.", names.Roles, program.Roles.Select(r => r.Name));
        Enum("CrowdId", "The crowds.", names.Crowds, program.Crowds.Select(c => c.Name));
        Enum("ActivityId", "Tactics and hand-overs.", names.Activities, program.Activities.Select(a => a.Label));
        Enum("EventId", "The declared events.", names.Events, program.Events.Select(e => e.Name));
        Enum("CounterId", "The counters.", names.Counters, program.Counters.Select(c => c.Name));
        Enum("ParamId", "What can be set before a run.", names.Params, program.Params.Select(p => p.Name));

        Method("The phase, or null after the end.", "PhaseId? CurrentPhase", "Phase < 0 ? null : (PhaseId)Phase");
        Method("A crowd's mood.", "Rt::Mood MoodOf(CrowdId crowd)", "MoodOf((int)crowd)");
        Method("A crowd's size; 0 if it is not there.", "long SizeOf(CrowdId crowd)", "SizeOf((int)crowd)");
        Method("A crowd's place.", "PlaceId PlaceOf(CrowdId crowd)", "(PlaceId)PlaceOfCrowd((int)crowd)");
        MethodIf(names.Units, "Where a unit is.", "Rt::Placement PlacementOf(UnitId unit)", "PlacementOf((int)unit)");
        MethodIf(
            names.Units,
            "The place a unit is at or on its way to, or null.",
            "PlaceId? PlaceOf(UnitId unit)",
            "PlaceOf((int)unit) < 0 ? null : (PlaceId)PlaceOf((int)unit)"
        );
        MethodIf(names.Counters, "A counter's value.", "long Counter(CounterId counter)", "Counter((int)counter)");
        MethodIf(
            names.Activities,
            "True while an activity is under way.",
            "bool IsUnderWay(ActivityId activity)",
            "IsUnderWay((int)activity)"
        );
        MethodIf(
            names.Params,
            "Sets a param for the next start. Durations in milliseconds, percentages in hundredths of a percent.",
            "void SetParam(ParamId param, long value)",
            "SetParam((int)param, value)"
        );
        for (var i = 0; i < program.OutsideEvents.Length; i++)
        {
            var outside = program.OutsideEvents[i];
            Method(
                outside.Names.IsEmpty ? "Happens now." : $"Now: {outside.Names[0]}.",
                $"void {names.RaiseMethods[i]}()",
                $"Raise({Literal.Of(i)})"
            );
        }

        void Enum(string name, string summary, ImmutableArray<string> members, IEnumerable<string> texts)
        {
            if (members.IsEmpty)
            {
                return;
            }

            code.Blank();
            code.Summary(summary);
            code.Open($"public enum {name}");
            foreach (var (member, text) in members.Zip(texts, (member, text) => (member, text)))
            {
                code.Summary(text.Length == 0 ? "Without a name." : text);
                code.Line(member + ",");
            }

            code.Close();
        }

        void MethodIf(ImmutableArray<string> any, string summary, string head, string body)
        {
            if (!any.IsEmpty)
            {
                Method(summary, head, body);
            }
        }

        void Method(string summary, string head, string body)
        {
            code.Blank();
            code.Summary(summary);
            code.Line($"public {head} => {body};");
        }
    }
}
