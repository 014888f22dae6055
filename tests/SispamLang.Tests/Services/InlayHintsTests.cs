using SispamLang.Dialects;
using SispamLang.Services;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>What a drill means without saying it is shown behind what it says.</summary>
public sealed class InlayHintsTests
{
    [Theory]
    [InlineData(
        "drill \"X\":\n  starts 09:50 WIB\nphase A for 15 min: at start -> announce \"x\"\nphase B \"Bb\": at start -> announce \"x\"\nphase C: at start -> announce \"x\"",
        "phase A for 15 min«09:50»: |phase B \"Bb\"«10:05»: "
    )]
    [InlineData(
        "fase A selama 1 jam: di awal -> umumkan \"x\"\nfase B: di awal -> umumkan \"x\"",
        "fase A selama 1 jam«T+00:00»: |fase B«T+01:00»: "
    )]
    [InlineData(
        "phase A for 5 min:\n  at start -> announce \"x\"\n  until crowd calms\nphase B: at start -> announce \"x\"",
        "phase A for 5 min«T+00:00»:"
    )]
    [InlineData(
        "phase A for 5 min: crowd calms -> next phase\nphase B: at start -> announce \"x\"",
        "phase A for 5 min«T+00:00»: "
    )]
    [InlineData(
        "phase A for 5..6 min: at start -> announce \"x\"\nphase B: at start -> announce \"x\"",
        "phase A for 5..6 min«T+00:00»: "
    )]
    public void When_a_phase_starts_as_far_as_that_is_fixed(string drill, string expected) =>
        Assert.Equal(expected, Shown(drill, InlayHintKinds.PhaseStarts));

    [Theory]
    [InlineData(
        "unit Mobil Air: 1 vehicle, as AWC\nphase A: crowd escalates -> water cannon",
        "water cannon«(Mobil Air)»"
    )]
    [InlineData("phase A: crowd escalates -> water cannon", "")]
    [InlineData("unit Ton: 3 personnel\nplace KPU\nphase A: crowd escalates -> deploy Ton", "deploy Ton«to KPU»")]
    [InlineData(
        "satuan Ton: 3 personel\ntempat KPU\nfase A: massa bereskalasi -> kerahkan Ton",
        "kerahkan Ton«ke KPU»"
    )]
    [InlineData("unit Ton: 3 personnel\nplace KPU\nphase A: crowd escalates -> deploy Ton to KPU", "")]
    public void Who_and_where_to(string drill, string expected) =>
        Assert.Equal(expected, Shown(drill, InlayHintKinds.Implied));

    [Theory]
    [InlineData("phase A: if anarchic -> warn", "anarchic«(red)»")]
    [InlineData("fase A: jika massa memanas -> himbau", "memanas«(kuning)»")]
    [InlineData("phase A: if red -> warn", "")]
    public void The_situation_beside_a_mood(string drill, string expected) =>
        Assert.Equal(expected, Shown(drill, InlayHintKinds.Situations));

    [Fact]
    public void Each_sort_can_be_switched_off() =>
        Assert.Equal("", Shown("phase A: if anarchic -> warn", InlayHintKinds.Implied));

    [Fact]
    public void Only_the_part_that_is_seen_is_asked_for()
    {
        var compilation = new Workspace("phase A: if anarchic -> warn\nphase B: if tense -> warn\n").Compilation;

        var hint = Assert.Single(
            InlayHints.In(compilation, TextSpan.FromBounds(29, 57), InlayHintKinds.All, Dialect.English)
        );

        Assert.Equal("(yellow)", hint.Text);
    }

    // Each hint with the text that it stands behind: its line up to it for phases, else the two words before.
    private static string Shown(string drill, InlayHintKinds kinds)
    {
        var compilation = new Workspace(drill + "\n").Compilation;
        var text = compilation.Main.Text;
        var hints = InlayHints.In(compilation, new TextSpan(0, text.Length), kinds, compilation.Dialect);
        return string.Join(
            "|",
            hints.Select(hint =>
            {
                var line = text.LineStarts[text.PositionOf(hint.Position).Line];
                var before = text.Content[line..hint.Position];
                if (kinds == InlayHintKinds.PhaseStarts)
                {
                    var rest = text.Content[hint.Position..];
                    return before + "«" + hint.Text + "»" + rest[..(rest[1] == ' ' ? 2 : 1)];
                }

                var words = before.Split(' ');
                var count = kinds == InlayHintKinds.Situations ? 1 : 2;
                return string.Join(' ', words[^count..]) + "«" + hint.Text + "»";
            })
        );
    }
}
