namespace SispamLang.Runtime;

/// <summary>Whom an entry is about.</summary>
internal static class TraceObjects
{
    /// <summary>Its phase, unit, crowds and role, each with what it has to do with the entry.</summary>
    public static IEnumerable<(string Type, string Name, string Qualifier)> Of(TraceEntry entry, DrillInfo info)
    {
        if (entry.Phase >= 0)
        {
            yield return ("phase", info.Phases[entry.Phase].Name, "during");
        }

        if (entry.By >= 0)
        {
            yield return ("role", info.Roles[entry.By], "ordered by");
        }

        switch (entry.Code)
        {
            case TraceCode.PhaseStarts or TraceCode.PhaseEnds or TraceCode.OrderGoTo:
                yield return ("phase", info.Phases[entry.A].Name, "phase");
                break;

            case TraceCode.UnitArrives
            or TraceCode.Deploy
            or TraceCode.Withdraw
            or TraceCode.IgnoredDeploy
            or TraceCode.IgnoredWithdraw:
                yield return ("unit", info.Units[entry.A], "unit");
                break;

            case >= TraceCode.CrowdGathers
            and <= TraceCode.CrowdDisperses
            or TraceCode.MoodIs
            or TraceCode.SizeIs
            or TraceCode.IgnoredCrowdEvent:
                yield return ("crowd", info.Crowds[entry.A], "crowd");
                if (entry.Code == TraceCode.CrowdJoins)
                {
                    yield return ("crowd", info.Crowds[entry.B], "joined");
                }

                break;

            case TraceCode.ControlTaken:
                yield return ("role", info.Roles[entry.A], "takes control");
                break;
        }
    }
}
