using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Actions: which one a phrase means, and what clauses it may have.</summary>
internal sealed partial class Binder
{
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

        // A declared event or tactic that is the whole phrase goes before any verb that begins it. Most are no name at all.
        var name = NameAt(first, end);
        var isName = Find<Symbol>(name) is not null;
        if (isName && Find<EventSymbol>(name) is { } @event)
        {
            Take(@event, first, end);
            Allow(order, ActionForm.Event);
            return new BoundRaise(@event, BindBy(order), order);
        }

        var verb = WordAtStart(first, end, WordPosition.Verb, out var next);
        if (verb != Concept.None && !(isName && Find<TacticSymbol>(name) is not null))
        {
            TakeWord(verb, first, next);
            return BindVerb(order, verb, next, end);
        }

        if (TryBindCrowdAction(order, first, end, out var crowdAction))
        {
            return crowdAction;
        }

        var happening = WordAtEnd(first, end, WordPosition.Happening, out var start);
        if (happening == Concept.TakesControl)
        {
            TakeWord(happening, start, end);
            Allow(order, ActionForm.TakesControl);
            return Resolve<RoleSymbol>(first, start, Term.ARole, order) is { } role
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
        var first = order.Head.FirstToken;
        var span = order.Head.Span;
        var nearest = Nearest.To(phrase, verbs.Concat(names));
        if (nearest is null && Nearest.To(Tokens.TextOf(first), verbs.Where(v => v.IndexOf(' ') < 0)) is { } verb)
        {
            (nearest, span) = (verb, Tokens[first].Span);
        }

        nearest ??= NearestLastWords(order.Head);
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownAction,
                _unit.Tree.Text,
                order.Head.Span,
                [Quoted(order.Head), Nearest.InQuotes(nearest)],
                []
            )
            {
                Suggestion = nearest,
                SuggestionSpan = span,
            }
        );
    }

    // Reports clauses, values and further phrases that the action has no use for.
    private void Allow(OrderSyntax order, ActionForm form)
    {
        if (order.Children.Length == 1)
        {
            return;
        }

        foreach (var child in order.Children)
        {
            if (child is ClauseSyntax clause && !form.Has(clause.Kind) && !ActionForm.IsOfRepeat(clause.Kind))
            {
                var belongsToRepeat = clause.Kind == Concept.Until && CountOf(order) is not null;
                if (!belongsToRepeat)
                {
                    Report(DiagnosticCode.ClauseDoesNotFit, clause.Span, Quoted(clause), Quoted(order.Head));
                }
            }
            else if (child is KeywordSyntax { Concept: Concept.And } and && !form.JoinsUnits)
            {
                Report(DiagnosticCode.ClauseDoesNotFit, and.Span, Quoted(and), Quoted(order.Head));
            }
            else if (child is StringSyntax text && form.Object != Term.AString)
            {
                Report(DiagnosticCode.ClauseDoesNotFit, text.Span, Quoted(text), Quoted(order.Head));
            }
            else if (
                child is NumberSyntax or DurationSyntax or PercentageSyntax
                && form.Object is not (Term.ANumber or Term.ADuration)
            )
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
        if (order.Children.Length == 1 || action is BoundWaitUntil)
        {
            return action;
        }

        if (CountOf(order) is not { } count)
        {
            foreach (var child in order.Children)
            {
                if (child is ClauseSyntax clause && ActionForm.IsOfRepeat(clause.Kind))
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

    private void NothingLeft(OrderSyntax order, int next, int end)
    {
        if (next < end)
        {
            Report(DiagnosticCode.UnexpectedRest, SpanOf(next, end), "“" + NameTable.NameOf(Tokens, next, end) + "”");
        }
    }

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
}
