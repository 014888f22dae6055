using SispamLang.Text;

namespace SispamLang;

/// <summary>Gives the text of used files. The language itself knows nothing of files.</summary>
public interface IUseResolver
{
    /// <summary>Finds a file that another one uses.</summary>
    /// <param name="from">The file with the <c>use</c>.</param>
    /// <param name="path">The path as written: relative, with <c>/</c>.</param>
    UseResult Resolve(SourceText from, string path);
}

/// <summary>How a <c>use</c> went.</summary>
public enum UseOutcome
{
    /// <summary>The text is there.</summary>
    Found,

    /// <summary>There is no such file, or it can't be read as UTF-8 text.</summary>
    NotFound,

    /// <summary>The path, links followed, is absolute or leaves the workspace root.</summary>
    OutsideRoot,
}

/// <summary>What a <c>use</c> gave. The same file has the same <see cref="SourceText.Path"/>, however it is named.</summary>
public readonly record struct UseResult(UseOutcome Outcome, SourceText? Text)
{
    /// <summary>No file can be used.</summary>
    public static IUseResolver None { get; } = new NoFiles();

    private sealed class NoFiles : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path) => new(UseOutcome.NotFound, null);
    }
}
