using SispamLang.Dialects;
using SispamLang.Library;
using SispamLang.Tests.Shared;

namespace SispamLang.Tests.Binding;

/// <summary><c>docs/doctrine.md</c> says what the doctrines say.</summary>
public class DoctrinePageTests
{
    private static readonly string _page = File.ReadAllText(Repository.PathOf("docs/doctrine.md"))
        .ReplaceLineEndings("\n");

    public static TheoryData<string> Names { get; } = [.. Doctrines.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_lists_every_rule_as_it_stands_in_the_doctrine(string name)
    {
        var drill = Compilation.Create(
            new Text.SourceText("drill.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n"),
            UseResult.None,
            CompilationOptions.Default with
            {
                Doctrines = [name],
            }
        );
        var section = _page.Split("\n## ").Single(s => s.StartsWith(name + ":", StringComparison.Ordinal));
        var rows = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2);

        Assert.Equal(
            drill
                .Drill.Doctrines[0]
                .Rules.Select(rule =>
                    $"| {rule.Id} | {rule.Article} | {rule.Confidence.ToString().ToLowerInvariant()} | `{rule.Property?.ToString() ?? rule.Syntax.Body!.Clause(Concept.Check)!.ToString()}` |"
                ),
            rows
        );
    }
}
