using System.Xml.Linq;
using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

public class CardsTests
{
    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Every_unit_and_role_has_a_card(string name)
    {
        var paper = Drills.Example(name, Dialect.English);

        var cards = XDocument.Parse(Drills.TextOf("cards", paper)).Descendants("section").ToList();

        Assert.Equal(paper.Drill.Units.Length + paper.Drill.Roles.Length, cards.Count);
        var heads = cards.Select(card => card.Element("h2")!.Value).ToList();
        Assert.All(
            paper.Drill.Units,
            unit => Assert.Contains(heads, head => head.StartsWith(unit.Name, StringComparison.Ordinal))
        );
        Assert.All(
            paper.Drill.Roles,
            role => Assert.Contains(heads, head => head.StartsWith(role.Name, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Players_see_what_they_are_ordered_and_nothing_of_chance_or_of_what_is_to_surprise_them()
    {
        var text = Drills.TextOf("cards", Drills.Paper(Drills.Small, Dialect.English));

        Assert.Contains(
            "Deploy Dalmas Awal to where the crowd is, by order of Kapolres.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("on the controller’s word", text, StringComparison.Ordinal);
        Assert.DoesNotContain("40%", text, StringComparison.Ordinal);
        var kapolres = XDocument
            .Parse(text)
            .Descendants("section")
            .Single(card => card.Element("h2")!.Value == "Kapolres");
        Assert.DoesNotContain("A bus blocks the road", kapolres.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Controllers_see_everything_and_when_it_came_in_the_reference_run()
    {
        var text = Drills.TextOf("cards", Drills.Paper(Drills.Small, Dialect.English, Audience.Controllers));

        Assert.Contains("40%", text, StringComparison.Ordinal);
        Assert.Contains("A bus blocks the road", text, StringComparison.Ordinal);
        Assert.Contains("Road closed", text, StringComparison.Ordinal);
        Assert.Contains("T+00:05", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Observers_get_a_programme_of_what_can_be_seen()
    {
        var root = XDocument
            .Parse(Drills.TextOf("cards", Drills.Paper(Drills.Small, Dialect.English, Audience.Observers)))
            .Root!;

        Assert.Contains("Phase 1: Rally", root.Value, StringComparison.Ordinal);
        Assert.Contains("About T+00:30 (09:30 WIB)", root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("A bus blocks the road", root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("%", root.Element("body")!.Value, StringComparison.Ordinal);
    }
}
