using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Which names stand where something is done to what they name; all others only ask or tell about it.</summary>
internal static class WrittenNames
{
    /// <summary>What an action does something to: what it moves, changes, raises, carries out or goes to.</summary>
    public static IEnumerable<Symbol> Of(BoundAction action) =>
        action switch
        {
            BoundDeploy deploy => deploy.Units,
            BoundWithdraw withdraw => withdraw.Units,
            BoundHandOver handOver => handOver.Activity.From.Concat(handOver.Activity.To),
            BoundTactic tactic => [tactic.Tactic],
            BoundCrowdAction crowd => [crowd.Crowd],
            BoundRaise raise => [raise.Event],
            BoundCounting counting => [counting.Counter],
            BoundTakeControl control => [control.Role],
            BoundLeave { Phase: { } phase } => [phase],
            _ => [],
        };

    /// <summary>The places of such names in a file. Every declaration is one too, and is not among them.</summary>
    public static HashSet<TextSpan> In(SourceUnit source, BoundDrill drill)
    {
        var found = new HashSet<TextSpan>();
        drill.VisitActions(
            (rule, action) =>
            {
                if (rule.Source == source)
                {
                    Add(source, action, found);
                }
            }
        );
        foreach (
            var raise in drill.Tests.Where(t => t.Source == source).SelectMany(t => t.Steps).OfType<BoundTestRaise>()
        )
        {
            Add(source, raise.Action, found);
        }

        // use "…" with NAME = value
        var assigning = source
            .Tree.Root.Declarations.Where(d => d.Kind == Concept.Use)
            .Select(d => d.Clause(Concept.With))
            .OfType<ClauseSyntax>();
        foreach (var clause in assigning)
        {
            AddWithin(source, clause, symbol => symbol is ParamSymbol, found);
        }

        return found;
    }

    private static void Add(SourceUnit source, BoundAction action, HashSet<TextSpan> found)
    {
        var written = new HashSet<Symbol>(Of(action));
        if (written.Count > 0)
        {
            AddWithin(
                source,
                action.Syntax,
                symbol =>
                    written.Contains(symbol) || (symbol is FormationSymbol all && all.Units.Any(written.Contains)),
                found
            );
        }
    }

    private static void AddWithin(
        SourceUnit source,
        SyntaxNode node,
        Func<Symbol, bool> isWritten,
        HashSet<TextSpan> found
    )
    {
        // What it waits for is told about, not done.
        var until = (node as SyntaxBranch)?.Clause(Concept.Until);
        var tokens = source.Tree.Tokens;
        foreach (var (first, end, symbol) in source.References)
        {
            var isWaitedFor = until is not null && first >= until.FirstToken && first < until.EndToken;
            if (first >= node.FirstToken && end <= node.EndToken && !isWaitedFor && isWritten(symbol))
            {
                found.Add(TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End));
            }
        }
    }
}
