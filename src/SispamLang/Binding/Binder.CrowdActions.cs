using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>What is done about crowds, and what they are made to do.</summary>
internal sealed partial class Binder
{
    private BoundAction? BindTactic(OrderSyntax order, TacticSymbol tactic, CrowdReference reference)
    {
        Allow(order, ActionForm.Tactic);
        var time = order.Clause(Concept.For)?.First<ValueSyntax>() is { } length ? BindSpan(length) : null;
        var isRepeated = CountOf(order) is not null;
        var until =
            !isRepeated && order.Clause(Concept.Until)?.First<ConditionSyntax>() is { } condition
                ? BindUntil(condition)
                : null;
        var by = BindBy(order);
        if (reference.IsEach)
        {
            return ForEachCrowd(new BoundTactic(tactic, null, time, until, by, order));
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

    private BoundForEach ForEachCrowd(BoundTactic tactic) =>
        new([.. _crowds.Select(crowd => (crowd, (BoundAction)(tactic with { Crowd = crowd })))], tactic.Syntax);

    private BoundForEach ForEachCrowd(BoundCrowdAction action) =>
        new([.. _crowds.Select(crowd => (crowd, (BoundAction)(action with { Crowd = crowd })))], action.Syntax);

    /// <summary>False if the phrase is no action of a crowd; if it is, the action may still be null after a message.</summary>
    private bool TryBindCrowdAction(OrderSyntax order, int first, int end, out BoundAction? action)
    {
        action = null;
        for (var at = first + 1; at < end; at++)
        {
            if (WordRangeAt(at, Concept.CrowdJoins) && ReadCrowd(first, at) is { } joining)
            {
                TakeWord(Concept.CrowdJoins, at, at + 1);
                Allow(order, ActionForm.Of(Concept.CrowdJoins));
                var joined = Resolve<CrowdSymbol>(at + 1, end, Term.ACrowd, order);
                if (joined is not null && TheCrowd(joining, order.Head) is { } crowd)
                {
                    action = new BoundCrowdAction(SignalKind.CrowdJoins, crowd, null, joined, BindBy(order), order);
                }

                return true;
            }
        }

        var concept = WordAtEnd(first, end, WordPosition.CrowdEvent, out var start);
        if (SignalOf(concept) is not { } kind || start == first || ReadCrowd(first, start) is not { } reference)
        {
            return false;
        }

        TakeWord(concept, start, end);
        Allow(order, ActionForm.Of(concept));
        var to = order.Clause(Concept.To)?.First<ValueSyntax>();
        var place = kind == SignalKind.CrowdMoves && to is not null ? BindPlace(to) : null;
        if (kind == SignalKind.CrowdMoves && place is null)
        {
            if (to is null)
            {
                ReportMissing(order, Term.APlace);
            }

            return true;
        }

        BoundAmount? size = kind == SignalKind.CrowdGrows && to is not null ? BindNumber(to, 1, MostPeople) : null;
        var by = BindBy(order);
        if (reference.IsEach)
        {
            action = ForEachCrowd(new BoundCrowdAction(kind, _crowds[0], size, place, by, order));
        }
        else if (TheCrowd(reference, order.Head) is { } single)
        {
            action = new BoundCrowdAction(kind, single, size, place, by, order);
        }

        return true;
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
