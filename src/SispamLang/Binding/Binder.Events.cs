using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Events and counters.</summary>
internal sealed partial class Binder
{
    private void CompleteEvent(EventSymbol @event)
    {
        foreach (var clause in ClausesOf(@event))
        {
            switch (clause.Kind)
            {
                case Concept.Every when clause.All<ValueSyntax>().ToList() is [var chance, var period]:
                    @event.Chance = BindPercentage(chance);
                    @event.Every = BindSpan(period);
                    break;
                case Concept.At when clause.First<ClockSyntax>() is { } clock:
                    @event.AtClockMs = clock.Ms;
                    NeedStart(clock);
                    break;
                case Concept.LifeThreateningClause:
                    @event.IsLifeThreatening = true;
                    break;
            }
        }
    }

    // A clock time means nothing without the clock time of the start.
    private void NeedStart(ClockSyntax clock)
    {
        var starts = _main
            .Tree.Root.Declarations.Where(d => d.Kind == Concept.Drill)
            .Any(d => d.Body?.Clause(Concept.Starts) is not null);
        if (!clock.IsMissing && !starts && _main.Tree.Root.Declarations.Any(d => d.Kind == Concept.Phase))
        {
            Report(DiagnosticCode.NeedsStartTime, clock.Span, clock.ToString());
        }
    }

    private void CompleteCounter(CounterSymbol counter)
    {
        if (counter.Declaration.Clauses.FirstOrDefault() is not { } clause)
        {
            return;
        }

        var bounds = clause.All<NumberSyntax>().ToList();
        counter.Min = bounds.Count > 0 ? bounds[0].Value : 0;
        counter.Max = bounds.Count > 1 ? bounds[1].Value : counter.Min;
        if (counter.Min > counter.Max)
        {
            Report(DiagnosticCode.RangeUpsideDown, clause.Span, clause.ToString());
            counter.Max = counter.Min;
        }

        counter.Start = clause.Clause(Concept.From)?.First<NumberSyntax>() is { } start
            ? BindNumber(start, counter.Min, counter.Max).Constant
            : counter.Min;
    }
}
