using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Puts declarations, and lines of the drill's own declaration, where they belong.</summary>
internal static class Insertion
{
    private static readonly Concept[] Order =
    [
        Concept.Drill,
        Concept.Use,
        Concept.Param,
        Concept.Place,
        Concept.Unit,
        Concept.Formation,
        Concept.Role,
        Concept.Crowd,
        Concept.Temper,
        Concept.Tactic,
        Concept.Event,
        Concept.Counter,
        Concept.Phase,
        Concept.Throughout,
        Concept.Require,
        Concept.Never,
        Concept.Always,
        Concept.Expect,
        Concept.Waive,
        Concept.Test,
        Concept.Doctrine,
    ];

    /// <summary>A declaration below the last one of its kind, or else of a kind that comes before it.</summary>
    public static TextEdit Of(FixContext context, Concept kind, string declaration)
    {
        var declarations = context.Tree.Root.Declarations.ToList();
        var place = Array.IndexOf(Order, kind);
        var before =
            declarations.FindLast(other => other.Kind == kind)
            ?? declarations.FindLast(other => Array.IndexOf(Order, other.Kind) < place);
        if (before is null)
        {
            var start = declarations.Count == 0 ? context.Text.Length : context.LineStart(declarations[0].Span.Start);
            var isNewLine = start == 0 || context.Text.Content[start - 1] is '\n' or '\r' or '\uFEFF';
            var end = declarations.Count == 0 ? "" : context.NewLine;
            return new TextEdit(
                new TextSpan(start, 0),
                (isNewLine ? "" : context.NewLine) + declaration + context.NewLine + end
            );
        }

        var gap =
            before.Kind == kind && declaration.IndexOfAny(['\r', '\n']) < 0
                ? context.NewLine
                : context.NewLine + context.NewLine;
        var last = context.LineEnd(before.Span.End);
        return new TextEdit(new TextSpan(last, 0), gap + declaration);
    }

    /// <summary>A line of what the drill says of itself.</summary>
    public static TextEdit InDrill(FixContext context, string item)
    {
        var drill = context.Tree.Root.Declarations.FirstOrDefault(declaration => declaration.Kind == Concept.Drill);
        if (drill is null)
        {
            return Of(context, Concept.Drill, context.Word(Concept.Drill) + ": " + item);
        }

        if (drill.Body is not { } body)
        {
            return new TextEdit(new TextSpan(drill.Span.End, 0), ": " + item);
        }

        var items = body.All<ClauseSyntax>().ToList();
        return items.Count > 0 && context.Tokens[items[items.Count - 1].FirstToken].StartsLine
            ? new TextEdit(
                new TextSpan(context.LineEnd(body.Span.End), 0),
                context.NewLine + context.IndentAt(items[items.Count - 1].Span.Start) + item
            )
            : new TextEdit(new TextSpan(body.Span.End, 0), (items.Count > 0 ? "; " : " ") + item);
    }
}
