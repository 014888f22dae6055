using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>One file of a drill: its tree, and what the binder found in it.</summary>
public sealed class SourceUnit
{
    private readonly ImmutableArray<NameReference>.Builder _references = ImmutableArray.CreateBuilder<NameReference>();
    private readonly ImmutableArray<WordUse>.Builder _words = ImmutableArray.CreateBuilder<WordUse>();

    internal SourceUnit(SyntaxTree tree, SourceUnitKind kind, ImmutableArray<UsedFile> uses)
    {
        Tree = tree;
        Kind = kind;
        Uses = uses;
        Diagnostics = new DiagnosticBag(tree.Text);
        Dialect = tree.Root.Dialect ?? Dialect.English;
    }

    /// <summary>Its tree.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Which part it plays.</summary>
    public SourceUnitKind Kind { get; }

    /// <summary>The files it uses.</summary>
    public ImmutableArray<UsedFile> Uses { get; }

    /// <summary>The dialect it is written in; English if nothing in it tells.</summary>
    public Dialect Dialect { get; }

    /// <summary>Where names stand, and what they name; in no certain order.</summary>
    public IReadOnlyList<NameReference> References => _references;

    /// <summary>Where built-in words stand that only the binder can tell from names; in no certain order.</summary>
    public IReadOnlyList<WordUse> WordUses => _words;

    /// <summary>Its number in the drill: 0 for the prelude, the drill's own file last.</summary>
    public int Number { get; internal set; }

    internal DiagnosticBag Diagnostics { get; }

    internal NameTable Names { get; } = new();

    /// <param name="firstToken">The first token of the name.</param>
    /// <param name="endToken">The token after it.</param>
    /// <param name="symbol">What it names.</param>
    /// <param name="takesPart">Being named so makes a prelude unit or role take part in the drill.</param>
    internal void Refer(int firstToken, int endToken, Symbol symbol, bool takesPart = true)
    {
        symbol.IsUsed |= takesPart;
        _references.Add(new NameReference(firstToken, endToken, symbol));
    }

    internal void Use(int firstToken, int endToken, Concept concept) =>
        _words.Add(new WordUse(firstToken, endToken, concept));
}

/// <summary>A file that another one uses, and the path by which it does.</summary>
public readonly record struct UsedFile(string Path, SourceUnit Unit);

/// <summary>Which part a file plays in a drill.</summary>
public enum SourceUnitKind
{
    /// <summary>The prelude.</summary>
    Prelude,

    /// <summary>A used file.</summary>
    Library,

    /// <summary>The drill's own file.</summary>
    Main,
}

/// <summary>A run of tokens that names something.</summary>
public readonly record struct NameReference(int FirstToken, int EndToken, Symbol Symbol);

/// <summary>A run of tokens that is a built-in word.</summary>
public readonly record struct WordUse(int FirstToken, int EndToken, Concept Concept);
