namespace SispamLang.Runtime;

/// <summary>Which outside event an entry records.</summary>
internal static class OutsideEvents
{
    /// <summary>The first name of the outside event that made this entry, or null.</summary>
    public static string? NameOf(in TraceEntry entry, DrillInfo info)
    {
        if (entry.Code == TraceCode.IgnoredWhilePaused)
        {
            return info.OutsideEvents[entry.A].Names[0];
        }

        TraceCode code = entry.Code == TraceCode.IgnoredCrowdEvent ? (TraceCode)entry.B : entry.Code;
        OutsideKind? kind = code switch
        {
            TraceCode.CrowdGathers => OutsideKind.CrowdGathers,
            TraceCode.CrowdEscalates => OutsideKind.CrowdEscalates,
            TraceCode.CrowdCalms => OutsideKind.CrowdCalms,
            TraceCode.CrowdGrows => OutsideKind.CrowdGrows,
            TraceCode.CrowdThrows => OutsideKind.CrowdThrows,
            TraceCode.CrowdDisperses => OutsideKind.CrowdDisperses,
            TraceCode.EventHappens => OutsideKind.EventHappens,
            TraceCode.OrderNextPhase => OutsideKind.NextPhase,
            TraceCode.OrderGoTo => OutsideKind.GoTo,
            TraceCode.OrderEndDrill => OutsideKind.EndDrill,
            _ => null,
        };
        foreach (OutsideEventInfo outside in info.OutsideEvents)
        {
            bool hasSubject = kind is not (OutsideKind.NextPhase or OutsideKind.EndDrill);
            if (outside.Kind == kind && (!hasSubject || outside.Subject == entry.A))
            {
                return outside.Names[0];
            }
        }

        return null;
    }
}
