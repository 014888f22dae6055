using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Library;
using SispamLang.Text;

namespace SispamLang.Tests.Binding;

/// <summary>The doctrines that come with the language; what a run shows of their rules is in <c>tests/Doctrines.md</c>.</summary>
public class DoctrineTests
{
    // By itself this crowd never calms.
    private const string Scripted = "crowd Massa: 100 people, scripted\nphase A: crowd escalates -> ";

    public static TheoryData<string> Names { get; } = [.. Doctrines.Names];

    [Fact]
    public void Five_doctrines_come_with_the_language() =>
        Assert.Equal(
            ["exercise-safety", "perkap-1-2009", "perkap-16-2006", "perkap-2-2019", "un-less-lethal-2020"],
            Doctrines.Names
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_doctrine_has_no_errors_and_every_rule_says_where_it_comes_from_and_why(string name)
    {
        var drill = Follow(name, "phase Rekap: crowd escalates -> deploy Dalmas");

        Assert.DoesNotContain(drill.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var doctrine = Assert.Single(drill.Drill.Doctrines);
        Assert.Empty(doctrine.Source.Tree.Diagnostics);
        Assert.Empty(doctrine.Source.Diagnostics.ToImmutable());
        Assert.NotEmpty(doctrine.Title);
        Assert.All(
            doctrine.Rules,
            rule =>
            {
                Assert.NotEmpty(rule.Article);
                Assert.EndsWith(".", rule.Reason, StringComparison.Ordinal);
                Assert.True(rule.Check is not null || rule.Property is not null);
            }
        );
    }

    [Theory]
    [InlineData("stop-word", "  stop word \"Henti\"\nphase A: crowd calms -> warn", "phase A: crowd calms -> warn")]
    [InlineData(
        "safety-officer",
        "  safety officer Kasi\nphase A: crowd calms -> warn",
        "phase A: crowd calms -> warn"
    )]
    [InlineData("way-back-to-calm", Scripted + "negotiate", Scripted + "deploy Dalmas")]
    public void A_rule_of_exercise_safety_is_kept_by_one_drill_and_not_by_another(
        string rule,
        string keeping,
        string breaking
    )
    {
        Assert.DoesNotContain("exercise-safety/" + rule, NotKept(keeping), StringComparison.Ordinal);
        Assert.Contains("exercise-safety/" + rule, NotKept(breaking), StringComparison.Ordinal);

        static string NotKept(string drill) =>
            string.Join(
                '\n',
                Follow("exercise-safety", drill)
                    .Diagnostics.Where(d => d.Code == DiagnosticCode.DoctrineNotKept)
                    .Select(d => DiagnosticCatalogue.Render(d, Dialect.English))
            );
    }

    [Fact]
    public void A_name_is_found_whatever_its_case()
    {
        var drill = Follow("PERKAP-1-2009", "phase Rekap: crowd escalates -> water cannon");

        Assert.Contains(drill.Diagnostics, d => d.Code == DiagnosticCode.DoctrineNotKept);
    }

    [Fact]
    public void A_doctrine_that_does_not_exist_is_an_error_with_the_nearest_name()
    {
        var unknown = Assert.Single(
            Follow("perkap-1-2008", "phase Rekap: crowd escalates -> deploy Dalmas").Diagnostics
        );

        Assert.Equal(DiagnosticCode.UnknownName, unknown.Code);
        Assert.Equal("perkap-1-2009", unknown.Suggestion);
    }

    [Fact]
    public void The_line_on_the_card_follows_none_and_can_be_measured_against_any()
    {
        const string Card = "phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon";
        Assert.Empty(Create(Card, []).Diagnostics);

        var measured = Create(Card, [.. Doctrines.Names]);
        Assert.False(measured.HasErrors);
        Assert.True(measured.Diagnostics.Count(d => d.Code == DiagnosticCode.DoctrineNotKept) >= 8);
    }

    [Fact]
    public void A_waived_rule_is_listed_and_not_found_broken()
    {
        var drill = Follow(
            "perkap-2-2019",
            """
            phase Rekap: if anarchic -> water cannon
            waive perkap-2-2019/three-appeals "No PHH takes part"
            """
        );

        var waived = Assert.Single(drill.Diagnostics);
        Assert.Equal(DiagnosticCode.Waived, waived.Code);
        Assert.Contains(
            "No PHH takes part",
            DiagnosticCatalogue.Render(waived, Dialect.English),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("waive perkap-2-2019/three-apeals \"x\"", DiagnosticCode.UnknownName)]
    [InlineData("waive perkap-22-2019/three-appeals \"x\"", DiagnosticCode.UnknownName)]
    [InlineData("waive perkap-2-2019/three-appeals", DiagnosticCode.Expected)]
    public void A_waiver_names_a_rule_and_a_reason(string waiver, DiagnosticCode code)
    {
        var drill = Follow("perkap-2-2019", "phase Rekap: crowd escalates -> warn crowd\n" + waiver);

        Assert.Contains(drill.Diagnostics, d => d.Code == code);
    }

    [Fact]
    public void A_rule_speaks_of_each_crowd_in_turn()
    {
        var drill = Create(
            """
            drill "Two": follows ours
            doctrine ours "Ours": words-first "art. 1": require warn crowd before water cannon
            crowd Satu: 100 people, restless
            crowd Dua: 100 people, restless
            phase Rekap: Satu escalates -> warn Satu, water cannon Satu; Dua escalates -> water cannon Dua
            """,
            []
        );

        Assert.Equal(2, drill.Drill.Properties.Length);
        var broken = Assert.Single(drill.Diagnostics, d => d.Code == DiagnosticCode.DoctrineNotKept);
        Assert.Contains("Dua", DiagnosticCatalogue.Render(broken, Dialect.English), StringComparison.Ordinal);
        Assert.Equal("water cannon Dua", broken.Text.ToString(broken.Span));
    }

    private static Compilation Follow(string doctrine, string drill) =>
        Create($"drill \"Latihan\":\n  follows {doctrine}\n{drill}\n", []);

    private static Compilation Create(string text, string[] doctrines) =>
        Compilation.Create(
            new SourceText("drill.sispam", text),
            UseResult.None,
            CompilationOptions.Default with
            {
                Doctrines = [.. doctrines],
            }
        );
}
