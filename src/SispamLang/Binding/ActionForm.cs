using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Binding;

/// <summary>What an action is made of: what the binder allows, completion offers and signature help shows.</summary>
/// <param name="Word">The verb, or what happens; none for a tactic and an event, which are named.</param>
/// <param name="Object">What stands behind the verb, or null for nothing.</param>
/// <param name="Clauses">The clauses that it may have, in their usual order.</param>
internal sealed record ActionForm(Concept Word, Term? Object, ImmutableArray<ActionClause> Clauses)
{
    private static readonly ActionClause ByRole = new(Concept.By, Term.ARole);
    private static readonly ActionClause ToPlace = new(Concept.To, Term.APlace);

    /// <summary>Every form that a word begins or ends.</summary>
    public static ImmutableArray<ActionForm> All { get; } =
    [
        new(Concept.Deploy, Term.AUnitOrFormation, [ToPlace, ByRole]) { JoinsUnits = true },
        new(Concept.Withdraw, Term.AUnitOrFormation, [ByRole]) { JoinsUnits = true },
        HandOver(Concept.Relieve, Concept.With),
        HandOver(Concept.LapisGanti, Concept.To),
        HandOver(Concept.LintasGanti, Concept.To),
        new(Concept.Announce, Term.AString, [ByRole]),
        new(
            Concept.Inject,
            Term.AString,
            [
                new(Concept.From, Term.AName),
                new(Concept.To, Term.AName),
                new(Concept.Via, Term.AName),
                new(Concept.At, Term.APlace),
                new(Concept.Expecting, Term.AString),
                ByRole,
                new(Concept.Within, Term.ADuration),
                new(Concept.Evaluator, Term.ARole),
                new(Concept.Objective, Term.AString),
            ]
        ),
        new(Concept.Add, Term.ANumber, [new(Concept.To, Term.ACounter, IsRequired: true)]),
        new(Concept.Set, Term.ACounter, [new(Concept.To, Term.ANumber, IsRequired: true)]),
        new(Concept.Wait, Term.ADuration, []),
        new(
            Concept.Wait,
            null,
            [new(Concept.Until, Term.ACondition, IsRequired: true), new(Concept.UpTo, Term.ADuration)]
        ),
        new(
            Concept.Stop,
            Term.ATactic,
            [new(Concept.To, Term.AUnitOrFormation), new(Concept.With, Term.AUnitOrFormation), ByRole]
        ),
        new(Concept.Pause, null, [new(Concept.For, Term.ADuration, IsRequired: true), ByRole]),
        new(Concept.NextPhase, null, [ByRole]),
        new(Concept.Go, null, [new(Concept.To, Term.APhase, IsRequired: true), ByRole]),
        new(Concept.EndDrill, null, [ByRole]),
        new(Concept.CrowdGathers, null, [ByRole]),
        new(Concept.CrowdEscalates, null, [ByRole]),
        new(Concept.CrowdCalms, null, [ByRole]),
        new(Concept.CrowdGrows, null, [new(Concept.To, Term.ANumber), ByRole]),
        new(Concept.CrowdThrows, null, [ByRole]),
        new(Concept.CrowdMoves, null, [ToPlace with { IsRequired = true }, ByRole]),
        new(Concept.CrowdJoins, Term.ACrowd, [ByRole]),
        new(Concept.CrowdDisperses, null, [ByRole]),
        new(Concept.TakesControl, null, []),
    ];

    /// <summary>A tactic by its name.</summary>
    public static ActionForm Tactic { get; } =
        new(Concept.None, Term.ACrowd, [new(Concept.For, Term.ADuration), ByRole, new(Concept.Until, Term.ACondition)]);

    /// <summary>An event by its name.</summary>
    public static ActionForm Event { get; } = new(Concept.None, null, [ByRole]);

    /// <summary>A role takes control.</summary>
    public static ActionForm TakesControl { get; } = Of(Concept.TakesControl);

    /// <summary>Several units may be ordered at once.</summary>
    public bool JoinsUnits { get; private init; }

    /// <summary>The form of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="waitsForCondition">Of the two sorts of <c>wait</c> the one with <c>until</c>.</param>
    public static ActionForm Of(Concept word, bool waitsForCondition = false)
    {
        foreach (var form in All)
        {
            if (form.Word == word && (word != Concept.Wait || waitsForCondition == form.Has(Concept.Until)))
            {
                return form;
            }
        }

        return Event; // No other word starts or ends an action.
    }

    /// <summary>A clause says how often; any action but a wait may have it.</summary>
    public static bool IsOfRepeat(Concept clause) => clause is Concept.Times or Concept.UpTo or Concept.Every;

    /// <summary>It may have that clause.</summary>
    public bool Has(Concept clause)
    {
        foreach (var one in Clauses)
        {
            if (one.Word == clause)
            {
                return true;
            }
        }

        return false;
    }

    private static ActionForm HandOver(Concept verb, Concept second) =>
        new(
            verb,
            Term.AUnitOrFormation,
            [new(second, Term.AUnitOrFormation, IsRequired: true), new(Concept.Over, Term.ADuration), ByRole]
        );
}

/// <summary>A clause that an action may have.</summary>
/// <param name="Word">The word that starts it.</param>
/// <param name="What">What stands behind that word.</param>
/// <param name="IsRequired">The action makes no sense without it.</param>
internal readonly record struct ActionClause(Concept Word, Term What, bool IsRequired = false);
