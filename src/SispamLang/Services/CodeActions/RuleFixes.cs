using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Triggers, orders and steps of tests.</summary>
internal static class RuleFixes
{
    /// <summary>A state becomes a trigger behind the word <c>if</c>.</summary>
    public static IEnumerable<Fix> State(FixContext context, Diagnostic diagnostic)
    {
        if (context.Around<RuleSyntax>(diagnostic.Span)?.Trigger.Span == diagnostic.Span)
        {
            yield return Before(diagnostic.Span, context.Word(Concept.If));
        }
    }

    /// <summary>An event is a trigger without the word <c>if</c>.</summary>
    public static IEnumerable<Fix> Event(FixContext context, Diagnostic diagnostic)
    {
        if (
            context.Around<RuleSyntax>(diagnostic.Span)?.Trigger is ClauseSyntax { Kind: Concept.If } trigger
            && trigger.First<ConditionSyntax>()?.Span == diagnostic.Span
        )
        {
            var word = TextSpan.FromBounds(trigger.Span.Start, diagnostic.Span.Start);
            yield return new Fix(Wording.Remove, new TextEdit(word, ""), context.Text.ToString(word).Trim())
            {
                IsPreferred = true,
            };
        }
    }

    /// <summary>Each crowd that may be meant, in place of the word for any or where its name belongs.</summary>
    public static IEnumerable<Fix> WhichCrowd(FixContext context, Diagnostic diagnostic)
    {
        var names = context
            .Compilation.Drill.Crowds.Select(crowd => crowd.Declaration.Name?.ToString() ?? crowd.Name)
            .Append(context.Word(Concept.EachCrowd));
        var first = SyntaxPath.TokenFrom(context.Tokens, diagnostic.Span.Start);
        var end = SyntaxPath.TokenFrom(context.Tokens, diagnostic.Span.End);
        for (var i = first; i < end; i++)
        {
            if (context.Source.WordsInPhrases.At(i) is { Concept: Concept.AnyCrowd } word)
            {
                var span = TextSpan.FromBounds(context.Tokens[i].Start, context.Tokens[word.EndToken - 1].End);
                return names.Select(name => Fix.Replace(span, name) with { IsPreferred = false });
            }
        }

        // anarchic → Massa anarchic, water cannon → water cannon Massa
        return context.At<PredicateSyntax>(diagnostic.Span) is not null
            ? names.Select(name => Before(diagnostic.Span, name) with { IsPreferred = false })
            : names.Select(name => new Fix(
                Wording.Insert,
                new TextEdit(new TextSpan(diagnostic.Span.End, 0), " " + name),
                name
            ));
    }

    /// <summary>The roles that command what is ordered.</summary>
    public static IEnumerable<Fix> Commander(FixContext context, Diagnostic diagnostic)
    {
        BoundAction? ordered = null;
        var order = context.At<OrderSyntax>(diagnostic.Span);
        context.Compilation.Drill.VisitActions((_, action) => ordered = action.Syntax == order ? action : ordered);
        if (ordered is null || order?.Clause(Concept.By)?.First<PhraseSyntax>() is not { } by)
        {
            return [];
        }

        return context
            .Compilation.Drill.Sources.Reverse()
            .SelectMany(source => source.Names.All.OfType<RoleSymbol>())
            .Where(role => CommandChecks.Commands(role, ordered))
            .Select(role =>
                Fix.Replace(by.Span, role.Declaration.Name?.ToString() ?? role.Name) with
                {
                    IsPreferred = false,
                }
            );
    }

    /// <summary>A hand-over of any kinds of units.</summary>
    public static IEnumerable<Fix> AnyHandOver(FixContext context, Diagnostic diagnostic)
    {
        if (
            context.At<OrderSyntax>(diagnostic.Span) is { } order
            && context.Source.WordsInPhrases.At(order.FirstToken) is { } verb
            && order.Clause(Concept.To)?.First<KeywordSyntax>() is { } to
        )
        {
            var relieve = context.Word(Concept.Relieve);
            var span = TextSpan.FromBounds(order.Span.Start, context.Tokens[verb.EndToken - 1].End);
            yield return new Fix(
                Wording.Write,
                [relieve],
                [new TextEdit(span, relieve), new TextEdit(to.Span, context.Word(Concept.With))]
            );
        }
    }

    /// <summary>What a test can't do, it can expect.</summary>
    public static IEnumerable<Fix> Expect(FixContext context, Diagnostic diagnostic)
    {
        if (
            context.At<OrderSyntax>(diagnostic.Span) is { } order
            && context.Source.WordsInPhrases.At(order.FirstToken) is null
        )
        {
            yield return Before(diagnostic.Span, context.Word(Concept.Expect));
        }
    }

    /// <summary>The first step of a test to where it belongs.</summary>
    public static IEnumerable<Fix> FirstStep(FixContext context, Diagnostic diagnostic)
    {
        var path = context.PathTo(diagnostic.Span);
        var start = path.Length - 1;
        while (start > 0 && path[start] is not ClauseSyntax)
        {
            start--;
        }

        if (
            start == 0
            || path[start - 1] is not BlockSyntax block
            || Removal.Of(context, ImmutableArray.Create(path, 0, start + 1)) is not { } removal
        )
        {
            yield break;
        }

        var step = path[start].ToString();
        var first = block.Children[1];
        if (first is ClauseSyntax { Kind: Concept.StartPhase })
        {
            yield return new Fix(Wording.Remove, removal, step) { IsPreferred = true };
            yield break;
        }

        var gap = context.Tokens[first.FirstToken].StartsLine
            ? context.NewLine + context.IndentAt(first.Span.Start)
            : "; ";
        yield return new Fix(
            Wording.MoveToFront,
            [],
            [new TextEdit(new TextSpan(first.Span.Start, 0), step + gap), removal]
        )
        {
            IsPreferred = true,
        };
    }

    private static Fix Before(TextSpan span, string word) =>
        new(Wording.Insert, new TextEdit(new TextSpan(span.Start, 0), word + " "), word) { IsPreferred = true };
}
