using SispamLang.Binding;
using SispamLang.Dialects;

namespace SispamLang.Services;

/// <summary>The facts of a summary, one a line. This part holds what all sorts of symbols share.</summary>
internal sealed partial class SymbolFacts(BoundDrill drill, Dialect language)
{
    private const int MostListed = 12;

    /// <summary>The facts of a symbol, the most telling first.</summary>
    public IEnumerable<string> Of(Symbol symbol)
    {
        var facts = symbol switch
        {
            UnitSymbol unit => OfUnit(unit),
            FormationSymbol formation => OfFormation(formation),
            RoleSymbol role => OfRole(role),
            PlaceSymbol place => OfPlace(place),
            TacticSymbol tactic => OfTactic(tactic),
            CrowdSymbol crowd => OfCrowd(crowd),
            TemperSymbol temper => OfTemper(temper),
            EventSymbol @event => OfEvent(@event),
            CounterSymbol counter => OfCounter(counter),
            ParamSymbol param => OfParam(param),
            PhaseSymbol phase => OfPhase(phase),
            _ => [],
        };
        return facts.Concat(Besides(symbol));
    }

    private IEnumerable<string> Besides(Symbol symbol)
    {
        var otherNames = symbol.OtherNames.Prepend(symbol.Name).Where(name => name != symbol.NameIn(language)).ToList();
        if (otherNames.Count > 0)
        {
            yield return Say(Wording.AlsoCalled, string.Join(", ", otherNames));
        }

        if (symbol.Source.Kind == SourceUnitKind.Prelude)
        {
            yield return Say(symbol is UnitSymbol ? Wording.AssumedStrength : Wording.FromPrelude);
        }

        var places = PlacesOf(symbol).Distinct().ToList();
        if (places.Count > 0 && symbol is not PhaseSymbol)
        {
            yield return Say(Wording.UsedIn, Listed(places));
        }
    }

    // The phases, tests and other blocks in which it is named, by what they are called.
    private IEnumerable<string> PlacesOf(Symbol symbol)
    {
        foreach (var source in drill.Sources.Where(source => source.IsOwn))
        {
            var mentions = source.References.Where(r => r.Symbol == symbol).Select(r => r.FirstToken).ToList();
            foreach (var declaration in source.Tree.Root.Declarations)
            {
                if (mentions.Exists(token => declaration.FirstToken <= token && token < declaration.EndToken))
                {
                    if (declaration.Kind is Concept.Phase && declaration.Name is { } name)
                    {
                        yield return NameTable.NameOf(name.Tokens, name.FirstToken, name.EndToken);
                    }
                    else if (declaration.Kind is Concept.Throughout)
                    {
                        yield return Word(Concept.Throughout);
                    }
                }
            }
        }
    }

    private string Say(Wording wording, params object[] gaps) => wording.In(language, gaps);

    private string Word(Concept concept) => Words.Canonical(concept, language);

    // A, B and C
    private string Listed(IReadOnlyList<string> names, Wording last = Wording.List) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            <= MostListed => Say(last, string.Join(", ", names.Take(names.Count - 1)), names[names.Count - 1]),
            _ => string.Join(", ", names.Take(MostListed)) + ", …",
        };

    private string Names(IEnumerable<Symbol> symbols) =>
        Listed([.. symbols.Select(symbol => symbol.NameIn(language)).Distinct()]);

    private string Rules(IEnumerable<BoundRule> rules) =>
        Listed([.. rules.Distinct().Select(rule => "“" + RuleText.Of(rule, language) + "”")]);

    private IReadOnlyList<BoundRule> RulesWith<T>(Func<T, bool> which)
        where T : BoundAction
    {
        var rules = new List<BoundRule>();
        drill.VisitActions(
            (rule, action) =>
            {
                if (action is T wanted && which(wanted))
                {
                    rules.Add(rule);
                }
            }
        );
        return rules;
    }

    private string Time(BoundSpan span) =>
        span.Low.Param is { } param
            ? param.Name + " (" + ValueText.Duration(param.Default, language) + ")"
            : ValueText.Durations(span.Low.Constant, span.High.Constant, language);

    private string Percentage(BoundAmount amount) =>
        amount.Param is { } param
            ? param.Name + " (" + ValueText.Percentage(param.Default) + ")"
            : ValueText.Percentage(amount.Constant);

    private string Number(BoundAmount amount) =>
        amount.Param is { } param
            ? param.Name + " (" + ValueText.Number(param.Default) + ")"
            : ValueText.Number(amount.Constant);

    // crowd disperses 60%, crowd calms 30%, no effect 10%
    private string Chances(IReadOnlyCollection<BoundEffect> effects)
    {
        var parts = effects.Select(effect =>
            Word(Concept.AnyCrowd) + " " + Word(effect.Kind.ToConcept()) + " " + Percentage(effect.Chance)
        );
        var rest = 10_000 - effects.Sum(effect => effect.Chance.Param?.Default ?? effect.Chance.Constant);
        return string.Join(
            ", ",
            rest > 0 ? parts.Append(Say(Wording.RestNoEffect, ValueText.Percentage(rest))) : parts
        );
    }
}
