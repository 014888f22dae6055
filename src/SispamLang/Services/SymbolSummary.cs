using SispamLang.Binding;
using SispamLang.Dialects;

namespace SispamLang.Services;

/// <summary>What a planner wants to know of something declared, as Markdown.</summary>
public static class SymbolSummary
{
    /// <summary>The summary.</summary>
    /// <param name="symbol">What it is of.</param>
    /// <param name="drill">The drill it takes part in.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Symbol symbol, BoundDrill drill, Dialect language)
    {
        var kind = Words.Canonical(symbol.Declaration.Kind, language);
        var head = kind + " **" + Markdown.Escape(symbol.NameIn(language)) + "**";
        var title = symbol.Title.Length == 0 ? "" : ": " + Markdown.Escape(symbol.Title);
        return head + title + "\n\n" + Markdown.Items(new SymbolFacts(drill, language).Of(symbol));
    }
}
