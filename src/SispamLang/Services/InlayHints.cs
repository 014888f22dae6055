using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Sorts of hints, each to be switched on or off.</summary>
[Flags]
public enum InlayHintKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>When a phase starts.</summary>
    PhaseStarts = 1,

    /// <summary>Who does a tactic, and where to units are ordered, where the drill leaves that open.</summary>
    Implied = 2,

    /// <summary>The situation beside a mood.</summary>
    Situations = 4,

    /// <summary>All.</summary>
    All = PhaseStarts | Implied | Situations,
}

/// <summary>Something that the drill means without saying it.</summary>
/// <param name="Kind">Of which sort it is.</param>
/// <param name="Position">The place behind which it is shown.</param>
/// <param name="Text">What is shown.</param>
public sealed record InlayHint(InlayHintKinds Kind, int Position, string Text);

/// <summary>Shows in a drill's own file what it means without saying it.</summary>
public static class InlayHints
{
    /// <summary>The hints, in the order of the text.</summary>
    /// <param name="compilation">The drill.</param>
    /// <param name="range">The part that is asked for.</param>
    /// <param name="kinds">The sorts wanted.</param>
    /// <param name="language">The reader's language.</param>
    public static ImmutableArray<InlayHint> In(
        Compilation compilation,
        TextSpan range,
        InlayHintKinds kinds,
        Dialect language
    )
    {
        var drill = compilation.Drill;
        var source = drill.Sources[drill.Sources.Length - 1];
        return
        [
            .. PhaseStarts(drill)
                .Concat(Implied(drill, source, language))
                .Concat(Situations(source, language))
                .Where(hint => (kinds & hint.Kind) != 0 && hint.Position >= range.Start && hint.Position <= range.End)
                .OrderBy(hint => hint.Position),
        ];
    }

    // As long as every phase before has a fixed length and nothing else ends it.
    private static IEnumerable<InlayHint> PhaseStarts(BoundDrill drill)
    {
        var left = new HashSet<PhaseSymbol?>();
        drill.VisitActions(
            (rule, action) =>
            {
                if (action is BoundLeave)
                {
                    left.Add(rule.Phase);
                }
            }
        );
        var time = 0L;
        foreach (var phase in drill.Phases)
        {
            var head = phase.Declaration.Clause(Concept.For) ?? (SyntaxNode?)phase.Declaration.Title;
            var end = head is { IsMissing: false } ? head.Span.End : phase.Span.End;
            yield return new InlayHint(InlayHintKinds.PhaseStarts, end, TimeText(drill, time));
            if (
                phase is not { Until: null, For: { IsRange: false } length }
                || left.Contains(phase)
                || left.Contains(null)
            )
            {
                yield break;
            }

            time += length.Low.Param?.Default ?? length.Low.Constant;
        }
    }

    private static string TimeText(BoundDrill drill, long time) =>
        drill.Facts.StartsAtMs is { } start ? ValueText.Clock(start + time) : ValueText.Elapsed(time);

    private static IEnumerable<InlayHint> Implied(BoundDrill drill, SourceUnit source, Dialect language)
    {
        // An action for each crowd is listed once for each.
        var hints = new HashSet<InlayHint>();
        drill.VisitActions(
            (rule, action) =>
            {
                if (rule.Source != source || action.Syntax is not OrderSyntax order)
                {
                    return;
                }

                if (action is BoundTactic { Tactic: var tactic })
                {
                    var able = drill.Units.Where(tactic.IsUsing).Select(unit => unit.Name).ToList();
                    if (able.Count > 0)
                    {
                        Add(order.Head.Span.End, "(" + string.Join(" / ", able) + ")");
                    }
                }
                else if (action is BoundDeploy { To: null } && DefaultPlace(drill) is { } place)
                {
                    Add(order.Span.End, Words.Canonical(Concept.To, language) + " " + place.Name);
                }
            }
        );
        return hints;

        void Add(int position, string text) => hints.Add(new InlayHint(InlayHintKinds.Implied, position, text));
    }

    // With several crowds it depends on which of them are there.
    private static PlaceSymbol? DefaultPlace(BoundDrill drill) =>
        drill.Crowds.Length == 1 ? drill.Crowds[0].Place ?? drill.Places.FirstOrDefault() : null;

    private static IEnumerable<InlayHint> Situations(SourceUnit source, Dialect language) =>
        from word in source.WordsInPhrases
        where word.Concept != Concept.Dispersed
        let mood = MoodColours.Of(word.Concept)
        where mood is not null
        select new InlayHint(
            InlayHintKinds.Situations,
            source.Tree.Tokens[word.EndToken - 1].End,
            "(" + Words.Canonical(mood.Value.Situation, language) + ")"
        );
}
