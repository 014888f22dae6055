using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Sorts of code actions.</summary>
[Flags]
public enum CodeActionKinds
{
    /// <summary>Puts right what a message is about, or silences the message.</summary>
    QuickFix = 1,

    /// <summary>Takes something out of where it is.</summary>
    Extract = 2,

    /// <summary>Writes something shorter.</summary>
    Inline = 4,

    /// <summary>Writes something in another form.</summary>
    Rewrite = 8,

    /// <summary>Puts right all that is safe to put right in the whole file.</summary>
    FixAll = 16,

    /// <summary>Turns the whole file into the other dialect.</summary>
    Translate = 32,

    /// <summary>Takes something out to a file of its own.</summary>
    ExtractFile = 64,

    /// <summary>All of them.</summary>
    All = QuickFix | Extract | Inline | Rewrite | FixAll | Translate | ExtractFile,
}

/// <summary>A change that an editor offers. What exactly it changes is worked out when it is asked for.</summary>
public sealed class CodeAction
{
    private readonly Func<Dialect, string> _title;
    private readonly Func<CancellationToken, CodeChange> _change;

    internal CodeAction(
        CodeActionKinds kind,
        Func<Dialect, string> title,
        ImmutableArray<Diagnostic> diagnostics,
        bool isPreferred,
        Func<CancellationToken, CodeChange> change
    )
    {
        Kind = kind;
        Diagnostics = diagnostics;
        IsPreferred = isPreferred;
        _title = title;
        _change = change;
    }

    /// <summary>What sort it is; one of them.</summary>
    public CodeActionKinds Kind { get; }

    /// <summary>The messages that it makes go away.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>It is most probably what is wanted.</summary>
    public bool IsPreferred { get; }

    /// <summary>What it does, in the reader's language.</summary>
    public string Title(Dialect language) => _title(language);

    /// <summary>What it changes.</summary>
    public CodeChange Change(CancellationToken cancellationToken = default) => _change(cancellationToken);
}

/// <summary>Changes of files, and files that are new.</summary>
/// <param name="Files">The files that change.</param>
/// <param name="NewFiles">The files that are new. Their paths are like those of the files beside them.</param>
public sealed record CodeChange(ImmutableArray<FileChange> Files, ImmutableArray<SourceText> NewFiles)
{
    /// <summary>A change of one file.</summary>
    internal static CodeChange Of(SourceText text, IEnumerable<TextEdit> edits) =>
        new([new FileChange(text, [.. edits])], []);
}

/// <summary>The changes of one file, in the order of the text; they do not overlap.</summary>
/// <param name="Text">The file as it is.</param>
/// <param name="Edits">The changes.</param>
public sealed record FileChange(SourceText Text, ImmutableArray<TextEdit> Edits);
