using System.Collections.Immutable;
using System.Reflection.Metadata;
using SispamLang.CodeGeneration;
using SispamLang.Programs;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests;

/// <summary>Where a debugger can stop in a compiled drill: at what stands in the drill, and nowhere else.</summary>
public class SequencePointTests
{
    public static TheoryData<string> Drills =>
        [.. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.sispam").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Drills))]
    public void Every_place_to_stop_at_is_a_statement_or_trigger_of_the_drill(string name)
    {
        var path = Repository.PathOf("examples/" + name);
        var program = Compile(path);
        var expected = program
            .Rules.SelectMany(rule => rule.Body.Select(step => step.Site).Append(rule.Site))
            .Concat(program.Phases.Select(phase => phase.Until is { Condition: not null } until ? until.Site : -1))
            .Where(site => site >= 0)
            .Select(site => program.Sites[site])
            .Select(site => new Stop(
                program.Files[site.File].Path,
                site.Line,
                site.Column,
                site.EndLine,
                site.EndColumn
            ))
            .ToHashSet();

        var stops = StopsOf(program);

        Assert.Empty(stops.Except(expected));
        Assert.Empty(expected.Except(stops));
    }

    [Fact]
    public void A_breakpoint_can_be_set_on_every_action_of_a_drill()
    {
        const string Drill = """
            place KPU
            unit Dalmas Awal: 30 personnel, ready in 1 min
            phase Rekap for 1 h:
              at start ->
                deploy Dalmas Awal to KPU
                wait 2 min
                announce "Ready"
              crowd escalates -> announce "Step back", announce "Once more"
            """;
        var program = Compilation.Create(new SourceText("drill.sispam", Drill), UseResult.None).Program;
        Assert.NotNull(program);

        var lines = Drill.Split('\n');
        var texts = StopsOf(program)
            .Select(stop => lines[stop.Line - 1][(stop.Column - 1)..(stop.EndColumn - 1)])
            .ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "deploy Dalmas Awal to KPU",
                "wait 2 min",
                "announce \"Ready\"",
                "announce \"Step back\"",
                "announce \"Once more\"",
            },
            texts
        );
    }

    private static DrillProgram Compile(string path)
    {
        var text = new SourceText(path, File.ReadAllText(path));
        var program = Compilation.Create(text, new Files()).Program;
        Assert.NotNull(program);
        return program;
    }

    private static ImmutableHashSet<Stop> StopsOf(DrillProgram program)
    {
        var compiled = DrillCompiler.Compile(program, new EmitOptions());
        using var pdb = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(compiled.Symbols.Span));
        var reader = pdb.GetMetadataReader();
        return
        [
            .. reader
                .MethodDebugInformation.Select(reader.GetMethodDebugInformation)
                .SelectMany(method => method.GetSequencePoints())
                .Where(point => !point.IsHidden)
                .Select(point => new Stop(
                    reader.GetString(reader.GetDocument(point.Document).Name),
                    point.StartLine,
                    point.StartColumn,
                    point.EndLine,
                    point.EndColumn
                ))
                .Where(stop => stop.Path.EndsWith(".sispam", StringComparison.Ordinal)),
        ];
    }

    private sealed record Stop(string Path, int Line, int Column, int EndLine, int EndColumn);

    private sealed class Files : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path)
        {
            var full = Path.Combine(Path.GetDirectoryName(from.Path)!, path); // A drill has a folder.
            return new UseResult(UseOutcome.Found, new SourceText(full, File.ReadAllText(full)));
        }
    }
}
