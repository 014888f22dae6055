using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Tests.Services;

namespace SispamLang.Tests.Binding;

public class UseTests
{
    private const string Library = "param Wait = 5 min from 1 min to 10 min\nunit Raimas: 10 personnel\n";

    [Theory]
    [InlineData("with Wait = 10 min", "")]
    [InlineData("with Wait = 1 min", "")]
    [InlineData("with Wait = 11 min", "“Wait” is 11 min, outside its bounds. It has to be from 1 min to 10 min.")]
    [InlineData("with Wait = 59 s", "“Wait” is 59 s, outside its bounds. It has to be from 1 min to 10 min.")]
    [InlineData("with Wait = 5", "“5” is not what fits here. Write a duration such as 5 min.")]
    [InlineData("with Wait = 1..2 min", "“1..2 min” is not what fits here. Write a duration such as 5 min.")]
    [InlineData("with Wayt = 5 min", "Expected a param here, but none is called “Wayt”. Nearest name: “Wait”.")]
    [InlineData("with Raimas = 5 min", "“Raimas” is a unit, but this place needs a param.")]
    public void A_param_of_a_used_file_is_given_a_value_within_its_bounds(string with, string told)
    {
        Compilation drill = Drill($"use \"a.sispam\" {with}\nphase A: at start -> wait Wait\n", ("a.sispam", Library));

        Assert.Equal(told, Told(drill));
    }

    [Fact]
    public void The_value_that_was_given_is_the_params_own()
    {
        Compilation drill = Drill(
            "use \"a.sispam\" with Wait = 7 min\nphase A: at start -> wait Wait\n",
            ("a.sispam", Library)
        );

        ParamSymbol param = Assert.Single(drill.Drill.Params);
        Assert.Equal((420_000, 60_000, 600_000), (param.Default, param.Min, param.Max));
    }

    [Fact]
    public void Params_of_several_files_are_given_their_own_values()
    {
        Compilation drill = Drill(
            """
            use "a.sispam" with Wait = 7 min, Share = 20%
            use "b.sispam" with Size = 30
            phase A: at start -> wait Wait, chance Share: add Size to n
            """,
            ("a.sispam", "param Wait = 5 min\nparam Share = 10%\n"),
            ("b.sispam", "param Size = 3\ncounter n: 0..50\n")
        );

        Assert.Equal("", Told(drill));
        Assert.Equal([420_000, 2000, 30], drill.Drill.Params.Select(param => param.Default));
    }

    [Fact]
    public void A_name_from_two_files_is_an_error_that_names_both()
    {
        Compilation drill = Drill(
            "use \"a.sispam\"\nuse \"b.sispam\"\nphase A: crowd escalates -> deploy Raimas\n",
            ("a.sispam", Library),
            ("b.sispam", "role raimas\ntemper Wait: escalates every 5 min\n")
        );

        Assert.Equal(
            "“raimas” is declared in two used files, a.sispam and b.sispam. Declare it in this file, or use only one of them.",
            Told(drill)
        );
    }

    [Fact]
    public void The_files_own_declarations_go_before_those_of_used_files_and_of_the_prelude()
    {
        Compilation drill = Drill(
            "use \"a.sispam\"\nunit Raimas: 25 personnel\nphase A: crowd escalates -> deploy Raimas and Negosiator\n",
            ("a.sispam", "unit Raimas: 10 personnel\nunit Negosiator: 12 personnel\n")
        );

        var deploy = (BoundDeploy)Assert.Single(Assert.Single(drill.Drill.Rules).Body);
        Assert.Equal([25, 12], deploy.Units.Select(unit => unit.Personnel));
    }

    [Fact]
    public void What_a_used_file_says_of_a_drill_of_its_own_is_left_out()
    {
        Compilation drill = Drill(
            "use \"a.sispam\"\nphase A: crowd escalates -> announce \"x\"\n",
            (
                "a.sispam",
                "drill \"Other\": venue \"x\"\nphase B: crowd calms -> announce \"y\"\nthroughout: crowd throws -> announce \"z\"\n"
            )
        );

        Assert.Equal(
            """
            A used file gives its declarations only; its “drill” is left out.
            A used file gives its declarations only; its “phase” is left out.
            """.ReplaceLineEndings("\n"),
            Told(drill)
        );
        Assert.Equal("A", Assert.Single(drill.Drill.Phases).Name);
        Assert.Equal(2, drill.Drill.Rules.Length);
    }

    [Fact]
    public void A_file_that_is_not_there_or_uses_itself_is_told()
    {
        Compilation drill = Drill(
            "use \"a.sispam\"\nuse \"none.sispam\"\nphase A: crowd escalates -> announce \"x\"\n",
            ("a.sispam", "use \"b.sispam\"\n"),
            ("b.sispam", "use \"a.sispam\"\nplace KPU\n")
        );

        Assert.Equal(
            [DiagnosticCode.UseNotFound, DiagnosticCode.UseCycle],
            drill.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code)
        );
    }

    [Fact]
    public void A_doctrine_that_is_asked_for_and_does_not_exist_is_told_where_the_file_begins()
    {
        var told = Assert.Single(
            Compilation
                .Create(
                    new Text.SourceText("drill.sispam", "\nphase A: crowd escalates -> announce \"x\"\n"),
                    UseResult.None,
                    CompilationOptions.Default with
                    {
                        Doctrines = ["perkap-1-2008"],
                    },
                    TestContext.Current.CancellationToken
                )
                .Diagnostics
        );

        Assert.Equal("phase", told.Text.ToString(told.Span));
        Assert.Equal("perkap-1-2009", told.Suggestion);
    }

    private static Compilation Drill(string drill, params (string Path, string Content)[] files) =>
        new Workspace([("drill.sispam", drill), .. files]).Compilation;

    private static string Told(Compilation drill) =>
        string.Join('\n', drill.Diagnostics.Select(d => DiagnosticCatalogue.Render(d, Dialect.English)));
}
