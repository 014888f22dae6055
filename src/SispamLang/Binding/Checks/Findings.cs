using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>What the checks of a drill find, and how they speak of it.</summary>
internal sealed class Findings(BoundDrill drill)
{
    private readonly List<Diagnostic> _found = [];
    private readonly List<SuppressedDiagnostic> _waived = [];

    /// <summary>The drill's own file.</summary>
    public SourceUnit Main => drill.Sources[drill.Sources.Length - 1];

    /// <summary>The dialect of the drill's own file.</summary>
    public Dialect Dialect => Main.Dialect;

    public void Report(DiagnosticCode code, SourceUnit source, TextSpan span, params object[] arguments) =>
        _found.Add(new Diagnostic(code, source.Tree.Text, span, [.. arguments], []));

    /// <summary>The same with a suggestion, and what that would stand in place of.</summary>
    public void Report(
        DiagnosticCode code,
        SourceUnit source,
        TextSpan span,
        (TextSpan Span, string Word) suggestion,
        params object[] arguments
    ) =>
        _found.Add(
            new Diagnostic(code, source.Tree.Text, span, [.. arguments], [])
            {
                Suggestion = suggestion.Word,
                SuggestionSpan = suggestion.Span,
            }
        );

    /// <summary>A rule of a doctrine is not kept. What is waived counts for nothing.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="waiver">The planner's decision not to keep it, or null.</param>
    /// <param name="source">The file of the finding.</param>
    /// <param name="span">Its place.</param>
    /// <param name="what">What the rule asks for.</param>
    public void Report(DoctrineRule rule, Waiver? waiver, SourceUnit source, TextSpan span, string what)
    {
        var finding = new Diagnostic(
            DiagnosticCode.DoctrineNotKept,
            source.Tree.Text,
            span,
            [Quote(rule.FullName), rule.Article, what, rule.Reason],
            []
        );
        if (waiver is null)
        {
            _found.Add(finding);
        }
        else
        {
            _waived.Add(new SuppressedDiagnostic(finding, waiver.Reason));
        }
    }

    /// <summary>What is not kept, but waived.</summary>
    public ImmutableArray<SuppressedDiagnostic> Waived => [.. _waived];

    /// <summary>Where the drill says that it follows a doctrine; the start of the drill if it does not say so.</summary>
    public (SourceUnit Source, TextSpan Span) PlaceOfDoctrine(string name)
    {
        var key = NameTable.Key(name);
        var follows = Binder.FollowsOf(Main.Tree).FirstOrDefault(p => NameTable.Key(p.ToString()) == key);
        return (Main, follows?.Span ?? Main.Tree.Root.Declarations.FirstOrDefault()?.Children[0].Span ?? default);
    }

    /// <summary>All of them, in the order of the text of each file.</summary>
    public ImmutableArray<Diagnostic> InOrder() =>
        _found.Count == 0
            ? []
            : [.. _found.OrderBy(d => d.Text.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start)];

    public static string Quote(string name) => "“" + name + "”";

    public static string OneLine(SyntaxNode node) => Quote(node.ToOneLine());

    /// <summary>A length of time as the drill would write it.</summary>
    public string Time(long ms) => ValueText.Duration(ms, Dialect);

    public static long Least(BoundSpan span) => span.Low.Param?.Min ?? span.Low.Constant;

    public static long Most(BoundSpan span) => span.High.Param?.Max ?? span.High.Constant;
}
