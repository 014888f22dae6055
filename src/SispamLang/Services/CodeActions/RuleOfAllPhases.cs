using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Moves a rule that every phase has to <c>throughout</c>. Only where the drill does the same as before: the rule
/// waits for an event, takes no time, draws nothing, and no other rule of its phase that waits for an event comes after it.</summary>
internal sealed class RuleOfAllPhases(FixContext context)
{
    /// <summary>The change; null if the rule at that place can't be moved.</summary>
    public ImmutableArray<TextEdit>? Move(TextSpan place, CancellationToken cancellationToken)
    {
        var phases = context.Tree.Root.Declarations.Where(d => d.Kind == Concept.Phase).ToList();
        var throughout = context.Tree.Root.Declarations.FirstOrDefault(d => d.Kind == Concept.Throughout);
        if (
            context.Compilation.HasErrors
            || context.Around<RuleSyntax>(place) is not { } rule
            || context.Around<DeclarationSyntax>(place)?.Kind != Concept.Phase
            || throughout?.FirstToken < phases[phases.Count - 1].FirstToken
        )
        {
            return null;
        }

        var edits = new List<TextEdit>();
        foreach (var phase in phases)
        {
            var same = phase.Body?.All<RuleSyntax>().Where(other => TreeShape.IsSame(rule, other)).ToList();
            if (same is not [var here] || !CanMove(here) || Removal.Of(context, PathTo(phase, here)) is not { } removal)
            {
                return null;
            }

            edits.Add(removal);
        }

        Put(edits, throughout, rule, phases[phases.Count - 1].Span.End);
        return DoesTheSame(edits, cancellationToken) ? [.. edits.OrderBy(edit => edit.Span.Start)] : null;
    }

    private ImmutableArray<SyntaxNode> PathTo(DeclarationSyntax phase, RuleSyntax rule) =>
        [context.Tree.Root, phase, phase.Body!, rule]; // The rule is in its body.

    private bool CanMove(RuleSyntax syntax)
    {
        var rules = context.Compilation.Drill.Rules;
        var rule = rules.FirstOrDefault(other => other.Syntax == syntax);
        return rule is { Trigger: BoundEventTrigger }
            && rule.Body.All(IsInstant)
            && !rules
                .SkipWhile(other => other != rule)
                .Skip(1)
                .Any(other => other.Phase == rule.Phase && other.Trigger is BoundEventTrigger);
    }

    private static bool IsInstant(BoundAction action) =>
        action
            is BoundDeploy
                or BoundWithdraw
                or BoundAnnounce
                or BoundInject
                or BoundCrowdAction
                or BoundRaise
                or BoundCounting
                or BoundTakeControl;

    // Before the rules that are there, as it came before them; else below the last phase.
    private void Put(List<TextEdit> edits, DeclarationSyntax? throughout, RuleSyntax rule, int endOfPhases)
    {
        if (throughout?.Body is { } body)
        {
            var first = body.Children[1];
            var indent = context.IndentAt(first.Span.Start);
            var end = context.Tokens[first.FirstToken].StartsLine ? context.NewLine + indent : "; ";
            edits.Add(new TextEdit(new TextSpan(first.Span.Start, 0), Indented(rule, indent) + end));
            return;
        }

        var block = context.Word(Concept.Throughout) + ":" + context.NewLine + "  " + Indented(rule, "  ");
        var place = context.LineEnd(endOfPhases);
        var removal = edits[edits.Count - 1].Span;
        if (removal.End < place)
        {
            edits.Add(new TextEdit(new TextSpan(place, 0), context.NewLine + context.NewLine + block));
        }
        else
        {
            // The rule was the last line of all phases.
            var isLine = removal.Start == context.LineStart(removal.Start);
            edits[edits.Count - 1] = new TextEdit(
                removal,
                context.NewLine + (isLine ? block + context.NewLine : context.NewLine + block)
            );
        }
    }

    private string Indented(RuleSyntax rule, string indent)
    {
        var before = context.IndentAt(rule.Span.Start).Length;
        var lines = rule.ToString().Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var blanks = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            lines[i] = indent + lines[i].Substring(Math.Min(before, blanks));
        }

        return string.Join("\n", lines);
    }

    // A crowd that names no phase gathers in the first one that waits for it.
    private bool DoesTheSame(List<TextEdit> edits, CancellationToken cancellationToken)
    {
        var text = Edits.Apply(context.Text.Content, edits.OrderBy(edit => edit.Span.Start));
        var after = Compilation
            .Create(
                new SourceText(context.Text.Path, text),
                new KnownFiles(context.Compilation.Drill),
                context.Compilation.Options,
                cancellationToken
            )
            .Program;
        return after is not null
            && context.Compilation.Program is { } before
            && after.Rules.Length == before.Rules.Length - before.Phases.Length + 1
            && after.Crowds.Select(crowd => crowd.Phase).SequenceEqual(before.Crowds.Select(crowd => crowd.Phase));
    }
}
