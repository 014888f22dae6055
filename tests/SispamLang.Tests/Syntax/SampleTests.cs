using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Tests.Shared;

namespace SispamLang.Tests.Syntax;

/// <summary>
/// Each sample's tree and messages, beside it in <c>Baselines</c>. <c>SISPAM_UPDATE_BASELINES=1</c> writes them anew;
/// what changes is to be read.
/// </summary>
public class SampleTests
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1";

    public static TheoryData<string> All => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_has_the_tree_and_the_messages_of_its_baseline(string name)
    {
        string actual = TreeText.Of(SyntaxTree.Parse(Samples.Read(name)));
        string path = Repository.PathOf($"tests/SispamLang.Tests/Baselines/{name}.txt");
        if (IsUpdating)
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_broken_samples_have_errors(string name)
    {
        IEnumerable<Diagnostic> errors = SyntaxTree
            .Parse(Samples.Read(name))
            .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(name.StartsWith("broken-", StringComparison.Ordinal), errors.Any());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_has_a_whole_tree(string name) => SyntaxChecks.Check(Samples.Read(name).Content);

    [Fact]
    public void Every_baseline_has_a_sample() =>
        Assert.Equal(
            Samples.Names,
            Directory
                .EnumerateFiles(Repository.PathOf("tests/SispamLang.Tests/Baselines"), "*.txt")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Twenty_mistakes_give_twenty_messages() =>
        Assert.Equal(20, SyntaxTree.Parse(Samples.Read("broken-twenty")).Diagnostics.Length);

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

    private static string Outline(string content) =>
        TreeText
            .Of(SyntaxTree.Parse(new SispamLang.Text.SourceText("sample.sispam", content)))
            .Replace("\\r\\n", "\\n", StringComparison.Ordinal)
            .Replace("\\r", "\\n", StringComparison.Ordinal);
}
