using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Ledger;

namespace SispamLang.Services;

/// <summary>What something declared is, in a few words beside its name.</summary>
internal static class SymbolDetail
{
    /// <summary>As in <c>unit, 38 personnel</c>.</summary>
    public static string Of(Symbol symbol, Dialect language)
    {
        var sort = Words.Canonical(symbol.Declaration.Kind, language);
        var more = symbol switch
        {
            UnitSymbol unit => StrengthText.Of(new Strength(unit.Personnel, unit.Vehicles, unit.Players), language),
            CrowdSymbol crowd => ValueText.Number(crowd.People.Constant)
                + " "
                + Words.Canonical(Concept.People, language),
            CounterSymbol counter => ValueText.Number(counter.Min) + ".." + ValueText.Number(counter.Max),
            TacticSymbol { Force: > 0 } tactic => Words.Canonical(Concept.Force, language)
                + " "
                + ValueText.Number(tactic.Force),
            _ => "",
        };
        more = more.Length == 0 ? symbol.Title : more;
        return more.Length == 0 ? sort : sort + ", " + more;
    }
}
