using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Services.Completion;

/// <summary>Where a phrase may stand.</summary>
[Flags]
internal enum PhraseUse
{
    /// <summary>It says what happens.</summary>
    Event = 1,

    /// <summary>It says how things are.</summary>
    State = 2,

    /// <summary>It says what to do.</summary>
    Action = 4,

    /// <summary>It says what to do, and the controller may do it in a test.</summary>
    Raised = 8,

    /// <summary>It can stand only in a property.</summary>
    Asked = 16,
}

/// <summary>What a phrase is made of. The binder reads phrases; these are the ones that it can read, in the order in which
/// they are offered.</summary>
/// <param name="Use">Where it may stand.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record PhraseShape(PhraseUse Use, ImmutableArray<PhrasePart> Parts)
{
    private static readonly Concept[] CrowdEvents =
    [
        Concept.CrowdGathers,
        Concept.CrowdEscalates,
        Concept.CrowdCalms,
        Concept.CrowdGrows,
        Concept.CrowdThrows,
        Concept.CrowdMoves,
        Concept.CrowdJoins,
        Concept.CrowdDisperses,
    ];

    private static readonly Concept[] HandOvers = [Concept.LapisGanti, Concept.LintasGanti, Concept.Relieve];

    private static readonly Concept[] Moods = [Concept.Calm, Concept.Tense, Concept.Unruly, Concept.Anarchic];

    private static readonly Concept[] Worst =
    [
        Concept.Green,
        Concept.Yellow,
        Concept.Red,
        Concept.NoThreat,
        Concept.Passive,
        Concept.Active,
        Concept.Aggressive,
        Concept.LifeThreatening,
    ];

    private static readonly PhrasePart Crowd = new(Term.ACrowd);
    private static readonly PhrasePart AnyCrowd = Crowd with { IsOptional = true };
    private static readonly PhrasePart Unit = new(Term.AUnitOrFormation);
    private static readonly PhrasePart Role = new(Term.ARole);
    private static readonly PhrasePart Tactic = new(Term.ATactic);
    private static readonly PhrasePart Event = new(Term.AnEvent);
    private static readonly PhrasePart Counter = new(Term.ACounter);

    private static readonly ImmutableArray<PhraseShape> Predicates =
    [
        new(PhraseUse.Event, [Crowd, Of(CrowdEvents)]),
        new(PhraseUse.Event, [Unit, Of(Concept.Arrives)]),
        new(PhraseUse.Event, [Event]) { Next = [Concept.By] },
        new(PhraseUse.Event, [Tactic, AnyCrowd]) { Next = [Concept.By] },
        new(PhraseUse.Event, [Tactic, AnyCrowd, Of(Concept.Ends)]) { Next = [Concept.By] },
        new(PhraseUse.Event, [Counter, Of(Concept.Changes)]),
        new(PhraseUse.Event, [Role, Of(Concept.TakesControl)]),
        new(PhraseUse.Event, [Of(Concept.Deploy, Concept.Withdraw), Unit]) { Next = [Concept.By] },
        new(PhraseUse.Event | PhraseUse.Asked, [Of(Concept.Deploy, Concept.Withdraw), Unit]) { Next = [Concept.With] },
        new(PhraseUse.Event, [Of(HandOvers)]) { Next = [Concept.By] },
        new(PhraseUse.Event, [Of(Concept.LapisGanti, Concept.LintasGanti), Unit]) { Next = [Concept.To, Concept.By] },
        new(PhraseUse.Event, [Of(Concept.Relieve), Unit]) { Next = [Concept.With, Concept.By] },
        new(PhraseUse.Event, [Of(HandOvers), Unit with { IsOptional = true }, Of(Concept.Ends)]),
        new(PhraseUse.Event | PhraseUse.Asked, [new PhrasePart(Term.AName)]) { Next = [Concept.By] },
        new(PhraseUse.Event | PhraseUse.Asked, [Of(Concept.ForceLevel)]) { IsCompared = true },
        new(PhraseUse.State, [AnyCrowd, Of([.. Moods, Concept.Dispersed])]),
        new(PhraseUse.State, [AnyCrowd, Of(Worst)]),
        new(PhraseUse.State, [Unit, Of(Concept.OnTheWay, Concept.Back)]),
        new(PhraseUse.State, [Unit]) { Next = [Concept.At] },
        new(PhraseUse.State | PhraseUse.Asked, [Unit]) { Next = [Concept.With] },
        new(PhraseUse.State, [Counter]) { IsCompared = true },
        new(PhraseUse.State, [Crowd]) { IsCompared = true },
        new(PhraseUse.State, [AnyCrowd, Of(Concept.ThreatLevel)]) { IsCompared = true },
        new(PhraseUse.State, [Tactic, AnyCrowd, Of(Concept.UnderWay)]),
        new(PhraseUse.State, [Of(HandOvers), Unit with { IsOptional = true }, Of(Concept.UnderWay)]),
        new(PhraseUse.State, [Role, Of(Concept.InControl)]),
    ];

    private static readonly ImmutableArray<PhraseShape> Orders =
    [
        .. ActionForm.All.SelectMany(OfForm),
        new(PhraseUse.Action, [Tactic, AnyCrowd]) { Form = ActionForm.Tactic },
        new(PhraseUse.Action | PhraseUse.Raised, [Event]) { Form = ActionForm.Event },
    ];

    private static readonly ImmutableArray<PhraseShape> OfRisk =
    [
        new(default, [Of(Concept.Low, Concept.Medium, Concept.High)]),
    ];

    private static readonly ImmutableArray<PhraseShape> OfPlaceAndRisk =
    [
        new(default, [new(Term.APlace), Of(Concept.Low, Concept.Medium, Concept.High)]),
    ];

    private static readonly ImmutableArray<PhraseShape> OfMood = [new(default, [Of(Moods)])];

    private static readonly ImmutableArray<PhraseShape> OfThreat = [new(default, [Of([.. Worst.Skip(3)])])];

    private static readonly ImmutableArray<PhraseShape> OfEffect =
    [
        new(
            default,
            [
                Of(Concept.AnyCrowd),
                Of(Concept.CrowdDisperses, Concept.CrowdCalms, Concept.CrowdEscalates, Concept.CrowdThrows),
            ]
        ),
    ];

    /// <summary>The action that it is, or null.</summary>
    public ActionForm? Form { get; private init; }

    /// <summary>The words that may follow it in a condition.</summary>
    public ImmutableArray<Concept> Next { get; private init; } = [];

    /// <summary>A comparison must follow it.</summary>
    public bool IsCompared { get; private init; }

    /// <summary>It says nothing without what follows it.</summary>
    public bool NeedsMore => IsCompared || Next is [Concept.At] or [Concept.With];

    /// <summary>It is said of one crowd, not of the drill.</summary>
    public static bool IsMood(Concept state) => state == Concept.Dispersed || Moods.Contains(state);

    /// <summary>The phrases that mean something of a sort.</summary>
    /// <param name="what">The sort.</param>
    /// <param name="use">For what may happen, hold or be done: which of them.</param>
    public static IEnumerable<PhraseShape> For(Term what, PhraseUse use) =>
        what switch
        {
            Term.ATrigger or Term.ACondition or Term.AnEventOrCondition => Predicates.Where(shape =>
                (shape.Use & use & (PhraseUse.Event | PhraseUse.State)) != 0
                && ((shape.Use & PhraseUse.Asked) == 0 || (use & PhraseUse.Asked) != 0)
            ),
            Term.AnAction => Orders.Where(shape => (shape.Use & use) != 0),
            Term.ARisk => OfRisk,
            Term.ARiskOfPlace => OfPlaceAndRisk,
            Term.AMood => OfMood,
            Term.AThreat => OfThreat,
            Term.AnEffect => OfEffect,
            _ => [new(default, [new(what)])],
        };

    // The object stands behind the word, but a crowd and a role before what they do.
    private static IEnumerable<PhraseShape> OfForm(ActionForm form)
    {
        var word = Of(form.Word);
        var use = PhraseUse.Action;
        ImmutableArray<PhrasePart> parts;
        switch (Words.PositionOf(form.Word))
        {
            case WordPosition.CrowdEvent:
                use |= form.Object is null && !form.Clauses.Any(c => c.IsRequired) ? PhraseUse.Raised : default;
                parts = [Crowd, word];
                break;
            case WordPosition.Happening:
                parts = [Role, word];
                break;
            default:
                use |= form.Word is Concept.NextPhase or Concept.Go or Concept.EndDrill ? PhraseUse.Raised : default;
                parts = [word];
                break;
        }

        if (form.Word == Concept.Stop)
        {
            yield return new(use, [word, Of(HandOvers), Unit with { IsOptional = true }]) { Form = form };
            yield return new(use, [word, Tactic, AnyCrowd]) { Form = form };
        }
        else
        {
            var @object = form.Object is { } what and not Term.AString ? [new(what)] : ImmutableArray<PhrasePart>.Empty;
            yield return new(use, parts.AddRange(@object)) { Form = form };
        }
    }

    private static PhrasePart Of(params Concept[] words) => new(null) { Words = [.. words] };
}

/// <summary>A part of a phrase: something named, or one of some words.</summary>
/// <param name="Name">What is named; null for a word.</param>
internal readonly record struct PhrasePart(Term? Name)
{
    /// <summary>The words, any one of them.</summary>
    public ImmutableArray<Concept> Words { get; init; } = [];

    /// <summary>It may be left out.</summary>
    public bool IsOptional { get; init; }
}
