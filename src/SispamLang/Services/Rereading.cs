using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Services.CodeActions;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Reads compilations again with changed files, and compares what the names in them mean.</summary>
internal sealed class Rereading(ImmutableArray<FileChange> files, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, FileChange> _files = files.ToDictionary(
        file => file.Text.Path,
        StringComparer.Ordinal
    );

    /// <summary>Why the changes can't be made, in the reader's language; null if everything means what it did.</summary>
    /// <param name="workspace">All compilations.</param>
    /// <param name="newName">The name that is new in the changes.</param>
    /// <param name="language">The reader's language.</param>
    public string? Problem(IEnumerable<Compilation> workspace, string newName, Dialect language)
    {
        foreach (var before in workspace.Where(IsTouched))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var after = Compilation.Create(
                Edited(before.Main.Text),
                new KnownFiles(before.Drill, Edited),
                before.Options,
                cancellationToken
            );
            var problem =
                NewError(before, after, newName, language)
                ?? OtherKind(before, after, language)
                ?? OtherMeaning(before, after, newName, language);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private bool IsTouched(Compilation compilation) =>
        compilation.Drill.Sources.Any(source => _files.ContainsKey(source.Tree.Text.Path));

    private SourceText Edited(SourceText text) =>
        _files.TryGetValue(text.Path, out var file)
            ? new SourceText(text.Path, Edits.Apply(text.Content, file.Edits))
            : text;

    // Which error is new can be told by its code alone, as places have moved.
    private static string? NewError(Compilation before, Compilation after, string newName, Dialect language)
    {
        var known = Errors(before).Select(error => error.Code).ToList();
        var found = Errors(after).FirstOrDefault(error => !known.Remove(error.Code));
        return found is null
            ? null
            : Wording.WouldBeWrong.In(language, newName, DiagnosticCatalogue.Render(found, language));
    }

    // Why a file can't be used is not known here, only that it was not.
    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.Diagnostics.Where(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Code != DiagnosticCode.UseNotFound
        );

    // A unit without `as` is of the kind that its name begins with.
    private string? OtherKind(Compilation before, Compilation after, Dialect language)
    {
        var kinds = after
            .Drill.Sources.SelectMany(source => source.Names.All.OfType<UnitSymbol>())
            .ToDictionary(SymbolKey.Of, unit => unit.Kind);
        var changed = before
            .Drill.Sources.SelectMany(source => source.Names.All.OfType<UnitSymbol>())
            .FirstOrDefault(unit =>
                unit.Kind.Length > 0
                && kinds.TryGetValue(Moved(SymbolKey.Of(unit)), out var kind)
                && !string.Equals(kind, unit.Kind, StringComparison.Ordinal)
            );
        return changed is null
            ? null
            : Wording.KindWouldChange.In(language, changed.Kind, Words.Canonical(Concept.As, language));
    }

    private string? OtherMeaning(Compilation before, Compilation after, string newName, Dialect language)
    {
        var now = after
            .Drill.Sources.Where(source => source.IsOwn)
            .ToDictionary(source => source.Tree.Text.Path, StringComparer.Ordinal);
        foreach (var source in before.Drill.Sources.Where(source => source.IsOwn))
        {
            var path = source.Tree.Text.Path;
            var meant = NameOccurrences
                .In(source)
                .Select(name => new Meaning(
                    Moved(path, name.Span.Start),
                    Moved(path, name.Span.End),
                    Moved(SymbolKey.Of(name.Symbol))
                ));
            var means = now.TryGetValue(path, out var same)
                ? NameOccurrences
                    .In(same)
                    .Select(name => new Meaning(name.Span.Start, name.Span.End, SymbolKey.Of(name.Symbol)))
                : [];
            var different = new HashSet<Meaning>(meant);
            different.SymmetricExceptWith(means);
            if (different.Count > 0)
            {
                var first = different.Min(meaning => meaning.Start);
                var line = Edited(source.Tree.Text).PositionOf(first).Line + 1;
                return Wording.WouldReadOtherwise.In(language, newName, path, line);
            }
        }

        return null;
    }

    private SymbolKey Moved(SymbolKey key) => key with { Start = Moved(key.Path, key.Start) };

    private int Moved(string path, int position) =>
        _files.TryGetValue(path, out var file)
            ? position
                + file.Edits.Where(edit => edit.Span.End <= position)
                    .Sum(edit => edit.NewText.Length - edit.Span.Length)
            : position;

    private readonly record struct Meaning(int Start, int End, SymbolKey Symbol);
}
