using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Takes out what is too much.</summary>
internal static class RemoveFixes
{
    /// <summary>The clause that the message is about.</summary>
    public static IEnumerable<Fix> Clause(FixContext context, Diagnostic diagnostic) =>
        Part(context, diagnostic, node => node is ClauseSyntax or StringSyntax or NumberSyntax);

    /// <summary>The action that the message is about, and the rule if it does nothing else.</summary>
    public static IEnumerable<Fix> Action(FixContext context, Diagnostic diagnostic) =>
        Part(context, diagnostic, node => node is OrderSyntax or BranchSyntax);

    /// <summary>The declaration that the message is about.</summary>
    public static IEnumerable<Fix> Declaration(FixContext context, Diagnostic diagnostic)
    {
        var path = context.PathTo(diagnostic.Span);
        if (path.Length > 1 && path[1] is DeclarationSyntax && Removal.Of(context, [path[0], path[1]]) is { } edit)
        {
            yield return new Fix(Wording.RemoveDeclaration, edit);
        }
    }

    /// <summary>Another name for what has one that is taken, or away with it.</summary>
    public static IEnumerable<Fix> SecondDeclaration(FixContext context, Diagnostic diagnostic)
    {
        if (context.At<PhraseSyntax>(diagnostic.Span) is { IsQuoted: false } name)
        {
            var word = name.ToString().TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd();
            var free = Declarable.FreeName(context, word.Length > 0 ? word : name.ToString());
            yield return new Fix(Wording.CallIt, new TextEdit(name.Span, free), free) { IsPreferred = true };
        }
        else if (context.At<StringSyntax>(diagnostic.Span) is { } title)
        {
            var free = FreeTitle(context, title.Value);
            var end = new TextSpan(title.Span.End - 1, 0);
            yield return new Fix(Wording.CallIt, new TextEdit(end, free.Substring(title.Value.Length)), free)
            {
                IsPreferred = true,
            };
        }

        foreach (var fix in Declaration(context, diagnostic))
        {
            yield return fix;
        }
    }

    private static IEnumerable<Fix> Part(FixContext context, Diagnostic diagnostic, Func<SyntaxNode, bool> isPart)
    {
        var path = context.PathTo(diagnostic.Span);
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i].Span == diagnostic.Span && isPart(path[i]))
            {
                return Removal.Of(context, ImmutableArray.Create(path, 0, i + 1)) is { } edit
                    ? [new Fix(Wording.Remove, edit, path[i].ToString()) { IsPreferred = true }]
                    : [];
            }
        }

        return [];
    }

    private static string FreeTitle(FixContext context, string title)
    {
        var titles = context
            .Tree.Root.Declarations.Where(declaration => declaration.Kind == Concept.Test)
            .Select(declaration => declaration.Title?.Value)
            .ToList();
        var number = 2;
        while (titles.Contains($"{title} {number}"))
        {
            number++;
        }

        return $"{title} {number}";
    }
}
