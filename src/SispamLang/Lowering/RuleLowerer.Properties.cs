using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Lowering;

// Properties: the same events and conditions as those of rules, for a monitor instead of a procedure.
internal sealed partial class RuleLowerer
{
    public PropertySpec Lower(BoundProperty property)
    {
        _source = property.Source;
        return new PropertySpec(
            property.Crowd is null ? property.Text : property.Text + " (" + property.Crowd.Name + ")",
            property.Pattern,
            property.During is null ? -1 : _numbers[property.During],
            property.While is null ? null : LowerCondition(property.While),
            Lower(property.First),
            property.Then is null ? null : Lower(property.Then),
            property.Target is null ? null : Lower(property.Target),
            property.Within is { } within ? _numbers.Amount(within) : null,
            property.IsEach,
            property.Share ?? -1,
            property.Rule?.Doctrine ?? "",
            property.Rule?.Id ?? "",
            property.Rule?.Article ?? "",
            Site(property.Syntax)
        );
    }

    public Happening Lower(BoundHappening happening, SourceUnit source)
    {
        _source = source;
        return Lower(happening);
    }

    private Happening Lower(BoundHappening happening) =>
        new(
            [.. happening.Events.SelectMany(Patterns).Distinct()],
            happening.Condition is null ? null : LowerCondition(happening.Condition),
            happening.Count
        );
}
