using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Something that starts other things or is started by them: a rule, a phase, an event, a unit that arrives …</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record CallItem(OutlineKind Kind, string Name, NamedPlace Place)
{
    /// <summary>What finds it again.</summary>
    public CallNode Node => new(Place.Text.Path, Place.NameSpan.Start, Kind == OutlineKind.Rule);
}

/// <summary>Finds an item again, in whatever compilation.</summary>
/// <param name="Path">The file it is in.</param>
/// <param name="Start">Where its name starts; for a rule its trigger.</param>
/// <param name="IsRule">It is a rule.</param>
public readonly record struct CallNode(string Path, int Start, bool IsRule);

/// <summary>That one thing starts another.</summary>
/// <param name="Item">The other one.</param>
/// <param name="Text">The file that says so.</param>
/// <param name="Spans">Where it says so.</param>
public sealed record Call(CallItem Item, SourceText Text, ImmutableArray<TextSpan> Spans);

/// <summary>What starts what in a drill: an event its rules, a rule what it orders, a phase its rules and the next phase.</summary>
public sealed class CallHierarchy
{
    private readonly BoundDrill _drill;
    private readonly Dialect _language;
    private readonly ILookup<object, Edge> _outgoing;
    private readonly ILookup<object, Edge> _incoming;

    private CallHierarchy(BoundDrill drill, Dialect language)
    {
        _drill = drill;
        _language = language;
        var edges = Triggers().Concat(Orders()).Concat(Phases()).ToList();
        _outgoing = edges.ToLookup(edge => edge.From);
        _incoming = edges.ToLookup(edge => edge.To);
    }

    /// <summary>What stands at a place: what is named there, else the rule around it; null if neither.</summary>
    public static CallItem? At(Compilation compilation, SourceUnit source, int position, Dialect language)
    {
        var hierarchy = new CallHierarchy(compilation.Drill, language);
        return hierarchy.NodeAt(source, position) is { } node ? hierarchy.ItemOf(node) : null;
    }

    /// <summary>What starts something.</summary>
    /// <param name="compilation">The drill.</param>
    /// <param name="node">The something, perhaps of an earlier compilation.</param>
    /// <param name="language">The reader's language.</param>
    public static ImmutableArray<Call> Incoming(Compilation compilation, CallNode node, Dialect language)
    {
        var hierarchy = new CallHierarchy(compilation.Drill, language);
        return hierarchy.Calls(hierarchy.Find(node), hierarchy._incoming, edge => edge.From);
    }

    /// <summary>What something starts.</summary>
    /// <param name="compilation">The drill.</param>
    /// <param name="node">The something, perhaps of an earlier compilation.</param>
    /// <param name="language">The reader's language.</param>
    public static ImmutableArray<Call> Outgoing(Compilation compilation, CallNode node, Dialect language)
    {
        var hierarchy = new CallHierarchy(compilation.Drill, language);
        return hierarchy.Calls(hierarchy.Find(node), hierarchy._outgoing, edge => edge.To);
    }

    private ImmutableArray<Call> Calls(object? node, ILookup<object, Edge> edges, Func<Edge, object> other) =>
        node is null
            ? []
            :
            [
                .. edges[node]
                    .GroupBy(edge => (Other: other(edge), edge.Source))
                    .Select(group => new Call(
                        ItemOf(group.Key.Other),
                        group.Key.Source.Tree.Text,
                        [.. group.Select(edge => edge.Span).Distinct().OrderBy(span => span.Start)]
                    )),
            ];

    private object? NodeAt(SourceUnit source, int position) =>
        NameOccurrences.At(source, position) is { } name && HasPart(name.Symbol)
            ? name.Symbol
            : _drill.Rules.FirstOrDefault(rule =>
                rule.Source == source && rule.Syntax.Span.Start <= position && position <= rule.Syntax.Span.End
            );

    private static bool HasPart(Symbol symbol) => symbol is not (ParamSymbol or PlaceSymbol or TemperSymbol);

    private object? Find(CallNode node) =>
        node.IsRule
            ? _drill.Rules.FirstOrDefault(rule =>
                rule.Source.Tree.Text.Path == node.Path && rule.Syntax.Span.Start == node.Start
            )
            : _drill
                .Sources.SelectMany(source => source.Names.All)
                .FirstOrDefault(symbol => SymbolKey.Of(symbol) == new SymbolKey(node.Path, node.Start));

    private CallItem ItemOf(object node)
    {
        if (node is Symbol symbol)
        {
            return new CallItem(DocumentSymbols.KindOf(symbol), symbol.NameIn(_language), NamedPlace.Of(symbol));
        }

        var rule = (BoundRule)node;
        var place = new NamedPlace(
            rule.Source.Tree.Text,
            rule.Syntax.Span,
            RuleText.SpanOf(rule.Syntax),
            !rule.Source.IsOwn
        );
        return new CallItem(OutlineKind.Rule, RuleText.Of(rule, _language), place);
    }

    private IEnumerable<Edge> Triggers()
    {
        foreach (var rule in _drill.Rules)
        {
            if (rule.Phase is { } phase)
            {
                yield return new Edge(phase, rule, rule.Source, RuleText.SpanOf(rule.Syntax));
            }

            if (rule.Trigger is BoundEventTrigger trigger)
            {
                foreach (var @event in trigger.Events)
                {
                    if ((@event.Subject ?? @event.Activity?.Tactic) is { } subject)
                    {
                        yield return new Edge(subject, rule, rule.Source, @event.Syntax.Span);
                    }
                }
            }
        }
    }

    private List<Edge> Orders()
    {
        var edges = new List<Edge>();
        _drill.VisitActions(
            (rule, action) =>
                edges.AddRange(
                    WrittenNames.Of(action).Select(symbol => new Edge(rule, symbol, rule.Source, action.Syntax.Span))
                )
        );
        return edges;
    }

    private IEnumerable<Edge> Phases() =>
        _drill.Phases.Zip(_drill.Phases.Skip(1), (phase, next) => new Edge(phase, next, phase.Source, phase.Span));

    // From and To are symbols or rules.
    private sealed record Edge(object From, object To, SourceUnit Source, TextSpan Span);
}
