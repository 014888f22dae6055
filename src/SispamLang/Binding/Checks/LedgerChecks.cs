using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Ledger;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>Figures that don't add up: the announced strength, and kit that there is nobody to carry.</summary>
internal sealed class LedgerChecks(BoundDrill drill, Findings findings)
{
    private const int MostParts = 24;

    public void Check()
    {
        CheckAnnounced();
        foreach (var unit in drill.Units.Where(unit => unit.Source.Kind != SourceUnitKind.Prelude))
        {
            CheckKit(unit);
        }
    }

    private void CheckAnnounced()
    {
        var ledger = StrengthLedger.Of(drill);
        if (
            ledger.Announced is not { Surplus: not 0 } sum
            || findings
                .Main.Tree.Root.Declarations.First(declaration => declaration.Kind == Concept.Drill)
                .Clauses.FirstOrDefault(clause => clause.Kind == Concept.Personnel)
                is not { } announced
        )
        {
            return;
        }

        findings.Report(
            DiagnosticCode.StrengthDiffers,
            findings.Main,
            announced.Span,
            Findings.OneLine(announced),
            sum.WithPlayers ? Term.PersonnelAndPlayers : Term.Personnel,
            Text(sum.Sum),
            Text(Math.Abs(sum.Surplus)),
            sum.Surplus < 0 ? Term.TooFew : Term.TooMany,
            Parts(sum, ledger.Units)
        );
    }

    // 38 Dalmas Awal + 6 Negosiator; what is left of a long list as one number.
    private static string Parts(AnnouncedSum sum, ImmutableArray<LedgerUnit> units)
    {
        var counted = units.Where(unit => sum.Of(unit.Strength) > 0).ToList();
        var parts = counted.Take(MostParts).Select(unit => Text(sum.Of(unit.Strength)) + " " + unit.Name);
        var rest = counted.Skip(MostParts).Sum(unit => sum.Of(unit.Strength));
        return string.Join(" + ", rest > 0 ? parts.Append(Text(rest) + " …") : parts);
    }

    private void CheckKit(UnitSymbol unit)
    {
        var people = StrengthLedger.StrengthOf(unit).People;
        if (people == 0)
        {
            return; // A unit of vehicles alone; who drives and who wears what they carry is in another unit.
        }

        var span = unit.Declaration.Clauses.FirstOrDefault(clause => clause.Kind == Concept.With)?.Span ?? unit.Span;
        foreach (var sort in unit.Kit.GroupBy(kit => PersonalKit.SortOf(NameTable.Key(kit.Name))))
        {
            var count = sort.Sum(kit => (long)kit.Count);
            if (sort.Key is not null && count > people)
            {
                Report(unit, span, count, string.Join(" + ", sort.Select(kit => kit.Name).Distinct()), people);
            }
        }

        if (unit.Vehicles > people)
        {
            Report(unit, unit.Span, unit.Vehicles, Term.Vehicles, people);
        }
    }

    private void Report(UnitSymbol unit, TextSpan span, long count, object what, long people) =>
        findings.Report(
            DiagnosticCode.KitWithoutPeople,
            unit.Source,
            span,
            Findings.Quote(unit.Name),
            Text(count),
            what,
            Text(people)
        );

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
