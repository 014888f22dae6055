using System.Collections.Immutable;
using SispamLang.Services.Completion;
using SispamLang.Text;

namespace SispamLang.Tests.Services.Completion;

/// <summary>Completion at a mark in a text.</summary>
internal static class Completing
{
    public const char Mark = '▮';

    /// <summary>What is offered at the mark; the drill is known as it stands without it.</summary>
    public static ImmutableArray<CompletionItem> At(string marked, CompletionOptions? options = null)
    {
        var position = marked.IndexOf(Mark, StringComparison.Ordinal);
        var text = new SourceText("drill.sispam", marked.Remove(position, 1));
        var known = Compilation.Create(text, UseResult.None, TestContext.Current.CancellationToken);
        return CompletionService.At(text, position, known, options ?? CompletionOptions.Default);
    }

    /// <summary>The text after the first item of a label has been taken.</summary>
    public static string Taking(string label, string marked, CompletionOptions? options = null)
    {
        var item = At(marked, options).First(i => i.Label == label);
        var text = marked.Remove(marked.IndexOf(Mark, StringComparison.Ordinal), 1);
        return text[..item.Replaced.Start] + item.Text + text[item.Replaced.End..];
    }
}
