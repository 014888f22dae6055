using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Moves declarations to a file of their own, which this one then uses.</summary>
internal sealed class LibraryExtraction(FixContext context)
{
    private static readonly Concept[] Movable =
    [
        Concept.Place,
        Concept.Unit,
        Concept.Formation,
        Concept.Role,
        Concept.Crowd,
        Concept.Temper,
        Concept.Tactic,
        Concept.Event,
        Concept.Counter,
    ];

    // What is in a used file comes first, and what is due in one instant enters in that order.
    private static readonly Concept[] Acting =
    [
        Concept.Unit,
        Concept.Formation,
        Concept.Crowd,
        Concept.Event,
        Concept.Phase,
        Concept.Throughout,
    ];

    /// <summary>The change; null if what is selected can't be moved without changing what the drill does.</summary>
    public (string Path, CodeChange Change)? Extract(TextSpan selection, CancellationToken cancellationToken)
    {
        var all = context.Tree.Root.Declarations.ToList();
        var selected = all.Where(d => d.Span.Start < selection.End && d.Span.End > selection.Start).ToList();
        if (
            selection.Length == 0
            || selected.Count == 0
            || context.Compilation.HasErrors
            || selected.Exists(d => !Movable.Contains(d.Kind))
            || !ComeFirst(all.Where(d => Acting.Contains(d.Kind)), selected)
            || !ComeFirst(all.Where(d => d.Kind == Concept.Place), selected) // The first is where units are sent.
        )
        {
            return null;
        }

        var lines = LinesOf(selected[0], selected[selected.Count - 1]);
        var dialect = context.Compilation.Dialect.ShortName();
        var head = $"{SyntaxTree.LanguageMark} {dialect}{context.NewLine}{context.NewLine}";
        var path = FreePath(selected);
        var use = Insertion.Of(context, Concept.Use, $"{context.Word(Concept.Use)} \"{path}\"");
        ImmutableArray<TextEdit> edits = [.. new[] { use, new TextEdit(lines, "") }.OrderBy(e => e.Span.Start)];
        if (use.Span.Start > lines.Start && use.Span.Start < lines.End)
        {
            return null;
        }

        var library = new SourceText(Beside(path), head + context.Text.ToString(lines).TrimEnd() + context.NewLine);
        var change = Layouts.Keep(context.Tree, edits, cancellationToken) with { NewFiles = [library] };
        return IsRight(change, library, path, cancellationToken) ? (path, change) : null;
    }

    private static bool ComeFirst(IEnumerable<DeclarationSyntax> all, List<DeclarationSyntax> selected) =>
        !all.SkipWhile(selected.Contains).Any(selected.Contains);

    // With the comments right above.
    private TextSpan LinesOf(DeclarationSyntax first, DeclarationSyntax last)
    {
        var text = context.Text;
        var line = text.PositionOf(first.Span.Start).Line;
        while (line > 0 && IsCommentOfDeclaration(text.LineText(line - 1)))
        {
            line--;
        }

        var lines = Removal.LinesOf(context, TextSpan.FromBounds(first.Span.Start, last.Span.End));
        return TextSpan.FromBounds(Math.Min(lines.Start, text.LineStarts[line]), lines.End);
    }

    private static bool IsCommentOfDeclaration(string line) =>
        line.TrimStart().StartsWith('#')
        && !line.StartsWith(SyntaxTree.LanguageMark, StringComparison.Ordinal)
        && !line.StartsWith(SyntaxTree.ToolMark, StringComparison.Ordinal);

    // By what is in it, if that is all of one kind.
    private string FreePath(List<DeclarationSyntax> selected)
    {
        var kind = selected.TrueForAll(d => d.Kind == selected[0].Kind) ? selected[0].Kind : Concept.Use;
        var name = kind == Concept.Use ? context.Say(Wording.LibraryName) : context.Word(kind);
        var used = context.Source.Uses.Select(use => use.Path).ToList();
        var path = name + ".sispam";
        for (var number = 2; used.Contains(path); number++)
        {
            path = $"{name}-{number.ToString(CultureInfo.InvariantCulture)}.sispam";
        }

        return path;
    }

    private string Beside(string path) =>
        context.Text.Path.Substring(0, context.Text.Path.LastIndexOfAny(['/', '\\']) + 1) + path;

    private bool IsRight(CodeChange change, SourceText library, string path, CancellationToken cancellationToken)
    {
        var text = Edits.Apply(context.Text.Content, change.Files[0].Edits);
        var after = Compilation.Create(
            new SourceText(context.Text.Path, text),
            new WithOne(new KnownFiles(context.Compilation.Drill), path, library),
            context.Compilation.Options,
            cancellationToken
        );
        return !after.HasErrors && after.Drill.Phases.Length == context.Compilation.Drill.Phases.Length;
    }

    /// <summary>Other files and one that is new.</summary>
    private sealed class WithOne(IUseResolver others, string path, SourceText text) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string wanted) =>
            wanted == path ? new UseResult(UseOutcome.Found, text) : others.Resolve(from, wanted);
    }
}
