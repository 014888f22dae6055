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

    /// <summary>Where in a file something is done to a symbol. Its declaration is no such place.</summary>
    public static HashSet<TextSpan> Of(Symbol symbol, SourceUnit source, BoundDrill drill)
    {
        var found = new HashSet<TextSpan>();
        var mentions = source.References.Where(reference => reference.Symbol == symbol).ToList();
        drill.VisitActions(
            (rule, action) =>
            {
                if (rule.Source == source && IsDoneTo(symbol, action))
                {
                    AddWithin(action.Syntax);
                }
            }
        );
        var raised = drill.Tests.Where(test => test.Source == source).SelectMany(test => test.Steps);
        foreach (var raise in raised.OfType<BoundTestRaise>().Where(raise => IsDoneTo(symbol, raise.Action)))
        {
            AddWithin(raise.Action.Syntax);
        }

        if (symbol is ParamSymbol)
        {
            // use "…" with NAME = value
            var uses = source.Tree.Root.Declarations.Where(declaration => declaration.Kind == Concept.Use);
            foreach (var clause in uses.Select(use => use.Clause(Concept.With)).OfType<ClauseSyntax>())
            {
                AddWithin(clause);
            }
        }

        return found;

        void AddWithin(SyntaxNode node)
        {
            // What it waits for is told about, not done.
            var until = (node as SyntaxBranch)?.Clause(Concept.Until);
            foreach (var (first, end, _) in mentions)
            {
                var isWaitedFor = until is not null && first >= until.FirstToken && first < until.EndToken;
                if (first >= node.FirstToken && end <= node.EndToken && !isWaitedFor)
                {
                    var tokens = source.Tree.Tokens;
                    found.Add(TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End));
                }
            }
        }
    }

    // What is done to all units of a formation is done to it.
    private static bool IsDoneTo(Symbol symbol, BoundAction action) =>
        symbol is FormationSymbol formation ? Of(action).Any(formation.Units.Contains) : Of(action).Contains(symbol);
}
