using SispamLang.Cli.Commands;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Cli.Reporting.Sarif;

/// <summary>Findings as a SARIF log, for code hosts and viewers.</summary>
/// <param name="findings">The findings.</param>
/// <param name="directory">The current directory.</param>
internal sealed class SarifReport(Findings findings, string directory)
{
    private readonly SarifPlaces _places = new(directory);
    private readonly SarifRules _rules = new(
        findings.Messages.Concat(findings.Suppressed).Select(finding => finding.Diagnostic.Code)
    );

    // A log is in one language.
    private readonly Dialect _language = findings.Language;

    /// <summary>The log's text.</summary>
    public string Write() =>
        SarifJson.Write(
            new SarifLog([
                new SarifRun
                {
                    Tool = new SarifTool(new SarifDriver("sispam", ToolVersion.Text, _rules.In(_language))),
                    Invocations = [Invocation()],
                    OriginalUriBaseIds = _places.Roots,
                    Language = _language.ShortName(),
                    Results = [.. findings.Messages.Concat(findings.Suppressed).Select(ResultOf)],
                    Properties = new SarifProperties(
                        Message.Exercise.In(_language),
                        [
                            .. findings.Drills.Select(drill => new SarifDrill(
                                drill.Path,
                                drill.Facts.Title,
                                drill.Facts.SourceHash,
                                drill.Facts.Doctrines
                            )),
                        ]
                    ),
                },
            ])
        );

    private SarifInvocation Invocation() =>
        new(
            findings.Failures.Count == 0,
            [
                .. findings.Failures.Select(failure => new SarifNotification(
                    "error",
                    new SarifText(failure.In(_language))
                )),
            ]
        );

    private SarifResult ResultOf(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        return new SarifResult
        {
            RuleId = diagnostic.Id,
            RuleIndex = _rules.IndexOf(diagnostic.Code),
            Level = SarifRules.LevelOf(diagnostic.Severity),
            Message = new SarifText(DiagnosticCatalogue.Render(diagnostic, _language)),
            Locations = [new SarifLocation(_places.Of(diagnostic.Text, diagnostic.Span))],
            RelatedLocations = diagnostic.Related.IsEmpty
                ? null
                :
                [
                    .. diagnostic.Related.Select(related => new SarifLocation(
                        _places.Of(related.Text, related.Span),
                        new SarifText(related.Role.In(_language))
                    )),
                ],
            // Always there: whoever reads the log is to know that suppressions were looked for.
            Suppressions = finding.Reason is null ? [] : [new SarifSuppression("inSource", "accepted", finding.Reason)],
        };
    }
}
