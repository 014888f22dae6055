using System.Runtime.CompilerServices;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>A node with children.</summary>
/// <remarks>There is at least one, and where the node stands is asked of the first and the last: a drill has six such nodes
/// for each of its lines, so what each of them remembers counts.</remarks>
public abstract class SyntaxBranch : SyntaxNode
{
    private protected SyntaxBranch(NodeList children) => Children = children;

    /// <inheritdoc/>
    public sealed override TokenList Tokens => Children[Children.Length - 1].Tokens;

    /// <inheritdoc/>
    public sealed override int FirstToken => Children[0].FirstToken;

    /// <inheritdoc/>
    public sealed override int EndToken => Children[Children.Length - 1].EndToken;

    /// <inheritdoc/>
    public sealed override NodeList Children { get; }

    /// <summary>The first child of a sort, or null.</summary>
    // Inlined, the sort is known, and looking whether a child is of it is one comparison; shared by all sorts, it is a search.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? First<T>()
        where T : SyntaxNode
    {
        foreach (var child in Children)
        {
            if (child is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The children of a sort.</summary>
    public IEnumerable<T> All<T>()
        where T : SyntaxNode
    {
        foreach (var child in Children)
        {
            if (child is T found)
            {
                yield return found;
            }
        }
    }

    /// <summary>The clause of a kind among the children, or null.</summary>
    public ClauseSyntax? Clause(Concept kind)
    {
        foreach (var child in Children)
        {
            if (child is ClauseSyntax clause && clause.Kind == kind)
            {
                return clause;
            }
        }

        return null;
    }
}

/// <summary>A whole file: declarations and skipped lines.</summary>
public sealed class FileSyntax : SyntaxBranch
{
    internal FileSyntax(NodeList children, Dialect? dialect, int dialectToken)
        : base(children)
    {
        Dialect = dialect;
        DialectToken = dialectToken;
    }

    /// <summary>The dialect it is written in; null if nothing in it tells.</summary>
    public Dialect? Dialect { get; }

    /// <summary>The first token that told the dialect; 0 if a comment does, or nothing.</summary>
    internal int DialectToken { get; }

    /// <summary>Its declarations.</summary>
    public IEnumerable<DeclarationSyntax> Declarations => All<DeclarationSyntax>();
}

/// <summary>A declaration: keyword, name, title, clauses before the colon, block.</summary>
public sealed class DeclarationSyntax : SyntaxBranch
{
    internal DeclarationSyntax(Concept kind, PhraseSyntax? name, NodeList children)
        : base(children)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>What is declared.</summary>
    public Concept Kind { get; }

    /// <summary>The name, perhaps missing; null for a declaration that has none.</summary>
    public PhraseSyntax? Name { get; }

    /// <summary>The longer name, or null.</summary>
    public StringSyntax? Title => First<StringSyntax>();

    /// <summary>The block, or null.</summary>
    public BlockSyntax? Body => First<BlockSyntax>();

    /// <summary>The clauses before the colon and in the block.</summary>
    public IEnumerable<ClauseSyntax> Clauses => All<ClauseSyntax>().Concat(Body?.All<ClauseSyntax>() ?? []);
}

/// <summary>A colon or arrow and the statements behind it, with the signs between them.</summary>
public sealed class BlockSyntax : SyntaxBranch
{
    internal BlockSyntax(NodeList children)
        : base(children) { }
}

/// <summary>
/// A keyword with what belongs to it (<c>ready in 3 min</c>, <c>by Danki Lanjut</c>), or a value or phrase that stands
/// alone in a list of clauses (<c>restless</c>, <c>38 personnel of Sat Samapta</c>).
/// </summary>
public sealed class ClauseSyntax : SyntaxBranch
{
    internal ClauseSyntax(Concept kind, NodeList children)
        : base(children) => Kind = kind;

    /// <summary>The concept of its keyword; <see cref="Concept.None"/> for a phrase alone.</summary>
    public Concept Kind { get; }
}

/// <summary>A rule of a phase: trigger, perhaps a guard (an <see cref="Concept.If"/> clause), block.</summary>
public sealed class RuleSyntax : SyntaxBranch
{
    internal RuleSyntax(NodeList children)
        : base(children) { }

    /// <summary>A <see cref="ClauseSyntax"/> (<c>if</c>, <c>at start</c>, <c>after</c> …) or a <see cref="ConditionSyntax"/>
    /// that names events.</summary>
    public SyntaxNode Trigger => Children[0];

    /// <summary>The guard, or null.</summary>
    public ClauseSyntax? Guard => Children.Length > 1 ? Children[1] as ClauseSyntax : null;

    /// <summary>The block; null if the rule lacks it.</summary>
    public BlockSyntax? Body => First<BlockSyntax>();
}

/// <summary>A simple action: phrases joined by <c>and</c>, perhaps a value, and clauses.</summary>
public sealed class OrderSyntax : SyntaxBranch
{
    internal OrderSyntax(NodeList children)
        : base(children) { }

    /// <summary>The phrase it starts with.</summary>
    public PhraseSyntax Head => (PhraseSyntax)Children[0];
}

/// <summary>An action with a block: <c>if</c>, <c>chance</c>, or <c>wait until … up to</c>, perhaps with an otherwise.</summary>
public sealed class BranchSyntax : SyntaxBranch
{
    internal BranchSyntax(NodeList children)
        : base(children) { }

    /// <summary>A clause (<c>if</c>, <c>chance</c>) or an order (<c>wait</c>).</summary>
    public SyntaxNode Head => Children[0];

    /// <summary>The block; null if it is missing.</summary>
    public BlockSyntax? Body => First<BlockSyntax>();

    /// <summary>The other block, or null.</summary>
    public OtherwiseSyntax? Otherwise => First<OtherwiseSyntax>();
}

/// <summary>The word <c>otherwise</c> and its block.</summary>
public sealed class OtherwiseSyntax : SyntaxBranch
{
    internal OtherwiseSyntax(NodeList children)
        : base(children) { }

    /// <summary>The block; null if it is missing.</summary>
    public BlockSyntax? Body => First<BlockSyntax>();
}

/// <summary>Something that holds, or that happens.</summary>
public abstract class ConditionSyntax : SyntaxBranch
{
    private protected ConditionSyntax(NodeList children)
        : base(children) { }
}

/// <summary>Conditions joined by <c>and</c> or by <c>or</c>.</summary>
public sealed class JoinedConditionSyntax : ConditionSyntax
{
    internal JoinedConditionSyntax(Concept joint, NodeList children)
        : base(children) => Joint = joint;

    /// <summary><see cref="Concept.And"/> or <see cref="Concept.Or"/>.</summary>
    public Concept Joint { get; }

    /// <summary>The parts.</summary>
    public IEnumerable<ConditionSyntax> Parts => All<ConditionSyntax>();
}

/// <summary>The word <c>not</c> and a condition.</summary>
public sealed class NotConditionSyntax : ConditionSyntax
{
    internal NotConditionSyntax(NodeList children)
        : base(children) { }

    /// <summary>The condition.</summary>
    public ConditionSyntax Operand => (ConditionSyntax)Children[1];
}

/// <summary>A phrase with clauses, perhaps compared with a value.</summary>
public sealed class PredicateSyntax : ConditionSyntax
{
    internal PredicateSyntax(NodeList children)
        : base(children) { }

    /// <summary>The phrase.</summary>
    public PhraseSyntax Phrase => (PhraseSyntax)Children[0];

    /// <summary>The sign of the comparison, or null.</summary>
    public SignSyntax? Comparison => First<SignSyntax>();

    /// <summary>What it is compared with, or null.</summary>
    public ValueSyntax? Value => Comparison is null ? null : (ValueSyntax)Children[Children.Length - 1];
}
