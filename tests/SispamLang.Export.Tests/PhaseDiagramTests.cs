using System.Xml.Linq;
using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

public class PhaseDiagramTests
{
    [Fact]
    public void Mermaid_gets_the_phases_and_the_ways_between_them()
    {
        var text = Drills.TextOf("mermaid", Drills.Paper(Drills.Small, Dialect.Indonesian));

        Assert.Equal(
            """
            flowchart TD
              phase0["Rally: The rally"]
              phase1["Closing"]
              phase2["Akhir latihan"]
              phase0 -->|"setelah 30 menit"| phase1
              phase1 -->|"setelah 5 menit"| phase2

            """,
            text[text.IndexOf("flowchart", StringComparison.Ordinal)..]
        );
        Assert.StartsWith("%% LATIHAN · Rally at the town hall\n%% sumber ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphviz_gets_the_same()
    {
        var text = Drills.TextOf("dot", Drills.Paper(Drills.Small, Dialect.English));

        Assert.Contains("phase0 [label=\"Rally: The rally\"]", text, StringComparison.Ordinal);
        Assert.Contains("phase0 -> phase1 [label=\"after 30 minutes\"]", text, StringComparison.Ordinal);
        Assert.Contains("EXERCISE · Rally at the town hall", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void The_drawing_of_an_example_is_well_formed_and_needs_nothing_else(string name)
    {
        var svg = XDocument.Parse(Drills.TextOf("svg", Drills.Example(name, Dialect.Indonesian)));

        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName is "href" or "src");
    }

    [Theory]
    [InlineData("mermaid")]
    [InlineData("dot")]
    [InlineData("svg")]
    public void Hostile_names_stay_within_their_labels(string kind)
    {
        var text = Drills.TextOf(kind, Drills.Paper(Drills.HostileDrill, Dialect.English));

        if (kind == "mermaid")
        {
            Assert.All(
                text.Split('\n').Where(line => line.Contains('[', StringComparison.Ordinal) && line[0] != '%'),
                line => Assert.Equal(2, line.Count(c => c == '"'))
            );
        }
        else if (kind == "svg")
        {
            Assert.DoesNotContain(XDocument.Parse(text).Descendants(), e => e.Name.LocalName == "script");
        }
    }
}
