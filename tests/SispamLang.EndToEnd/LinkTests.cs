using System.Text;
using System.Text.RegularExpressions;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>Documentation that points at what isn't there is worse than none.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_finds_its_target(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        string text = CodeBlock().Replace(File.ReadAllText(Repository.PathOf(page)), "");
        List<string> broken = [];
        foreach (string link in Link().Matches(text).Select(m => m.Groups["target"].Value))
        {
            if (
                link.StartsWith("https://", StringComparison.Ordinal)
                || link.StartsWith("http://", StringComparison.Ordinal)
            )
            {
                continue;
            }

            string[] parts = link.Split('#', 2);
            string target =
                parts[0].Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            if (!File.Exists(target) && !Directory.Exists(target))
            {
                broken.Add(link);
            }
            else if (parts.Length == 2 && !Anchors(target).Contains(parts[1]))
            {
                broken.Add(link + " (no such heading)");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void The_tour_leads_to_every_project()
    {
        string tour = File.ReadAllText(Repository.PathOf("docs/architecture.md"));

        foreach (
            string project in Directory.EnumerateDirectories(Repository.PathOf("src")).Select(d => Path.GetFileName(d))
        )
        {
            Assert.Contains($"](../src/{project}/", tour, StringComparison.Ordinal);
        }
    }

    // As code hosts make them: lower case, blanks to hyphens, signs left out.
    private static HashSet<string> Anchors(string page) =>
        page.EndsWith(".md", StringComparison.Ordinal)
            ?
            [
                .. Heading()
                    .Matches(CodeBlock().Replace(File.ReadAllText(page), ""))
                    .Select(m => Anchor(m.Groups["title"].Value)),
            ]
            : [];

    private static string Anchor(string title)
    {
        var anchor = new StringBuilder();
        foreach (char c in title.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                anchor.Append(c);
            }
            else if (c == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+\s+(?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
