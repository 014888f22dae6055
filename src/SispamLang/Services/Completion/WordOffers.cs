using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Services.Completion;

/// <summary>Offers the words of the grammar: those that the parser looked for, and that make sense there.</summary>
internal sealed class WordOffers(CompletionContext context, Compilation known, PhraseReader reader, Offers offers)
{
    private const PhraseUse AnyUse = PhraseUse.Event | PhraseUse.Asked | PhraseUse.Action | PhraseUse.Raised;

    private readonly Expectations _expected = context.Expected;
    private readonly OrderSyntax? _order = context
        .Path.OfType<OrderSyntax>()
        .LastOrDefault(o => o.EndToken == context.Cursor);

    private readonly PredicateSyntax? _predicate =
        context.Path.Length > 0
        && context.Path[context.Path.Length - 1] is PredicateSyntax { Phrase.IsMissing: false } last
            ? last
            : null;

    /// <summary>Offers them.</summary>
    public void Add()
    {
        var isUnfinished = reader.IsUnfinishedAt(context);
        foreach (var (concept, first) in _expected.Words)
        {
            if ((!isUnfinished || first < context.Cursor) && Fits(concept))
            {
                offers.AddWord(concept, first, Rank.Word);
            }
        }

        foreach (var position in _expected.Positions)
        {
            foreach (var concept in WordsOf(position).Distinct())
            {
                AddCounted(position, concept);
            }
        }
    }

    private bool Fits(Concept concept)
    {
        switch (concept)
        {
            case Concept.And when _predicate is not null:
                return Shapes(PhraseUse.State).Any();
            case Concept.And:
                return _order is not null && Forms(_order).Exists(form => form.JoinsUnits);
            case Concept.Or when _predicate is not null:
                return Shapes(PhraseUse.State | PhraseUse.Event).Any();
            case Concept.Not:
                return _expected.Terms.Contains(Term.ACondition) || _expected.Terms.Contains(Term.AnEventOrCondition);
            case Concept.Evaluator or Concept.Objective:
                return IsBehindInject && !IsThere(concept);
            case Concept.StartPhase:
                return !IsThere(concept);
            case Concept.If:
                return context.Innermost<RuleSyntax>() is not { Trigger: ClauseSyntax { Kind: Concept.If } rule }
                    || rule.FirstToken == context.Cursor
                    || rule.EndToken < context.Cursor;
            default:
                return !IsClause(concept) || !IsThere(concept);
        }
    }

    private IEnumerable<Concept> WordsOf(WordPosition position)
    {
        switch (position)
        {
            case WordPosition.Structure:
                return Clauses();
            case WordPosition.Count:
                return IsCounted ? [Concept.Times] : [];
            case WordPosition.Strength:
                return context.Declaration is { Kind: Concept.Crowd }
                    ? [Concept.People]
                    : [Concept.PersonnelCount, Concept.Vehicles, Concept.Players];
            case WordPosition.Declaration:
                return Concepts(position).Where(concept => concept != Concept.Drill || !HasDrill);
            case WordPosition.DrillItem:
                return Concepts(position).Where(c => c == Concept.DrillObjective || !IsThere(c));
            default:
                return Concepts(position);
        }
    }

    private static IEnumerable<Concept> Concepts(WordPosition position) =>
        Words.Concepts.Where(concept => Words.PositionOf(concept) == position);

    // Words that count go on with a number that they may touch.
    private void AddCounted(WordPosition position, Concept concept)
    {
        var isCount = position is WordPosition.TimeUnit or WordPosition.Strength or WordPosition.Count;
        if (isCount && context.Typed.Length == 0 && context.NumberThatTouches is { } number)
        {
            offers.AddCounted(concept, number);
        }
        else
        {
            offers.AddWord(concept, context.Cursor, Rank.Word);
        }
    }

    // What may follow the order or condition that ends here.
    private IEnumerable<Concept> Clauses()
    {
        if (_predicate is not null)
        {
            var next = Shapes(PhraseUse.Event | PhraseUse.State).SelectMany(shape => shape.Next);
            foreach (var concept in next.Where(concept => _predicate.Clause(concept) is null))
            {
                yield return concept;
            }
        }

        if (_order is null)
        {
            yield break;
        }

        foreach (var form in Forms(_order))
        {
            // In a test the controller says no more than he must.
            var isRaised = context.UseOfAction == PhraseUse.Raised;
            foreach (var clause in form.Clauses.Where(clause => clause.IsRequired || !isRaised))
            {
                if (_order.Clause(clause.Word) is null && clause.Word is not (Concept.Evaluator or Concept.Objective))
                {
                    yield return clause.Word;
                }
            }

            if (form.Word != Concept.Wait && !isRaised)
            {
                if (IsRepeated(_order))
                {
                    yield return Concept.Every;
                    yield return Concept.Until;
                }
                else
                {
                    yield return Concept.UpTo;
                }
            }
        }
    }

    private static bool IsRepeated(OrderSyntax order) =>
        order.Clause(Concept.Times) is not null || order.Clause(Concept.UpTo) is not null;

    private IEnumerable<PhraseShape> Shapes(PhraseUse use) =>
        _predicate is null
            ? []
            : reader.WholeOf(
                PhraseShape.For(Term.AnEventOrCondition, context.UseOfCondition & (use | PhraseUse.Asked)),
                _predicate.Phrase.FirstToken,
                _predicate.Phrase.EndToken
            );

    private List<ActionForm> Forms(OrderSyntax order) => reader.FormsOf(order, context.UseOfAction);

    // The number before the cursor stands behind something that can be done or happen several times.
    private bool IsCounted
    {
        get
        {
            var number = context.Cursor - 1;
            return number > 0
                && context.Tokens[number].Kind == TokenKind.Number
                && _expected.Phrases.Any(phrase =>
                    phrase.What is Term.AnAction or Term.AnEventOrCondition or Term.ARole
                    && reader
                        .WholeOf(PhraseShape.For(phrase.What, AnyUse), phrase.First, number)
                        .Any(shape => shape.Form is not { Word: Concept.Wait })
                );
        }
    }

    // inject "…", ▮: the comma has ended the inject, unless one of these follows.
    private bool IsBehindInject =>
        context.Innermost<BlockSyntax>() is { } block
        && block.All<OrderSyntax>().LastOrDefault(order => order.EndToken == context.Cursor - 1) is { } before
        && Forms(before).Exists(form => form.Word == Concept.Inject);

    private bool HasDrill =>
        known.Main.Root.Declarations.Any(declaration =>
            declaration.Kind == Concept.Drill && declaration.Span.Start != context.Start
        );

    // A clause of a declaration or order, of which each may stand but once.
    private bool IsClause(Concept concept) =>
        Words.PositionOf(concept) is WordPosition.Clause or WordPosition.DrillItem
        || (_expected.ClauseOf != Concept.None && concept is Concept.As or Concept.With or Concept.At or Concept.From);

    private bool IsThere(Concept clause)
    {
        for (var i = context.Path.Length - 1; i >= 0; i--)
        {
            switch (context.Path[i])
            {
                case BlockSyntax block:
                    return block.Clause(clause) is not null;
                case OrderSyntax order when order.Children.Length > 0 && !order.Head.IsMissing:
                    return order.Clause(clause) is not null;
            }
        }

        return false;
    }
}
