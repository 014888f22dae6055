using System.Text.Json;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>
/// Each sample's tree and messages, beside it in <c>Baselines</c>. <c>SISPAM_UPDATE_BASELINES=1</c> writes them anew;
/// what changes is to be read.
/// </summary>
public class SampleTests
{
    private const string Baselines = "tests/SispamLang.Tests/Baselines";

    // One error on each line.
    private static readonly JsonSerializerOptions ErrorLayout = new() { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> All => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_has_the_tree_and_the_messages_of_its_baseline(string name)
    {
        string actual = TreeText.Of(SyntaxTree.Parse(Samples.Read(name)));

        Assert.Equal(Generated.Of($"{Baselines}/{name}.txt", actual), actual);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_invalid_samples_have_errors(string name) =>
        Assert.Equal(!Samples.IsValid(name), ErrorsOf(name).Any());

    [Fact]
    public void Invalid_samples_have_the_errors_that_the_corpus_expects()
    {
        string actual =
            JsonSerializer.Serialize(
                Samples
                    .Names.Where(name => !Samples.IsValid(name))
                    .ToDictionary(name => Path.GetFileName(name) + ".sispam", ErrorsOf),
                ErrorLayout
            ) + "\n";

        Assert.Equal(Generated.Of("grammar/corpus/invalid/expected.json", actual), actual);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_has_a_whole_tree(string name) => SyntaxChecks.Check(Samples.Read(name).Content);

    [Fact]
    public void Every_baseline_has_a_sample() =>
        Assert.Equal(
            Samples.Names,
            Directory
                .EnumerateFiles(Repository.PathOf(Baselines), "*.txt", SearchOption.AllDirectories)
                .Select(file => Path.ChangeExtension(Path.GetRelativePath(Repository.PathOf(Baselines), file), null))
                .Select(name => name.Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Twenty_mistakes_give_twenty_messages() =>
        Assert.Equal(20, SyntaxTree.Parse(Samples.Read("invalid/twenty")).Diagnostics.Length);

    [Fact]
    public void Line_ends_change_nothing_but_places()
    {
        foreach (string name in Samples.Names)
        {
            string content = Samples
                .Read(name)
                .Content.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n');
            string expected = Outline(content);

            Assert.Equal(expected, Outline(content.Replace("\n", "\r\n", StringComparison.Ordinal)));
            Assert.Equal(expected, Outline(content.Replace('\n', '\r')));
        }
    }

    private static string[] ErrorsOf(string name)
    {
        SourceText text = Samples.Read(name);
        return
        [
            .. SyntaxTree
                .Parse(text)
                .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => (text.PositionOf(d.Span.Start), DiagnosticCatalogue.IdOf(d.Code)))
                .Select(error => $"{error.Item1.Line + 1}:{error.Item1.Column + 1} {error.Item2}"),
        ];
    }

    private static string Outline(string content) =>
        TreeText
            .Of(SyntaxTree.Parse(new SourceText("sample.sispam", content)))
            .Replace("\\r\\n", "\\n", StringComparison.Ordinal)
            .Replace("\\r", "\\n", StringComparison.Ordinal);
}
