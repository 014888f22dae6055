using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Cli.Reporting.Sarif;

/// <summary>The codes that occur in a log, and what the catalogue says about them.</summary>
internal sealed class SarifRules
{
    private readonly List<DiagnosticCode> _codes;

    public SarifRules(IEnumerable<DiagnosticCode> codes) => _codes = [.. codes.Distinct().Order()];

    /// <summary>The place of a code among the rules.</summary>
    public int IndexOf(DiagnosticCode code) => _codes.BinarySearch(code);

    /// <summary>The rules in a language, in the order of their codes.</summary>
    public IReadOnlyList<SarifRule> In(Dialect language) => [.. _codes.Select(code => RuleOf(code, language))];

    /// <summary>The word of SARIF for a severity.</summary>
    public static string LevelOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        };

    private static SarifRule RuleOf(DiagnosticCode code, Dialect language)
    {
        var document = DiagnosticCatalogue.Get(code);
        var explanation = language == Dialect.English ? document.EnglishText : document.IndonesianText;
        var examples =
            Example(Message.Wrong, document.Wrong, language) + Example(Message.Right, document.Right, language);
        return new SarifRule(
            DiagnosticCatalogue.IdOf(code),
            code.ToString(),
            new SarifText(DiagnosticCatalogue.RenderGaps(document, language)),
            new SarifText(Plain(explanation), explanation),
            new SarifText(Plain(explanation) + WithoutFences(examples), explanation + examples),
            new SarifConfiguration(LevelOf(document.Severity))
        );
    }

    private static string Example(Message title, string code, Dialect language) =>
        code.Length == 0 ? "" : $"\n\n{title.In(language)}\n\n```sispam\n{code}```";

    // The lines of an explanation are those of its document.
    private static string Plain(string explanation) => explanation.Replace("`", "").Replace('\n', ' ');

    private static string WithoutFences(string examples) => examples.Replace("```sispam\n", "").Replace("\n```", "");
}
