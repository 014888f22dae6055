using System.Globalization;
using System.Text;

namespace SispamLang.Export;

/// <summary>The phases and the ways between them, as text that other programs draw.</summary>
internal static class PhaseText
{
    /// <summary>For Mermaid: a flow chart.</summary>
    public static string Mermaid(DrillPaper paper)
    {
        var text = new StringBuilder();
        foreach (var line in Marked(paper))
        {
            text.Append("%% ").Append(line).Append('\n');
        }

        text.Append("flowchart TD\n");
        foreach (var (id, label) in Nodes(paper))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {id}[\"{MermaidText(label)}\"]\n");
        }

        foreach (var way in PhaseWay.Of(paper))
        {
            var labels = string.Join("<br/>", way.Labels.Select(MermaidText));
            text.Append(CultureInfo.InvariantCulture, $"  {Id(way.From)} -->|\"{labels}\"| {Id(way.To)}\n");
        }

        return text.ToString();
    }

    /// <summary>For Graphviz.</summary>
    public static string Dot(DrillPaper paper)
    {
        var text = new StringBuilder();
        foreach (var line in Marked(paper))
        {
            text.Append("// ").Append(line).Append('\n');
        }

        var head = DotText([paper.Marking.Exercise + " · " + paper.Marking.Drill, paper.Marking.Footer]);
        text.Append("digraph phases {\n  graph [labelloc=t, label=").Append(head).Append("]\n");
        text.Append("  node [shape=box, style=rounded]\n");
        foreach (var (id, label) in Nodes(paper))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {id} [label={DotText([label])}]\n");
        }

        foreach (var way in PhaseWay.Of(paper))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {Id(way.From)} -> {Id(way.To)} [label={DotText(way.Labels)}]\n"
            );
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<(string Id, string Label)> Nodes(DrillPaper paper)
    {
        for (var i = 0; i < paper.Drill.Phases.Length; i++)
        {
            var phase = paper.Drill.Phases[i];
            yield return (
                Id(i),
                paper.TitleOf(phase) is { Length: > 0 } title ? phase.Name + ": " + title : phase.Name
            );
        }

        yield return (Id(paper.Drill.Phases.Length), paper.Texts["phases.end"]);
    }

    // A comment ends with its line, and a title may have one.
    private static string[] Marked(DrillPaper paper) =>
        [OneLine(paper.Marking.Exercise + " · " + paper.Marking.Drill), OneLine(paper.Marking.Footer)];

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Id(int phase) => string.Create(CultureInfo.InvariantCulture, $"phase{phase}");

    // Letters and digits as they are, all else as character references; blanks and commas keep it readable.
    private static string MermaidText(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in Markup.Clean(text).EnumerateRunes())
        {
            _ =
                Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or ',' or '.' or ':' or '-' or '“' or '”' or '(' or ')'
                    ? escaped.Append(rune.ToString())
                    : escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return escaped.ToString();
    }

    private static string DotText(IEnumerable<string> lines) =>
        "\""
        + string.Join("\\n", lines.Select(line => OneLine(line).Replace("\\", "\\\\").Replace("\"", "\\\"")))
        + "\"";
}
