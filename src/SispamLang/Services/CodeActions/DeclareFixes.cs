using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Services.CodeActions;

/// <summary>Declares what is named and not declared.</summary>
internal static class DeclareFixes
{
    public static IEnumerable<Fix> Name(FixContext context, Diagnostic diagnostic) =>
        WordFixes
            .Suggestion(context, diagnostic)
            .Concat(
                diagnostic.Arguments[0] is Term what
                    ? Declare(
                        context,
                        context.At<PhraseSyntax>(diagnostic.Span)?.ToString() ?? context.Text.ToString(diagnostic.Span),
                        what
                    )
                    : []
            );

    /// <summary>What a phrase does may be an event or a tactic.</summary>
    public static IEnumerable<Fix> Action(FixContext context, Diagnostic diagnostic) =>
        WordFixes
            .Suggestion(context, diagnostic)
            .Concat(
                context.Around<OrderSyntax>(diagnostic.Span) is { Children.Length: 1 } order
                    ? Declare(context, order.Head.ToString(), Term.AnEvent)
                        .Concat(Declare(context, order.Head.ToString(), Term.ATactic))
                    : []
            );

    /// <summary>What is compared is a counter, all else may be an event.</summary>
    public static IEnumerable<Fix> Condition(FixContext context, Diagnostic diagnostic)
    {
        var fixes = WordFixes.Suggestion(context, diagnostic);
        return context.Around<PredicateSyntax>(diagnostic.Span) switch
        {
            { Comparison: not null } compared => fixes.Concat(
                Declare(context, compared.Phrase.ToString(), Term.ACounter)
            ),
            { } predicate when IsTrigger(context, predicate) => fixes.Concat(
                Declare(context, predicate.Phrase.ToString(), Term.AnEvent)
            ),
            _ => fixes,
        };
    }

    private static IEnumerable<Fix> Declare(FixContext context, string name, Term what)
    {
        var kind = Declarable.KindOf(what);
        if (kind is not (Concept.None or Concept.Formation))
        {
            var sort = kind switch
            {
                Concept.Unit => Term.AUnit,
                Concept.Param => Term.AParam,
                _ => what,
            };
            var declaration = Declarable.Text(context, kind, name, what);
            yield return new Fix(Wording.Declare, Insertion.Of(context, kind, declaration), name, sort);
        }
    }

    private static bool IsTrigger(FixContext context, PredicateSyntax predicate) =>
        context.Around<RuleSyntax>(predicate.Span) is { Trigger: ConditionSyntax trigger }
        && trigger.FirstToken <= predicate.FirstToken
        && predicate.EndToken <= trigger.EndToken;
}
