using System.Collections.Immutable;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>A scripted run with expectations.</summary>
/// <param name="Source">The file it is in.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Start">The phase in which it begins; null: the first.</param>
/// <param name="Seed">The seed of its chance.</param>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="Syntax">As written.</param>
public sealed record BoundTest(
    SourceUnit Source,
    string Name,
    PhaseSymbol? Start,
    long Seed,
    ImmutableArray<BoundTestStep> Steps,
    DeclarationSyntax Syntax
);

/// <summary>A step of a test.</summary>
public abstract record BoundTestStep(SyntaxNode Syntax);

/// <summary>Something that a controller may do: a crowd event, a declared event, or an order to leave the phase.</summary>
/// <param name="Action">What.</param>
/// <param name="Times">How often.</param>
/// <param name="Syntax">As written.</param>
public sealed record BoundTestRaise(BoundAction Action, BoundAmount Times, SyntaxNode Syntax) : BoundTestStep(Syntax);

/// <summary>Lets time pass.</summary>
public sealed record BoundTestPass(BoundAmount Time, SyntaxNode Syntax) : BoundTestStep(Syntax);

/// <summary>Fixes the rolls of the step after it.</summary>
public sealed record BoundTestChance(bool Holds, SyntaxNode Syntax) : BoundTestStep(Syntax);

/// <summary>Something has happened, or holds.</summary>
/// <param name="What">What.</param>
/// <param name="Exactly">How often, exactly; null: at least once.</param>
/// <param name="Syntax">As written.</param>
public sealed record BoundTestExpect(BoundHappening What, int? Exactly, SyntaxNode Syntax) : BoundTestStep(Syntax);

/// <summary>That phase runs now.</summary>
public sealed record BoundTestPhase(PhaseSymbol Phase, SyntaxNode Syntax) : BoundTestStep(Syntax);

/// <summary>A property has been kept up to here.</summary>
public sealed record BoundTestProperty(BoundProperty Property, SyntaxNode Syntax) : BoundTestStep(Syntax);
