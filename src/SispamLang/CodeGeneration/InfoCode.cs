using System.Globalization;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the <c>DrillInfo</c>: in a class of its own, so that a run nobody watches never builds it.</summary>
internal static class InfoCode
{
    /// <summary>How many numbers stand on one line of a table.</summary>
    private const int PerLine = 20;

    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("What the drill declares, built when it is first asked for.");
        code.Open("private static class Tables");
        WriteSites(program, code);
        code.Blank();
        code.Open("public static readonly Rt::DrillInfo Info = new Rt::DrillInfo");
        var facts = program.Facts;
        code.Line($"Title = {Literal.Of(facts.Title)},");
        code.Line($"Language = {Literal.Of(facts.Language)},");
        code.Line($"SourceHash = {Literal.Of(facts.SourceHash)},");
        code.Line($"StopWord = {Literal.Of(facts.StopWord)},");
        code.Line($"StartsAtMs = {Literal.Of(facts.StartsAtMs ?? -1)},");
        code.Line($"Zone = {Literal.Of(facts.Zone)},");
        code.Line($"Files = {Literal.Of(program.Files.Select(file => file.Path))},");
        code.Line("Sites = ReadSites(),");
        WriteList(
            code,
            "Params",
            "ParamInfo",
            program.Params.Select(param =>
                $"{Literal.Of(param.Name)}, Rt::ParamKind.{param.Kind}, {Literal.Of(param.Default)}, {Literal.Of(param.Min)}, {Literal.Of(param.Max)}"
            )
        );
        code.Line($"Places = {Literal.Of(program.Places.Select(place => place.Name))},");
        code.Line($"Units = {Literal.Of(program.Units.Select(unit => unit.Name))},");
        code.Line($"Formations = {Literal.Of(program.Formations.Select(formation => formation.Name))},");
        code.Line($"Roles = {Literal.Of(program.Roles.Select(role => role.Name))},");
        code.Line($"Crowds = {Literal.Of(program.Crowds.Select(crowd => crowd.Name))},");
        code.Line($"Activities = {Literal.Of(program.Activities.Select(activity => activity.Label))},");
        code.Line($"Events = {Literal.Of(program.Events.Select(@event => @event.Name))},");
        code.Line($"Counters = {Literal.Of(program.Counters.Select(counter => counter.Name))},");
        WriteList(
            code,
            "Phases",
            "PhaseInfo",
            program.Phases.Select(phase => $"{Literal.Of(phase.Name)}, {Literal.Of(phase.Title)}")
        );
        code.Line($"Rules = {Literal.Of(program.Rules.Select(rule => rule.Text))},");
        WriteList(
            code,
            "Properties",
            "PropertyInfo",
            program.Properties.Select(property =>
                string.Join(
                    ", ",
                    Literal.Of(property.Text),
                    Literal.Of(property.Doctrine),
                    Literal.Of(property.Rule),
                    Literal.Of(property.Article),
                    Literal.Of(property.Share)
                )
            )
        );
        code.Line($"Doctrines = {Literal.Of(facts.Doctrines)},");
        WriteList(code, "Injects", "InjectInfo", program.Injects.Select(inject => Inject(program, inject)));
        code.Line($"Announcements = {Literal.Of(program.Announcements)},");
        WriteList(
            code,
            "Streams",
            "StreamInfo",
            program.Streams.Select(stream =>
                $"{Literal.Of(stream.Key)}, {Hash(stream.Seed)}, {Literal.Of(stream.IsRange)}"
            )
        );
        WriteList(
            code,
            "OutsideEvents",
            "OutsideEventInfo",
            program.OutsideEvents.Select(outside =>
                $"Rt::OutsideKind.{outside.Kind}, {Literal.Of(outside.Subject)}, {Literal.Of(outside.Names)}"
            )
        );
        code.Close(";");
        code.Close();
    }

    /// <summary>A hash as a hexadecimal literal.</summary>
    public static string Hash(ulong value) => "0x" + value.ToString("X16", CultureInfo.InvariantCulture) + "UL";

    // A constructor call for each of hundreds of places would take long to compile; a table of numbers is data.
    private static void WriteSites(DrillProgram program, CodeWriter code)
    {
        var numbers = program
            .Sites.SelectMany(site => new[] { site.File, site.Line, site.Column, site.EndLine, site.EndColumn })
            .Select(number => Literal.Of(number))
            .ToList();
        code.Line("// File, line, column, end line, end column of every place in the source.");
        code.Line("private static global::System.ReadOnlySpan<int> Sites => new int[]");
        code.Open();
        for (var start = 0; start < numbers.Count; start += PerLine)
        {
            code.Line(string.Join(", ", numbers.Skip(start).Take(PerLine)) + ",");
        }

        code.Close(";");
        code.Blank();
        code.Open("private static Rt::SiteInfo[] ReadSites()");
        code.Line("var sites = new Rt::SiteInfo[Sites.Length / 5];");
        code.Open("for (int i = 0; i < sites.Length; i++)");
        code.Line("var n = Sites.Slice(5 * i, 5);");
        code.Line("sites[i] = new Rt::SiteInfo(n[0], n[1], n[2], n[3], n[4]);");
        code.Close();
        code.Blank();
        code.Line("return sites;");
        code.Close();
    }

    private static void WriteList(CodeWriter code, string property, string type, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            code.Line($"{property} = global::System.Array.Empty<Rt::{type}>(),");
            return;
        }

        code.Line($"{property} = new Rt::{type}[]");
        code.Open();
        foreach (var item in all)
        {
            code.Line($"new Rt::{type}({item}),");
        }

        code.Close(",");
    }

    private static string Inject(DrillProgram program, InjectSpec inject) =>
        string.Join(
            ", ",
            Literal.Of(inject.Text),
            Literal.Of(inject.From),
            Literal.Of(inject.To),
            Literal.Of(inject.Via),
            Literal.Of(inject.Place < 0 ? "" : program.Places[inject.Place].Name),
            Literal.Of(inject.Expecting),
            Literal.Of(inject.ExpectedOf < 0 ? "" : program.Roles[inject.ExpectedOf].Name),
            Literal.Of(inject.Evaluator < 0 ? "" : program.Roles[inject.Evaluator].Name),
            Literal.Of(inject.Objective)
        );
}
