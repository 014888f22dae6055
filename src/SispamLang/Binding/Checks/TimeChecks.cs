using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Clock times outside the drill.</summary>
internal sealed class TimeChecks(BoundDrill drill, Findings findings)
{
    public void Check()
    {
        if (drill.Facts.StartsAtMs is not { } start)
        {
            return;
        }

        var length = Findings.Most(drill.EndsAfter);
        foreach (var rule in drill.Rules)
        {
            if (rule.Trigger is BoundClockTrigger clock && ClockTime.Between(start, clock.ClockMs) > length)
            {
                ReportOutside(rule.Source, rule.Syntax.Trigger);
            }
        }

        foreach (var @event in drill.Events)
        {
            if (
                @event.AtClockMs is { } at
                && ClockTime.Between(start, at) > length
                && @event.Declaration.Body is { } body
            )
            {
                ReportOutside(@event.Source, body.Clause(Concept.At) ?? (SyntaxNode)body);
            }
        }
    }

    private void ReportOutside(SourceUnit source, SyntaxNode at) =>
        findings.Report(DiagnosticCode.OutsideDrillTime, source, at.Span, Findings.OneLine(at));
}
