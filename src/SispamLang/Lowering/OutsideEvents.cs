using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;

namespace SispamLang.Lowering;

/// <summary>What a host may do to a running drill, with its names in both dialects.</summary>
internal static class OutsideEvents
{
    private static readonly (OutsideKind Kind, Concept Word)[] OfCrowd =
    [
        (OutsideKind.CrowdGathers, Concept.CrowdGathers),
        (OutsideKind.CrowdEscalates, Concept.CrowdEscalates),
        (OutsideKind.CrowdCalms, Concept.CrowdCalms),
        (OutsideKind.CrowdGrows, Concept.CrowdGrows),
        (OutsideKind.CrowdThrows, Concept.CrowdThrows),
        (OutsideKind.CrowdDisperses, Concept.CrowdDisperses),
    ];

    public static ImmutableArray<OutsideEventSpec> Of(BoundDrill drill)
    {
        var all = ImmutableArray.CreateBuilder<OutsideEventSpec>();
        for (var i = 0; i < drill.Crowds.Length; i++)
        {
            foreach (var (kind, word) in OfCrowd)
            {
                all.Add(new OutsideEventSpec(kind, i, CrowdNames(drill, drill.Crowds[i], word)));
            }
        }

        for (var i = 0; i < drill.Events.Length; i++)
        {
            all.Add(new OutsideEventSpec(OutsideKind.EventHappens, i, [drill.Events[i].Name]));
        }

        all.Add(new OutsideEventSpec(OutsideKind.NextPhase, -1, InBoth(Concept.NextPhase, "")));
        for (var i = 0; i < drill.Phases.Length; i++)
        {
            var english =
                Words.Canonical(Concept.Go, Dialect.English) + " " + Words.Canonical(Concept.To, Dialect.English);
            var indonesian =
                Words.Canonical(Concept.Go, Dialect.Indonesian) + " " + Words.Canonical(Concept.To, Dialect.Indonesian);
            var name = drill.Phases[i].Name;
            all.Add(new OutsideEventSpec(OutsideKind.GoTo, i, [english + " " + name, indonesian + " " + name]));
        }

        all.Add(new OutsideEventSpec(OutsideKind.EndDrill, -1, InBoth(Concept.EndDrill, "")));
        return all.ToImmutable();
    }

    private static ImmutableArray<string> CrowdNames(BoundDrill drill, CrowdSymbol crowd, Concept word)
    {
        var names = InBoth(word, crowd.Name + " ");
        return drill.Crowds.Length > 1
            ? names
            :
            [
                .. names,
                Words.Canonical(Concept.AnyCrowd, Dialect.English) + " " + Words.Canonical(word, Dialect.English),
                Words.Canonical(Concept.AnyCrowd, Dialect.Indonesian) + " " + Words.Canonical(word, Dialect.Indonesian),
            ];
    }

    private static ImmutableArray<string> InBoth(Concept word, string before) =>
        [before + Words.Canonical(word, Dialect.English), before + Words.Canonical(word, Dialect.Indonesian)];
}
