using System.Collections.Immutable;

namespace SispamLang.Programs;

/// <summary>A scripted run with expectations.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="FirstPhase">The phase in which it begins.</param>
/// <param name="Seed">The seed of its chance.</param>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="Site">Where it stands.</param>
public sealed record TestSpec(string Name, int FirstPhase, ulong Seed, ImmutableArray<TestStep> Steps, int Site);

/// <summary>A step of a test.</summary>
/// <param name="Text">As written, one line.</param>
/// <param name="Site">Where it stands.</param>
public abstract record TestStep(string Text, int Site);

/// <summary>Raises outside events (<see cref="DrillProgram.OutsideEvents"/>), all of them so many times.</summary>
public sealed record RaiseStep(ImmutableArray<int> OutsideEvents, Amount Times, string Text, int Site)
    : TestStep(Text, Site);

/// <summary>Lets time pass, in milliseconds.</summary>
public sealed record PassStep(Amount Time, string Text, int Site) : TestStep(Text, Site);

/// <summary>Fixes the rolls of the next step that takes any: each comes true, or fails.</summary>
public sealed record ChanceStep(bool Holds, string Text, int Site) : TestStep(Text, Site);

/// <summary>Expects that something has happened since the start, or holds now.</summary>
/// <param name="What">What; its count says nothing here.</param>
/// <param name="Exactly">How often; -1: at least once.</param>
/// <param name="Text">As written, one line.</param>
/// <param name="Site">Where it stands.</param>
public sealed record ExpectStep(Happening What, int Exactly, string Text, int Site) : TestStep(Text, Site);

/// <summary>Expects that a phase runs now.</summary>
public sealed record PhaseStep(int Phase, string Text, int Site) : TestStep(Text, Site);

/// <summary>Expects that a property has been kept since the start.</summary>
public sealed record PropertyStep(PropertySpec Property, string Text, int Site) : TestStep(Text, Site);
