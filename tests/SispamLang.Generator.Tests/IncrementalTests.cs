using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace SispamLang.Generator.Tests;

/// <summary>Nothing is made anew that would come out the same.</summary>
public sealed class IncrementalTests
{
    private const string Drill = "use \"lib.sispam\"\nphase Rekap: crowd escalates -> deploy Tameng\n";

    private readonly TestProject _project = new TestProject("class A;")
        .Write("lib.sispam", "unit Tameng: 40 personnel\n")
        .Write("user.sispam", Drill)
        .Write("alone.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n");

    public IncrementalTests() => _project.Build();

    [Fact]
    public void A_build_without_changes_makes_nothing() => Assert.Equal(0, Made(_project.Build()));

    [Fact]
    public void A_key_in_the_code_makes_nothing() => Assert.Equal(0, Made(_project.WriteCode("class B;").Build()));

    [Fact]
    public void A_key_in_a_drill_makes_that_drill() =>
        Assert.Equal(1, Made(_project.Write("user.sispam", Drill + "# done\n").Build()));

    [Fact]
    public void A_key_in_a_drill_has_only_that_drill_read_for_what_it_uses() =>
        Assert.Equal(1, Made(_project.Write("user.sispam", Drill + "# done\n").Build(), DrillGenerator.UsesStep));

    [Fact]
    public void A_key_in_a_library_makes_it_and_what_uses_it()
    {
        var build = _project.Write("lib.sispam", "unit Tameng: 40 personnel, ready in 4321 s\n").Build();

        Assert.Equal(2, Made(build));
        Assert.Contains(
            "4321000",
            build.Result.GeneratedSources.Single(s => s.HintName.Contains("User")).SourceText.ToString()
        );
    }

    [Fact]
    public void A_library_written_with_the_same_text_makes_nothing() =>
        Assert.Equal(0, Made(_project.Write("lib.sispam", "unit Tameng: 40 personnel\n").Build()));

    [Fact]
    public void The_settings_of_a_folder_make_the_drills_of_that_folder()
    {
        _project.Write("below/rekap.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n").Build();

        Assert.Equal(1, Made(_project.Write("below/.editorconfig", "[*]\nindent_size = 2\n").Build()));
    }

    [Fact]
    public void A_drill_that_is_gone_leaves_nothing_behind()
    {
        var build = _project.Delete("user.sispam").Build();

        Assert.Equal(["Our.Tools.Alone"], build.Classes);
        Assert.Equal(0, Made(build));
    }

    private static int Made(TestBuild build, string step = DrillGenerator.OutputStep) =>
        build.Count(step, New, Modified, Unchanged);
}
