using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>
/// What phrases of properties mean beyond those of rules: a kind stands for any unit of it, a class of tactics for each
/// of them, and what a unit carries or how much force a tactic uses can be asked for.
/// </summary>
internal sealed partial class Binder
{
    // Set while properties are bound.
    private AskedOf? _asked;

    /// <summary>What properties speak of.</summary>
    /// <param name="Drill">The drill, its rules bound.</param>
    private sealed record AskedOf(BoundDrill Drill)
    {
        /// <summary>The crowd of which a rule of a doctrine speaks here; null: the drill's own property.</summary>
        public CrowdSymbol? Crowd { get; init; }

        /// <summary>The property named a crowd without saying which.</summary>
        public bool CrowdWasAsked { get; set; }
    }

    // By whom it is may stand with the event, or behind how often it is.
    private ImmutableArray<BoundEvent>? TryBindAskedEvents(PredicateSyntax syntax, SyntaxBranch owner)
    {
        var first = syntax.Phrase.FirstToken;
        var end = syntax.Phrase.EndToken;
        var events = syntax.Comparison is not null
            ? TryBindForce(syntax, first, end)
            : TryBindClass(syntax, first, end)
                ?? TryBindUnitEvents(syntax, first, end)
                ?? TryBindHandOver(syntax, first, end)
                ?? TryBindEvents(syntax);
        if (events is not { } all)
        {
            return null;
        }

        ImmutableArray<BoundEvent> found = [.. all.Where(e => TakesPart(e.Subject))];
        if ((syntax.Clause(Concept.By) ?? owner.Clause(Concept.By))?.First<PhraseSyntax>() is not { } by)
        {
            return found;
        }

        var roles = RolesMeant(by);
        return [.. found.SelectMany(e => roles.Select(role => e with { By = role }))];
    }

    // The prelude has units and roles that the drill does not.
    private bool TakesPart(Symbol? symbol) =>
        symbol switch
        {
            UnitSymbol unit => _asked?.Drill.Units.Contains(unit) == true,
            RoleSymbol role => _asked?.Drill.Roles.Contains(role) == true,
            _ => true,
        };

    // A role, or any role that commands a unit of a kind.
    private ImmutableArray<RoleSymbol> RolesMeant(PhraseSyntax phrase)
    {
        if (phrase.IsMissing)
        {
            return [];
        }

        var name = NameAt(phrase.FirstToken, phrase.EndToken);
        if (Find<RoleSymbol>(name) is null && Find<UnitSymbol>(name) is { } unit)
        {
            Mention(unit, phrase.FirstToken, phrase.EndToken);
            return
            [
                .. _asked?.Drill.Roles.Where(role => role.Commands.Any(c => c == unit || c.IsOfKind(unit.Name))) ?? [],
            ];
        }

        // A role of the prelude that gives no order takes no part.
        return Resolve<RoleSymbol>(phrase, Term.ARole) is { } role && TakesPart(role) ? [role] : [];
    }

    // force >= 5: any tactic that uses as much.
    private ImmutableArray<BoundEvent>? TryBindForce(PredicateSyntax syntax, int first, int end)
    {
        if (
            syntax.Comparison is not { } sign
            || WordAtStart(first, end, WordPosition.Measure, out var next) != Concept.ForceLevel
            || next != end
            || syntax.Value is not { } value
        )
        {
            return null;
        }

        TakeWord(Concept.ForceLevel, first, next);
        var level = BindNumber(value, 0, 6).Constant;
        return Starts(syntax, tactic => tactic.Force > 0 && Compare(tactic.Force, Comparison(sign.Kind), level));
    }

    // less-lethal: any tactic of that class.
    private ImmutableArray<BoundEvent>? TryBindClass(PredicateSyntax syntax, int first, int end)
    {
        if (Find<TacticSymbol>(NameAt(first, end)) is not null)
        {
            return null;
        }

        var key = NameTable.Key(NameTable.NameOf(Tokens, first, end));
        return AllTactics().Any(t => t.IsOfClass(key)) ? Starts(syntax, tactic => tactic.IsOfClass(key)) : null;
    }

    private ImmutableArray<BoundEvent> Starts(PredicateSyntax syntax, Func<TacticSymbol, bool> which) =>
        [
            .. AllTactics()
                .Where(which)
                .Select(tactic => new BoundEvent(
                    SignalKind.ActivityStarts,
                    null,
                    new ActivityPattern(ActivityKind.Tactic, tactic, CrowdOf(tactic, null), [], []),
                    null,
                    syntax
                )),
        ];

    private IEnumerable<TacticSymbol> AllTactics() => _sources.SelectMany(InOrder<TacticSymbol>);

    // A rule of a doctrine speaks of one crowd after the other; what changes no crowd counts for each of them.
    private CrowdSymbol? CrowdOf(TacticSymbol tactic, CrowdSymbol? named)
    {
        if (named is not null || _asked?.Crowd is not { } inTurn || tactic.Effects.IsEmpty)
        {
            return named;
        }

        _asked.CrowdWasAsked = true;
        return _crowds.Length == 1 ? null : inTurn;
    }

    // deploy KIND, withdraw KIND, KIND arrives; deploy KIND with KIT
    private ImmutableArray<BoundEvent>? TryBindUnitEvents(PredicateSyntax syntax, int first, int end)
    {
        if (WordAtEnd(first, end, WordPosition.Happening, out var start) == Concept.Arrives && start > first)
        {
            if (Find<FormationSymbol>(NameAt(first, start)) is not null)
            {
                return null;
            }

            TakeWord(Concept.Arrives, start, end);
            return OfUnits(SignalKind.UnitArrives, first, start);
        }

        var verb = WordAtStart(first, end, WordPosition.Verb, out var next);
        if (verb is not (Concept.Deploy or Concept.Withdraw))
        {
            return null;
        }

        TakeWord(verb, first, next);
        return OfUnits(verb == Concept.Deploy ? SignalKind.UnitDeployed : SignalKind.UnitWithdrawn, next, end);

        ImmutableArray<BoundEvent> OfUnits(SignalKind kind, int from, int to)
        {
            var kit = syntax.Clause(Concept.With)?.First<PhraseSyntax>();
            return
            [
                .. UnitsMeant(from, to, syntax.Phrase)
                    .SelectMany(alternative => alternative.Units)
                    .Where(unit => kit is null || unit.Carries(KeyOf(kit)) > 0)
                    .Select(unit => new BoundEvent(kind, unit, null, null, syntax)),
            ];
        }
    }

    private string KeyOf(PhraseSyntax phrase) =>
        phrase.IsMissing ? "" : NameTable.Key(NameTable.NameOf(Tokens, phrase.FirstToken, phrase.EndToken));

    // lapis ganti [KIND] [to KIND]
    private ImmutableArray<BoundEvent>? TryBindHandOver(PredicateSyntax syntax, int first, int end)
    {
        var verb = WordAtStart(first, end, WordPosition.Verb, out var next);
        if (HandOverOf(verb) is not { } kind || EndsOrIsUnderWay(first, end))
        {
            return null;
        }

        TakeWord(verb, first, next);

        var second = syntax.Clause(kind == ActivityKind.Relieve ? Concept.With : Concept.To)?.First<PhraseSyntax>();
        ImmutableArray<Alternative> from = next == end ? [Alternative.Any] : UnitsMeant(next, end, syntax.Phrase);
        ImmutableArray<Alternative> to = second is null or { IsMissing: true }
            ? [Alternative.Any]
            : UnitsMeant(second.FirstToken, second.EndToken, second);
        return
        [
            .. from.SelectMany(
                _ => to,
                (a, b) =>
                    new BoundEvent(
                        SignalKind.ActivityStarts,
                        null,
                        new ActivityPattern(kind, null, null, a.Units, b.Units),
                        null,
                        syntax
                    )
            ),
        ];
    }

    // It is not asked for its start.
    private bool EndsOrIsUnderWay(int first, int end) =>
        WordAtEnd(first, end, WordPosition.Happening, out _) == Concept.Ends
        || WordAtEnd(first, end, WordPosition.State, out _) == Concept.UnderWay;

    /// <summary>The units that a name means, as alternatives: a unit, a formation's all together, or any of a kind.</summary>
    private ImmutableArray<Alternative> UnitsMeant(int first, int end, SyntaxNode at)
    {
        if (TryResolve<FormationSymbol>(first, end) is { } formation)
        {
            return [new Alternative(formation.Units)];
        }

        if (first == end)
        {
            ReportMissing(at, Term.AUnitOrFormation);
            return [];
        }

        if (Find<UnitSymbol>(NameAt(first, end)) is not { } unit)
        {
            ReportUnknown<UnitSymbol>(first, end, Term.AUnitOrFormation);
            return [];
        }

        Mention(unit, first, end);
        return unit.Source.Kind == SourceUnitKind.Prelude ? OfKind(unit) : [new Alternative([unit])];
    }

    private ImmutableArray<Alternative> OfKind(UnitSymbol kind) =>
        [
            .. _asked
                ?.Drill.Units.Where(unit => unit == kind || unit.IsOfKind(kind.Name))
                .Select(unit => new Alternative([unit]))
                ?? [],
        ];

    // KIND at PLACE, KIND on the way, KIND back, KIND with KIT [>= N]
    private BoundCondition? TryBindAskedState(PredicateSyntax syntax)
    {
        var first = syntax.Phrase.FirstToken;
        var end = syntax.Phrase.EndToken;
        if (syntax.Clause(Concept.With)?.First<PhraseSyntax>() is { } kit)
        {
            var least = syntax.Value is { } value ? BindNumber(value, 0, 1_000_000).Constant : 1;
            var comparison = syntax.Comparison is { } sign ? Comparison(sign.Kind) : Programs.Comparison.GreaterOrEqual;
            var key = KeyOf(kit);
            return new BoundConstant(
                UnitsMeant(first, end, syntax.Phrase)
                    .Any(alternative => alternative.Units.Any(unit => Compare(unit.Carries(key), comparison, least)))
            );
        }

        if (syntax.Comparison is not null)
        {
            return null;
        }

        if (syntax.Clause(Concept.At)?.First<PhraseSyntax>() is { } place)
        {
            return Resolve<PlaceSymbol>(place, Term.APlace) is { } at
                ? Placed(first, end, Placement.AtPlace, at)
                : new BoundErrorCondition();
        }

        var state = WordAtEnd(first, end, WordPosition.State, out var start);
        BoundCondition? condition = state switch
        {
            Concept.OnTheWay => Placed(first, start, Placement.OnTheWay, null),
            Concept.Back => Placed(first, start, Placement.Back, null),
            Concept.InControl when TryResolve<RoleSymbol>(first, start) is { } role => TakesPart(role)
                ? new BoundInControl(role)
                : new BoundConstant(false),
            _ => null,
        };
        if (condition is not null)
        {
            TakeWord(state, start, end);
        }

        return condition;

        BoundCondition Placed(int from, int to, Placement placement, PlaceSymbol? at) =>
            new BoundJoined(
                false,
                [
                    .. UnitsMeant(from, to, syntax.Phrase)
                        .Select(alternative => (BoundCondition)new BoundPlacement(alternative.Units, placement, at)),
                ]
            );
    }

    private static bool Compare(long left, Comparison comparison, long right) =>
        comparison switch
        {
            Programs.Comparison.Equal => left == right,
            Programs.Comparison.NotEqual => left != right,
            Programs.Comparison.Less => left < right,
            Programs.Comparison.LessOrEqual => left <= right,
            Programs.Comparison.Greater => left > right,
            _ => left >= right,
        };

    /// <summary>Units that are meant together: one, those of a formation, or none in particular.</summary>
    private sealed record Alternative(ImmutableArray<UnitSymbol> Units)
    {
        public static Alternative Any { get; } = new([]);
    }
}
