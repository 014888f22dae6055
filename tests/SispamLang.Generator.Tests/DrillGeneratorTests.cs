namespace SispamLang.Generator.Tests;

/// <summary>Drills of a C# project become classes of it.</summary>
public sealed class DrillGeneratorTests
{
    private const string Rekap = "phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon\n";
    private const string Wrong = "phase Rekap: crowd escalates -> deploy Dalmsa\n";

    [Fact]
    public void A_drill_is_a_typed_runner()
    {
        var build = new TestProject(
            """
            public static class Use
            {
                public static bool Run()
                {
                    var runner = new Our.Tools.Rekap();
                    runner.Start(7);
                    runner.RaiseCrowdEscalates();
                    runner.RunToEnd();
                    return runner.MoodOf(Our.Tools.Rekap.CrowdId.Massa) == SispamLang.Runtime.Mood.Dispersed;
                }
            }
            """
        ).Write("rekap.sispam", Rekap).Build();

        Assert.Equal(["Our.Tools.Rekap"], build.Classes);
        Assert.Empty(build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Theory]
    [InlineData("pasuruan-kota.sispam", "Our.Tools.PasuruanKota")]
    [InlineData("drills/2024/Rapat Umum.sispam", "Our.Tools.Drills._2024.RapatUmum")]
    [InlineData("class.sispam", "Our.Tools.Class")]
    [InlineData("state.sispam", "Our.Tools.StateDrill")]
    [InlineData("/elsewhere/rekap.sispam", "Our.Tools.Rekap")]
    [InlineData("/work/../elsewhere/./rekap.sispam", "Our.Tools.Rekap")]
    public void A_class_is_named_after_its_file_and_the_folders(string path, string expected) =>
        Assert.Equal([expected], new TestProject().Write(path, Rekap).Build().Classes);

    [Fact]
    public void An_item_names_class_and_namespace_itself()
    {
        var build = new TestProject()
            .Write("rekap.sispam", Rekap, ("SispamClassName", "CityHall"), ("SispamNamespace", "Drills.Of.Ours"))
            .Build();

        Assert.Equal(["Drills.Of.Ours.CityHall"], build.Classes);
    }

    [Theory]
    [InlineData("", "public sealed partial class Rekap")]
    [InlineData("internal", "internal sealed partial class Rekap")]
    public void Runners_can_be_kept_inside_the_project(string visibility, string expected)
    {
        var build = new TestProject().Set("SispamVisibility", visibility).Write("rekap.sispam", Rekap).Build();

        Assert.Contains(expected, build.Result.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_has_its_place_its_code_and_the_page_that_explains_it()
    {
        var build = new TestProject().Write("drills/rekap.sispam", Wrong).Build();

        Assert.Equal(["drills/rekap.sispam(1,40): error SIS2001"], build.Messages);
        var mistake = build.Found[0];
        Assert.Contains("“Dalmas”", mistake.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("file:///help/SIS2001.md", mistake.Descriptor.HelpLinkUri);
        Assert.Equal(6, mistake.Location.GetLineSpan().Span.End.Character - 39);
    }

    [Theory]
    [InlineData("", "latihan \"Rekap\"\nfase Rekap: massa bereskalasi -> kerahkan Dalmsa\n", "seharusnya")]
    [InlineData("en", "latihan \"Rekap\"\nfase Rekap: massa bereskalasi -> kerahkan Dalmsa\n", "Expected")]
    [InlineData("id", Wrong, "seharusnya")]
    public void Messages_are_in_the_language_of_the_drill_or_of_the_project(
        string language,
        string drill,
        string expected
    )
    {
        var build = new TestProject().Set("SispamLanguage", language).Write("rekap.sispam", drill).Build();

        Assert.Contains(expected, build.Found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_drill_makes_none_in_the_code_that_uses_it()
    {
        const string Code = """
            using Our.Tools;
            public static class Use
            {
                public static void Run(Rekap runner)
                {
                    runner.RaiseStoneHits();
                    _ = runner.PlacementOf(Rekap.UnitId.Dalmas);
                    _ = runner.IsUnderWay(Rekap.ActivityId.WaterCannon);
                    _ = runner.CurrentPhase == Rekap.PhaseId.Rekap;
                    _ = runner.PlaceOf(Rekap.CrowdId.Massa) == Rekap.PlaceId.KPU;
                }
            }
            """;
        const string Drill = "place KPU\nevent stone hits\n" + Rekap;
        var project = new TestProject(Code).Write("rekap.sispam", Drill);
        Assert.Empty(project.Build().CSharpErrors);

        var build = project
            .Write("rekap.sispam", Drill.Replace("Dalmas;", "Dalmsa; x", StringComparison.Ordinal))
            .Build();

        Assert.NotEmpty(build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Theory]
    [InlineData("phase : crowd escalates ->\n")]
    [InlineData("drill \"Nothing else\"\nplace\n")]
    [InlineData("phase Rekap until nothing: crowd escalates -> deploy\n")]
    public void A_class_is_there_though_hardly_anything_of_the_drill_is(string drill)
    {
        var build = new TestProject("class Use { Our.Tools.Rekap? r; }").Write("rekap.sispam", drill).Build();

        Assert.NotEmpty(build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Fact]
    public void A_library_is_no_class_but_its_users_have_what_it_declares()
    {
        var build = new TestProject("class Use { Our.Tools.Rekap.UnitId unit = Our.Tools.Rekap.UnitId.Tameng; }")
            .Write("lib/units.sispam", "unit Tameng: 40 personnel\n")
            .Write("rekap.sispam", "use \"lib/units.sispam\"\nphase Rekap: crowd escalates -> deploy Tameng\n")
            .Build();

        Assert.Equal(["Our.Tools.Rekap"], build.Classes);
        Assert.Empty(build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Theory]
    [InlineData("../secret.sispam", "SIS2012")]
    [InlineData("/etc/passwd", "SIS2012")]
    [InlineData("lib/../../secret.sispam", "SIS2012")]
    [InlineData("missing.sispam", "SIS2011")]
    [InlineData("rekap.sispam", "SIS2013")]
    public void A_use_stays_in_the_project(string path, string code)
    {
        var build = new TestProject()
            .Write("/secret.sispam", "unit Tameng: 40 personnel\n")
            .Write("rekap.sispam", $"use \"{path}\"\n{Rekap}")
            .Build();

        Assert.Contains($"rekap.sispam(1,5): error {code}", build.Messages);
    }

    [Fact]
    public void The_settings_of_a_folder_count_for_its_drills()
    {
        var project = new TestProject()
            .Write("rekap.sispam", "phase A: crowd escalates -> if anarchic -> deploy Dalmas\n")
            .Write("strict/rekap.sispam", "phase A: crowd escalates -> if anarchic -> deploy Dalmas\n");
        Assert.Equal(
            ["rekap.sispam(1,41): warning SIS1020", "strict/rekap.sispam(1,41): warning SIS1020"],
            project.Build().Messages
        );

        project.Write(
            "strict/.editorconfig",
            "[*.sispam]\ndotnet_diagnostic.SIS1020.severity = error\nsispam_doctrines = x\n"
        );

        Assert.Equal(
            [
                "rekap.sispam(1,41): warning SIS1020",
                "strict/.editorconfig(3,1): error SIS2001",
                "strict/rekap.sispam(1,41): error SIS1020",
            ],
            project.Build().Messages
        );
    }

    [Fact]
    public void Two_drills_can_not_have_one_class()
    {
        var build = new TestProject().Write("city-hall.sispam", Rekap).Write("City Hall.sispam", Rekap).Build();

        Assert.Equal(["Our.Tools.CityHall"], build.Classes);
        Assert.Equal(["city-hall.sispam(1,1): error SISB03"], build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Theory]
    [InlineData("namespace Our.Tools; public class Rekap;", "SISB04")]
    [InlineData("namespace Our.Tools; public partial class Rekap { public int Mine => 1; }", null)]
    public void A_class_of_the_project_may_add_to_a_drill_but_not_take_its_name(string code, string? expected)
    {
        var build = new TestProject(code).Write("rekap.sispam", Rekap).Build();

        Assert.Equal(expected is null ? [] : ["rekap.sispam(1,1): error " + expected], build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Fact]
    public void Without_the_package_of_the_runtime_that_is_all_that_is_said()
    {
        var build = new TestProject(withRuntime: false).Write("rekap.sispam", Rekap).Build();

        Assert.Equal(["rekap.sispam(1,1): error SISB01"], build.Messages);
        Assert.Empty(build.CSharpErrors);
    }

    [Theory]
    [InlineData("public class Runner;", "1.2.3")]
    [InlineData("public class Runner { public const int Contract = 0; }", "0.0.9")]
    [InlineData("public class Runner { public const int Contract = 99; }", "9.0.0")]
    public void A_runtime_of_another_version_that_does_not_fit_is_all_that_is_said(string runtime, string version)
    {
        var build = new TestProject(runtime: (runtime, version)).Write("rekap.sispam", Rekap).Build();

        Assert.Equal(["rekap.sispam(1,1): error SISB02"], build.Messages);
        Assert.Contains($"has SispamLang.Runtime {version},", build.Found[0].GetMessage(), StringComparison.Ordinal);
        Assert.Empty(build.CSharpErrors);
    }

    [Theory]
    [InlineData("", "phase A: crowd escalates -> deploy Dalmas\n", "Add it to the project.")]
    [InlineData("", "fase A: massa bereskalasi -> kerahkan Dalmas\n", "Tambahkan paket itu ke proyek ini.")]
    [InlineData("id", "phase A: crowd escalates -> deploy Dalmas\n", "Tambahkan paket itu ke proyek ini.")]
    public void What_the_project_lacks_is_told_in_the_language_of_the_drill_or_of_the_project(
        string language,
        string drill,
        string expected
    )
    {
        var build = new TestProject(withRuntime: false)
            .Set("SispamLanguage", language)
            .Write("rekap.sispam", drill)
            .Build();

        Assert.EndsWith(expected, build.Found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_name_and_any_text_is_data()
    {
        var build = new TestProject()
            .Write("rekap.sispam", "place \"KPU\\\"); System.IO.File.Delete(\\\"x\"\n" + Rekap)
            .Write("binary.sispam", "\0\u0001\uD800 \"\"\"*/ phase {")
            .Write("empty.sispam", "")
            .Build();

        Assert.Equal(["Our.Tools.Rekap"], build.Classes);
        Assert.Empty(build.CSharpErrors);
    }
}
