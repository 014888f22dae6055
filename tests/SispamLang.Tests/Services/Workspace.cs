using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>Files that use each other, one of them with the place <c>▮</c> where the user stands.</summary>
internal sealed class Workspace : IUseResolver
{
    private const char Mark = '▮';
    private readonly Dictionary<string, SourceText> _files = new(StringComparer.Ordinal);

    /// <summary>One file, <c>drill.sispam</c>.</summary>
    public Workspace(string drill)
        : this(("drill.sispam", drill)) { }

    /// <summary>Some files.</summary>
    public Workspace(params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            var mark = content.IndexOf(Mark);
            if (mark >= 0)
            {
                (Path, Position) = (path, mark);
            }

            _files.Add(path, new SourceText(path, content.Replace(Mark.ToString(), "")));
        }

        Compilations = [.. _files.Values.Select(text => Compilation.Create(text, this))];
    }

    /// <summary>The file with the mark.</summary>
    public string Path { get; } = "drill.sispam";

    /// <summary>The place of the mark.</summary>
    public int Position { get; }

    /// <summary>Every file as a drill of its own.</summary>
    public ImmutableArray<Compilation> Compilations { get; }

    /// <summary>The compilation of the file with the mark.</summary>
    public Compilation Compilation => Compilations.First(compilation => compilation.Main.Text.Path == Path);

    /// <summary>The file with the mark, as part of its compilation.</summary>
    public SourceUnit Source => Compilation.Drill.Sources[^1];

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path) =>
        _files.TryGetValue(path, out var text)
            ? new UseResult(UseOutcome.Found, text)
            : new UseResult(UseOutcome.NotFound, null);
}
