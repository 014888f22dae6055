using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Services.CodeActions;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What can be renamed at a place, or why nothing can.</summary>
/// <param name="Span">The name as it stands there, quotes included.</param>
/// <param name="Name">The name.</param>
/// <param name="Refusal">Why not, in the reader's language; null if it can.</param>
public readonly record struct RenameTarget(TextSpan Span, string Name, string? Refusal);

/// <summary>What a new name changes, or why it can't be had.</summary>
/// <param name="Files">The files that change.</param>
/// <param name="Refusal">Why not, in the reader's language; null if it can.</param>
public sealed record RenameResult(ImmutableArray<FileChange> Files, string? Refusal);

/// <summary>Gives something declared another name, wherever it is named.</summary>
public static class Renaming
{
    /// <summary>What can be renamed at a place of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">The place.</param>
    /// <param name="workspace">All compilations.</param>
    /// <param name="language">The reader's language.</param>
    public static RenameTarget Prepare(
        string path,
        int position,
        ImmutableArray<Compilation> workspace,
        Dialect language
    )
    {
        if (NameOccurrences.At(path, position, workspace) is not { } name)
        {
            var isDoctrine = workspace.Any(compilation =>
                compilation.Drill.Sources.Any(source =>
                    source.Tree.Text.Path == path
                    && DoctrineMentions.At(source, compilation.Drill, position) is not null
                )
            );
            return Refuse(isDoctrine ? Wording.DoctrineNamesStay : Wording.NothingToRename);
        }

        return name.Symbol.Source.IsOwn
            ? new RenameTarget(name.Span, NameText.Written(name), null)
            : Refuse(Wording.ComesWithLanguage, name.Symbol.NameIn(language));

        RenameTarget Refuse(Wording reason, params object[] gaps) => new(default, "", reason.In(language, gaps));
    }

    /// <summary>Renames what is named at a place of a file. What was changed is read again, and refused unless every name in
    /// every file still means the same.</summary>
    /// <param name="path">The file.</param>
    /// <param name="position">The place.</param>
    /// <param name="newName">The new name, with or without quotes.</param>
    /// <param name="workspace">All compilations.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static RenameResult Rename(
        string path,
        int position,
        string newName,
        ImmutableArray<Compilation> workspace,
        Dialect language,
        CancellationToken cancellationToken = default
    )
    {
        if (Prepare(path, position, workspace, language).Refusal is { } refusal)
        {
            return new RenameResult([], refusal);
        }

        // There is one, or nothing could have been prepared.
        var name = NameOccurrences.At(path, position, workspace)!;
        var wanted = NameText.Unquoted(newName);
        if (Problem(name, newName, workspace, language) is { } problem)
        {
            return new RenameResult([], problem);
        }

        var result = new RenameResult([], Wording.NothingToRename.In(language));
        foreach (var spelling in NameText.Spellings(wanted))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var files = Edits(name, spelling, workspace);
            var problemThen = new Rereading(files, cancellationToken).Problem(workspace, wanted, language);
            result = problemThen is null ? new RenameResult(files, null) : new RenameResult([], problemThen);
            if (problemThen is null)
            {
                break;
            }
        }

        return result;
    }

    // What can be said without reading anything again, and so more plainly.
    private static string? Problem(
        NameOccurrence name,
        string newName,
        ImmutableArray<Compilation> workspace,
        Dialect language
    )
    {
        var wanted = NameText.Unquoted(newName);
        if (wanted.Trim().Length == 0)
        {
            return Wording.NameIsEmpty.In(language);
        }

        if (newName.Any(char.IsControl))
        {
            return Wording.NameHasBadSigns.In(language);
        }

        var symbol = name.Symbol;
        var key = SymbolKey.Of(symbol);
        var taken = Affected(key, workspace)
            .SelectMany(compilation => compilation.Drill.Sources)
            .Where(source => source.IsOwn)
            .SelectMany(source => source.Names.Find(new Name(wanted)))
            .FirstOrDefault(other => other is TemperSymbol == symbol is TemperSymbol && SymbolKey.Of(other) != key);
        return taken is null ? null : Wording.NameIsTaken.In(language, taken.Name, taken.Source.Tree.Text.Path);
    }

    /// <summary>The compilations in which something is known.</summary>
    private static IEnumerable<Compilation> Affected(SymbolKey key, ImmutableArray<Compilation> workspace) =>
        workspace.Where(compilation => compilation.Drill.Sources.Any(source => source.Tree.Text.Path == key.Path));

    // Where it is named by the name that is to change: it may have others, in Indonesian.
    private static ImmutableArray<FileChange> Edits(
        NameOccurrence name,
        string spelling,
        ImmutableArray<Compilation> workspace
    )
    {
        var oldKey = NameTable.Key(NameText.Written(name));
        return
        [
            .. References
                .Of(name.Symbol, workspace)
                .Where(r => NameTable.Key(NameText.Unquoted(r.Text.ToString(r.Span))) == oldKey)
                .GroupBy(r => r.Text.Path, StringComparer.Ordinal)
                .Select(file => new FileChange(
                    file.First().Text,
                    [.. file.Select(r => new TextEdit(r.Span, spelling)).OrderBy(edit => edit.Span.Start)]
                )),
        ];
    }
}
