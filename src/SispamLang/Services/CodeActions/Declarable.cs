using System.Globalization;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Services.CodeActions;

/// <summary>What can be declared: what each sort looks like at its shortest, and its names.</summary>
internal static class Declarable
{
    private const int MostNames = 3;

    /// <summary>The kind of declaration that a message asks for, or none.</summary>
    public static Concept KindOf(Term what) =>
        what switch
        {
            Term.AUnit or Term.AUnitOrFormation => Concept.Unit,
            Term.AFormation => Concept.Formation,
            Term.ACrowd => Concept.Crowd,
            Term.APlace => Concept.Place,
            Term.ARole => Concept.Role,
            Term.ATactic => Concept.Tactic,
            Term.AnEvent => Concept.Event,
            Term.ACounter => Concept.Counter,
            Term.ATemper => Concept.Temper,
            Term.APhase => Concept.Phase,
            Term.ADuration or Term.APercentage or Term.ANumber => Concept.Param,
            _ => Concept.None,
        };

    /// <summary>The shortest declaration of a name that makes sense; what only the planner knows is left at nothing.</summary>
    public static string Text(FixContext context, Concept kind, string name, Term what)
    {
        var head = $"{context.Word(kind)} {name}";
        return kind switch
        {
            Concept.Unit => $"{head}: 0 {context.Word(Concept.PersonnelCount)}",
            Concept.Crowd => $"{head}: 100 {context.Word(Concept.People)}",
            Concept.Tactic => $"{head}: {context.Word(Concept.Lasts)} 5 {context.Word(Concept.Minutes)}",
            Concept.Event => $"{head}: {context.Word(Concept.WhenRaised)}",
            Concept.Counter => $"{head}: 0..100",
            Concept.Param => $"{head} = " + ValueOf(context, what),
            Concept.Phase => $"{head}:{context.NewLine}  {FirstRule(context)}",
            _ => head,
        };
    }

    /// <summary>A rule that does something harmless.</summary>
    public static string FirstRule(FixContext context) =>
        $"{context.Word(Concept.AtStart)} -> {context.Word(Concept.Announce)} \"{context.Say(Wording.TextHere)}\"";

    /// <summary>The names of a sort that the file declares, or else the prelude's; a few of them.</summary>
    public static IEnumerable<string> NamesOf(FixContext context, Term what)
    {
        var kind = KindOf(what);
        foreach (var source in context.Compilation.Drill.Sources.Reverse())
        {
            var names = source.Names.All.Where(symbol => symbol.Declaration.Kind == kind).Select(Written).ToList();
            if (names.Count > 0)
            {
                return names.Take(MostNames);
            }
        }

        return [];
    }

    /// <summary>A name that is not taken: the word with the first free number.</summary>
    public static string FreeName(FixContext context, string word)
    {
        var number = 0;
        string name;
        do
        {
            number++;
            name =
                $"{char.ToUpperInvariant(word[0])}{word.Substring(1)} {number.ToString(CultureInfo.InvariantCulture)}";
        } while (context.Compilation.Drill.Sources.Any(source => source.Names.Find(new Name(name)).Any()));

        return name;
    }

    // As the declaration has it, with its quotes.
    private static string Written(Symbol symbol) => symbol.Declaration.Name?.ToString() ?? symbol.Name;

    private static string ValueOf(FixContext context, Term what) =>
        what switch
        {
            Term.APercentage => "50%",
            Term.ANumber => "10",
            _ => $"5 {context.Word(Concept.Minutes)}",
        };
}
