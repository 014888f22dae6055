using System.Text;
using SispamLang.Services;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>The outline of a file, and what is found by name in many.</summary>
public sealed class DocumentSymbolsTests
{
    [Fact]
    public void Each_declaration_is_listed_with_what_it_says_first_and_its_rules()
    {
        const string Drill = """
            # A note.
            drill "Sispamkota":
              starts 09:00 WIB
            use "lib.sispam"
            place KPU "Kantor KPU": risk high
            unit Dalmas Lanjut: 38 personnel of Sat Samapta,
              ready in 3 min
            tactic "a/b": force 3
            phase Rekap "Rekapitulasi" for 10 min:
              crowd escalates if anarchic ->
                deploy Dalmas Lanjut
                warn
              at end -> withdraw Dalmas Lanjut
            throughout:
              crowd throws -> warn
            never water cannon while calm
            test "it works":
              expect warn
            """;

        Assert.Equal(
            """
            Drill Sispamkota | 
            Use lib.sispam | 
            Place KPU | Kantor KPU
            Unit Dalmas Lanjut | 38 personnel of Sat Samapta,
            Tactic a/b | force 3
            Phase Rekap | Rekapitulasi
              Rule crowd escalates if anarchic | deploy Dalmas Lanjut
              Rule at end | withdraw Dalmas Lanjut
            Throughout throughout | 
              Rule crowd throws | warn
            Property never water cannon while calm | 
            Test it works | 

            """.ReplaceLineEndings("\n"),
            Outline(Drill)
        );
    }

    [Fact]
    public void A_doctrine_lists_its_rules_with_their_articles() =>
        Assert.Equal(
            "Doctrine ours | Our rules\n  DoctrineRule first | art. 1\nWaiver kecualikan ours/first \"alasan\" | \n",
            Outline(
                "doktrin ours \"Our rules\":\n  edisi 2020\n  first \"art. 1\": jangan water cannon\nkecualikan ours/first \"alasan\""
            )
        );

    [Theory]
    [InlineData("unit", "Unit unit | \n")]
    [InlineData("phase Rekap: crowd", "Phase Rekap | crowd\n  Rule crowd | \n")]
    [InlineData("fase Rekap:\n  massa bereskalasi ->", "Phase Rekap | \n  Rule massa bereskalasi | \n")]
    [InlineData("", "")]
    public void A_half_typed_drill_has_an_outline_too(string text, string expected) =>
        Assert.Equal(expected, Outline(text));

    [Theory]
    [InlineData("dal", "Dalmas Lanjut, drill.sispam; Dalmas Awal, lib.sispam; Padang Lapang, lib.sispam")]
    [InlineData("DLJ", "Dalmas Lanjut, drill.sispam")]
    [InlineData("dalmas aw", "Dalmas Awal, lib.sispam")]
    [InlineData("works", "it works, drill.sispam")]
    [InlineData("xyz", "")]
    public void Names_are_found_in_all_files_by_their_letters(string query, string expected)
    {
        var files = new Workspace(
            ("lib.sispam", "unit Dalmas Awal: 3 personnel\nplace Padang Lapang\n"),
            ("drill.sispam", "use \"lib.sispam\"\nunit Dalmas Lanjut: 3 personnel\ntest \"it works\":\n  expect warn\n")
        );

        var found = WorkspaceSymbols.Find(query, files.Compilations);

        Assert.Equal(
            expected.Split("; ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            found.Select(symbol => $"{symbol.Name}, {symbol.Text.Path}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_closest_name_comes_first()
    {
        var files = new Workspace("unit Padang: 1 personnel\nunit Danki Awal: 1 personnel\nunit Dada: 1 personnel\n");

        Assert.Equal(
            ["Dada", "Danki Awal", "Padang"],
            WorkspaceSymbols.Find("da", files.Compilations).Select(symbol => symbol.Name)
        );
    }

    private static string Outline(string text)
    {
        var lines = new StringBuilder();
        foreach (var item in DocumentSymbols.In(SyntaxTree.Parse(new SourceText("a.sispam", text))))
        {
            lines.Append(item.Kind).Append(' ').Append(item.Name).Append(" | ").Append(item.Detail).Append('\n');
            foreach (var part in item.Children)
            {
                lines
                    .Append("  ")
                    .Append(part.Kind)
                    .Append(' ')
                    .Append(part.Name)
                    .Append(" | ")
                    .Append(part.Detail)
                    .Append('\n');
            }
        }

        return lines.ToString();
    }
}
