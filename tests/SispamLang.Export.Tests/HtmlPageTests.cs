using System.Xml.Linq;
using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

public class HtmlPageTests
{
    [Fact]
    public void Whatever_a_name_holds_it_stays_text()
    {
        var marking = new Marking(Drills.Hostile, "0123", [Drills.Hostile], 1, "0.0.0", Dialect.English);

        var page = HtmlPage.Write(
            Drills.Hostile,
            marking,
            Html.Tag("p", new XAttribute("title", Drills.Hostile), Drills.Hostile)
        );

        var root = XDocument.Parse(page).Root!;
        Assert.Equal(Drills.Hostile.Replace('\u0001', '\uFFFD'), root.Descendants("p").Single().Value);
        Assert.Empty(root.Descendants("script"));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Single(page.Split("</main>").Skip(1));
        // The style sheets end where they should, to a browser too, which does not know entities in them.
        Assert.Equal(3, page.Split("</style>").Length);
        Assert.All(root.Descendants("style"), style => Assert.DoesNotMatch("[<>&]", style.Value));
    }

    [Fact]
    public void A_page_says_what_every_paper_says()
    {
        var marking = new Marking("Balai Kota", "0123abcd", ["perkap-1-2009 (2009)"], 7, "1.2.3", Dialect.Indonesian);

        var root = XDocument.Parse(HtmlPage.Write("Kartu", marking, Html.Tag("p", "x"))).Root!;

        Assert.Equal("id", (string?)root.Attribute("lang"));
        Assert.Equal("LATIHAN: Kartu, Balai Kota", root.Descendants("title").Single().Value);
        Assert.Equal("LATIHANBalai Kota", root.Descendants("header").Single().Value);
        Assert.Equal(
            "sumber 0123abcd · doktrin: perkap-1-2009 (2009) · benih acak 7 · sispam 1.2.3 · waktu disimulasikan",
            root.Descendants("footer").Single().Value
        );
    }

    [Fact]
    public void An_empty_cell_is_closed_for_browsers_too()
    {
        var marking = new Marking("A", "0", [], null, "0", Dialect.English);

        var page = HtmlPage.Write("B", marking, Html.Table("", ["C"], [Html.Row(Html.Tag("td"))]), Html.Tag("br"));

        Assert.Contains("<td></td>", page, StringComparison.Ordinal);
        Assert.Contains("<br />", page, StringComparison.Ordinal);
    }
}
