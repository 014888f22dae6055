using SispamLang.Dialects;
using SispamLang.Services.Completion;
using SispamLang.Syntax;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Services.Completion;

/// <summary>At every word of the example drills completion offers that word.</summary>
public sealed class ExamplesTests
{
    public static TheoryData<string> Examples =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("examples"), "*.sispam", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.PathOf("examples"), file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_stands_there_is_offered(string name)
    {
        var file = Repository.PathOf("examples/" + name);
        var text = new SourceText(file, File.ReadAllText(file));
        var known = Compilation.Create(text, new Files(), TestContext.Current.CancellationToken);
        var words = WordsToComplete(known.Main).ToList();

        var missed = words.Where(token => !IsOffered(text, known, known.Main.Tokens[token].Start)).ToList();

        Assert.Empty(missed.Select(token => Marked(text, known.Main.Tokens[token].Start)));
    }

    // A name that is declared is new, so nobody could know it.
    private static IEnumerable<int> WordsToComplete(SyntaxTree tree)
    {
        var declared = tree
            .Root.Declarations.SelectMany(declaration =>
                (declaration.Clause(Concept.InIndonesian)?.All<PhraseSyntax>() ?? []).Append(declaration.Name)
            )
            .OfType<PhraseSyntax>()
            .SelectMany(name => Enumerable.Range(name.FirstToken, name.WordCount))
            .ToHashSet();
        return Enumerable
            .Range(0, tree.Tokens.Count)
            .Where(token => tree.Tokens[token].Kind == TokenKind.Word && !declared.Contains(token));
    }

    private static bool IsOffered(SourceText text, Compilation known, int position) =>
        CompletionService
            .At(text, position, known, CompletionOptions.Default, TestContext.Current.CancellationToken)
            .Any(item => Spellings(item).Any(written => Stands(text, item.Replaced.Start, written)));

    // Who has written a synonym is offered the usual word.
    private static IEnumerable<string> Spellings(CompletionItem item) =>
        item.Key.StartsWith("word:", StringComparison.Ordinal)
            ? Words.FormsOf(Enum.Parse<Concept>(item.Key[5..])).Select(form => form.Text)
            : [item.Text.ToString()];

    private static bool Stands(SourceText text, int position, string written) =>
        text.Content.AsSpan(position).StartsWith(written, StringComparison.OrdinalIgnoreCase);

    private static string Marked(SourceText text, int position)
    {
        var place = text.PositionOf(position);
        return text.LineText(place.Line).Insert(place.Column, "▮");
    }

    private sealed class Files : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path)
        {
            var file = Path.Combine(Path.GetDirectoryName(from.Path)!, path); // The path of a file has a folder.
            return new(UseOutcome.Found, new SourceText(file, File.ReadAllText(file)));
        }
    }
}
