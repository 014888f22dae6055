using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What a name at some place leads to.</summary>
/// <param name="Origin">The name at that place.</param>
/// <param name="Places">Where it leads.</param>
public sealed record Definition(TextSpan Origin, ImmutableArray<NamedPlace> Places);

/// <summary>Where the things that a drill names are declared, and what makes them what they are.</summary>
public static class Definitions
{
    /// <summary>Where what is named at a place is declared; for the path behind <c>use</c>, that file. Null if nothing is
    /// named there.</summary>
    public static Definition? At(Compilation compilation, SourceUnit source, int position)
    {
        if (NameOccurrences.At(source, position) is { } name)
        {
            return new Definition(name.Span, [NamedPlace.Of(name.Symbol)]);
        }

        if (
            WordsInPhrases.At(source, position) is { } word
            && WordsInPhrases.CrowdMeant(word.Concept, compilation.Drill) is { } crowd
        )
        {
            return new Definition(word.Span, [NamedPlace.Of(crowd)]);
        }

        if (DoctrineMentions.At(source, compilation.Drill, position) is { } doctrine)
        {
            return new Definition(doctrine.Span, [doctrine.Declaration]);
        }

        return
            DocumentLinks
                .Uses(source)
                .FirstOrDefault(use => use.Path.Span.Start <= position && position <= use.Path.Span.End)
                is (var path, { } used)
            ? new Definition(path.Span, [NamedPlace.Of(used)])
            : null;
    }

    /// <summary>What makes it what it is: the kind of a unit, the temper of a crowd, the kinds that can do a tactic, the
    /// units of a formation or role. Null if nothing of that sort is named there.</summary>
    public static Definition? TypeAt(Compilation compilation, SourceUnit source, int position)
    {
        if (NameOccurrences.At(source, position) is not { } name)
        {
            return null;
        }

        var kinds = compilation.Drill.Sources[0].Names;
        IEnumerable<Symbol?> types = name.Symbol switch
        {
            UnitSymbol { Kind.Length: > 0 } unit => [kinds.Find<UnitSymbol>(new Name(unit.Kind))],
            CrowdSymbol crowd => [crowd.Temper],
            TacticSymbol tactic => tactic.Uses.Select(kind => kinds.Find<UnitSymbol>(new Name(kind))),
            FormationSymbol formation => formation.Units,
            RoleSymbol role => role.Commands,
            _ => [],
        };
        ImmutableArray<NamedPlace> places = [.. types.OfType<Symbol>().Select(NamedPlace.Of)];
        return places.IsEmpty ? null : new Definition(name.Span, places);
    }
}
