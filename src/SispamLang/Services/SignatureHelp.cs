using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Services.Completion;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What an action is made of, as help while it is typed.</summary>
/// <param name="Label">As in <c>deploy UNIT [and UNIT] [to PLACE] [by ROLE]</c>.</param>
/// <param name="Parts">The places of its parts in the label, in order.</param>
/// <param name="Active">The number of the part that is being typed, or null.</param>
/// <param name="Documentation">What the action does; empty for one of the drill's own.</param>
public sealed record ActionSignature(string Label, ImmutableArray<TextSpan> Parts, int? Active, string Documentation);

/// <summary>Shows what the action that is being typed is made of.</summary>
public static class SignatureHelp
{
    /// <summary>The action at a place; none where there is none, two if it has two forms.</summary>
    /// <param name="current">The text as it is now.</param>
    /// <param name="position">The place, counted in characters from 0.</param>
    /// <param name="known">The latest compilation of the file.</param>
    /// <param name="options">The dialect of a file in which nothing tells it, and the reader's language.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<ActionSignature> At(
        SourceText current,
        int position,
        Compilation known,
        CompletionOptions options,
        CancellationToken cancellationToken = default
    )
    {
        position = Math.Min(Math.Max(position, 0), current.Length);
        var dialect = known.Main.Root.Dialect;
        var context = CompletionContext.At(current, position, dialect, cancellationToken);
        if (context?.Innermost<OrderSyntax>() is not { Head.IsMissing: false } order)
        {
            return [];
        }

        var reader = new PhraseReader(context.Tokens, new NameSource(known));
        var clause = context.Path.OfType<ClauseSyntax>().FirstOrDefault(part => order.Children.Contains(part));
        var hasClauses = order.All<ClauseSyntax>().Any();
        return
        [
            .. FormsOf(order, reader)
                .Select(form =>
                    new SignatureText(form, context.Dialect ?? options.Preferred)
                    {
                        Typed = clause?.Kind,
                        IsBehindObject = hasClauses,
                    }.ToSignature(options.Language)
                ),
        ];
    }

    private static IEnumerable<ActionForm> FormsOf(OrderSyntax order, PhraseReader reader)
    {
        var verb = reader.VerbAt(order.Head.FirstToken, order.Head.EndToken);
        var forms =
            verb == Concept.None
                ? reader.FormsOf(order, PhraseUse.Action)
                : ActionForm.All.Where(form => form.Word == verb);
        var clauses = order.All<ClauseSyntax>().Select(clause => clause.Kind).ToList();
        var hasValue = order.Children.Any(child => child is ValueSyntax and not PhraseSyntax);
        return forms.Where(form =>
            clauses.TrueForAll(clause => form.Has(clause) || ActionForm.IsOfRepeat(clause))
            && (!hasValue || form.Object is not null)
        );
    }
}
