using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Properties, of the drill's own and of doctrines.</summary>
internal sealed partial class Binder
{
    private const int MostProperties = 1000;

    private static bool IsProperty(Concept kind) =>
        kind is Concept.Never or Concept.Always or Concept.Expect or Concept.Require;

    // What the drill and its libraries promise, in source order.
    private ImmutableArray<BoundProperty> BindProperties(BoundDrill drill)
    {
        var properties = ImmutableArray.CreateBuilder<BoundProperty>();
        _asked = new AskedOf(drill);
        ForEachUnit(() =>
        {
            foreach (var syntax in _unit.Tree.Root.Declarations.Where(d => IsProperty(d.Kind)))
            {
                if (properties.Count == MostProperties)
                {
                    var word = Words.Canonical(Concept.Require, _unit.Dialect);
                    Report(DiagnosticCode.TooMany, syntax.Span, Text(MostProperties), word);
                    return;
                }

                properties.Add(BindProperty(syntax, null));
            }
        });
        _asked = null;
        return properties.ToImmutable();
    }

    private BoundProperty BindProperty(DeclarationSyntax syntax, DoctrineRule? rule)
    {
        var first = BindHappening(syntax);
        var within = syntax.Clause(Concept.Within)?.First<ValueSyntax>() is { } time ? BindWithin(time) : null;
        var answered = syntax.Clause(Concept.Of);
        var before = syntax.Clause(Concept.Before) ?? syntax.Clause(Concept.BeforeEach);
        var pattern = syntax.Kind switch
        {
            Concept.Never => PropertyPattern.Never,
            Concept.Always => PropertyPattern.Always,
            Concept.Require => PropertyPattern.Require,
            _ => answered is null ? PropertyPattern.Expect : PropertyPattern.Respond,
        };
        var target = (answered ?? before) is { } clause ? BindHappening(clause) : null;
        if (pattern == PropertyPattern.Respond && target is not null)
        {
            (first, target) = (target, first); // expect ANSWER within D of QUESTION
        }

        var phase = syntax.Clause(Concept.During)?.First<PhraseSyntax>();
        var @while = syntax.Clause(Concept.While)?.First<ConditionSyntax>();
        return new BoundProperty(
            _unit,
            pattern,
            phase is null ? null : Resolve<PhaseSymbol>(phase, Term.APhase),
            @while is null ? null : BindCondition(@while),
            first,
            syntax.Clause(Concept.Then) is { } then ? BindHappening(then) : null,
            target,
            within,
            before?.Kind == Concept.BeforeEach,
            syntax.Clause(Concept.InShare)?.First<PercentageSyntax>()?.Hundredths,
            rule,
            null,
            syntax
        );
    }

    private BoundAmount? BindWithin(ValueSyntax value)
    {
        var span = BindSpan(value);
        if (span.IsRange)
        {
            Report(DiagnosticCode.WrongSortOfValue, value.Span, Quoted(value), Term.ADuration);
        }

        return span.High;
    }

    // The condition among the children of a property or clause, and the times behind it.
    private BoundHappening BindHappening(SyntaxBranch owner)
    {
        var syntax = owner.First<ConditionSyntax>();
        var count = owner.Clause(Concept.Times)?.First<NumberSyntax>() is { } times
            ? (int)BindNumber(times, 1, 1000).Constant
            : 1;
        if (syntax is null)
        {
            return new BoundHappening([], new BoundErrorCondition(), 1, owner);
        }

        if (owner is DeclarationSyntax { Kind: Concept.Always })
        {
            return new BoundHappening([], new BoundNot(BindCondition(syntax)), 1, syntax);
        }

        var events = ImmutableArray.CreateBuilder<BoundEvent>();
        var conditions = ImmutableArray.CreateBuilder<BoundCondition>();
        IEnumerable<ConditionSyntax> parts = syntax is JoinedConditionSyntax { Joint: Concept.Or } joined
            ? joined.Parts
            : [syntax];
        foreach (var part in parts)
        {
            if (
                part is PredicateSyntax { Phrase.IsMissing: false } predicate
                && TryBindAskedEvents(predicate, owner) is { } happening
            )
            {
                events.AddRange(happening);
            }
            else
            {
                conditions.Add(BindCondition(part));
            }
        }

        if (conditions.Count > 0 && count > 1)
        {
            var clause = owner.Clause(Concept.Times) ?? owner;
            Report(DiagnosticCode.ClauseDoesNotFit, clause.Span, Quoted(clause), Quoted(syntax));
        }

        BoundCondition? condition = conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new BoundJoined(false, conditions.ToImmutable()),
        };
        return new BoundHappening(events.ToImmutable(), condition, count, syntax);
    }
}
