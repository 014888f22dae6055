using FsCheck;
using FsCheck.Fluent;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>What an edit leaves as it is, and what it does not.</summary>
public class ChangedTextTests
{
    private const string Drill = """
        place KPU
        unit Dalmas: 30 personnel, ready in 2 min
        phase Rekap for 1 h:
          at start -> deploy Dalmas to KPU
        phase Akhir for 1 h

        """;

    [Fact]
    public void Any_edit_of_a_sample_gives_the_tree_of_the_whole_text() => Assert.All(Samples.Texts, EditLaw.Check);

    [Fact]
    public void A_drill_written_key_by_key_has_the_tree_of_the_whole_text_at_every_key()
    {
        SyntaxTree tree = EditLaw.Parse("");
        for (int length = 1; length <= Drill.Length; length++)
        {
            tree = EditLaw.After(tree, Drill[..length]);
        }

        for (int length = Drill.Length; length >= 0; length--)
        {
            tree = EditLaw.After(tree, Drill[..length]);
        }
    }

    [Fact]
    public void Declarations_before_the_edit_are_kept()
    {
        SyntaxTree tree = EditLaw.Parse(Drill);
        SyntaxTree edited = EditLaw.After(tree, Drill.Replace("Akhir", "Selesai", StringComparison.Ordinal));
        Assert.Equal(
            [true, true, false, false],
            edited.Root.Declarations.Zip(tree.Root.Declarations, (now, before) => now == before)
        );
    }

    // What is behind a declaration shows where it ends, so the last one before the edit is read again.
    [Theory]
    [InlineData("  -> deploy Dalmas to KPU\n")]
    [InlineData(", with 3 shields\n")]
    public void A_declaration_goes_on_in_what_is_written_behind_it(string rest) =>
        EditLaw.After(
            EditLaw.Parse("place KPU\nunit Dalmas: 30 personnel\n"),
            "place KPU\nunit Dalmas: 30 personnel" + rest
        );

    [Fact]
    public void Nothing_behind_a_mistake_is_kept()
    {
        string broken = Drill.Replace("at start", "at strt", StringComparison.Ordinal);
        SyntaxTree tree = EditLaw.Parse(broken);
        SyntaxTree edited = EditLaw.After(tree, broken.Replace("Akhir", "Selesai", StringComparison.Ordinal));
        Assert.NotEmpty(edited.Diagnostics);
        Assert.Equal(
            [true, true, false, false],
            edited.Root.Declarations.Zip(tree.Root.Declarations, (now, before) => now == before)
        );
    }

    [Theory]
    [InlineData("place A\nplace B\nplace C\n", "place A\nplace B\ntempat C\n", Dialect.English)]
    [InlineData("place A\nplace B\nplace C\n", "tempat A\nplace B\nplace C\n", Dialect.Indonesian)]
    [InlineData("place A\nplace B\nplace C\n", "# language: id\nplace A\nplace B\nplace C\n", Dialect.Indonesian)]
    [InlineData("place A\nplace B\nplace C\n", "place A\nplace B\n# language: id\nplace C\n", Dialect.English)]
    public void The_dialect_is_that_of_the_whole_text(string before, string after, Dialect dialect) =>
        Assert.Equal(dialect, EditLaw.After(EditLaw.Parse(before), after).Root.Dialect);

    [Fact]
    public void A_tab_behind_blanks_is_reported_as_if_all_were_read()
    {
        string tabbed = Drill + "phase Lagi:\n\tat start -> deploy Dalmas to KPU\n";
        SyntaxTree tree = EditLaw.After(EditLaw.Parse(Drill), tabbed);
        Assert.Equal(DiagnosticCode.TabsAndBlanks, Assert.Single(tree.Diagnostics).Code);
        Assert.Empty(EditLaw.After(tree, Drill).Diagnostics);
        Assert.Empty(
            EditLaw.After(EditLaw.Parse(Drill.Replace("  ", "\t", StringComparison.Ordinal)), Drill).Diagnostics
        );
    }

    // Each node holds on to the text it was read from.
    [Fact]
    public void A_tree_is_made_of_no_more_than_a_few_texts()
    {
        SyntaxTree tree = EditLaw.Parse("place A0\nplace B0\nplace C0\n");
        for (int edit = 1; edit < 50; edit++)
        {
            tree = EditLaw.After(tree, $"{tree.Text.Content}place A{edit}\nplace B{edit}\nplace C{edit}\n");
            Assert.InRange(tree.Root.Children.Select(child => child.Tokens).Distinct().Count(), 1, 9);
        }
    }

    [Fact]
    public void A_text_that_has_become_too_long_is_not_read()
    {
        var tree = EditLaw
            .Parse(Drill)
            .WithChangedText(new SourceText("text.sispam", Drill + new string(' ', SourceText.MaxLength)));
        Assert.Equal(DiagnosticCode.TooLong, Assert.Single(tree.Diagnostics).Code);
    }

    [Fact]
    public void A_used_file_that_is_as_it_was_is_not_read_again()
    {
        var library = new SourceText("library.sispam", "place KPU\n");
        var uses = new OneLibrary(library);
        var options = CompilationOptions.Default;
        var first = Compilation.Create(
            new SourceText("drill.sispam", "use \"library.sispam\"\n" + Drill),
            uses,
            options
        );
        var second = Compilation.Create(
            new SourceText("drill.sispam", "use \"library.sispam\"\n"),
            uses,
            options,
            first
        );
        Assert.Equal(1, first.Trees.Intersect(second.Trees).Count(tree => tree.Text == library));
    }

    [Fact]
    public void A_drill_means_the_same_after_an_edit_as_if_it_had_been_read_whole() =>
        Prop.ForAll(
                Gen.Choose(0, Samples.Texts.Count - 1).Zip(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(),
                choice =>
                {
                    var before = new SourceText("text.sispam", Samples.Texts[choice.Item1]);
                    var after = new SourceText("text.sispam", Fuzzing.Mutations.Mutate(before.Content, choice.Item2));
                    var options = CompilationOptions.Default;
                    var earlier = Compilation.Create(before, UseResult.None, options);
                    Assert.Equal(
                        Said(Compilation.Create(after, UseResult.None, options)),
                        Said(Compilation.Create(after, UseResult.None, options, earlier))
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static IEnumerable<string> Said(Compilation compilation) =>
        compilation.Diagnostics.Select(d => $"{d.Id} {d.Span} {DiagnosticCatalogue.Render(d, Dialect.English)}");

    private sealed class OneLibrary(SourceText text) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path) => new(UseOutcome.Found, text);
    }
}
