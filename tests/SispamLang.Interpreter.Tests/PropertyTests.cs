using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Interpreter.Tests;

/// <summary>Runs the rows of <c>tests/Properties.md</c>.</summary>
public class PropertyTests
{
    public static TheoryData<string> Cases { get; } = [.. PropertyCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_property_is_kept_or_broken_as_worked_out_by_hand(string name)
    {
        PropertyCase @case = PropertyCase.All[name];
        Compilation compilation = Compilation.Create(new SourceText("drill.sispam", @case.Drill), UseResult.None);
        Assert.Empty(
            compilation.Diagnostics.Select(d => Diagnostics.DiagnosticCatalogue.Render(d, Dialects.Dialect.English))
        );

        Assert.Equal(@case.Expected, @case.Run(new DrillInterpreter(compilation.Program!)));
    }

    [Fact]
    public void Every_form_has_a_run_that_keeps_it_and_one_that_breaks_it_in_every_scope()
    {
        var forms = PropertyCase
            .All.Values.Select(c => (Form: FormOf(c), c.Expected))
            .ToLookup(c => c.Form, c => c.Expected);

        string[] patterns =
        [
            "Never",
            "Always",
            "Expect",
            "Expect within",
            "Require",
            "Require each",
            "Require then",
            "Require then each",
            "Respond within",
        ];
        string[] scopes = ["drill", "phase", "while"];
        Assert.All(
            patterns.SelectMany(pattern => scopes.Select(scope => (pattern, scope))),
            form =>
            {
                Assert.Contains("kept", forms[form]);
                Assert.Contains(forms[form], expected => expected.Contains(':', StringComparison.Ordinal));
            }
        );
        Assert.Equal(patterns.Length * scopes.Length, forms.Count);
    }

    private static (string Pattern, string Scope) FormOf(PropertyCase @case)
    {
        Programs.PropertySpec property = Assert.Single(
            Compilation.Create(new SourceText("drill.sispam", @case.Drill), UseResult.None).Program!.Properties
        );
        string pattern =
            property.Pattern
            + (property.Then is null ? "" : " then")
            + (property.IsEach ? " each" : "")
            + (property.Within is null ? "" : " within");
        return (
            pattern,
            property.Phase >= 0 ? "phase"
            : property.While is null ? "drill"
            : "while"
        );
    }

    public static TheoryData<string> DoctrineCases { get; } = [.. PropertyCase.OfDoctrines.Keys];

    [Theory]
    [MemberData(nameof(DoctrineCases))]
    public void A_rule_of_a_doctrine_is_kept_or_broken_as_worked_out_by_hand(string name)
    {
        PropertyCase @case = PropertyCase.OfDoctrines[name];
        Compilation compilation = Compilation.Create(new SourceText("drill.sispam", @case.Drill), UseResult.None);
        Assert.False(compilation.HasErrors);

        Assert.Equal(@case.Expected, @case.Run(new DrillInterpreter(compilation.Program!)));
    }

    [Fact]
    public void Every_rule_of_a_doctrine_that_a_run_can_show_has_a_run_that_keeps_it_and_one_that_breaks_it()
    {
        Compilation compilation = Compilation.Create(
            new SourceText("drill.sispam", PropertyCase.OfDoctrines.Values.First().Drill),
            UseResult.None
        );
        IEnumerable<string> rules = compilation
            .Drill.Doctrines.SelectMany(d => d.Rules)
            .Where(r => r.Property is not null)
            .Select(r => r.FullName);

        Assert.Equal(Library.Doctrines.Names.Length - 1, compilation.Drill.Doctrines.Length); // exercise-safety: DoctrineTests.
        Assert.All(
            rules,
            rule =>
            {
                List<PropertyCase> cases = [.. PropertyCase.OfDoctrines.Values.Where(c => c.Property == rule)];
                Assert.Contains(cases, c => c.Expected == "kept");
                Assert.Contains(cases, c => c.Expected.Contains(':', StringComparison.Ordinal));
            }
        );
    }
}
