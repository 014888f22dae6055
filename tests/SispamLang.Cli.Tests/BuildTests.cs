using System.Reflection;
using SispamLang.Runtime;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class BuildTests : IDisposable
{
    private readonly Folder _folder = new();

    public BuildTests()
    {
        _folder.Write("city hall.sispam", "drill \"City Hall\"\nphase A: crowd escalates -> deploy Dalmas\n");
        _folder.Write("d/other.sispam", "use \"library.sispam\"\nphase A: crowd escalates -> deploy Regu 1\n");
        _folder.Write("d/library.sispam", "unit Regu 1: 10 personnel, as Dalmas\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_drill_becomes_an_assembly_with_its_symbols()
    {
        var outcome = Sispam.In(_folder.Path, "build", ".", "--output", "out");

        Assert.Equal(0, outcome.Status);
        Assert.Empty(outcome.Out);
        Assert.Contains("d/library.sispam: has no phase.", outcome.Error);
        Assert.Equal(
            ["out/SispamLang.Runtime.dll", "out/city hall.dll", "out/city hall.pdb", "out/other.dll", "out/other.pdb"],
            _folder.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal))
        );
        var runner = RunnerIn(_folder.PathOf("out/city hall.dll"), out var type);
        Assert.Equal("SispamLang.Drills", type.Namespace);
        runner.Start(1);
        runner.RunToEnd();
        Assert.True(runner.HasEnded);
    }

    [Fact]
    public void The_namespace_is_the_one_asked_for()
    {
        Sispam.In(_folder.Path, "build", "city hall.sispam", "--output", "out", "--namespace", "Polres.Drills");

        RunnerIn(_folder.PathOf("out/city hall.dll"), out var type);
        Assert.Equal("Polres.Drills", type.Namespace);
    }

    [Theory]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a;class X{}")]
    [InlineData("a..b")]
    [InlineData("a.")]
    public void A_namespace_is_names_and_dots(string name)
    {
        var outcome = Sispam.In(_folder.Path, "build", "d", "--output", "out", "--namespace", name);

        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("sispam: --namespace is a C# namespace", outcome.Error);
    }

    [Fact]
    public void A_drill_becomes_CSharp_that_points_back_to_it()
    {
        var outcome = Sispam.In(_folder.Path, "build", "d/other.sispam", "--output", "out", "--emit", "cs");

        Assert.Equal(0, outcome.Status);
        var code = File.ReadAllText(_folder.PathOf("out/other.g.cs"));
        Assert.Contains("#line ", code);
        Assert.Contains("\"../d/other.sispam\"", code);
    }

    [Fact]
    public void Nothing_is_written_if_one_of_them_has_errors()
    {
        _folder.Write("d/wrong.sispam", "phase A: crowd escalates -> deploy Dalmaz\n");

        var outcome = Sispam.In(_folder.Path, "build", ".", "--output", "out");

        Assert.Equal(1, outcome.Status);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
        Assert.Contains("d/wrong.sispam:1:", outcome.Error);
    }

    [Fact]
    public void Two_drills_never_share_a_place()
    {
        _folder.Write("e/other.sispam", "phase A: crowd escalates -> deploy Dalmas\n");

        var outcome = Sispam.In(_folder.Path, "build", ".", "--output", "out");

        Assert.Equal(2, outcome.Status);
        Assert.Contains("d/other.sispam and e/other.sispam would both be written to other.dll.", outcome.Error);
    }

    private static Runner RunnerIn(string path, out Type type)
    {
        var assembly = Assembly.Load(File.ReadAllBytes(path));
        type = assembly.GetExportedTypes().Single(one => one.IsSubclassOf(typeof(Runner)));
        return (Runner)Activator.CreateInstance(type)!;
    }
}
