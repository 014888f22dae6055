using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What a part of a file is.</summary>
public enum OutlineKind
{
#pragma warning disable CS1591 // They are called as in the language.
    Drill,
    Use,
    Param,
    Place,
    Unit,
    Formation,
    Role,
    Crowd,
    Temper,
    Tactic,
    Event,
    Counter,
    Phase,
    Throughout,
    Doctrine,
    DoctrineRule,
    Waiver,
    Property,
    Test,
    Rule,
#pragma warning restore CS1591
}

/// <summary>A part of a file, for an outline.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Detail">What else there is to say of it on the same line, or empty.</param>
/// <param name="Span">All of it.</param>
/// <param name="NameSpan">What to select when it is gone to.</param>
/// <param name="Children">Its parts.</param>
public sealed record OutlineItem(
    OutlineKind Kind,
    string Name,
    string Detail,
    TextSpan Span,
    TextSpan NameSpan,
    ImmutableArray<OutlineItem> Children
);

/// <summary>The outline of a file. It needs no more than the tree, so that half-typed drills have one too.</summary>
public static class DocumentSymbols
{
    private const int MostDetail = 60;

    /// <summary>The outline, in the order of the text.</summary>
    public static ImmutableArray<OutlineItem> In(SyntaxTree tree) =>
        [.. tree.Root.Declarations.Where(declaration => !declaration.IsMissing).Select(Of)];

    private static OutlineItem Of(DeclarationSyntax declaration)
    {
        var kind = KindOf(declaration.Kind);
        SyntaxNode head =
            declaration.Name is { IsMissing: false } name && kind != OutlineKind.Waiver ? name
            : declaration.Title is { IsMissing: false } title && kind != OutlineKind.Waiver ? title
            : declaration.Children[0];
        var called = kind switch
        {
            OutlineKind.Property => Shorten(declaration.ToOneLine()),
            OutlineKind.Waiver => Shorten(declaration.ToOneLine()),
            _ => NameText.Unquoted(head.ToString()),
        };
        return new OutlineItem(
            kind,
            called,
            DetailOf(declaration, kind, head),
            declaration.Span,
            head.Span,
            [.. Parts(declaration)]
        );
    }

    private static IEnumerable<OutlineItem> Parts(DeclarationSyntax declaration)
    {
        foreach (var child in declaration.Body?.Children ?? default)
        {
            if (child is RuleSyntax { IsMissing: false } rule)
            {
                var action = rule.Body is { } body
                    ? body.Children.FirstOrDefault(node => node is OrderSyntax or BranchSyntax)?.ToOneLine()
                    : null;
                yield return new OutlineItem(
                    OutlineKind.Rule,
                    Shorten(RuleText.TriggerOf(rule)),
                    Shorten(action ?? ""),
                    rule.Span,
                    RuleText.SpanOf(rule),
                    []
                );
            }
            else if (child is DeclarationSyntax { Name.IsMissing: false } part && declaration.Kind == Concept.Doctrine)
            {
                yield return new OutlineItem(
                    OutlineKind.DoctrineRule,
                    NameText.Unquoted(part.Name.ToString()),
                    part.Title?.Value ?? "",
                    part.Span,
                    part.Name.Span,
                    []
                );
            }
        }
    }

    // A longer name, else what it says of itself on its first line.
    private static string DetailOf(DeclarationSyntax declaration, OutlineKind kind, SyntaxNode head)
    {
        if (kind is OutlineKind.Property or OutlineKind.Waiver or OutlineKind.Test or OutlineKind.Drill)
        {
            return "";
        }

        if (declaration.Title is { IsMissing: false } title && title != head)
        {
            return title.Value;
        }

        var text = declaration.Tokens.Text;
        var lineEnd =
            text.PositionOf(head.Span.End).Line + 1 is var next && next < text.LineStarts.Length
                ? text.LineStarts[next]
                : text.Length;
        var rest = TextSpan.FromBounds(head.Span.End, Math.Min(lineEnd, declaration.Span.End));
        return Shorten(text.ToString(rest).Trim().TrimStart(':', ',').Trim());
    }

    private static OutlineKind KindOf(Concept declaration) =>
        declaration switch
        {
            Concept.Drill => OutlineKind.Drill,
            Concept.Use => OutlineKind.Use,
            Concept.Param => OutlineKind.Param,
            Concept.Place => OutlineKind.Place,
            Concept.Unit => OutlineKind.Unit,
            Concept.Formation => OutlineKind.Formation,
            Concept.Role => OutlineKind.Role,
            Concept.Crowd => OutlineKind.Crowd,
            Concept.Temper => OutlineKind.Temper,
            Concept.Tactic => OutlineKind.Tactic,
            Concept.Event => OutlineKind.Event,
            Concept.Counter => OutlineKind.Counter,
            Concept.Phase => OutlineKind.Phase,
            Concept.Throughout => OutlineKind.Throughout,
            Concept.Doctrine => OutlineKind.Doctrine,
            Concept.Waive => OutlineKind.Waiver,
            Concept.Test => OutlineKind.Test,
            _ => OutlineKind.Property,
        };

    internal static OutlineKind KindOf(Symbol symbol) => KindOf(symbol.Declaration.Kind);

    private static string Shorten(string text)
    {
        var line = text.Replace('\r', ' ').Replace('\n', ' ');
        return line.Length <= MostDetail ? line : line.Substring(0, MostDetail - 1) + "…";
    }
}
