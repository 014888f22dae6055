using SispamLang.Dialects;
using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>A summary tells a planner what matters of something declared, in the planner's language.</summary>
public sealed class SymbolSummaryTests
{
    private const string Drill = """
        drill "Sispamkota":
          starts 09:00 WIB
          follows perkap-2-2019
        place KPU "Kantor KPU": risk high
        unit Dalmas Lanjut: 38 personnel of Sat Samapta, ready in 3 min, with 30 shields, rope
        unit AWC "water cannon vehicle": 1 vehicle, 4 personnel, on standby
        unit Pemeran Massa: 60 players of Polres
        formation Depan: Dalmas Lanjut, AWC
        role Danki commands Depan
        param Sabar = 90 min from 1 h to 2 h
        crowd Massa: 150 people, restless, at KPU, from Rekap, played by Pemeran Massa, grows to 400 over 20 min
        counter injured: 0..50 from 2
        event bomb threat: 10% every 15 min, at 10:15, life-threatening
        event power cut
        event phone call
        phase Kampanye for 10 min: at start -> announce "x"
        phase Rekap "Rekapitulasi suara" for Sabar: until crowd disperses
          risk KPU low
          crowd escalates -> deploy Dalmas Lanjut to KPU, power cut, add 1 to injured
          Dalmas Lanjut arrives if anarchic -> water cannon, go to Kampanye
        """;

    [Theory]
    [InlineData(
        "Dalmas Lanjut",
        """
            unit **Dalmas Lanjut**

            - 38 personnel of Sat Samapta
            - There 3 min after the order
            - Brings 30 shields, rope
            - Commanded by Danki
            - Part of Depan
            - Named in Rekap
            """
    )]
    [InlineData(
        "AWC",
        """
            unit **AWC**: water cannon vehicle

            - 4 personnel, 1 vehicle
            - There as soon as it is ordered
            - On standby: held ready, not played
            - Commanded by Danki
            - Part of Depan
            """
    )]
    [InlineData(
        "Depan",
        """
            formation **Depan**

            - Consists of Dalmas Lanjut and AWC
            - Together 42 personnel, 1 vehicle
            """
    )]
    [InlineData("Danki", "role **Danki**\n\n- Commands Dalmas Lanjut and AWC")]
    [InlineData(
        "KPU",
        """
            place **KPU**: Kantor KPU

            - Risk: high
            - Risk in Rekap: low
            - Massa gathers here
            - Named in Rekap
            """
    )]
    [InlineData(
        "Massa",
        """
            crowd **Massa**

            - 150 people, restless
            - Gathers calm
            - At KPU
            - From Rekap
            - Grows to 400 over 20 min
            - Played by Pemeran Massa
            """
    )]
    [InlineData(
        "injured",
        "counter **injured**\n\n- From 0 to 50, starts at 2\n- Changed by “Rekap: crowd escalates”\n- Named in Rekap"
    )]
    [InlineData("Sabar", "param **Sabar**\n\n- 1 h 30 min, from 1 h to 2 h\n- Named in Rekap")]
    [InlineData(
        "bomb threat",
        """
            event **bomb threat**

            - Every 15 min it happens by a chance of 10%
            - Happens at 10:15
            - Threatens lives until the phase ends
            """
    )]
    [InlineData("power cut", "event **power cut**\n\n- Raised by “Rekap: crowd escalates”\n- Named in Rekap")]
    [InlineData("phone call", "event **phone call**\n\n- No rule raises it: only the controller or a test")]
    [InlineData(
        "Rekap",
        """
            phase **Rekap**: Rekapitulasi suara

            - Lasts Sabar (1 h 30 min)
            - Ends at: crowd disperses
            - Comes after Kampanye
            - Risk in KPU: low
            - Rules: 2
            """
    )]
    [InlineData(
        "Kampanye",
        """
            phase **Kampanye**

            - Lasts 10 min
            - The first phase
            - Gone to by “Rekap: Dalmas Lanjut arrives if anarchic”
            - Rules: 1
            """
    )]
    [InlineData(
        "water cannon",
        """
            tactic **water cannon**

            - Force 5 of 6: blunt or chemical
            - Class: less-lethal
            - Lasts 1..3 min
            - At its end: crowd disperses 60%, crowd calms 30%, no effect 10%
            - Done by AWC; in this drill AWC
            - Doctrine: perkap-2-2019/three-appeals (art. 11(1)) and perkap-2-2019/measures-in-order (art. 11(1))
            - Comes with the language
            - Named in Rekap
            """
    )]
    [InlineData(
        "restless",
        """
            temper **restless**

            - Every 4..8 min: crowd escalates 60%, crowd calms 10%, no effect 30%
            - Every 2..5 min while anarchic: crowd throws 100%
            - Goes home after 20..40 min of being calm
            - Also: gelisah
            - Comes with the language
            """
    )]
    public void English(string name, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), SummaryOf(name, Dialect.English));

    [Theory]
    [InlineData(
        "Dalmas Lanjut",
        """
            satuan **Dalmas Lanjut**

            - 38 personel dari Sat Samapta
            - Tiba 3 menit setelah perintah
            - Membawa 30 shields, rope
            - Dipimpin oleh Danki
            - Bagian dari Depan
            - Disebut dalam Rekap
            """
    )]
    [InlineData(
        "restless",
        """
            watak **gelisah**

            - Setiap 4..8 menit: massa bereskalasi 60%, massa mereda 10%, tanpa pengaruh 30%
            - Setiap 2..5 menit selagi anarkis: massa melempar 100%
            - Pulang setelah 20..40 menit dalam keadaan tertib
            - Nama lain: restless
            - Bawaan bahasa ini
            """
    )]
    public void Indonesian(string name, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), SummaryOf(name, Dialect.Indonesian));

    [Fact]
    public void Signs_of_Markdown_in_a_name_show_as_they_are()
    {
        var drill = new Workspace("unit \"A*B_C\": 3 personnel\n").Compilation.Drill;

        Assert.StartsWith(
            "unit **A\\*B\\_C**",
            SymbolSummary.Of(drill.Units[^1], drill, Dialect.English),
            StringComparison.Ordinal
        );
    }

    private static string SummaryOf(string name, Dialect language)
    {
        var drill = new Workspace(Drill).Compilation.Drill;
        var symbol = drill.Sources.Reverse().SelectMany(source => source.Names.All).First(s => s.Name == name);
        return SymbolSummary.Of(symbol, drill, language);
    }
}
