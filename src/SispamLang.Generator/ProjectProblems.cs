using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SispamLang.Generator;

/// <summary>A drill and its class.</summary>
/// <param name="Path">The drill's file.</param>
/// <param name="TypeName">The class's full name.</param>
internal sealed record DrillName(string Path, string TypeName);

/// <summary>What keeps drills from becoming classes of the project around them, though they are in order themselves.</summary>
internal sealed record ProjectProblems(EquatableList<ProjectProblem> All)
{
    private const string Runtime = "SispamLang.Runtime";

    /// <summary>The class of a drill can be added to the project.</summary>
    public bool CanEmit(string path) => !All.Any(problem => problem.Path == path);

    /// <summary>Looks for the problems of all drills.</summary>
    public static ProjectProblems Find(EquatableList<DrillName> drills, Microsoft.CodeAnalysis.Compilation project)
    {
        var problems = new List<ProjectProblem>();
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var runtime = project.ReferencedAssemblyNames.FirstOrDefault(name => name.Name == Runtime);
        var ours = typeof(ProjectProblems).Assembly.GetName().Version;
        foreach (var (path, type) in drills.OrderBy(drill => drill.Path, StringComparer.Ordinal))
        {
            if (runtime is null)
            {
                problems.Add(new ProjectProblem(ProjectProblem.NoRuntime, path, Runtime, ""));
            }
            else if (runtime.Version < ours)
            {
                problems.Add(new ProjectProblem(ProjectProblem.OldRuntime, path, $"{runtime.Version}", $"{ours}"));
            }
            else if (taken.TryGetValue(type, out var other))
            {
                problems.Add(new ProjectProblem(ProjectProblem.SameClass, path, type, other));
            }
            else if (project.Assembly.GetTypeByMetadataName(type) is { } known && !IsPartial(known))
            {
                problems.Add(new ProjectProblem(ProjectProblem.ClassExists, path, type, ""));
            }
            else
            {
                taken.Add(type, path);
            }
        }

        return new ProjectProblems(new EquatableList<ProjectProblem>([.. problems]));
    }

    /// <summary>Tells of them.</summary>
    public void Report(SourceProductionContext context)
    {
        foreach (var problem in All)
        {
            context.ReportDiagnostic(problem.ToDiagnostic());
        }
    }

    // A partial class adds members of its own to the drill's.
    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );
}

/// <summary>One of them.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Path">The drill's file.</param>
/// <param name="First">What fills the message's first gap.</param>
/// <param name="Second">What fills its second.</param>
internal sealed record ProjectProblem(DiagnosticDescriptor Kind, string Path, string First, string Second)
{
    public static DiagnosticDescriptor NoRuntime { get; } =
        Error(
            "SISB01",
            "The package of the runtime is missing",
            "A drill needs the package {0}. Add it to the project."
        );

    public static DiagnosticDescriptor OldRuntime { get; } =
        Error(
            "SISB02",
            "The package of the runtime is too old",
            "The project has SispamLang.Runtime {0}, but this drill needs {1} or later. Update the package."
        );

    public static DiagnosticDescriptor SameClass { get; } =
        Error(
            "SISB03",
            "Two drills have one class",
            "The class {0} is made of {1} already. Give this drill another with SispamClassName or SispamNamespace."
        );

    public static DiagnosticDescriptor ClassExists { get; } =
        Error(
            "SISB04",
            "The class exists already",
            "The project has a class {0} of its own. Make that one partial, or give this drill another with SispamClassName."
        );

    /// <summary>As a message at the drill's first line.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Kind, Location.Create(Path, default, default), First, Second);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "SispamLang", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
