using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Finds what an editor can offer at a place.</summary>
public sealed class CodeActionList
{
    // More than anyone would choose from.
    private const int MostMessages = 50;

    private readonly FixContext _context;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<CodeAction>.Builder _found = ImmutableArray.CreateBuilder<CodeAction>();

    private CodeActionList(Compilation compilation, CancellationToken cancellationToken)
    {
        _context = new FixContext(compilation);
        _cancellationToken = cancellationToken;
    }

    /// <summary>What can be done in the drill's own file at a place.</summary>
    /// <param name="compilation">The drill.</param>
    /// <param name="range">The place, or what is selected.</param>
    /// <param name="kinds">What is wanted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<CodeAction> At(
        Compilation compilation,
        TextSpan range,
        CodeActionKinds kinds = CodeActionKinds.All,
        CancellationToken cancellationToken = default
    )
    {
        var list = new CodeActionList(compilation, cancellationToken);
        if (kinds.HasFlag(CodeActionKinds.QuickFix))
        {
            list.AddQuickFixes(range);
        }

        if (kinds.HasFlag(CodeActionKinds.FixAll))
        {
            list.AddFixAll();
        }

        list._found.AddRange(Refactorings.Of(list._context, range, kinds, cancellationToken));
        return list._found.ToImmutable();
    }

    private IEnumerable<Diagnostic> Messages =>
        _context.Compilation.Diagnostics.Where(diagnostic => diagnostic.Text == _context.Text);

    private IEnumerable<Diagnostic> SafelyFixed =>
        Messages.Where(diagnostic => Fixes.AreSafe(diagnostic.Code) && Fixes.Of(_context, diagnostic).Any());

    private void AddQuickFixes(TextSpan range)
    {
        var here = Messages
            .Where(diagnostic => diagnostic.Span.Start <= range.End && diagnostic.Span.End >= range.Start)
            .Take(MostMessages)
            .ToList();
        foreach (var diagnostic in here)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (var fix in Fixes.Of(_context, diagnostic))
            {
                Add(fix, [diagnostic]);
            }
        }

        foreach (var code in here.Select(diagnostic => diagnostic.Code).Distinct().Where(Fixes.AreSafe))
        {
            AddEverywhere(code);
        }

        foreach (var same in here.GroupBy(diagnostic => (diagnostic.Code, _context.LineStart(diagnostic.Span.Start))))
        {
            foreach (var fix in Suppression.Of(_context, same.First()))
            {
                Add(fix, [.. same]);
            }
        }
    }

    private void Add(Fix fix, ImmutableArray<Diagnostic> diagnostics) =>
        _found.Add(
            new CodeAction(
                CodeActionKinds.QuickFix,
                fix.TitleIn,
                diagnostics,
                fix.IsPreferred,
                token => Layouts.Keep(_context.Tree, fix.Edits, token)
            )
        );

    // All messages of one code at once.
    private void AddEverywhere(DiagnosticCode code)
    {
        var all = SafelyFixed.Where(diagnostic => diagnostic.Code == code).ToImmutableArray();
        if (all.Length > 1)
        {
            var count = all.Length.ToString(CultureInfo.InvariantCulture);
            _found.Add(
                new CodeAction(
                    CodeActionKinds.QuickFix,
                    language => Wording.Everywhere.In(language, DiagnosticCatalogue.IdOf(code), count),
                    all,
                    false,
                    token => ChangeAll(all, token)
                )
            );
        }
    }

    private void AddFixAll()
    {
        var all = SafelyFixed.ToImmutableArray();
        if (all.Length > 0)
        {
            _found.Add(
                new CodeAction(
                    CodeActionKinds.FixAll,
                    language => Wording.FixAll.In(language),
                    all,
                    false,
                    token => ChangeAll(all, token)
                )
            );
        }
    }

    // The best fix of each; one that gets in the way of another has to wait for the next time.
    private CodeChange ChangeAll(ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var taken = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var diagnostic in diagnostics)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fix = Fixes.Of(_context, diagnostic).FirstOrDefault();
            if (fix is not null && fix.Edits.All(edit => taken.All(other => AreApart(edit.Span, other.Span))))
            {
                taken.AddRange(fix.Edits);
            }
        }

        return Layouts.Keep(
            _context.Tree,
            [.. taken.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length)],
            cancellationToken
        );
    }

    private static bool AreApart(TextSpan one, TextSpan other) => one.End <= other.Start || other.End <= one.Start;
}
