using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Services;
using SispamLang.Services.CodeActions;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>What holds for every name of every example.</summary>
public sealed class RenamingLawTests
{
    public static TheoryData<string> Examples =>
        [.. Directory.GetFiles(Repository.PathOf("examples"), "*.sispam").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_name_that_was_changed_and_changed_back_leaves_the_text_as_it_was(string example)
    {
        var content = File.ReadAllText(Repository.PathOf("examples/" + example));
        var drill = Compile(content);
        foreach (var symbol in drill.Drill.Sources[^1].Names.All)
        {
            // Its kind stays at its front.
            var name = ((symbol as UnitSymbol)?.Kind + " Baru X").TrimStart();
            var there = Rename(drill, symbol.Span.Start, name);
            Assert.NotEqual(content, there);

            var renamed = Compile(there);
            var declared = renamed.Drill.Sources[^1].Names.All.Single(other => other.Name == name);
            var back = Rename(renamed, declared.Span.Start, symbol.Name);
            Assert.Equal(AsDeclared(content, symbol), AsDeclared(back, symbol));
        }
    }

    private static string Rename(Compilation drill, int position, string name)
    {
        var result = Renaming.Rename("drill.sispam", position, name, [drill], Dialect.English);
        Assert.Null(result.Refusal);
        var file = Assert.Single(result.Files);
        return Edits.Apply(file.Text.Content, file.Edits);
    }

    // A name comes back as it was declared, and without quotes that it does not need.
    private static string AsDeclared(string text, Symbol symbol) =>
        text.Replace("\"" + symbol.Name + "\"", symbol.Name, StringComparison.Ordinal)
            .Replace(symbol.Name, symbol.Name, StringComparison.OrdinalIgnoreCase);

    private static Compilation Compile(string content) =>
        Compilation.Create(new SourceText("drill.sispam", content), UseResult.None);
}
