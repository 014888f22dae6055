using System.Xml.Linq;
using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

/// <summary>What holds for every paper that is a page or a drawing.</summary>
public class PagesTests
{
    private static readonly string[] Kinds = ["html", "cards", "evaluation", "svg", "timeline-svg"];

    public static TheoryData<string, string, Dialect> Papers
    {
        get
        {
            var data = new TheoryData<string, string, Dialect>();
            foreach (var kind in Kinds)
            {
                foreach (var name in Examples.Names.Select(row => row.Data))
                {
                    data.Add(kind, name, Dialect.English);
                    data.Add(kind, name, Dialect.Indonesian);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_is_well_formed_marked_and_needs_nothing_from_elsewhere(
        string kind,
        string name,
        Dialect language
    )
    {
        var text = Drills.TextOf(kind, Drills.Example(name, language));

        var root = XDocument.Parse(text).Root!;
        Assert.Contains(language == Dialect.English ? "EXERCISE" : "LATIHAN", root.Value, StringComparison.Ordinal);
        Assert.Contains("sispam 0.0.0", root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "script" or "img" or "link" or "iframe");
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), IsFromElsewhere);
        Assert.DoesNotContain("url(http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("cards")]
    [InlineData("evaluation")]
    [InlineData("timeline-svg")]
    public void Hostile_names_stay_text(string kind)
    {
        var text = Drills.TextOf(kind, Drills.Paper(Drills.HostileDrill, Dialect.English));

        Assert.DoesNotContain(XDocument.Parse(text).Descendants(), e => e.Name.LocalName == "script");
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_plan_leads_to_one_of_its_parts()
    {
        var root = XDocument.Parse(Drills.TextOf("html", Drills.Paper(Drills.Small, Dialect.Indonesian))).Root!;

        var links = root.Descendants("a").Select(a => ((string)a.Attribute("href")!)[1..]).ToList();
        Assert.NotEmpty(links);
        Assert.Equal(links, root.Descendants("section").Select(s => (string?)s.Attribute("id")).OfType<string>());
    }

    // Names of namespaces look like addresses, but nothing is fetched from there.
    private static bool IsFromElsewhere(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration
        && attribute.Name.LocalName is "href" or "src" or "style"
        && !attribute.Value.StartsWith('#');
}
