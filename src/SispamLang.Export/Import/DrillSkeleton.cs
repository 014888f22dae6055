using System.Globalization;
using System.Text;
using SispamLang.Dialects;
using SispamLang.Formatting;
using SispamLang.Services;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Export;

/// <summary>
/// A drill that does what an events list says: its phases with their lengths, and in them each row as a message or an
/// announcement at its time. What a drill has no place for stands in comments.
/// </summary>
internal sealed class DrillSkeleton
{
    private const long DefaultLengthMs = 4 * 3_600_000;
    private const long LongestMs = 7 * 24 * MsInHour;
    private const long MsInHour = 3_600_000;

    private readonly ImportedList _list;
    private readonly PaperTexts _texts;
    private readonly Dialect _language;
    private readonly StringBuilder _text = new();
    private readonly SkeletonNames _names;

    private DrillSkeleton(ImportedList list, Dialect language)
    {
        _list = list;
        _language = language;
        _texts = PaperTexts.In(language);
        _names = new SkeletonNames(list);
    }

    /// <summary>The drill's text, laid out.</summary>
    public static string Of(ImportedList list, string file, Dialect language, CancellationToken cancellationToken)
    {
        var skeleton = new DrillSkeleton(list, language);
        skeleton.Write(file);
        var tree = SyntaxTree.Parse(new SourceText(file, skeleton._text.ToString()), cancellationToken);
        return Formatter.Format(tree, cancellationToken);
    }

    private void Write(string file)
    {
        // Names alone might not tell the dialect.
        Line(0, "# language: " + _language.ShortName());
        Comment(0, _texts.Say("import.made-from", file));
        Comment(0, _texts["import.skeleton"]);
        foreach (var above in _list.Above)
        {
            Comment(0, _texts.Say("import.above", above));
        }

        WriteFacts();
        WriteNames(Concept.Place, _names.Places);
        WriteNames(Concept.Role, _names.Roles);
        WriteCrowd();
        foreach (var phase in SkeletonPhase.Of(_list, _texts["import.phase"]))
        {
            WritePhase(phase);
        }
    }

    private void WriteFacts()
    {
        Line(0, $"{Word(Concept.Drill)} {Quoted(_list.Title)}:");
        if (_list.Date is { } date)
        {
            Line(1, Word(Concept.Date) + " " + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (_list.StartsAtMs is { } start)
        {
            Line(1, $"{Word(Concept.Starts)} {ValueText.Clock(start)} {_list.Zone}");
        }

        // Up to 4 hours go without saying; the last row should not come just when the time is up.
        var last = _list.Rows.Max(row => row.TimeMs) ?? 0;
        if (last >= DefaultLengthMs)
        {
            Line(1, $"{Word(Concept.EndsAfter)} {Duration(((last / MsInHour) + 1) * MsInHour)}");
        }

        if (_list.Date is null && _list.StartsAtMs is null && last < DefaultLengthMs)
        {
            Comment(1, _texts["import.no-facts"]);
            Line(1, Word(Concept.DrillObjective) + " " + Quoted(_texts["import.objective"]));
        }

        Line(0, "");
    }

    private void WriteNames(Concept sort, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Line(0, Word(sort) + " " + Name(name));
        }

        Line(0, "");
    }

    // Without it the drill would have the usual crowd, which gathers and acts by itself.
    private void WriteCrowd()
    {
        var temper = Name(_texts["import.temper"]);
        var crowd = Name(_names.Free(_texts["import.crowd"]));
        Comment(0, _texts["import.crowd-note"]);
        Line(0, $"{Word(Concept.Temper)} {temper}: {Word(Concept.GathersAfter)} {Duration(LongestMs)}");
        Line(0, $"{Word(Concept.Crowd)} {crowd}: 1 {Word(Concept.People)}, {temper}");
        Line(0, "");
    }

    private void WritePhase(SkeletonPhase phase)
    {
        var length = phase.LengthMs > 0 ? $" {Word(Concept.For)} {Duration(phase.LengthMs)}" : "";
        Line(0, $"{Word(Concept.Phase)} {Name(_names.OfPhase(phase.Name))}{length}:");
        var hasRule = false;
        foreach (var group in phase.Rows.GroupBy(row => row.TimeMs ?? -1))
        {
            var actions = group
                .Where(row => row.TimeMs is not null)
                .Select(row => (row, Action: ActionOf(row)))
                .ToList();
            var done = actions.Where(pair => pair.Action is not null).ToList();
            if (done.Count > 0)
            {
                var after = group.Key - phase.FromMs;
                Line(1, after <= 0 ? Word(Concept.AtStart) + " ->" : $"{Word(Concept.After)} {Duration(after)} ->");
                hasRule = true;
            }

            foreach (var row in group)
            {
                WriteRow(row, ActionOf(row));
            }
        }

        if (!hasRule)
        {
            // A phase in which nothing happens is none.
            Line(1, $"{Word(Concept.AtStart)} -> {Word(Concept.Announce)} {Quoted(phase.Name)}");
        }

        Line(0, "");
    }

    private void WriteRow(ImportedRow row, string? action)
    {
        var depth = row.TimeMs is null ? 1 : 2;
        if (row.TimeMs is null)
        {
            Comment(depth, _texts.Say("import.row-no-time", row.Place, row.TimeText));
        }

        if (action is null)
        {
            Comment(depth, _texts.Say("import.row-no-action", row.Place, All(row)));
            return;
        }

        foreach (var rest in Rest(row))
        {
            Comment(depth, _texts.Say("import.row-rest", row.Place, rest));
        }

        if (row.TimeMs is null)
        {
            Comment(depth, action);
        }
        else
        {
            Line(depth, action);
        }
    }

    // What the list says of its phases the phases say themselves.
    private string? ActionOf(ImportedRow row)
    {
        var text = row[MselColumn.Inject];
        if (text.Length == 0 || SkeletonPhase.IsControl(row))
        {
            return null;
        }

        if (_names.IsAnnouncement(row))
        {
            var by = _names.RoleOf(row[MselColumn.From]);
            return $"{Word(Concept.Announce)} {Quoted(text)}" + (by is null ? "" : $" {Word(Concept.By)} {Name(by)}");
        }

        var action = new StringBuilder($"{Word(Concept.Inject)} {Quoted(text)}");
        Add(Concept.From, row[MselColumn.From], Quoted);
        Add(Concept.To, row[MselColumn.To], Quoted);
        Add(Concept.Via, row[MselColumn.Method], Quoted);
        Add(Concept.At, _names.PlaceOf(row[MselColumn.Place]) ?? "", Name);
        Add(Concept.Expecting, row[MselColumn.Expected], Quoted);
        if (row[MselColumn.Expected].Length > 0)
        {
            Add(Concept.By, _names.RoleOf(row[MselColumn.Responsible]) ?? "", Name);
        }

        if (_names.RoleOf(row[MselColumn.Evaluator]) is { } evaluator)
        {
            action.Append(CultureInfo.InvariantCulture, $", {Word(Concept.Evaluator)} {Name(evaluator)}");
        }

        if (row[MselColumn.Objective].Length > 0)
        {
            action.Append(
                CultureInfo.InvariantCulture,
                $", {Word(Concept.Objective)} {Quoted(row[MselColumn.Objective])}"
            );
        }

        return action.ToString();

        void Add(Concept clause, string value, Func<string, string> write)
        {
            if (value.Length > 0)
            {
                action.Append(CultureInfo.InvariantCulture, $" {Word(clause)} {write(value)}");
            }
        }
    }

    // Nothing of a row is lost: what the action does not say is said beside it.
    private IEnumerable<string> Rest(ImportedRow row)
    {
        var unsaid = new List<MselColumn> { MselColumn.Rule };
        if (!_names.IsPlanned(row[MselColumn.Status]))
        {
            unsaid.Add(MselColumn.Status);
        }

        if (row[MselColumn.Responsible].Length > 0 && row[MselColumn.Expected].Length == 0)
        {
            unsaid.Add(MselColumn.Responsible);
        }

        if (_names.IsAnnouncement(row))
        {
            unsaid.AddRange([
                MselColumn.Place,
                MselColumn.Expected,
                MselColumn.Responsible,
                MselColumn.Evaluator,
                MselColumn.Objective,
            ]);
        }

        return unsaid
            .Distinct()
            .Where(column => row[column].Length > 0)
            .Select(column => _texts.Heading(column) + ": " + row[column])
            .Concat(
                row.Others.Select(other => other.Heading.Length > 0 ? other.Heading + ": " + other.Text : other.Text)
            );
    }

    private string All(ImportedRow row) =>
        string.Join(
            "; ",
            MselColumns
                .Texts.Where(column => row[column].Length > 0)
                .Select(column => _texts.Heading(column) + ": " + row[column])
                .Concat(row.Others.Select(other => other.Heading + ": " + other.Text))
        );

    private string Word(Concept concept) => Words.Canonical(concept, _language);

    private string Duration(long ms) => ValueText.Duration(ms, _language);

    private static string Quoted(string text) => NameText.Quoted(SkeletonNames.OnOneLine(text));

    private static string Name(string name) => NameText.Spellings(name).First();

    private void Comment(int depth, string text) => Line(depth, "# " + SkeletonNames.OnOneLine(text));

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}
