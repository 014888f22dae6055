using SispamLang.Dialects;
using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>What starts what can be followed, from rule to event to rule.</summary>
public sealed class CallHierarchyTests
{
    private const string Drill = """
        unit Ton: 3 personnel
        event bomb
        counter hurt: 0..9
        phase A for 5 min:
          crowd throws -> bomb, add 1 to hurt
        phase B:
          bomb -> deploy Ton
          Ton arrives -> water cannon, go to A
        """;

    [Theory]
    [InlineData("event b▮omb", "Event bomb", "Rule A: crowd throws (bomb)", "Rule B: bomb (bomb)")]
    [InlineData(
        "crowd thr▮ows",
        "Rule A: crowd throws",
        "Phase A (crowd throws); Crowd Massa (crowd throws)",
        "Event bomb (bomb); Counter hurt (add 1 to hurt)"
    )]
    [InlineData(
        "Ton arr▮ives",
        "Rule B: Ton arrives",
        "Phase B (Ton arrives); Unit Ton (Ton arrives)",
        "Tactic water cannon (water cannon); Phase A (go to A)"
    )]
    [InlineData(
        "phase ▮A",
        "Phase A",
        "Rule B: Ton arrives (go to A)",
        "Rule A: crowd throws (crowd throws); Phase B (A)"
    )]
    [InlineData("phase ▮B", "Phase B", "Phase A (A)", "Rule B: bomb (bomb); Rule B: Ton arrives (Ton arrives)")]
    public void What_starts_it_and_what_it_starts(string place, string item, string incoming, string outgoing)
    {
        var files = new Workspace(Drill.Replace(place.Replace("▮", ""), place, StringComparison.Ordinal));
        var compilation = files.Compilation;

        var found = CallHierarchy.At(compilation, files.Source, files.Position, Dialect.English);

        Assert.NotNull(found);
        Assert.Equal(item, $"{found.Kind} {found.Name}");
        Assert.Equal(incoming, Told(CallHierarchy.Incoming(compilation, found.Node, Dialect.English)));
        Assert.Equal(outgoing, Told(CallHierarchy.Outgoing(compilation, found.Node, Dialect.English)));
    }

    [Theory]
    [InlineData("drill \"X▮\":\n  starts 09:00 WIB")]
    [InlineData("place K▮PU")]
    [InlineData("▮")]
    public void What_starts_nothing_is_not_in_it(string marked)
    {
        var files = new Workspace(marked + "\n");

        Assert.Null(CallHierarchy.At(files.Compilation, files.Source, files.Position, Dialect.English));
    }

    private static string Told(IEnumerable<Call> calls) =>
        string.Join(
            "; ",
            calls.Select(call =>
                $"{call.Item.Kind} {call.Item.Name} ({string.Join(", ", call.Spans.Select(call.Text.ToString))})"
            )
        );
}
