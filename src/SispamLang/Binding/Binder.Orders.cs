using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Actions that start with a verb.</summary>
internal sealed partial class Binder
{
    private BoundAction? BindVerb(OrderSyntax order, Concept verb, int next, int end)
    {
        Allow(order, ActionForm.Of(verb, waitsForCondition: order.Clause(Concept.Until) is not null));
        switch (verb)
        {
            case Concept.Deploy:
                var to = order.Clause(Concept.To);
                var place = to?.First<ValueSyntax>() is { } value ? BindPlace(value) : null;
                var units = UnitsOf(order, next, end);
                return units.IsEmpty ? null : new BoundDeploy(units, place, BindBy(order), order);
            case Concept.Withdraw:
                var back = UnitsOf(order, next, end);
                return back.IsEmpty ? null : new BoundWithdraw(back, BindBy(order), order);
            case Concept.Relieve or Concept.LapisGanti or Concept.LintasGanti:
                return BindHandOver(order, verb, next, end);
            case Concept.Announce:
                NothingLeft(order, next, end);
                return TextOf(order) is { } text ? new BoundAnnounce(text, BindBy(order), order) : null;
            case Concept.Inject:
                NothingLeft(order, next, end);
                return BindInject(order);
            case Concept.Add or Concept.Set:
                return BindCounting(order, verb, next, end);
            case Concept.Wait:
                return BindWait(order, next, end);
            case Concept.Stop:
                return BindStop(order, next, end);
            case Concept.Pause:
                NothingLeft(order, next, end);
                return PartOf<ValueSyntax>(order, Concept.For, Term.ADuration) is { } length
                    ? new BoundPause(BindSpan(length), BindBy(order), order)
                    : null;
            case Concept.Go:
                NothingLeft(order, next, end);
                return
                    PartOf<PhraseSyntax>(order, Concept.To, Term.APhase) is { } name
                    && Resolve<PhaseSymbol>(name, Term.APhase) is { } phase
                    ? new BoundLeave(LeaveKind.GoTo, phase, BindBy(order), order)
                    : null;
            default:
                NothingLeft(order, next, end);
                var kind = verb == Concept.NextPhase ? LeaveKind.NextPhase : LeaveKind.EndDrill;
                return new BoundLeave(kind, null, BindBy(order), order);
        }
    }

    private string? TextOf(OrderSyntax order)
    {
        if (order.First<StringSyntax>() is { } text)
        {
            return text.Value;
        }

        ReportMissing(order, Term.AString);
        return null;
    }

    private PlaceSymbol? BindPlace(ValueSyntax value)
    {
        if (value is PhraseSyntax phrase)
        {
            return Resolve<PlaceSymbol>(phrase, Term.APlace);
        }

        if (!value.IsMissing)
        {
            Report(DiagnosticCode.WrongSortOfValue, value.Span, Quoted(value), Term.APlace);
        }

        return null;
    }

    // deploy A and B: what is left of the first phrase, and the phrases joined to it.
    private ImmutableArray<UnitSymbol> UnitsOf(OrderSyntax order, int next, int end)
    {
        if (next < end && order.First<KeywordSyntax>() is null)
        {
            return ResolveUnits(next, end, order, isOrder: true); // One unit, as most orders have.
        }

        var units = ImmutableArray.CreateBuilder<UnitSymbol>();
        if (next < end)
        {
            units.AddRange(ResolveUnits(next, end, order, isOrder: true));
        }
        else if (order.First<StringSyntax>() is { } quoted)
        {
            units.AddRange(ResolveUnits(quoted.FirstToken, quoted.EndToken, quoted, isOrder: true));
        }
        else
        {
            ReportMissing(order, Term.AUnitOrFormation);
        }

        foreach (var phrase in order.All<PhraseSyntax>().Skip(1))
        {
            units.AddRange(ResolveUnits(phrase, isOrder: true));
        }

        return [.. units.Distinct()];
    }

    private BoundHandOver? BindHandOver(OrderSyntax order, Concept verb, int next, int end)
    {
        var second = verb == Concept.Relieve ? Concept.With : Concept.To;
        if (next == end)
        {
            ReportMissing(order, Term.AUnitOrFormation);
            return null;
        }

        var from = ResolveUnits(next, end, order, isOrder: true);
        if (PartOf<PhraseSyntax>(order, second, Term.AUnitOrFormation) is not { } phrase)
        {
            return null;
        }

        var to = ResolveUnits(phrase, isOrder: true);
        if (from.IsEmpty || to.IsEmpty || HandOverOf(verb) is not { } kind)
        {
            return null;
        }

        var over = order.Clause(Concept.Over)?.First<ValueSyntax>() is { } time
            ? BindSpan(time)
            : BoundSpan.Fixed(120_000);
        var pattern = new ActivityPattern(kind, null, null, from, to);
        return new BoundHandOver(pattern, over, BindBy(order), order);
    }

    // add 1 to injured, set injured to 0
    private BoundCounting? BindCounting(OrderSyntax order, Concept verb, int next, int end)
    {
        var adds = verb == Concept.Add;
        if (PartOf<ValueSyntax>(order, Concept.To, adds ? Term.ACounter : Term.ANumber) is not { } target)
        {
            return null;
        }

        if (!adds)
        {
            return Resolve<CounterSymbol>(next, end, Term.ACounter, order) is { } counter
                ? new BoundCounting(counter, BindNumber(target, 0, 1_000_000_000), false, order)
                : null;
        }

        BoundAmount? amount = null;
        if (order.First<NumberSyntax>() is { } number)
        {
            amount = BindNumber(number, 0, 1_000_000_000);
        }
        else if (end == next + 1 && Tokens[next].Kind == TokenKind.Number)
        {
            var literal = Tokens.TextOf(next);
            amount = new BoundAmount(
                long.TryParse(literal, out var value) && value <= 1_000_000_000 ? value : 1_000_000_000
            );
            if (amount.Value.Constant != value)
            {
                Report(DiagnosticCode.NumberTooLarge, Tokens[next].Span, Shorten(literal));
            }
        }
        else if (next < end)
        {
            amount = BindParam(next, end, ParamKind.Number, Term.ANumber, 0, 1_000_000_000);
        }
        else
        {
            ReportMissing(order, Term.ANumber);
        }

        return
            amount is { } added
            && target is PhraseSyntax name
            && Resolve<CounterSymbol>(name, Term.ACounter) is { } counted
            ? new BoundCounting(counted, added, true, order)
            : null;
    }

    private BoundAction? BindWait(OrderSyntax order, int next, int end)
    {
        if (order.Clause(Concept.Until)?.First<ConditionSyntax>() is { } condition)
        {
            NothingLeft(order, next, end);
            var upTo = order.Clause(Concept.UpTo)?.First<ValueSyntax>();
            return new BoundWaitUntil(BindUntil(condition), upTo is null ? null : BindSpan(upTo), [], [], order);
        }

        if (order.First<DurationSyntax>() is { } time)
        {
            NothingLeft(order, next, end);
            return new BoundWait(BindSpan(time), order);
        }

        if (next < end)
        {
            return BindParam(next, end, ParamKind.Duration, Term.ADuration, 0, long.MaxValue) is { } amount
                ? new BoundWait(new BoundSpan(amount, amount), order)
                : null;
        }

        if (!order.Children.Any(child => child is NumberSyntax))
        {
            ReportMissing(order, Term.ADuration);
        }

        return null;
    }

    private BoundStop? BindStop(OrderSyntax order, int next, int end)
    {
        if (next == end)
        {
            ReportMissing(order, Term.ATactic);
            return null;
        }

        if (ReadActivity(next, end, order) is { } activity)
        {
            return new BoundStop(activity, BindBy(order), order);
        }

        ReportUnknown<TacticSymbol>(next, end, Term.ATactic);
        return null;
    }
}
