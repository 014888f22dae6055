using SispamLang.Binding;
using SispamLang.Syntax;

namespace SispamLang.Export;

/// <summary>Where something in a paper comes from.</summary>
internal static class SourcePlaces
{
    private const int MostLetters = 120;

    /// <summary>The file, unless it is the drill's own, and the line.</summary>
    public static string PlaceOf(this DrillPaper paper, SourceUnit source, SyntaxNode syntax)
    {
        if (!source.IsOwn)
        {
            return paper.Texts["source.language"];
        }

        var line = paper.Values.Number(LineOf(source, syntax) + 1);
        return source.Kind == SourceUnitKind.Main
            ? paper.Texts.Say("source.line", line)
            : paper.Texts.Say("source.file-line", source.Tree.Text.Path, line);
    }

    /// <summary>A rule as it is written, on one line; the end of a long one is left out.</summary>
    public static string TextOf(DrillPaper paper, BoundRule rule)
    {
        var text = paper.Program.Rules[paper.Drill.Rules.IndexOf(rule)].Text;
        return text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…";
    }

    private static int LineOf(SourceUnit source, SyntaxNode syntax) =>
        source.Tree.Text.PositionOf(syntax.Span.Start).Line;
}
