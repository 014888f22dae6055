using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>What is promised, or asked for by a doctrine.</summary>
internal sealed partial class Prose
{
    private const int MostAlternatives = 4;

    /// <summary>A property as a sentence.</summary>
    public string Property(BoundProperty property)
    {
        _eachCrowd = property.Crowd;
        var text = Sentence(Promise(property));
        _eachCrowd = null;
        return text;
    }

    private string Promise(BoundProperty property)
    {
        var first = Happening(property.First);
        var target = property.Target is null ? "" : Happening(property.Target);
        var text = property.Pattern switch
        {
            PropertyPattern.Never => _texts.Say("property.never", first),
            // What a run must not show is the condition turned round.
            PropertyPattern.Always => _texts.Say("property.always", Condition(property.First.Condition!, isNot: true)),
            PropertyPattern.Expect => _texts.Say("property.expect", Timed(first, property)),
            PropertyPattern.Respond => _texts.Say("property.respond", first, Timed(target, property)),
            _ when property.Then is { } then => _texts.Say(Chained(property), target, first, Happening(then)),
            _ => _texts.Say(property.IsEach ? "property.require-each" : "property.require", target, first),
        };
        text = property.During is { } phase ? _texts.Say("property.during", text, Name(phase)) : text;
        text = property.While is { } condition ? _texts.Say("property.while", text, Condition(condition)) : text;
        text = property.Share is { } share ? _texts.Say("property.share", text, _values.Percentage(share)) : text;
        return text;
    }

    /// <summary>What a tactic may do to a crowd, each with its chance.</summary>
    public string Effects(ImmutableArray<BoundEffect> effects) =>
        string.Join(
            ", ",
            effects.Select(effect =>
                _texts.Say("effect.chance", CrowdEvent(effect.Kind, null), Percentage(effect.Chance))
            )
        );

    /// <summary>What a crowd does by itself.</summary>
    public string Behaviour(BoundBehaviour behaviour)
    {
        if (behaviour.Leaves)
        {
            return _texts.Say("behaviour.leaves", Time(behaviour.Every), Word(behaviour.While));
        }

        var text = _texts.Say("behaviour.every", Time(behaviour.Every), Effects(behaviour.Outcomes));
        return behaviour.While == Mood.Absent ? text : _texts.Say("behaviour.while", text, Word(behaviour.While));
    }

    // What a property says of kit or of kinds that nobody has.
    private static bool IsNothing(BoundCondition condition) =>
        condition switch
        {
            BoundConstant constant => !constant.Value,
            BoundJoined { All: false } joined => joined.Operands.All(IsNothing),
            _ => false,
        };

    private string Timed(string clause, BoundProperty property) =>
        property.Within is { } time ? _texts.Say("property.within", clause, _values.Duration(Value(time))) : clause;

    private static string Chained(BoundProperty property) => property.IsEach ? "property.chain-each" : "property.chain";

    private string Happening(BoundHappening happening)
    {
        var parts = happening.Events.Select(Event).ToList();
        if (happening.Condition is { } condition && !IsNothing(condition))
        {
            parts.Add(Condition(condition));
        }

        if (parts.Count == 0)
        {
            return _texts["property.nothing"];
        }

        var distinct = parts.Distinct().ToList();
        var text =
            distinct.Count > MostAlternatives
                ? _texts.Say("property.and-others", string.Join(", ", distinct.Take(MostAlternatives)))
                : _values.Or(distinct);
        return happening.Count > 1 ? _texts.Say("property.times", text, _values.Number(happening.Count)) : text;
    }
}
