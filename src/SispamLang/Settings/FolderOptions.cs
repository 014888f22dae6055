using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Library;
using SispamLang.Text;

namespace SispamLang.Settings;

/// <summary>The options that the settings of a folder give a drill.</summary>
public static class FolderOptions
{
    private const string SeverityStart = "dotnet_diagnostic.";
    private const string SeverityEnd = ".severity";
    private const string DoctrinesKey = "sispam_doctrines";

    private static readonly string[] SeverityNames =
    [
        "error",
        "warning",
        "suggestion",
        "info",
        "silent",
        "none",
        "default",
    ];

    /// <summary>Finds what is set for a drill: in its folder and in those above, up to the first that is a root; the nearer
    /// one wins.</summary>
    /// <param name="path">The drill's full path, with <c>/</c>.</param>
    /// <param name="read">Reads the file <c>.editorconfig</c> of a folder; null if there is none.</param>
    public static CompilationOptions For(string path, Func<string, EditorConfigFile?> read)
    {
        var found = new Stack<IEnumerable<Setting>>();
        for (var end = path.LastIndexOf('/'); end >= 0; end = end > 0 ? path.LastIndexOf('/', end - 1) : -1)
        {
            if (read(path.Substring(0, end + 1)) is { } file)
            {
                found.Push(file.For(path.Substring(end + 1)));
                if (file.IsRoot)
                {
                    break;
                }
            }
        }

        return found.Count == 0 ? CompilationOptions.Default : From(found.SelectMany(settings => settings));
    }

    /// <summary>Understands settings; of two for the same the later one wins.</summary>
    public static CompilationOptions From(IEnumerable<Setting> settings)
    {
        var severities = new SortedDictionary<DiagnosticCode, DiagnosticSeverity?>();
        ImmutableArray<string> doctrines = [];
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var setting in settings)
        {
            if (setting.Key == DoctrinesKey)
            {
                var names = ValueOf(setting)
                    .Split(',')
                    .Select(name => name.Trim())
                    .Where(name => name.Length > 0)
                    .ToList();
                doctrines = [.. names.Where(IsDoctrine)];
                problems.AddRange(
                    names
                        .Where(name => !IsDoctrine(name))
                        .Select(name => UnknownDoctrine(setting.Text, setting.Span, name))
                );
            }
            else if (CodeNameIn(setting.Key) is { } name)
            {
                if (ReadSeverity(setting, name, severities) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }

        return new CompilationOptions
        {
            Doctrines = doctrines,
            Severities = [.. severities.Select(pair => new SeverityChoice(pair.Key, pair.Value))],
            Problems = problems.ToImmutable(),
        };
    }

    private static bool IsDoctrine(string name) => Doctrines.Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is said of a setting that names a doctrine which does not come with the language.</summary>
    /// <param name="text">Where the setting is.</param>
    /// <param name="span">Its place there.</param>
    /// <param name="name">What it names.</param>
    public static Diagnostic UnknownDoctrine(SourceText text, TextSpan span, string name) =>
        new(
            DiagnosticCode.UnknownName,
            text,
            span,
            [Term.ADoctrine, "“" + name + "”", Nearest.InQuotes(Nearest.To(name, Doctrines.Names))],
            []
        );

    // The codes of other tools are none of our business.
    private static string? CodeNameIn(string key) =>
        key.StartsWith(SeverityStart + "sis", StringComparison.Ordinal)
        && key.EndsWith(SeverityEnd, StringComparison.Ordinal)
            ? key.Substring(SeverityStart.Length, key.Length - SeverityStart.Length - SeverityEnd.Length)
                .ToUpperInvariant()
            : null;

    private static Diagnostic? ReadSeverity(
        Setting setting,
        string name,
        SortedDictionary<DiagnosticCode, DiagnosticSeverity?> severities
    )
    {
        if (DiagnosticCatalogue.FromId(name) is not { } code)
        {
            var near = Nearest.To(name, DiagnosticCatalogue.Codes.Select(DiagnosticCatalogue.IdOf));
            return Problem(DiagnosticCode.SettingForUnknownCode, name, near ?? "");
        }

        var severity = ValueOf(setting).ToLowerInvariant();
        if (severity.Length > 0 && !SeverityNames.Contains(severity))
        {
            return Problem(DiagnosticCode.UnknownSeverity, severity, string.Join(", ", SeverityNames));
        }

        if (severity is "default" or "")
        {
            severities.Remove(code);
            return null;
        }

        if (DiagnosticCatalogue.Get(code).Severity == DiagnosticSeverity.Error)
        {
            return severity == "error" ? null : Problem(DiagnosticCode.ErrorStaysError, name, severity);
        }

        severities[code] = severity switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "suggestion" or "info" => DiagnosticSeverity.Info,
            _ => null,
        };
        return null;

        Diagnostic Problem(DiagnosticCode problem, params object[] arguments) =>
            new(problem, setting.Text, setting.Span, [.. arguments], []);
    }

    // By the letter of EditorConfig a comment has a line of its own; .NET's tools take one behind a value as well.
    private static string ValueOf(Setting setting)
    {
        var comment = setting.Value.IndexOfAny(['#', ';']);
        var value = comment < 0 ? setting.Value : setting.Value.Substring(0, comment).Trim();
        return value.Equals("unset", StringComparison.OrdinalIgnoreCase) ? "" : value;
    }
}
