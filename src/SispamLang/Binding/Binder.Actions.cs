using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Actions: which one a phrase means, and its clauses.</summary>
internal sealed partial class Binder
{
    private static readonly Concept[] RepeatClauses = [Concept.Times, Concept.UpTo, Concept.Every];

    private BoundAction? BindOrder(OrderSyntax order)
    {
        if (order.Head.IsMissing)
        {
            return null;
        }

        var action = BindAction(order);
        return action is null ? null : WithRepetition(order, action);
    }

    private BoundAction? BindAction(OrderSyntax order)
    {
        var first = order.Head.FirstToken;
        var end = order.Head.EndToken;

        // A declared event or tactic that is the whole phrase goes before any verb that begins it.
        if (TryResolve<EventSymbol>(first, end) is { } @event)
        {
            Allow(order, Concept.By);
            return new BoundRaise(@event, BindBy(order), order);
        }

        var verb = WordAtStart(first, end, WordPosition.Verb, out var next);
        if (verb != Concept.None && Find<TacticSymbol>(NameAt(first, end)) is null)
        {
            return BindVerb(order, verb, next, end);
        }

        if (BindCrowdAction(order, first, end) is { } crowdAction)
        {
            return crowdAction.Action;
        }

        var happening = WordAtEnd(first, end, WordPosition.Happening, out var start);
        if (happening == Concept.TakesControl)
        {
            TakeWord(happening, start, end);
            Allow(order);
            return Resolve<RoleSymbol>(first, start, Term.ARole, SpanOf(first, start)) is { } role
                ? new BoundTakeControl(role, order)
                : null;
        }

        if (ReadTactic(first, end) is { } tactic)
        {
            return BindTactic(order, tactic.Tactic, tactic.Crowd);
        }

        ReportUnknownAction(order);
        return null;
    }

    private void ReportUnknownAction(OrderSyntax order)
    {
        var phrase = order.Head.ToString();
        var verbs = Words.FormsOf(WordPosition.Verb).Where(f => f.Dialect == _unit.Dialect).Select(f => f.Text);
        var names = Visible<Symbol>()
            .Where(s => s is EventSymbol or TacticSymbol)
            .SelectMany(s => s.OtherNames.Prepend(s.Name));
        var nearest =
            Nearest.To(phrase, verbs.Concat(names))
            ?? Nearest.To(Tokens.TextOf(order.Head.FirstToken), verbs.Where(v => v.IndexOf(' ') < 0))
            ?? NearestLastWord(order.Head);
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownAction,
                _unit.Tree.Text,
                order.Head.Span,
                [Quoted(order.Head), nearest is null ? "—" : "“" + nearest + "”"],
                []
            )
            {
                Suggestion = nearest,
            }
        );
    }

    // Reports clauses, values and further phrases that the action has no use for.
    private void Allow(OrderSyntax order, params Concept[] clauses)
    {
        if (order.Children.Length == 1)
        {
            return;
        }

        foreach (var child in order.Children)
        {
            if (child is ClauseSyntax clause && !clauses.Contains(clause.Kind) && !RepeatClauses.Contains(clause.Kind))
            {
                var belongsToRepeat = clause.Kind == Concept.Until && CountOf(order) is not null;
                if (!belongsToRepeat)
                {
                    Report(DiagnosticCode.ClauseDoesNotFit, clause.Span, Quoted(clause), Quoted(order.Head));
                }
            }
            else if (child is KeywordSyntax { Concept: Concept.And } and && !clauses.Contains(Concept.And))
            {
                Report(DiagnosticCode.ClauseDoesNotFit, and.Span, Quoted(and), Quoted(order.Head));
            }
            else if (child is StringSyntax text && !clauses.Contains(Concept.Announce))
            {
                Report(DiagnosticCode.ClauseDoesNotFit, text.Span, Quoted(text), Quoted(order.Head));
            }
            else if (child is NumberSyntax or DurationSyntax or PercentageSyntax && !clauses.Contains(Concept.Wait))
            {
                Report(DiagnosticCode.ClauseDoesNotFit, child.Span, Quoted(child), Quoted(order.Head));
            }
        }

        foreach (var child in order.Children)
        {
            if (child is ClauseSyntax clause && order.Clause(clause.Kind) != clause)
            {
                Report(DiagnosticCode.ClauseTwice, clause.Span, clause.Children[0].ToString());
            }
        }
    }

    private static NumberSyntax? CountOf(OrderSyntax order) =>
        (order.Clause(Concept.Times) ?? order.Clause(Concept.UpTo))?.First<NumberSyntax>();

    // ACTION 3 times every 30 s, ACTION up to 3 times until C
    private BoundAction WithRepetition(OrderSyntax order, BoundAction action)
    {
        if (action is BoundWaitUntil)
        {
            return action;
        }

        if (CountOf(order) is not { } count)
        {
            foreach (var child in order.Children)
            {
                if (child is ClauseSyntax clause && RepeatClauses.Contains(clause.Kind))
                {
                    Report(DiagnosticCode.ClauseDoesNotFit, clause.Span, Quoted(clause), Quoted(order.Head));
                }
            }

            return action;
        }

        var times = BindNumber(count, 1, 1000);
        var every = order.Clause(Concept.Every)?.First<ValueSyntax>() is { } period ? BindSpan(period) : null;
        var until = order.Clause(Concept.Until)?.First<ConditionSyntax>() is { } condition
            ? BindUntil(condition)
            : null;
        return new BoundRepeat(action, times, every, until, order);
    }

    private BoundAction? BindVerb(OrderSyntax order, Concept verb, int next, int end)
    {
        switch (verb)
        {
            case Concept.Deploy:
                Allow(order, Concept.To, Concept.By, Concept.And);
                var to = order.Clause(Concept.To);
                var place = to?.First<ValueSyntax>() is { } value ? BindPlace(value) : null;
                var units = UnitsOf(order, next, end);
                return units.IsEmpty ? null : new BoundDeploy(units, place, BindBy(order), order);
            case Concept.Withdraw:
                Allow(order, Concept.By, Concept.And);
                var back = UnitsOf(order, next, end);
                return back.IsEmpty ? null : new BoundWithdraw(back, BindBy(order), order);
            case Concept.Relieve or Concept.LapisGanti or Concept.LintasGanti:
                return BindHandOver(order, verb, next, end);
            case Concept.Announce:
                Allow(order, Concept.By, Concept.Announce);
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
                Allow(order, Concept.By, Concept.To, Concept.With);
                return BindStop(order, next, end);
            case Concept.Pause:
                Allow(order, Concept.By, Concept.For);
                NothingLeft(order, next, end);
                return PartOf<ValueSyntax>(order, Concept.For, Term.ADuration) is { } length
                    ? new BoundPause(BindSpan(length), BindBy(order), order)
                    : null;
            case Concept.Go:
                Allow(order, Concept.By, Concept.To);
                NothingLeft(order, next, end);
                return
                    PartOf<PhraseSyntax>(order, Concept.To, Term.APhase) is { } name
                    && Resolve<PhaseSymbol>(name, Term.APhase) is { } phase
                    ? new BoundLeave(LeaveKind.GoTo, phase, BindBy(order), order)
                    : null;
            default:
                Allow(order, Concept.By);
                NothingLeft(order, next, end);
                var kind = verb == Concept.NextPhase ? LeaveKind.NextPhase : LeaveKind.EndDrill;
                return new BoundLeave(kind, null, BindBy(order), order);
        }
    }

    private void NothingLeft(OrderSyntax order, int next, int end)
    {
        if (next < end)
        {
            Report(DiagnosticCode.UnexpectedRest, SpanOf(next, end), "“" + NameTable.NameOf(Tokens, next, end) + "”");
        }
    }

    private void ReportMissing(OrderSyntax order, object what) =>
        Report(DiagnosticCode.PartMissing, order.Span, Quoted(order), what);

    private T? PartOf<T>(OrderSyntax order, Concept clause, Term what)
        where T : SyntaxNode
    {
        var part = order.Clause(clause)?.First<T>();
        if (part is null)
        {
            ReportMissing(order, what);
        }

        return part is { IsMissing: true } ? null : part;
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
            return ResolveUnits(next, end, order); // One unit, as most orders have.
        }

        var units = ImmutableArray.CreateBuilder<UnitSymbol>();
        if (next < end)
        {
            units.AddRange(ResolveUnits(next, end, order));
        }
        else if (order.First<StringSyntax>() is { } quoted)
        {
            units.AddRange(ResolveUnits(quoted.FirstToken, quoted.EndToken, quoted));
        }
        else
        {
            ReportMissing(order, Term.AUnitOrFormation);
        }

        foreach (var phrase in order.All<PhraseSyntax>().Skip(1))
        {
            units.AddRange(ResolveUnits(phrase));
        }

        return [.. units.Distinct()];
    }

    private BoundHandOver? BindHandOver(OrderSyntax order, Concept verb, int next, int end)
    {
        var second = verb == Concept.Relieve ? Concept.With : Concept.To;
        Allow(order, second, Concept.Over, Concept.By);
        if (next == end)
        {
            ReportMissing(order, Term.AUnitOrFormation);
            return null;
        }

        var from = ResolveUnits(next, end, order);
        if (PartOf<PhraseSyntax>(order, second, Term.AUnitOrFormation) is not { } phrase)
        {
            return null;
        }

        var to = ResolveUnits(phrase);
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

    private BoundInject? BindInject(OrderSyntax order)
    {
        Allow(
            order,
            Concept.Announce,
            Concept.From,
            Concept.Of,
            Concept.To,
            Concept.Via,
            Concept.At,
            Concept.Expecting,
            Concept.By,
            Concept.Within,
            Concept.Evaluator,
            Concept.Objective
        );
        if (TextOf(order) is not { } text)
        {
            return null;
        }

        return new BoundInject(
            text,
            FreeWords(order, Concept.From),
            FreeWords(order, Concept.To),
            FreeWords(order, Concept.Via),
            order.Clause(Concept.At)?.First<PhraseSyntax>() is { } place
                ? Resolve<PlaceSymbol>(place, Term.APlace)
                : null,
            order.Clause(Concept.Expecting)?.First<StringSyntax>()?.Value ?? "",
            BindBy(order),
            order.Clause(Concept.Within)?.First<ValueSyntax>() is { } time ? BindSpan(time) : null,
            order.Clause(Concept.Evaluator)?.First<PhraseSyntax>() is { } role
                ? Resolve<RoleSymbol>(role, Term.ARole)
                : null,
            order.Clause(Concept.Objective)?.First<StringSyntax>()?.Value ?? "",
            order
        );
    }

    // The ends of an inject and its channel may be anything; a role or unit among them counts as named.
    private string FreeWords(OrderSyntax order, Concept clause)
    {
        if (order.Clause(clause)?.First<PhraseSyntax>() is not { IsMissing: false } phrase)
        {
            return "";
        }

        if (Find<RoleSymbol>(NameAt(phrase.FirstToken, phrase.EndToken)) is { } role)
        {
            role.IsUsed = true;
        }

        return NameTable.NameOf(Tokens, phrase.FirstToken, phrase.EndToken);
    }

    // add 1 to injured, set injured to 0
    private BoundCounting? BindCounting(OrderSyntax order, Concept verb, int next, int end)
    {
        Allow(order, Concept.To, Concept.Wait);
        var adds = verb == Concept.Add;
        if (PartOf<ValueSyntax>(order, Concept.To, adds ? Term.ACounter : Term.ANumber) is not { } target)
        {
            return null;
        }

        if (!adds)
        {
            return
                Resolve<CounterSymbol>(next, end, Term.ACounter, next < end ? SpanOf(next, end) : order.Span)
                    is { } counter
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
            Allow(order, Concept.Until, Concept.UpTo);
            NothingLeft(order, next, end);
            var upTo = order.Clause(Concept.UpTo)?.First<ValueSyntax>();
            return new BoundWaitUntil(BindUntil(condition), upTo is null ? null : BindSpan(upTo), [], [], order);
        }

        Allow(order, Concept.Wait);
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

        ReportUnknown<TacticSymbol>(next, end, Term.ATactic, SpanOf(next, end));
        return null;
    }

    private BoundAction? BindTactic(OrderSyntax order, TacticSymbol tactic, CrowdReference reference)
    {
        Allow(order, Concept.For, Concept.Until, Concept.By);
        var time = order.Clause(Concept.For)?.First<ValueSyntax>() is { } length ? BindSpan(length) : null;
        var isRepeated = CountOf(order) is not null;
        var until =
            !isRepeated && order.Clause(Concept.Until)?.First<ConditionSyntax>() is { } condition
                ? BindUntil(condition)
                : null;
        var by = BindBy(order);
        if (reference.IsEach)
        {
            return new BoundForEach(
                [.. _crowds.Select(c => (c, (BoundAction)new BoundTactic(tactic, c, time, until, by, order)))],
                order
            );
        }

        // What only our own people do needs no crowd.
        if (tactic.Effects.IsEmpty && reference.Crowd is null && _crowds.Length > 1)
        {
            return new BoundTactic(tactic, null, time, until, by, order);
        }

        return TheCrowd(reference, order.Head) is { } crowd
            ? new BoundTactic(tactic, crowd, time, until, by, order)
            : null;
    }

    // ---- What crowds are made to do -----------------------------------------------------------------------------------

    /// <summary>An action of a crowd, null if the phrase is none; its action is null after a message.</summary>
    private (BoundAction? Action, bool IsBound)? BindCrowdAction(OrderSyntax order, int first, int end)
    {
        for (var at = first + 1; at < end; at++)
        {
            if (WordRangeAt(at, Concept.CrowdJoins) && ReadCrowd(first, at) is { } joining)
            {
                TakeWord(Concept.CrowdJoins, at, at + 1);
                Allow(order, Concept.By);
                var joined = Resolve<CrowdSymbol>(at + 1, end, Term.ACrowd, SpanOf(at + 1, end));
                return joined is not null && TheCrowd(joining, order.Head) is { } crowd
                    ? (new BoundCrowdAction(SignalKind.CrowdJoins, crowd, null, joined, BindBy(order), order), true)
                    : (null, true);
            }
        }

        var concept = WordAtEnd(first, end, WordPosition.CrowdEvent, out var start);
        if (SignalOf(concept) is not { } kind || start == first || ReadCrowd(first, start) is not { } reference)
        {
            return null;
        }

        TakeWord(concept, start, end);
        Allow(order, kind is SignalKind.CrowdMoves or SignalKind.CrowdGrows ? [Concept.By, Concept.To] : [Concept.By]);
        if (kind == SignalKind.CrowdJoins)
        {
            ReportMissing(order, Term.ACrowd);
            return (null, true);
        }

        var to = order.Clause(Concept.To)?.First<ValueSyntax>();
        var place = kind == SignalKind.CrowdMoves && to is not null ? BindPlace(to) : null;
        if (kind == SignalKind.CrowdMoves && place is null)
        {
            if (to is null)
            {
                ReportMissing(order, Term.APlace);
            }

            return (null, true);
        }

        BoundAmount? size = kind == SignalKind.CrowdGrows && to is not null ? BindNumber(to, 1, MostPeople) : null;
        var by = BindBy(order);
        if (reference.IsEach)
        {
            var parts = _crowds.Select(c => (c, (BoundAction)new BoundCrowdAction(kind, c, size, place, by, order)));
            return (new BoundForEach([.. parts], order), true);
        }

        return TheCrowd(reference, order.Head) is { } single
            ? (new BoundCrowdAction(kind, single, size, place, by, order), true)
            : (null, true);
    }

    private bool WordRangeAt(int at, Concept concept)
    {
        foreach (var form in Words.FormsOf(concept))
        {
            if (form.Words.Length == 1 && Tokens[at].Word == form.Words[0])
            {
                return true;
            }
        }

        return false;
    }
}
