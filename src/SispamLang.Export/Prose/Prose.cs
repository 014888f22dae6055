using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>
/// What a drill says, in sentences for those who do not read its language. This part has names and values; the others have
/// what happens, what holds, what is done and what is promised.
/// </summary>
internal sealed partial class Prose(BoundDrill drill, Dialect language)
{
    private readonly PaperTexts _texts = PaperTexts.In(language);
    private readonly PaperValues _values = new(language);

    /// <summary>The name of something, for readers of the language.</summary>
    public string Name(Symbol symbol) => symbol.NameIn(language);

    /// <summary>Units, a formation of them by its name.</summary>
    public string Units(ImmutableArray<UnitSymbol> units)
    {
        var names = new List<string>();
        var named = new HashSet<UnitSymbol>();
        foreach (var unit in units)
        {
            if (!named.Contains(unit))
            {
                var formation = drill.Formations.FirstOrDefault(f =>
                    f.IsOrdered && f.Units.Length > 1 && f.Units[0] == unit && f.Units.All(units.Contains)
                );
                names.Add(formation is null ? Name(unit) : Name(formation));
                named.UnionWith(formation?.Units ?? [unit]);
            }
        }

        return _values.And(names);
    }

    /// <summary>A crowd; just "the crowd" if there is only one.</summary>
    public string Crowd(CrowdSymbol crowd) =>
        crowd == _eachCrowd ? _texts["prose.that-crowd"]
        : drill.Crowds.Length == 1 ? _texts["prose.the-crowd"]
        : Name(crowd);

    /// <summary>A length of time, with the param that sets it.</summary>
    public string Time(BoundSpan span)
    {
        var time = _values.Durations(Value(span.Low), Value(span.High));
        var param = span.Low.Param ?? span.High.Param;
        return param is null ? time : _texts.Say("prose.param", time, Name(param));
    }

    /// <summary>A percentage, with the param that sets it.</summary>
    public string Percentage(BoundAmount amount) => WithParam(_values.Percentage(Value(amount)), amount);

    /// <summary>A whole number, with the param that sets it.</summary>
    public string Number(BoundAmount amount) => WithParam(_values.Number(Value(amount)), amount);

    /// <summary>With a capital and a full stop.</summary>
    public static string Sentence(string text) => Capital(text) + ".";

    /// <summary>With a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static long Value(BoundAmount amount) => amount.Param?.Default ?? amount.Constant;

    private string WithParam(string value, BoundAmount amount) =>
        amount.Param is { } param ? _texts.Say("prose.param", value, Name(param)) : value;

    private string Word(Concept concept) => Words.Canonical(concept, language);

    private string Word(Mood mood) => Word(mood.ToConcept());
}
