using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>A regulation's rules, as a drill can be measured against them.</summary>
/// <param name="Source">The file it is in.</param>
/// <param name="Name">What a drill follows it by.</param>
/// <param name="Title">The regulation's name.</param>
/// <param name="Edition">The year of the edition, or 0 if it does not say.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="Syntax">Its declaration.</param>
public sealed record Doctrine(
    SourceUnit Source,
    string Name,
    string Title,
    int Edition,
    ImmutableArray<DoctrineRule> Rules,
    DeclarationSyntax Syntax
)
{
    /// <summary>As in <c>perkap-2-2019 (2019)</c>.</summary>
    public string NameAndEdition =>
        Edition == 0 ? Name : Name + " (" + Edition.ToString(CultureInfo.InvariantCulture) + ")";
}

/// <summary>One rule of a doctrine.</summary>
/// <param name="Doctrine">The name of its doctrine.</param>
/// <param name="Id">What a waiver names it by.</param>
/// <param name="Article">The article it comes from.</param>
/// <param name="Confidence">How sure the doctrine is that the article says so.</param>
/// <param name="Reason">What it is for, in one sentence.</param>
/// <param name="Check">The built-in check that judges it, or null if a property does.</param>
/// <param name="Property">The property that judges it, or null.</param>
/// <param name="Syntax">The rule as written.</param>
public sealed record DoctrineRule(
    string Doctrine,
    string Id,
    string Article,
    Confidence Confidence,
    string Reason,
    BuiltInCheck? Check,
    DeclarationSyntax? Property,
    DeclarationSyntax Syntax
)
{
    /// <summary>As a waiver writes it, <c>perkap-2-2019/three-appeals</c>.</summary>
    public string FullName => Doctrine + "/" + Id;
}

/// <summary>How sure a doctrine is of a rule.</summary>
public enum Confidence
{
    /// <summary>From general knowledge; to be checked against the text before anyone relies on it.</summary>
    Recalled,

    /// <summary>From one secondary source.</summary>
    Medium,

    /// <summary>Read in a source that quotes it.</summary>
    High,
}

/// <summary>What a doctrine can ask for that is no property of a run.</summary>
public enum BuiltInCheck
{
    /// <summary>The drill names its stop word.</summary>
    StopWord,

    /// <summary>The drill names its safety officer.</summary>
    SafetyOfficer,

    /// <summary>From every mood that a crowd can reach, something can calm it or send it home.</summary>
    WayBackToCalm,
}

/// <summary>A planner's decision not to keep a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who has decided, or null.</param>
/// <param name="Source">The file it is in.</param>
/// <param name="Syntax">The waiver as written.</param>
public sealed record Waiver(
    DoctrineRule Rule,
    string Reason,
    RoleSymbol? By,
    SourceUnit Source,
    DeclarationSyntax Syntax
);
