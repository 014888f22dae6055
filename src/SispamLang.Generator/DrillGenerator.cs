using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using CSharpText = Microsoft.CodeAnalysis.Text;

namespace SispamLang.Generator;

/// <summary>
/// Makes a C# class of every drill among the additional files of a project. Each step's result is compared with the last
/// one's, so that a key pressed in one drill makes that drill anew, and one pressed in C# makes nothing anew.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DrillGenerator : IIncrementalGenerator
{
    /// <summary>The step that takes drills to their classes, by which it can be told what was made anew.</summary>
    public const string OutputStep = "Output";

    /// <summary>The step that looks for what a file uses.</summary>
    public const string UsesStep = "Uses";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider.Select((all, _) => ProjectOptions.Of(all.GlobalOptions));
        var files = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => ProjectFile.Of(pair.Left, pair.Right, cancellation))
            .Where(file => file is not null)
            .Select((file, cancellation) => file!.WithUses(cancellation)) // The line above leaves no null.
            .WithTrackingName(UsesStep);
        var byPath = files
            .Collect()
            .Select((all, _) => all.GroupBy(file => file.Path).ToImmutableDictionary(g => g.Key, g => g.First()));
        var outputs = files
            .Where(file => file.IsDrill)
            .Combine(byPath)
            .Combine(options)
            .Select((at, _) => DrillInput.Of(at.Left.Left, at.Left.Right, at.Right))
            .Select(DrillOutput.Of)
            .WithTrackingName(OutputStep);
        context.RegisterSourceOutput(outputs, Report);

        // Names are looked at together: two drills may ask for the same, and C# may have it already.
        var names = outputs
            .Where(output => output.TypeName.Length > 0)
            .Select((output, _) => new DrillName(output.Drill.Path, output.TypeName, output.Language))
            .Collect()
            .Select((all, _) => new EquatableList<DrillName>(all));
        var conflicts = names
            .Combine(context.CompilationProvider)
            .Select((pair, _) => ProjectProblems.Find(pair.Left, pair.Right));
        context.RegisterSourceOutput(conflicts, (production, problems) => problems.Report(production));
        context.RegisterSourceOutput(
            outputs.Combine(conflicts),
            (production, pair) => Add(production, pair.Left, pair.Right)
        );
    }

    private static void Report(SourceProductionContext context, DrillOutput output)
    {
        foreach (var finding in output.Findings)
        {
            context.ReportDiagnostic(ToDiagnostic(finding));
        }
    }

    private static void Add(SourceProductionContext context, DrillOutput output, ProjectProblems problems)
    {
        if (output.Source.Length > 0 && problems.CanEmit(output.Drill.Path))
        {
            context.AddSource(output.TypeName + ".g.cs", CSharpText.SourceText.From(output.Source, Encoding.UTF8));
        }
    }

    private static Diagnostic ToDiagnostic(Finding finding)
    {
        var severity = finding.Severity switch
        {
            Diagnostics.DiagnosticSeverity.Error => DiagnosticSeverity.Error,
            Diagnostics.DiagnosticSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        var place = Location.Create(
            finding.Path,
            new CSharpText.TextSpan(finding.Span.Start, finding.Span.Length),
            new CSharpText.LinePositionSpan(
                new CSharpText.LinePosition(finding.Start.Line, finding.Start.Column),
                new CSharpText.LinePosition(finding.End.Line, finding.End.Column)
            )
        );
        return Diagnostic.Create(
            finding.Id,
            "SispamLang",
            finding.Message,
            severity,
            severity,
            isEnabledByDefault: true,
            warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1,
            helpLink: finding.Help,
            location: place
        );
    }
}
