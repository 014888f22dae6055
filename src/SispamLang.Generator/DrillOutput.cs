using System.Collections.Immutable;
using SispamLang.CodeGeneration;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Settings;
using SispamLang.Text;

namespace SispamLang.Generator;

/// <summary>What became of a drill.</summary>
/// <param name="Drill">The drill.</param>
/// <param name="TypeName">The full name of its class; empty if the file is a library.</param>
/// <param name="Source">The C# of its class; empty if the file is a library.</param>
/// <param name="Language">The language of messages about it.</param>
/// <param name="Findings">What there is to say about it.</param>
internal sealed record DrillOutput(
    ProjectFile Drill,
    string TypeName,
    string Source,
    Dialect Language,
    EquatableList<Finding> Findings
)
{
    /// <summary>Takes a drill from its text to its class.</summary>
    public static DrillOutput Of(DrillInput input, CancellationToken cancellationToken)
    {
        var files = input.Others.ToImmutableDictionary(file => file.Path, StringComparer.Ordinal);
        var (drill, project) = (input.Drill, input.Options);
        var compilation = Compilation.Create(
            drill.ToSourceText(),
            new UsedFiles(files, drill, project.Folder),
            FolderOptions.For(drill.Path, folder => SettingsOf(folder, files)),
            cancellationToken
        );
        var language = DialectNames.FromShortName(project.Language) ?? compilation.Dialect;
        EquatableList<Finding> findings = new([
            .. compilation.Diagnostics.Select(diagnostic => Finding.Of(diagnostic, language, project.Help)),
        ]);
        if (compilation.Outline() is not { } program)
        {
            return new DrillOutput(drill, "", "", language, findings);
        }

        var options = new EmitOptions
        {
            Namespace = project.NamespaceOf(drill),
            ClassName = drill.ClassName.Length > 0 ? drill.ClassName : CSharpEmitter.ClassNameOf(drill.Name),
            IsPublic = project.IsPublic,
            Inlines = project.IsOptimized,
        };
        return new DrillOutput(
            drill,
            CSharpEmitter.TypeName(program, options),
            CSharpEmitter.Emit(program, options),
            language,
            findings
        );
    }

    private static EditorConfigFile? SettingsOf(string folder, ImmutableDictionary<string, ProjectFile> files) =>
        files.TryGetValue(folder + ".editorconfig", out var file) ? EditorConfigFile.Parse(file.ToSourceText()) : null;
}

/// <summary>A message about a drill, with nothing in it that would keep a whole compilation alive.</summary>
/// <param name="Id">The code.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Message">What to say.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The place.</param>
/// <param name="Start">Its line and column.</param>
/// <param name="End">The line and column of its end.</param>
/// <param name="Help">Where the code is explained, or empty.</param>
internal sealed record Finding(
    string Id,
    DiagnosticSeverity Severity,
    string Message,
    string Path,
    TextSpan Span,
    LinePosition Start,
    LinePosition End,
    string Help
)
{
    public static Finding Of(Diagnostic diagnostic, Dialect language, string help) =>
        new(
            diagnostic.Id,
            diagnostic.Severity,
            DiagnosticCatalogue.Render(diagnostic, language),
            diagnostic.Text.Path,
            diagnostic.Span,
            diagnostic.Text.PositionOf(diagnostic.Span.Start),
            diagnostic.Text.PositionOf(diagnostic.Span.End),
            help.Length == 0 ? "" : new Uri(help + diagnostic.Id + ".md").AbsoluteUri
        );
}
