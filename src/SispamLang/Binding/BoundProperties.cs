using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Always the same; what a property says of kit and of kinds nobody has is decided when it is bound.</summary>
public sealed record BoundConstant(bool Value) : BoundCondition;

/// <summary>What a property speaks of: any of these events, so many times, or the condition.</summary>
public sealed record BoundHappening(
    ImmutableArray<BoundEvent> Events,
    BoundCondition? Condition,
    int Count,
    SyntaxNode Syntax
);

/// <summary>A promise of the drill, or a rule of a doctrine on one of its crowds.</summary>
/// <param name="Source">The file it is in.</param>
/// <param name="Pattern">How it is judged.</param>
/// <param name="During">The phase in which it is judged, or null.</param>
/// <param name="While">What must hold while it is judged, or null.</param>
/// <param name="First">What it names first; see <see cref="PropertySpec"/>.</param>
/// <param name="Then">What must follow that, or null.</param>
/// <param name="Target">What it must come before, or what must answer it; or null.</param>
/// <param name="Within">The time it has, or null.</param>
/// <param name="IsEach">Before each target.</param>
/// <param name="Share">Hundredths of a percent of runs, or null for every run.</param>
/// <param name="Rule">The rule of a doctrine that asks for it, or null.</param>
/// <param name="Crowd">The crowd of which a rule of a doctrine speaks here, if there are several; or null.</param>
/// <param name="Syntax">The property as written.</param>
public sealed record BoundProperty(
    SourceUnit Source,
    PropertyPattern Pattern,
    PhaseSymbol? During,
    BoundCondition? While,
    BoundHappening First,
    BoundHappening? Then,
    BoundHappening? Target,
    BoundAmount? Within,
    bool IsEach,
    int? Share,
    DoctrineRule? Rule,
    CrowdSymbol? Crowd,
    DeclarationSyntax Syntax
)
{
    /// <summary>The planner's decision not to keep the rule, or null.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>All that it names.</summary>
    internal IEnumerable<BoundHappening> Happenings => new[] { First, Then, Target }.OfType<BoundHappening>();

    /// <summary>As written, on one line.</summary>
    public string Text => Syntax.ToOneLine();
}
