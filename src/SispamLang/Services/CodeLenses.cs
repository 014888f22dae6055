using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Ledger;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What a lens is for.</summary>
public enum CodeLensKind
{
    /// <summary>Counts where something is named, and shows it. To be counted by <see cref="CodeLenses.CountOf"/>.</summary>
    References,

    /// <summary>Runs a test.</summary>
    RunTest,

    /// <summary>Runs the drill from a phase on.</summary>
    RunFromPhase,

    /// <summary>Tells who is ordered in a phase.</summary>
    Strength,
}

/// <summary>A line above a declaration, to be read or clicked.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Span">The name it stands above.</param>
/// <param name="Title">What it says, in the reader's language; empty if that has to be worked out.</param>
/// <param name="Name">The test, the phase or whatever else it stands above.</param>
public sealed record CodeLens(CodeLensKind Kind, TextSpan Span, string Title, string Name);

/// <summary>The lenses of a drill's own file.</summary>
public static class CodeLenses
{
    /// <summary>All of them, in the order of the text.</summary>
    public static ImmutableArray<CodeLens> In(Compilation compilation, Dialect language)
    {
        var drill = compilation.Drill;
        var source = drill.Sources[drill.Sources.Length - 1];
        var references = source.Names.All.Select(symbol => new CodeLens(
            CodeLensKind.References,
            symbol.Span,
            "",
            symbol.Name
        ));
        var tests = drill
            .Tests.Where(test => test.Source == source)
            .Select(test => new CodeLens(
                CodeLensKind.RunTest,
                (test.Syntax.Title ?? test.Syntax.Children[0]).Span,
                Wording.RunTest.In(language),
                test.Name
            ));
        return
        [
            .. references
                .Concat(tests)
                .Concat(drill.Phases.SelectMany(phase => OfPhase(drill, phase, language)))
                .OrderBy(lens => lens.Span.Start)
                .ThenBy(lens => lens.Kind),
        ];
    }

    /// <summary>What a lens says that counts references.</summary>
    /// <param name="count">How many there are besides the declaration.</param>
    /// <param name="language">The reader's language.</param>
    public static string CountOf(int count, Dialect language) =>
        (count == 1 ? Wording.OneReference : Wording.ReferenceCount).In(language, count);

    private static IEnumerable<CodeLens> OfPhase(BoundDrill drill, PhaseSymbol phase, Dialect language)
    {
        yield return new CodeLens(CodeLensKind.RunFromPhase, phase.Span, Wording.RunFromPhase.In(language), phase.Name);

        // What the prelude assumes is nobody's strength.
        var ordered = new HashSet<UnitSymbol>();
        drill.VisitActions(
            (rule, action) =>
            {
                if (rule.Phase == phase)
                {
                    ordered.UnionWith(Ordered(action).Where(unit => unit.Source.IsOwn));
                }
            }
        );
        var strength = ordered.Select(StrengthLedger.StrengthOf).Aggregate(default(Strength), (sum, one) => sum + one);
        if (StrengthText.Of(strength, language) is { Length: > 0 } text)
        {
            yield return new CodeLens(
                CodeLensKind.Strength,
                phase.Span,
                Wording.OrderedInPhase.In(language, text),
                phase.Name
            );
        }
    }

    private static ImmutableArray<UnitSymbol> Ordered(BoundAction action) =>
        action switch
        {
            BoundDeploy deploy => deploy.Units,
            BoundHandOver handOver => handOver.Activity.To,
            _ => [],
        };
}
