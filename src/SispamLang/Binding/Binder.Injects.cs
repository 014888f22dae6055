using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Injects.</summary>
internal sealed partial class Binder
{
    private BoundInject? BindInject(OrderSyntax order)
    {
        if (TextOf(order) is not { } text)
        {
            return null;
        }

        return new BoundInject(
            text,
            FreeWords(order, Concept.From),
            FreeWords(order, Concept.To),
            FreeWords(order, Concept.Via),
            order.Clause(Concept.At)?.First<PhraseSyntax>() is { } place
                ? Resolve<PlaceSymbol>(place, Term.APlace)
                : null,
            order.Clause(Concept.Expecting)?.First<StringSyntax>()?.Value ?? "",
            BindBy(order),
            order.Clause(Concept.Within)?.First<ValueSyntax>() is { } time ? BindSpan(time) : null,
            order.Clause(Concept.Evaluator)?.First<PhraseSyntax>() is { } role
                ? Resolve<RoleSymbol>(role, Term.ARole)
                : null,
            order.Clause(Concept.Objective)?.First<StringSyntax>()?.Value ?? "",
            order
        );
    }

    // The ends of an inject and its channel may be anything; a role or unit among them counts as named.
    private string FreeWords(OrderSyntax order, Concept clause)
    {
        if (order.Clause(clause)?.First<PhraseSyntax>() is not { IsMissing: false } phrase)
        {
            return "";
        }

        if (Find<RoleSymbol>(NameAt(phrase.FirstToken, phrase.EndToken)) is { } role)
        {
            Take(role, phrase.FirstToken, phrase.EndToken);
        }

        return NameTable.NameOf(Tokens, phrase.FirstToken, phrase.EndToken);
    }
}
