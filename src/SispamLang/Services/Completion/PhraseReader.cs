using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Services.Completion;

/// <summary>Reads phrases that are not finished, by what phrases can be made of.</summary>
internal sealed class PhraseReader(TokenList tokens, NameSource names)
{
    private const int MostWords = 8;

    /// <summary>The parts that may stand at the end of a run of tokens, each with the token at which it begins.</summary>
    public IEnumerable<(PhrasePart Part, int First)> PartsAt(IEnumerable<PhraseShape> shapes, int first, int end)
    {
        var found = new List<(PhrasePart, int)>();
        foreach (var shape in shapes)
        {
            Collect(shape, 0, first, end, found);
        }

        return found;
    }

    /// <summary>The shapes that a run of tokens has.</summary>
    public IEnumerable<PhraseShape> WholeOf(IEnumerable<PhraseShape> shapes, int first, int end) =>
        shapes.Where(shape => IsWhole(shape, 0, first, end));

    /// <summary>A run of tokens is known as the start of something, and not as a whole.</summary>
    public bool IsUnfinished(IEnumerable<PhraseShape> shapes, int first, int end)
    {
        var all = shapes.ToList();
        var whole = WholeOf(all, first, end).ToList();
        return whole.Count > 0
            ? whole.TrueForAll(shape => shape.NeedsMore)
            : PartsAt(all, first, end).Any(part => part.First == end);
    }

    /// <summary>The actions that an order may be. Where what is ordered is not known, the verb tells.</summary>
    public List<ActionForm> FormsOf(OrderSyntax order, PhraseUse use)
    {
        var shapes = PhraseShape.For(Term.AnAction, use).ToList();
        var (first, end) = (order.Head.FirstToken, order.Head.EndToken);
        var forms = WholeOf(shapes, first, end).Select(shape => shape.Form).OfType<ActionForm>().ToList();
        if (forms.Count == 0 && !IsUnfinished(shapes, first, end))
        {
            var verb = VerbAt(first, end);
            forms.AddRange(ActionForm.All.Where(form => form.Word == verb));
        }

        return forms;
    }

    /// <summary>The condition or action that ends at the place can't end there.</summary>
    public bool IsUnfinishedAt(CompletionContext context) =>
        (context.Path.IsEmpty ? null : context.Path[context.Path.Length - 1]) switch
        {
            PredicateSyntax { Phrase.IsMissing: false } predicate when predicate.Phrase.EndToken == context.Cursor =>
                IsUnfinished(
                    PhraseShape.For(Term.AnEventOrCondition, context.UseOfCondition),
                    predicate.Phrase.FirstToken,
                    context.Cursor
                ),
            OrderSyntax { Head.IsMissing: false } order when order.Head.EndToken == context.Cursor => IsUnfinished(
                PhraseShape.For(Term.AnAction, context.UseOfAction),
                order.Head.FirstToken,
                context.Cursor
            ),
            _ => false,
        };

    /// <summary>The verb that a run of tokens starts with, or none.</summary>
    public Concept VerbAt(int first, int end)
    {
        foreach (var form in Words.FormsOf(WordPosition.Verb))
        {
            if (first + form.Words.Length <= end && IsWord(form.Concept, first, first + form.Words.Length))
            {
                return form.Concept;
            }
        }

        return Concept.None;
    }

    private void Collect(PhraseShape shape, int index, int first, int end, List<(PhrasePart, int)> found)
    {
        if (index == shape.Parts.Length)
        {
            return;
        }

        var part = shape.Parts[index];
        found.Add((part, first));
        if (part.IsOptional)
        {
            Collect(shape, index + 1, first, end, found);
        }

        foreach (var next in EndsOf(part, first, end))
        {
            Collect(shape, index + 1, next, end, found);
        }
    }

    private bool IsWhole(PhraseShape shape, int index, int first, int end)
    {
        if (index == shape.Parts.Length)
        {
            return first == end;
        }

        var part = shape.Parts[index];
        return (part.IsOptional && IsWhole(shape, index + 1, first, end))
            || EndsOf(part, first, end).Any(next => IsWhole(shape, index + 1, next, end));
    }

    private IEnumerable<int> EndsOf(PhrasePart part, int first, int end)
    {
        for (var next = first + 1; next <= Math.Min(end, first + MostWords); next++)
        {
            if (Is(part, first, next))
            {
                yield return next;
            }
        }
    }

    private bool Is(PhrasePart part, int first, int end)
    {
        if (part.Name is not { } what)
        {
            return part.Words.Any(word => IsWord(word, first, end));
        }

        return what switch
        {
            Term.ANumber when end == first + 1 && tokens[first].Kind == TokenKind.Number => true,
            Term.ACrowd when IsWord(Concept.AnyCrowd, first, end) || IsWord(Concept.EachCrowd, first, end) => true,
            _ => names.IsName(what, tokens, first, end),
        };
    }

    private bool IsWord(Concept concept, int first, int end)
    {
        foreach (var form in Words.FormsOf(concept))
        {
            if (form.Words.Length == end - first && Matches(form, first))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(WordForm form, int first)
    {
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (tokens[first + i].Word != form.Words[i])
            {
                return false;
            }
        }

        return true;
    }
}
