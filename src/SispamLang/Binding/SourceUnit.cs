using System.Collections.Immutable;
using SispamLang.Collections;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>One file of a drill: its tree, and what the binder found in it.</summary>
public sealed class SourceUnit
{
    internal SourceUnit(SyntaxTree tree, SourceUnitKind kind, ImmutableArray<UsedFile> uses)
    {
        Tree = tree;
        Kind = kind;
        Uses = uses;
        Diagnostics = new DiagnosticBag(tree.Text);
        Dialect = tree.Root.Dialect ?? Dialect.English;
        WordsInPhrases = new BuiltInWords(tree.Tokens.Count);
    }

    /// <summary>Its tree.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Which part it plays.</summary>
    public SourceUnitKind Kind { get; }

    /// <summary>The user wrote it; it does not come with the language.</summary>
    public bool IsOwn => Kind is SourceUnitKind.Library or SourceUnitKind.Main;

    /// <summary>The files it uses.</summary>
    public ImmutableArray<UsedFile> Uses { get; }

    /// <summary>The dialect it is written in; English if nothing in it tells.</summary>
    public Dialect Dialect { get; }

    /// <summary>Its number in the drill: 0 for the prelude, the drill's own file last.</summary>
    public int Number { get; internal set; }

    internal DiagnosticBag Diagnostics { get; }

    internal NameTable Names { get; } = new();

    /// <summary>What its names turned out to mean, in the order in which that was found out; the declarations' own names
    /// are not among them. A place may be listed more than once.</summary>
    internal BlockList<NameReference> References { get; } = new();

    /// <summary>Where it names doctrines that a drill follows or waives a rule of, and those rules.</summary>
    internal List<DoctrineReference> DoctrineReferences { get; } = [];

    /// <summary>The built-in words that stand in phrases.</summary>
    internal BuiltInWords WordsInPhrases { get; }
}

/// <summary>A run of tokens that names something.</summary>
/// <param name="FirstToken">Its first token.</param>
/// <param name="EndToken">The token after its last.</param>
/// <param name="Symbol">What it names.</param>
internal readonly record struct NameReference(int FirstToken, int EndToken, Symbol Symbol);

/// <summary>A run of tokens that names a doctrine, or a rule of it.</summary>
/// <param name="FirstToken">Its first token.</param>
/// <param name="EndToken">The token after its last.</param>
/// <param name="Doctrine">The doctrine.</param>
/// <param name="Rule">The rule, or null.</param>
internal readonly record struct DoctrineReference(int FirstToken, int EndToken, Doctrine Doctrine, DoctrineRule? Rule);

/// <summary>A file that another one uses, and the path by which it does.</summary>
public readonly record struct UsedFile(string Path, SourceUnit Unit);

/// <summary>Which part a file plays in a drill.</summary>
public enum SourceUnitKind
{
    /// <summary>The prelude.</summary>
    Prelude,

    /// <summary>A doctrine that comes with the language.</summary>
    Doctrine,

    /// <summary>A used file.</summary>
    Library,

    /// <summary>The drill's own file.</summary>
    Main,
}
