using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SispamLang.CodeGeneration;
using SispamLang.Dialects;

namespace SispamLang.Generator;

/// <summary>A drill and its class.</summary>
/// <param name="Path">The drill's file.</param>
/// <param name="TypeName">The class's full name.</param>
/// <param name="Language">The language in which to speak of it.</param>
internal sealed record DrillName(string Path, string TypeName, Dialect Language);

/// <summary>What keeps drills from becoming classes of the project around them, though they are in order themselves.</summary>
internal sealed record ProjectProblems(EquatableList<ProjectProblem> All)
{
    private const string Runtime = "SispamLang.Runtime";

    private static readonly Version Ours = typeof(ProjectProblems).Assembly.GetName().Version;

    /// <summary>The class of a drill can be added to the project.</summary>
    public bool CanEmit(string path) => !All.Any(problem => problem.Path == path);

    /// <summary>Looks for the problems of all drills.</summary>
    public static ProjectProblems Find(EquatableList<DrillName> drills, Microsoft.CodeAnalysis.Compilation project)
    {
        var problems = new List<ProjectProblem>();
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var runtime = project.ReferencedAssemblyNames.FirstOrDefault(name => name.Name == Runtime);
        foreach (var (path, type, language) in drills.OrderBy(drill => drill.Path, StringComparer.Ordinal))
        {
            if (runtime is null)
            {
                Add("SISB01", Runtime);
            }
            else if (ContractOf(project) != CSharpEmitter.Contract)
            {
                Add("SISB02", runtime.Version.ToString(3), Ours.ToString(3));
            }
            else if (taken.TryGetValue(type, out var other))
            {
                Add("SISB03", type, other);
            }
            else if (project.Assembly.GetTypeByMetadataName(type) is { } known && !IsPartial(known))
            {
                Add("SISB04", type);
            }
            else
            {
                taken.Add(type, path);
            }

            void Add(string id, params string[] gaps) =>
                problems.Add(new ProjectProblem(id, path, language, new EquatableList<string>([.. gaps])));
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

    // What generated code and the runtime agree on, in the version that the project has; null: that of before there was any.
    private static int? ContractOf(Microsoft.CodeAnalysis.Compilation project) =>
        project
            .GetTypeByMetadataName(Runtime + ".Runner")
            ?.GetMembers("Contract")
            .OfType<IFieldSymbol>()
            .FirstOrDefault()
            ?.ConstantValue as int?;

    // A partial class adds members of its own to the drill's.
    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );
}
