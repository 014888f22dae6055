using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

/// <summary>The master scenario events list.</summary>
public class MselTests
{
    [Fact]
    public void A_row_says_who_orders_what_when_and_where_it_should_lead()
    {
        var rows = MselTable.Of(Drills.Paper(Drills.Small, Dialect.English)).Rows;

        Assert.Equal("Phase Rally starts", rows[0].Inject);
        Assert.Equal(
            new MselRow(2, 0, MselRowKind.Order, "Deploy Dalmas Awal to Town Hall")
            {
                Phase = "Rally",
                Place = "Town Hall",
                From = "Kapolres",
                To = "Dalmas Awal",
                Method = "order",
                Expected = "at Town Hall at T+00:02:00",
                Responsible = "Dalmas Awal",
                Rule = "at start",
                Status = "planned",
            },
            rows[1]
        );
        var inject = rows.Single(row => row.Kind == MselRowKind.Inject);
        Assert.Equal(
            (300_000, "A bus blocks the road", "Padal", "Kapolres", "radio", "Road closed"),
            (inject.TimeMs, inject.Inject, inject.From, inject.To, inject.Method, inject.Expected)
        );
        var crowd = rows.First(row => row.Inject == "Protesters escalates");
        Assert.Equal(
            (MselRowKind.RolePlay, "Actors", "Town Hall", "role play"),
            (crowd.Kind, crowd.From, crowd.Place, crowd.Method)
        );
        Assert.Equal(MselRowKind.Control, rows[^1].Kind);
        Assert.Equal(Enumerable.Range(1, rows.Length), rows.Select(row => row.Number));
    }

    [Fact]
    public void What_a_crowd_does_by_itself_comes_from_no_rule()
    {
        var rows = MselTable.Of(Drills.Example("pasuruan-kota.sispam", Dialect.English)).Rows;

        var gathers = rows.First(row => row.Inject.Contains("gathers", StringComparison.Ordinal));
        Assert.Equal("", gathers.Rule);
        Assert.Contains(rows, row => row.Kind == MselRowKind.Order && row.Rule.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void The_workbook_of_an_example_is_valid(string name)
    {
        using var stream = Workbook(Drills.Example(name, Dialect.Indonesian));
        using var document = SpreadsheetDocument.Open(stream, false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(
            document,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(errors.Select(error => error.Description + " " + error.Path?.XPath));
    }

    [Fact]
    public void A_workbook_has_times_as_times_and_is_set_up_for_printing()
    {
        using var stream = Workbook(Drills.Paper(Drills.Small, Dialect.English));
        using var document = SpreadsheetDocument.Open(stream, false);
        var part = document.WorkbookPart!;
        var sheet = part.WorksheetParts.Single().Worksheet;
        var formats = part.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .Select(format => format.FormatCode!.Value);

        // 09:05 on 12 June 2024, five minutes after the start.
        var row = sheet
            .Descendants<Row>()
            .Single(row => row.InnerText.Contains("A bus blocks", StringComparison.Ordinal));
        var cells = row.Elements<Cell>().ToList();
        Assert.Equal(5 / 1440.0, double.Parse(cells[1].CellValue!.Text), 1e-9);
        Assert.Equal(45455 + (545 / 1440.0), double.Parse(cells[2].CellValue!.Text), 1e-9);
        Assert.Contains("\"T+\"[hh]:mm:ss", formats);
        Assert.Contains("hh:mm:ss \"WIB\"", formats);

        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((4, "A5"), (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.StartsWith("A4:O", sheet.Elements<AutoFilter>().Single().Reference!.Value);
        var setup = sheet.Elements<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape), (setup.PaperSize!.Value, setup.Orientation!.Value));
        Assert.Contains(part.Workbook.DefinedNames!.Elements<DefinedName>(), name => name.Text == "MSEL!$4:$4");
        Assert.Contains("EXERCISE", sheet.Descendants<OddHeader>().Single().Text);
    }

    [Fact]
    public void Every_table_says_that_it_is_an_exercise_and_where_it_comes_from()
    {
        var paper = Drills.Paper(Drills.Small, Dialect.Indonesian);
        using var stream = Workbook(paper);
        using var document = SpreadsheetDocument.Open(stream, false);
        var text = document.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;

        foreach (
            var carried in new[] { "LATIHAN", "Rally at the town hall", paper.Compilation.SourceHash, "1", "0.0.0" }
        )
        {
            Assert.Contains(carried, text);
            Assert.All(Csv(paper).Split("\r\n")[1..^1], line => Assert.Contains(carried, line));
        }
    }

    [Fact]
    public void Comma_separated_values_follow_the_standard()
    {
        var drill = """
            drill "Rally":
              starts 09:00 WITA
            crowd Massa: 10 people, scripted, from Later
            phase Rally for 10 min:
              after 1 min -> inject "Say \"stop\", loudly" from Padal to Kapolres, announce "=1+1"
            phase Later for 1 min: at start -> announce "Go"
            """;

        var paper = Drills.Paper(drill, Dialect.English);
        var bytes = new MemoryStream();
        MselCsv.Write(paper, bytes, TestContext.Current.CancellationToken);
        var lines = Csv(paper).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.ToArray()[..3]);
        Assert.Equal(
            "No.,T+,Clock,Phase,Place,From,To,Method,Inject,Expected action,Responsible,Evaluator,Objective,Rule,Status,Marking",
            lines[0]
        );
        Assert.StartsWith("2,T+00:01,09:01 WITA,Rally,,Padal,Kapolres,,\"Say \"\"stop\"\", loudly\",,,,,", lines[2]);
        Assert.Contains(",announcement,'=1+1,", lines[3]);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public void For_Blueprint_a_row_has_its_seconds_and_its_values()
    {
        var paper = Drills.Paper(Drills.Small, Dialect.English);
        var json = Drills.TextOf("blueprint", paper);

        // As the platform reads it.
        var msel = JsonSerializer.Deserialize<Msel>(
            json,
            new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.Preserve }
        )!;

        Assert.Equal("EXERCISE: Rally at the town hall", msel.Name);
        Assert.Equal(new DateTime(2024, 6, 12, 2, 0, 0, DateTimeKind.Utc), msel.StartTime);
        Assert.Equal(DateTimeKind.Utc, msel.StartTime.Kind);
        Assert.Equal(paper.Info.Phases.Select(phase => phase.Name), msel.Moves.Select(move => move.Title));
        var inject = Assert.Single(msel.ScenarioEvents, row => row.ScenarioEventType == 10);
        Assert.Equal((300, false, msel.Id), (inject.DeltaSeconds, inject.IsHidden, inject.MselId));
        var heading = msel.DataFields.ToDictionary(field => field.Id, field => field.Name);
        var values = inject.DataValues.ToDictionary(value => heading[value.DataFieldId], value => value.Value);
        Assert.Equal("A bus blocks the road", values["Inject"]);
        Assert.Equal("Kapolres", values["To"]);
        Assert.Equal("EXERCISE", values["Marking"]);
        var order = msel.ScenarioEvents.Select(row => (row.DeltaSeconds, row.GroupOrder)).ToArray();
        Assert.Equal(order.Order().Distinct(), order);
        Guid[] ids =
        [
            msel.Id,
            .. msel.Moves.Select(move => move.Id),
            .. msel.DataFields.Select(field => field.Id),
            .. msel.ScenarioEvents.Select(row => row.Id),
            .. msel.ScenarioEvents.SelectMany(row => row.DataValues).Select(value => value.Id),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(json, Drills.TextOf("blueprint", paper));
    }

    private sealed record Msel
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public DateTime StartTime { get; init; }
        public ICollection<Move> Moves { get; init; } = [];
        public ICollection<DataField> DataFields { get; init; } = [];
        public ICollection<ScenarioEvent> ScenarioEvents { get; init; } = [];
    }

    private sealed record Move
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
    }

    private sealed record DataField
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
    }

    private sealed record ScenarioEvent
    {
        public Guid Id { get; init; }
        public Guid MselId { get; init; }
        public int DeltaSeconds { get; init; }
        public int GroupOrder { get; init; }
        public int ScenarioEventType { get; init; }
        public bool IsHidden { get; init; }
        public ICollection<DataValue> DataValues { get; init; } = [];
    }

    private sealed record DataValue
    {
        public Guid Id { get; init; }
        public Guid DataFieldId { get; init; }
        public string Value { get; init; } = "";
    }

    [Fact]
    public void For_OpenAEV_a_row_has_its_sort_its_minutes_and_its_marking()
    {
        using var stream = new MemoryStream();
        OpenAevWorkbook.Write(
            Drills.Paper(Drills.Small, Dialect.English),
            stream,
            TestContext.Current.CancellationToken
        );
        stream.Position = 0;
        using var document = SpreadsheetDocument.Open(stream, false);
        var rows = document
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())
            .ToList();

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
        Assert.Equal("M+0", rows[1][1]);
        var inject = rows.Single(row => row[0] == "inject");
        Assert.Equal(
            ("M+5", "EXERCISE: A bus blocks the road", "Kapolres", "Road closed"),
            (inject[1], inject[2], inject[4], inject[5])
        );
        Assert.Contains("From: Padal", inject[3]);
        Assert.Contains("the clock is simulated", inject[3]);
        // Days and hours are told by these letters wherever they stand.
        Assert.All(rows.Skip(1), row => Assert.Matches("^M[+][0-9]+$", row[1]));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("Dalmas Awal", 1)]
    [InlineData("Dalmas Awal, Dalmas Lanjut", 3)]
    [InlineData("Pertanggungjawaban", 2)]
    public void A_row_is_as_high_as_its_longest_text_needs(string text, int lines) =>
        Assert.Equal(lines, MselStyles.LinesIn(MselColumn.To, text));

    [Fact]
    public void A_hostile_text_is_only_text()
    {
        var paper = Drills.Paper(
            Drills.HostileDrill.Replace("</style>", "_x0041_</style>", StringComparison.Ordinal),
            Dialect.English
        );

        using var stream = Workbook(paper);
        using var document = SpreadsheetDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
        Assert.Contains("_x005F_x0041_</style>", document.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText);
    }

    internal static MemoryStream Workbook(DrillPaper paper)
    {
        var stream = new MemoryStream();
        MselWorkbook.Write(paper, stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return stream;
    }

    internal static string Csv(DrillPaper paper)
    {
        using var stream = new MemoryStream();
        MselCsv.Write(paper, stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF');
    }
}
