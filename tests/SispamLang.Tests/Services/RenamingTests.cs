using SispamLang.Dialects;
using SispamLang.Services;
using SispamLang.Services.CodeActions;

namespace SispamLang.Tests.Services;

/// <summary>A name is changed everywhere, and only if everything still means the same.</summary>
public sealed class RenamingTests
{
    [Theory]
    [InlineData(
        "place ▮KPU\nphase A: crowd escalates -> deploy AWC to kpu",
        "Kantor KPU",
        "place Kantor KPU\nphase A: crowd escalates -> deploy AWC to Kantor KPU"
    )]
    [InlineData(
        "place KPU\nphase A: crowd escalates -> deploy AWC to ▮KPU",
        "Kantor di Kota", // A name ends at a structural word of either dialect.
        "place \"Kantor di Kota\"\nphase A: crowd escalates -> deploy AWC to \"Kantor di Kota\""
    )]
    [InlineData(
        "unit ▮Ton: 3 personnel\r\nphase A: Ton arrives -> withdraw Ton\r\n",
        "Peleton  1",
        "unit Peleton 1: 3 personnel\r\nphase A: Peleton 1 arrives -> withdraw Peleton 1\r\n"
    )]
    [InlineData(
        "place \"a-b/c\"\nphase A: crowd escalates -> deploy AWC to \"a-b▮/c\"",
        "\"Alun\"",
        "place Alun\nphase A: crowd escalates -> deploy AWC to Alun"
    )]
    [InlineData(
        "event bo▮mb\nphase A: bomb -> warn",
        "5 \"bombs\"",
        "event \"5 \\\"bombs\\\"\"\nphase A: \"5 \\\"bombs\\\"\" -> warn"
    )]
    [InlineData(
        "tactic spray, in id semprot: force 3\nphase A: crowd escalates -> spray, sem▮prot",
        "siram",
        "tactic spray, in id siram: force 3\nphase A: crowd escalates -> spray, siram"
    )]
    [InlineData(
        "crowd Kelompok▮: 50 people\nfase A: Kelompok bereskalasi -> himbau Kelompok",
        "Massa Awal",
        "crowd Massa Awal: 50 people\nfase A: Massa Awal bereskalasi -> himbau Massa Awal"
    )]
    [InlineData("unit Dalmas ▮A: 3 personnel", "Dalmas B", "unit Dalmas B: 3 personnel")]
    public void A_name_is_changed_and_quoted_where_it_must_be(string marked, string newName, string expected)
    {
        var files = new Workspace(marked);

        var result = Renaming.Rename(files.Path, files.Position, newName, files.Compilations, Dialect.English);

        Assert.Null(result.Refusal);
        var file = Assert.Single(result.Files);
        Assert.Equal(expected, Edits.Apply(file.Text.Content, file.Edits));
    }

    [Fact]
    public void A_name_is_changed_in_all_files()
    {
        var files = new Workspace(
            ("lib.sispam", "unit Ton: 3 personnel\n"),
            ("one.sispam", "use \"lib.sispam\"\nphase A: Ton arrives -> withdraw ▮Ton\n"),
            ("two.sispam", "use \"lib.sispam\"\nphase A: Ton arrives -> warn\n"),
            ("apart.sispam", "unit Ton: 9 personnel\n")
        );

        var result = Renaming.Rename(files.Path, files.Position, "Regu", files.Compilations, Dialect.English);

        Assert.Null(result.Refusal);
        Assert.Equal(
            [
                "lib.sispam: unit Regu: 3 personnel\n",
                "one.sispam: use \"lib.sispam\"\nphase A: Regu arrives -> withdraw Regu\n",
                "two.sispam: use \"lib.sispam\"\nphase A: Regu arrives -> warn\n",
            ],
            result
                .Files.Select(file => file.Text.Path + ": " + Edits.Apply(file.Text.Content, file.Edits))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("place K▮PU", "", "A name can't be empty.")]
    [InlineData("place K▮PU", "  ", "A name can't be empty.")]
    [InlineData("place K▮PU", "a\nb", "A name stands on one line.")]
    [InlineData(
        "place K▮PU\nunit Ton: 3 personnel",
        "ton",
        "“Ton” is the name of something else already, in drill.sispam."
    )]
    [InlineData(
        "phase A: crowd escalates -> wa▮rn",
        "shout",
        "“warn” comes with the language; its name can't be changed. Declare one of your own instead."
    )]
    [InlineData(
        "fase A: massa bereskalasi -> him▮bau",
        "seru",
        "“himbau” bawaan bahasa ini; namanya tidak dapat diganti. Deklarasikan milik Anda sendiri."
    )]
    [InlineData("phase A: crowd esca▮lates -> warn", "x", "Nothing here has a name that can be changed.")]
    [InlineData(
        "drill \"X\":\n  follows perkap-2-2▮019",
        "x",
        "Doctrines and their rules keep the names that planners cite them by."
    )]
    [InlineData(
        "unit Dalmas ▮A: 3 personnel",
        "Ton A",
        "With that name the unit would no longer be of the kind Dalmas. Write “as Dalmas” in its declaration first."
    )]
    [InlineData(
        "satuan Dalmas ▮A: 3 personel",
        "Ton A",
        "Dengan nama itu satuan ini tidak lagi berjenis Dalmas. Tulis dahulu “sebagai Dalmas” dalam deklarasinya."
    )]
    [InlineData(
        "event bo▮mb\nphase A:\n  bomb -> warn\n  crowd escalates -> warn",
        "warn", // Every warning would raise it.
        "With the name “warn”, drill.sispam line 3 would be read differently."
    )]
    public void A_name_that_can_not_be_is_refused_with_the_reason(string marked, string newName, string expected)
    {
        var files = new Workspace(marked + "\n");

        var result = Renaming.Rename(
            files.Path,
            files.Position,
            newName,
            files.Compilations,
            files.Compilation.Dialect
        );

        Assert.Equal(expected, result.Refusal);
        Assert.Empty(result.Files);
    }

    [Fact]
    public void A_name_that_a_user_of_the_library_has_taken_is_refused()
    {
        var files = new Workspace(
            ("lib.sispam", "unit T▮on: 3 personnel\n"),
            ("one.sispam", "use \"lib.sispam\"\nplace Regu\n")
        );

        var result = Renaming.Rename(files.Path, files.Position, "Regu", files.Compilations, Dialect.English);

        Assert.Equal("“Regu” is the name of something else already, in one.sispam.", result.Refusal);
    }

    [Fact]
    public void Before_it_is_typed_over_the_name_is_shown_without_its_quotes()
    {
        var files = new Workspace("place \"a/▮b\"\n");

        var target = Renaming.Prepare(files.Path, files.Position, files.Compilations, Dialect.English);

        Assert.Null(target.Refusal);
        Assert.Equal("a/b", target.Name);
        Assert.Equal("\"a/b\"", files.Source.Tree.Text.ToString(target.Span));
    }
}
