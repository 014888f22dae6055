using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Crowds, their tempers, and the tactics used on them.</summary>
internal sealed partial class Binder
{
    private const long MostPeople = 1_000_000;

    private void CompleteCrowd(CrowdSymbol crowd)
    {
        var hasPeople = false;
        foreach (var clause in ClausesOf(crowd))
        {
            switch (clause.Kind)
            {
                case Concept.People when clause.First<NumberSyntax>() is { } number:
                    crowd.People = BindNumber(number, 1, MostPeople);
                    hasPeople = true;
                    break;
                case Concept.PersonnelCount or Concept.Vehicles or Concept.Players:
                    Report(
                        DiagnosticCode.ClauseDoesNotFit,
                        clause.Span,
                        Quoted(clause),
                        crowd.Declaration.Children[0].ToString()
                    );
                    hasPeople = true;
                    break;
                case Concept.None when clause.First<PhraseSyntax>() is { IsMissing: false } phrase:
                    hasPeople |= BindTemperOrSize(crowd, phrase);
                    break;
                case Concept.At when clause.First<PhraseSyntax>() is { } place:
                    crowd.Place = Resolve<PlaceSymbol>(place, Term.APlace);
                    break;
                case Concept.From when clause.First<PhraseSyntax>() is { } phase:
                    crowd.From = Resolve<PhaseSymbol>(phase, Term.APhase);
                    break;
                case Concept.PlayedBy when clause.First<PhraseSyntax>() is { } unit:
                    crowd.PlayedBy = Resolve<UnitSymbol>(unit, Term.AUnit);
                    break;
                case Concept.Gathers when clause.First<PhraseSyntax>() is { IsMissing: false } mood:
                    crowd.GathersIn = BindMood(mood, Mood.Calm);
                    break;
                case Concept.GrowsTo when clause.All<ValueSyntax>().ToList() is [var size, var time]:
                    crowd.GrowsTo = BindNumber(size, 1, MostPeople);
                    crowd.GrowsOver = BindSpan(time);
                    break;
                case Concept.LifeThreateningClause:
                    crowd.IsLifeThreatening = true;
                    break;
            }
        }

        crowd.Temper ??= _prelude.Names.Find<TemperSymbol>(new Name("restless"));
        if (!hasPeople)
        {
            crowd.People = new BoundAmount(1);
            Report(DiagnosticCode.PartMissing, crowd.Span, "“" + crowd.Name + "”", Term.APeopleCount);
        }
    }

    // A phrase alone is a temper, or a param that counts people: Early Size people.
    private bool BindTemperOrSize(CrowdSymbol crowd, PhraseSyntax phrase)
    {
        if (
            phrase.WordCount > 1
            && WordAtEnd(phrase.FirstToken, phrase.EndToken, WordPosition.Strength, out var start) == Concept.People
        )
        {
            TakeWord(Concept.People, start, phrase.EndToken);
            crowd.People =
                BindParam(phrase.FirstToken, start, ParamKind.Number, Term.ANumber, 1, MostPeople)
                ?? new BoundAmount(1);
            return true;
        }

        if (crowd.Temper is not null)
        {
            Report(DiagnosticCode.ClauseTwice, phrase.Span, phrase.ToString());
        }

        crowd.Temper =
            Resolve<TemperSymbol>(phrase, Term.ATemper) ?? _prelude.Names.Find<TemperSymbol>(new Name("scripted"));
        return false;
    }

    private Mood BindMood(PhraseSyntax phrase, Mood otherwise)
    {
        var concept = WordAtStart(phrase.FirstToken, phrase.EndToken, WordPosition.State, out var next);
        if (next == phrase.EndToken && MoodOf(concept) is { } mood and not Mood.Dispersed)
        {
            TakeWord(concept, phrase.FirstToken, next);
            return mood;
        }

        var moods = new[] { Concept.Calm, Concept.Tense, Concept.Unruly, Concept.Anarchic };
        var nearest = Nearest.To(phrase.ToString(), moods.Select(m => Words.Canonical(m, _unit.Dialect)));
        var known = nearest is null
            ? string.Join(", ", moods.Select(m => Words.Canonical(m, _unit.Dialect)))
            : "“" + nearest + "”";
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownName,
                _unit.Tree.Text,
                phrase.Span,
                [Term.AMood, Quoted(phrase), known],
                []
            )
            {
                Suggestion = nearest,
            }
        );
        return otherwise;
    }

    private static Mood? MoodOf(Concept concept) =>
        concept switch
        {
            Concept.Calm => Mood.Calm,
            Concept.Tense => Mood.Tense,
            Concept.Unruly => Mood.Unruly,
            Concept.Anarchic => Mood.Anarchic,
            Concept.Dispersed => Mood.Dispersed,
            _ => null,
        };

    private void CompleteTemper(TemperSymbol temper)
    {
        var behaviours = ImmutableArray.CreateBuilder<BoundBehaviour>();
        ClauseSyntax? calms = null;
        foreach (var clause in ClausesOf(temper))
        {
            switch (clause.Kind)
            {
                case Concept.GathersAfter when clause.First<ValueSyntax>() is { } time:
                    temper.GathersAfter = BindSpan(time);
                    break;
                case Concept.LeavesWhen when clause.All<ValueSyntax>().ToList() is [PhraseSyntax both]:
                    BindLeavesAfterParam(clause, both, behaviours);
                    break;
                case Concept.LeavesWhen when clause.All<ValueSyntax>().ToList() is [PhraseSyntax mood, var time]:
                    behaviours.Add(
                        new BoundBehaviour(
                            BindSpan(time),
                            mood.IsMissing ? Mood.Calm : BindMood(mood, Mood.Calm),
                            [],
                            true,
                            clause
                        )
                    );
                    break;
                case Concept.Calms when clause.Clause(Concept.Every) is null:
                    calms = clause;
                    break;
                case Concept.Calms when clause.Clause(Concept.Every)?.First<ValueSyntax>() is { } period:
                    behaviours.Add(Behaviour(clause, period, SignalKind.CrowdCalms));
                    break;
                case Concept.EscalatesEvery when clause.First<ValueSyntax>() is { } period:
                    behaviours.Add(Behaviour(clause, period, SignalKind.CrowdEscalates));
                    break;
                case Concept.ThrowsEvery when clause.First<ValueSyntax>() is { } period:
                    var during = clause.Clause(Concept.While)?.First<PhraseSyntax>() is { IsMissing: false } phrase
                        ? BindMood(phrase, Mood.Anarchic)
                        : Mood.Absent;
                    behaviours.Add(Behaviour(clause, period, SignalKind.CrowdThrows) with { While = during });
                    break;
            }
        }

        if (calms is not null)
        {
            AddCalmsToRoll(calms, behaviours);
        }

        temper.Behaviours = behaviours.ToImmutable();
    }

    // leaves when calm Patience: a mood, then a param.
    private void BindLeavesAfterParam(
        ClauseSyntax clause,
        PhraseSyntax phrase,
        ImmutableArray<BoundBehaviour>.Builder behaviours
    )
    {
        var concept = WordAtStart(phrase.FirstToken, phrase.EndToken, WordPosition.State, out var next);
        if (MoodOf(concept) is not { } mood || mood == Mood.Dispersed || next == phrase.EndToken)
        {
            BindMood(phrase, Mood.Calm);
            return;
        }

        TakeWord(concept, phrase.FirstToken, next);
        if (BindParam(next, phrase.EndToken, ParamKind.Duration, Term.ADuration, 0, long.MaxValue) is { } time)
        {
            behaviours.Add(new BoundBehaviour(new BoundSpan(time, time), mood, [], true, clause));
        }
    }

    private BoundBehaviour Behaviour(ClauseSyntax clause, ValueSyntax period, SignalKind kind)
    {
        var chance = ChanceOf(clause, period) is { } percentage ? BindPercentage(percentage) : new BoundAmount(10_000);
        return new BoundBehaviour(
            BindSpan(period),
            Mood.Absent,
            [new BoundEffect(kind, chance, clause)],
            false,
            clause
        );
    }

    // The value that is not the period: a percentage, or the name of a param.
    private static ValueSyntax? ChanceOf(ClauseSyntax clause, ValueSyntax? period) =>
        clause.All<ValueSyntax>().FirstOrDefault(value => value != period);

    // calms 10% is part of the roll of escalates every.
    private void AddCalmsToRoll(ClauseSyntax calms, ImmutableArray<BoundBehaviour>.Builder behaviours)
    {
        var roll = -1;
        for (var i = 0; i < behaviours.Count; i++)
        {
            roll = behaviours[i].Outcomes is [{ Kind: SignalKind.CrowdEscalates }] ? i : roll;
        }

        if (roll < 0 || ChanceOf(calms, null) is not { } percentage)
        {
            Report(
                DiagnosticCode.PartMissing,
                calms.Span,
                Quoted(calms),
                roll < 0 ? Words.Canonical(Concept.EscalatesEvery, _unit.Dialect) : Term.APercentage
            );
            return;
        }

        var effect = new BoundEffect(SignalKind.CrowdCalms, BindPercentage(percentage), calms);
        behaviours[roll] = behaviours[roll] with { Outcomes = behaviours[roll].Outcomes.Add(effect) };
        CheckSum(behaviours[roll].Outcomes, calms);
    }

    private void CompleteTactic(TacticSymbol tactic)
    {
        var effects = ImmutableArray.CreateBuilder<BoundEffect>();
        foreach (var clause in ClausesOf(tactic))
        {
            switch (clause.Kind)
            {
                case Concept.Force when clause.First<NumberSyntax>() is { } force:
                    tactic.Force = (int)BindNumber(force, 1, 6).Constant;
                    break;
                case Concept.Uses:
                    tactic.Uses = [.. clause.All<PhraseSyntax>().Select(BindUsedKind).Where(kind => kind.Length > 0)];
                    break;
                case Concept.As when clause.First<PhraseSyntax>() is { IsMissing: false } group:
                    tactic.Class = NameTable.NameOf(Tokens, group.FirstToken, group.EndToken);
                    break;
                case Concept.Lasts when clause.First<ValueSyntax>() is { } time:
                    tactic.Lasts = BindSpan(time);
                    break;
                case Concept.None when clause.First<PhraseSyntax>() is { IsMissing: false } phrase:
                    if (BindEffect(phrase, ChanceOf(clause, phrase)) is { } effect)
                    {
                        effects.Add(new BoundEffect(effect.Kind, effect.Chance, clause));
                    }

                    break;
            }
        }

        tactic.Effects = effects.ToImmutable();
        if (effects.Count > 0)
        {
            CheckSum(tactic.Effects, effects[effects.Count - 1].Syntax);
        }
    }

    // A kind, or a unit of the file that has no kind.
    private string BindUsedKind(PhraseSyntax phrase)
    {
        if (phrase.IsMissing)
        {
            return "";
        }

        var key = NameAt(phrase.FirstToken, phrase.EndToken);
        if (
            _prelude.Names.Find<UnitSymbol>(key) is null
            && TryResolve<UnitSymbol>(phrase.FirstToken, phrase.EndToken) is { } own
        )
        {
            return own.Name;
        }

        return BindKind(phrase)?.Name ?? "";
    }

    // crowd disperses 60%, crowd disperses Hope
    private (SignalKind Kind, BoundAmount Chance)? BindEffect(PhraseSyntax phrase, ValueSyntax? chance)
    {
        var end = phrase.EndToken;
        if (WordAtStart(phrase.FirstToken, end, WordPosition.Subject, out var verb) == Concept.AnyCrowd)
        {
            var @event = WordAtStart(verb, end, WordPosition.CrowdEvent, out var rest);
            if (SignalOf(@event) is { } kind && IsEffect(kind))
            {
                TakeWord(Concept.AnyCrowd, phrase.FirstToken, verb);
                TakeWord(@event, verb, rest);
                if (chance is not null && rest == end)
                {
                    return (kind, BindPercentage(chance));
                }

                if (chance is null && rest < end)
                {
                    return BindParam(rest, end, ParamKind.Percentage, Term.APercentage, 0, 10_000) is { } amount
                        ? (kind, amount)
                        : null;
                }
            }
        }

        Report(
            DiagnosticCode.UnknownClause,
            phrase.Span,
            Quoted(phrase),
            Words.Canonical(Concept.Tactic, _unit.Dialect),
            string.Join(
                ", ",
                new[]
                {
                    Concept.CrowdDisperses,
                    Concept.CrowdCalms,
                    Concept.CrowdEscalates,
                    Concept.CrowdThrows,
                }.Select(e =>
                    Words.Canonical(Concept.AnyCrowd, _unit.Dialect) + " " + Words.Canonical(e, _unit.Dialect)
                )
            )
        );
        return null;
    }

    private static bool IsEffect(SignalKind kind) =>
        kind
            is SignalKind.CrowdDisperses
                or SignalKind.CrowdCalms
                or SignalKind.CrowdEscalates
                or SignalKind.CrowdThrows;

    private static SignalKind? SignalOf(Concept concept) =>
        concept switch
        {
            Concept.CrowdGathers => SignalKind.CrowdGathers,
            Concept.CrowdEscalates => SignalKind.CrowdEscalates,
            Concept.CrowdCalms => SignalKind.CrowdCalms,
            Concept.CrowdGrows => SignalKind.CrowdGrows,
            Concept.CrowdThrows => SignalKind.CrowdThrows,
            Concept.CrowdMoves => SignalKind.CrowdMoves,
            Concept.CrowdJoins => SignalKind.CrowdJoins,
            Concept.CrowdDisperses => SignalKind.CrowdDisperses,
            _ => null,
        };

    private void CheckSum(ImmutableArray<BoundEffect> outcomes, SyntaxNode at)
    {
        var sum = outcomes.Sum(o => o.Chance.Param?.Max ?? o.Chance.Constant);
        if (sum > 10_000)
        {
            Report(
                DiagnosticCode.ChancesOverHundred,
                at.Span,
                (sum / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            );
        }
    }
}
