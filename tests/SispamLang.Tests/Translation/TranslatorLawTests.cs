using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Tests.Shared;
using SispamLang.Tests.Syntax;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Tests.Translation;

public class TranslatorLawTests
{
    private static readonly Library Used = new();

    public static TheoryData<string> Files =>
        [
            .. ((string[])["examples", "src/SispamLang/Library", "src/SispamLang.Cli/Templates"])
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Repository.PathOf(folder), "*.sispam", SearchOption.AllDirectories)
                )
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_example_comes_back_as_it_was(string file) => Check(File.ReadAllText(Repository.PathOf(file)), true);

    [Fact]
    public void The_drills_of_sentences_come_back_as_they_were() =>
        Assert.All(Sentence.All.Values, sentence => Check(sentence.Drill, false));

    [Fact]
    public void The_right_examples_of_documents_come_back_as_they_were() =>
        Assert.All(DiagnosticCatalogue.Codes, code => Check(DiagnosticCatalogue.Get(code).Right, false));

    [Fact]
    public void The_samples_come_back_as_they_were() => Assert.All(Samples.Texts, text => Check(text, false));

    // There and back, then there and back again.
    private static void Check(string content, bool mustWork)
    {
        var text = new SourceText("drill.sispam", content);
        Dialect from = SyntaxTree.Parse(text).Root.Dialect ?? Dialect.English;
        Dialect to = from == Dialect.English ? Dialect.Indonesian : Dialect.English;
        TranslationResult there = Translator.Translate(text, Used, to);
        if (there.Text is null)
        {
            Assert.NotEmpty(there.Problems);
            Assert.False(
                mustWork,
                string.Join(
                    "\n",
                    there.Problems.Select(p => p.Id + " " + DiagnosticCatalogue.Render(p, Dialect.English))
                )
            );
            return;
        }

        Assert.Equal(to, SyntaxTree.Parse(new SourceText("drill.sispam", there.Text)).Root.Dialect);
        TranslationResult back = Translator.Translate(new SourceText("drill.sispam", there.Text), Used, from);
        Assert.NotNull(back.Text);
        Assert.Equal(Respelled(text, there.Respellings), back.Text);

        // What came back is canonical, so nothing changes any more.
        TranslationResult again = Translator.Translate(new SourceText("drill.sispam", back.Text), Used, to);
        Assert.Equal(there.Text, again.Text);
        Assert.Empty(again.Respellings);
    }

    private static string Respelled(SourceText text, IEnumerable<Respelling> respellings)
    {
        string content = text.Content;
        foreach (Respelling respelling in respellings.Reverse())
        {
            content = content
                .Remove(respelling.Span.Start, respelling.Span.Length)
                .Insert(respelling.Span.Start, respelling.Back);
        }

        return content;
    }

    private sealed class Library : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path)
        {
            string file = Repository.PathOf("examples/" + path);
            return File.Exists(file)
                ? new UseResult(UseOutcome.Found, new SourceText(path, File.ReadAllText(file)))
                : new UseResult(UseOutcome.NotFound, null);
        }
    }
}
