using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SispamLang.Diagnostics;
using SispamLang.Tests.Fuzzing;
using SispamLang.Tests.Shared;
using SispamLang.Tests.Syntax;

namespace SispamLang.Tests.Formatting;

public class FormatterLawTests
{
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("SISPAM_FORMAT_TEXTS") ?? "500",
        CultureInfo.InvariantCulture
    );

    public static TheoryData<string> SampleNames => [.. Samples.Names];

    public static TheoryData<string> Files =>
        [
            .. ((string[])["examples", "src/SispamLang/Library", "src/SispamLang.Cli/Templates"])
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Repository.PathOf(folder), "*.sispam", SearchOption.AllDirectories)
                )
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
        ];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Only_the_layout_of_a_sample_changes(string name) => FormatterLaw.Check(Samples.Read(name).Content);

    [Theory]
    [MemberData(nameof(Files))]
    public void Our_own_files_are_laid_out(string file)
    {
        string content = File.ReadAllText(Repository.PathOf(file));

        Assert.Equal(content, FormatterLaw.Check(content));
    }

    [Fact]
    public void Only_the_layout_of_the_examples_in_documents_changes() =>
        Assert.All(
            DiagnosticCatalogue.Codes.Select(DiagnosticCatalogue.Get),
            document =>
            {
                FormatterLaw.Check(document.Wrong);
                FormatterLaw.Check(document.Right);
            }
        );

    [Fact]
    public void Only_the_layout_of_sentences_changes() =>
        Assert.All(Sentence.All.Values, sentence => FormatterLaw.Check(sentence.Drill));

    [Fact]
    public void Only_the_layout_of_broken_texts_changes() =>
        CheckAll(seed =>
        {
            string text = Samples.Texts[seed % Samples.Texts.Count];
            return Mutations.Mutate(seed % 2 == 0 ? text : Layouts.Change(text, seed), seed);
        });

    [Fact]
    public void Only_the_layout_of_texts_in_any_layout_changes() =>
        CheckAll(seed => Layouts.Change(Samples.Texts[seed % Samples.Texts.Count], seed));

    private static void CheckAll(Func<int, string> make) =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    FormatterLaw.Check(make(seed));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Count).WithQuietOnSuccess(true));
}
