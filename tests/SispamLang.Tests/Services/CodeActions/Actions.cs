using SispamLang.Dialects;
using SispamLang.Services.CodeActions;
using SispamLang.Tests.Formatting;
using SispamLang.Text;

namespace SispamLang.Tests.Services.CodeActions;

/// <summary>Asks for code actions and makes their changes.</summary>
internal static class Actions
{
    /// <summary>What is offered at the marked place.</summary>
    public static IReadOnlyList<CodeAction> At(Marked drill, CodeActionKinds kinds) =>
        CodeActionList.At(drill.Compilation, drill.Range, kinds);

    /// <summary>The titles of what is offered at the marked place.</summary>
    public static IEnumerable<string> Titles(string text, CodeActionKinds kinds, Dialect language = Dialect.English) =>
        At(new Marked(text), kinds).Select(action => action.Title(language));

    /// <summary>The text after the change with that title.</summary>
    public static string Apply(string text, string title, CodeActionKinds kinds = CodeActionKinds.All)
    {
        var drill = new Marked(text);
        CodeAction action = Assert.Single(At(drill, kinds), action => action.Title(Dialect.English) == title);
        return Apply(drill.Text, action);
    }

    /// <summary>The text after a change of this one file.</summary>
    public static string Apply(string text, CodeAction action)
    {
        CodeChange change = action.Change(TestContext.Current.CancellationToken);
        Assert.Empty(change.NewFiles);
        FileChange file = Assert.Single(change.Files);
        Assert.Equal(text, file.Text.Content);
        return FormatterLaw.Apply(text, file.Edits);
    }

    /// <summary>The drill of a text.</summary>
    public static Compilation Compile(string text) =>
        Compilation.Create(new SourceText("drill.sispam", text), UseResult.None);
}
