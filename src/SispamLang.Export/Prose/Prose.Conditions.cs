using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>What holds or does not.</summary>
internal sealed partial class Prose
{
    /// <summary>A condition as a clause: the crowd is anarchic.</summary>
    public string Condition(BoundCondition condition) => Condition(condition, isNot: false);

    private string Condition(BoundCondition condition, bool isNot) =>
        condition switch
        {
            BoundNot not => Condition(not.Operand, !isNot),
            // Not all is one not, and not one is all not.
            BoundJoined joined => Joined(joined.Operands, joined.All != isNot, isNot),
            BoundEachCrowd each => Not(
                isNot,
                _texts.Say("condition.each-crowd", Joined([.. each.Parts.Select(part => part.Condition)], true, false))
            ),
            BoundMood mood => Say("condition.mood", isNot, Crowd(mood.Crowd), Word(mood.Mood)),
            BoundSituation { Crowd: { } crowd } situation => Say(
                "condition.situation-at",
                isNot,
                Crowd(crowd),
                Word(situation.Situation.ToConcept())
            ),
            BoundSituation situation => Say("condition.situation", isNot, Word(situation.Situation.ToConcept())),
            BoundThreat { Threat: Programs.Threat.None, Comparison: Comparison.Equal } threat => Not(
                isNot,
                _texts.Say("condition.no-threat", Word(threat.Threat.ToConcept()))
            ),
            BoundThreat threat => Not(isNot, Threat(threat)),
            BoundSize size => _texts.Say(
                "condition.size",
                Crowd(size.Crowd),
                Compared(size.Comparison, isNot, Number(size.Value))
            ),
            BoundCount count => _texts.Say(
                "condition.count",
                Name(count.Counter),
                Compared(count.Comparison, isNot, Number(count.Value))
            ),
            BoundPlacement placement => Placed(placement, isNot),
            BoundUnderWay underWay => Say("condition.under-way", isNot, Activity(underWay.Activity)),
            BoundInControl control => Say("condition.in-control", isNot, Name(control.Role)),
            BoundConstant constant => constant.Value != isNot ? _texts["condition.always"] : _texts["condition.never"],
            _ => throw new InvalidOperationException(condition.GetType().Name),
        };

    private string Joined(IEnumerable<BoundCondition> operands, bool all, bool isNot)
    {
        var parts = operands
            .Select(operand =>
            {
                var text = Condition(operand, isNot);
                return operand is BoundJoined ? "(" + text + ")" : text;
            })
            .Distinct()
            .ToList();
        return all ? _values.And(parts) : _values.Or(parts);
    }

    private string Placed(BoundPlacement placement, bool isNot)
    {
        var units = Units(placement.Units);
        return placement.Placement switch
        {
            Placement.OnTheWay => Say("condition.on-the-way", isNot, units),
            Placement.Back => Say("condition.back", isNot, units),
            Placement.Standby => Say("condition.standby", isNot, units),
            _ when placement.Place is { } place => Say("condition.at", isNot, units, Name(place)),
            _ => Say("condition.out", isNot, units),
        };
    }

    private string Threat(BoundThreat threat)
    {
        var level = Word(threat.Threat.ToConcept());
        var compared = threat.Comparison == Comparison.Equal ? level : Compared(threat.Comparison, false, level);
        return threat.Crowd is { } crowd && drill.Crowds.Length > 1
            ? _texts.Say("condition.threat-of", Crowd(crowd), compared)
            : _texts.Say("condition.threat", compared);
    }

    private string Compared(Comparison comparison, bool isNot, string value)
    {
        var key = (comparison, isNot) switch
        {
            (Comparison.Equal, false) or (Comparison.NotEqual, true) => "compare.equal",
            (Comparison.NotEqual, false) or (Comparison.Equal, true) => "compare.not-equal",
            (Comparison.Less, false) or (Comparison.GreaterOrEqual, true) => "compare.less",
            (Comparison.LessOrEqual, false) or (Comparison.Greater, true) => "compare.at-most",
            (Comparison.Greater, false) or (Comparison.LessOrEqual, true) => "compare.more",
            _ => "compare.at-least",
        };
        return _texts.Say(key, value);
    }

    // "{2}" is where the language puts its "not".
    private string Say(string key, bool isNot, string subject, string value = "") =>
        _texts.Say(key, subject, value, isNot ? _texts["condition.not"] + " " : "");

    private string Not(bool isNot, string clause) => isNot ? _texts.Say("condition.not-so", clause) : clause;
}
