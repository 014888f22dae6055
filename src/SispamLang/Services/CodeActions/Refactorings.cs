using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Services.CodeActions;

/// <summary>Writes what a drill says in another way: what it does stays the same.</summary>
internal static class Refactorings
{
    /// <summary>What can be done with a place or a selection.</summary>
    public static IEnumerable<CodeAction> Of(
        FixContext context,
        TextSpan range,
        CodeActionKinds kinds,
        CancellationToken cancellationToken
    )
    {
        if (kinds.HasFlag(CodeActionKinds.Inline) && new BlockForm(context).OnOneLine(range) is { } inline)
        {
            yield return Edit(context, CodeActionKinds.Inline, Wording.OnOneLine, inline);
        }

        if (kinds.HasFlag(CodeActionKinds.Rewrite) && new BlockForm(context).OnLines(range) is { } lines)
        {
            yield return Edit(context, CodeActionKinds.Rewrite, Wording.OnLines, lines);
        }

        if (
            kinds.HasFlag(CodeActionKinds.Extract)
            && new RuleOfAllPhases(context).Move(range, cancellationToken) is { } moved
        )
        {
            var throughout = context.Word(Concept.Throughout);
            yield return Edit(context, CodeActionKinds.Extract, Wording.MoveToThroughout, moved, throughout);
        }

        if (
            kinds.HasFlag(CodeActionKinds.ExtractFile)
            && new LibraryExtraction(context).Extract(range, cancellationToken) is var (path, change)
        )
        {
            yield return Action(
                CodeActionKinds.ExtractFile,
                language => Wording.ExtractLibrary.In(language, path),
                _ => change
            );
        }

        if (kinds.HasFlag(CodeActionKinds.Translate) && !context.Compilation.HasErrors)
        {
            yield return Action(
                CodeActionKinds.Translate,
                language => Wording.Translate.In(language, NameOf(Other(context.Compilation.Dialect)).In(language)),
                token => Translate(context, token)
            );
        }
    }

    private static CodeAction Edit(
        FixContext context,
        CodeActionKinds kind,
        Wording title,
        ImmutableArray<TextEdit> edits,
        params object[] gaps
    ) => Action(kind, language => title.In(language, gaps), token => Layouts.Keep(context.Tree, edits, token));

    private static CodeAction Action(
        CodeActionKinds kind,
        Func<Dialect, string> title,
        Func<CancellationToken, CodeChange> change
    ) => new(kind, title, [], false, change);

    private static Wording NameOf(Dialect dialect) => dialect == Dialect.English ? Wording.English : Wording.Indonesian;

    private static Dialect Other(Dialect dialect) => dialect == Dialect.English ? Dialect.Indonesian : Dialect.English;

    // Nothing, if it can't be said in the other dialect.
    private static CodeChange Translate(FixContext context, CancellationToken cancellationToken)
    {
        var translated = Translator.Translate(
            context.Text,
            new KnownFiles(context.Compilation.Drill),
            Other(context.Compilation.Dialect),
            cancellationToken
        );
        return translated.Text is { } text
            ? CodeChange.Of(context.Text, [Edits.Between(context.Text.Content, text)])
            : new CodeChange([], []);
    }
}
