using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Dialects;
using SispamLang.Ledger;
using SispamLang.Programs;

namespace SispamLang.Cli.Reporting;

/// <summary>Writes the ledger of a drill for people.</summary>
internal sealed class LedgerText(DrillFacts facts, StrengthLedger ledger, Dialect language)
{
    /// <summary>Writes it.</summary>
    public void Write(Ink ink)
    {
        ink.Write(Message.Exercise.In(language), Tone.Strong);
        ink.Line("  " + Visible.Line(facts.Title));
        ink.Line(new Notice(Message.Source, facts.SourceHash).In(language) + "  sispam " + ToolVersion.Text, Tone.Dim);
        ink.End();
        ink.Line(Announced(), ledger.Announced is { Surplus: not 0 } ? Tone.Warning : Tone.Strong);
        WriteUnits(ink);
        WriteSums(ink, Message.Kind, ledger.ByKind);
        WriteSums(ink, Message.Agency, ledger.ByAgency);
        WriteKit(ink);
        WriteApart(ink, Message.StandbyUnits, ledger.Standby);
        WriteApart(ink, Message.AssumedUnits, ledger.Assumed);
        ink.End();
    }

    private string Announced()
    {
        if (facts.Personnel is not { } announced)
        {
            return Message.NothingAnnounced.In(language);
        }

        var exactness = announced.Exactness switch
        {
            Exactness.About => Words.Canonical(Concept.About, language) + " ",
            Exactness.Over => Words.Canonical(Concept.MoreThan, language) + " ",
            _ => "",
        };
        var figure = exactness + Number(announced.Figure);
        if (ledger.Announced is not { } sum)
        {
            return new Notice(Message.NothingToCompare, figure).In(language);
        }

        var counted = (sum.WithPlayers ? Message.PersonnelAndPlayers : Message.PersonnelAlone).In(language);
        return sum.Surplus == 0
            ? new Notice(Message.SumFits, figure, counted, Number(sum.Sum)).In(language)
            : new Notice(
                sum.Surplus < 0 ? Message.SumTooSmall : Message.SumTooLarge,
                figure,
                counted,
                Number(sum.Sum),
                Number(Math.Abs(sum.Surplus))
            ).In(language);
    }

    private void WriteUnits(Ink ink)
    {
        if (ledger.Units.IsEmpty)
        {
            return;
        }

        var table = UnitTable();
        Add(table, ledger.Units);
        table.Add(Tone.Strong, [Message.Together.In(language), "", "", .. Figures(ledger.Total)]);
        ink.End();
        table.Write(ink);
    }

    private void WriteSums(Ink ink, Message by, ImmutableArray<LedgerSum> sums)
    {
        if (sums.IsEmpty)
        {
            return;
        }

        var table = new TextTable(1, [by.In(language), Message.Units.In(language), .. Headings()]);
        foreach (var sum in sums)
        {
            table.Add(Tone.Plain, [OrNone(sum.Name), Number(sum.Units), .. Figures(sum.Strength)]);
        }

        ink.End();
        table.Write(ink);
    }

    private void WriteKit(Ink ink)
    {
        if (ledger.Kit.IsEmpty)
        {
            return;
        }

        var table = new TextTable(
            1,
            Message.Kit.In(language),
            Message.Pieces.In(language),
            Message.PeopleOfUnits.In(language)
        );
        foreach (var kit in ledger.Kit)
        {
            table.Add(Tone.Plain, kit.Name, Number(kit.Count), Number(kit.People));
        }

        ink.End();
        table.Write(ink);
    }

    private void WriteApart(Ink ink, Message why, ImmutableArray<LedgerUnit> units)
    {
        if (units.IsEmpty)
        {
            return;
        }

        var table = UnitTable();
        Add(table, units);
        ink.End();
        ink.Line(why.In(language), Tone.Strong);
        table.Write(ink);
    }

    private TextTable UnitTable() =>
        new(3, [Message.Unit.In(language), Message.Kind.In(language), Message.Agency.In(language), .. Headings()]);

    private void Add(TextTable table, ImmutableArray<LedgerUnit> units)
    {
        foreach (var unit in units)
        {
            table.Add(Tone.Plain, [unit.Name, OrNone(unit.Kind), OrNone(unit.Agency), .. Figures(unit.Strength)]);
        }
    }

    private string[] Headings() =>
        [Message.Personnel.In(language), Message.Vehicles.In(language), Message.Players.In(language)];

    private static string[] Figures(Strength strength) =>
        [OrBlank(strength.Personnel), OrBlank(strength.Vehicles), OrBlank(strength.Players)];

    private static string OrNone(string name) => name.Length == 0 ? "–" : name;

    private static string OrBlank(long number) => number == 0 ? "" : Number(number);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
