using System.Collections.Immutable;
using SispamLang.Syntax;

namespace SispamLang.Diagnostics;

/// <summary>A message that the planner has decided not to hear, and why.</summary>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason);

/// <summary>The messages about one file, with those apart that a comment above them silences.</summary>
/// <param name="Heard">What is left, and what is wrong with the comments.</param>
/// <param name="Suppressed">What is silenced.</param>
internal readonly record struct Suppressions(
    ImmutableArray<Diagnostic> Heard,
    ImmutableArray<SuppressedDiagnostic> Suppressed
)
{
    /// <summary>Reads the file's comments.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="found">Everything that was found in it.</param>
    /// <param name="isLookedFor">Whether a code was looked for, so that a comment that silences nothing is one too many.</param>
    public static Suppressions Apply(
        SyntaxTree tree,
        ImmutableArray<Diagnostic> found,
        Func<DiagnosticCode, bool> isLookedFor
    )
    {
        var problems = new DiagnosticBag(tree.Text);
        var reasons = new Dictionary<(int Line, DiagnosticCode Code), IgnoreComment>();
        var unused = new Dictionary<IgnoreComment, DiagnosticCode>();
        foreach (var comment in IgnoreComment.In(tree))
        {
            if (CodeOf(comment, problems) is not { } code)
            {
                continue;
            }

            unused.Add(comment, code);
            if (comment.Line is { } line && !reasons.ContainsKey((line, code)))
            {
                reasons.Add((line, code), comment);
            }
        }

        if (unused.Count == 0)
        {
            return new Suppressions(found.AddRange(problems.ToImmutable()), []);
        }

        var heard = ImmutableArray.CreateBuilder<Diagnostic>();
        var suppressed = ImmutableArray.CreateBuilder<SuppressedDiagnostic>();
        foreach (var diagnostic in found)
        {
            // What spans several lines stands on its first.
            var line = tree.Text.PositionOf(diagnostic.Span.Start).Line;
            if (reasons.TryGetValue((line, diagnostic.Code), out var comment))
            {
                unused.Remove(comment);
                suppressed.Add(new SuppressedDiagnostic(diagnostic, comment.Reason));
            }
            else
            {
                heard.Add(diagnostic);
            }
        }

        foreach (var comment in unused.Where(pair => isLookedFor(pair.Value)))
        {
            problems.Report(DiagnosticCode.IgnoresNothing, comment.Key.Span, DiagnosticCatalogue.IdOf(comment.Value));
        }

        heard.AddRange(problems.ToImmutable());
        return new Suppressions(heard.ToImmutable(), suppressed.ToImmutable());
    }

    // The code that a comment silences, or null if it silences none.
    private static DiagnosticCode? CodeOf(IgnoreComment comment, DiagnosticBag problems)
    {
        if (comment.Code.Length == 0 || comment.Reason.Length == 0)
        {
            problems.Report(
                DiagnosticCode.IgnoreWithoutReason,
                comment.Span,
                comment.Code.Length == 0 ? "SIS3004" : comment.Code
            );
            return null;
        }

        if (DiagnosticCatalogue.FromId(comment.Code) is not { } code)
        {
            var near = Nearest.To(comment.Code, DiagnosticCatalogue.Codes.Select(DiagnosticCatalogue.IdOf));
            problems.Add(
                new Diagnostic(
                    DiagnosticCode.IgnoresUnknownCode,
                    problems.Text,
                    comment.Span,
                    [comment.Code, near ?? ""],
                    []
                )
                {
                    Suggestion = near,
                    SuggestionSpan = comment.CodeSpan,
                }
            );
            return null;
        }

        if (DiagnosticCatalogue.Get(code).Severity == DiagnosticSeverity.Error)
        {
            problems.Report(DiagnosticCode.IgnoresError, comment.Span, DiagnosticCatalogue.IdOf(code));
            return null;
        }

        return code;
    }
}
