using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;

namespace SispamLang.LanguageServer.Features;

/// <summary>From the messages of the language to those of the protocol.</summary>
internal sealed class DiagnosticTranslation(Turn turn)
{
    private const string Source = "sispam";
    private const int Unnecessary = 1;

    private PublishDiagnosticsClientCapabilities? Client => turn.Client.TextDocument?.PublishDiagnostics;

    /// <summary>What a check has to say about its file.</summary>
    public Protocol.Messages.Diagnostic[] Own(Check check) => [.. Of(check.Own, check)];

    /// <summary>What checks have to say about files that are not open, by what those are called here; each thing once.</summary>
    public Dictionary<string, Protocol.Messages.Diagnostic[]> Others(IEnumerable<Check> checks) =>
        checks
            .SelectMany(check => check.Others.Select(diagnostic => (Check: check, Diagnostic: diagnostic)))
            .Where(other => !turn.Workspace.Documents.ContainsKey(other.Diagnostic.Text.Path))
            .DistinctBy(other => (other.Diagnostic.Text.Path, other.Diagnostic.Span, other.Diagnostic.Code))
            .GroupBy(other => other.Diagnostic.Text.Path, StringComparer.Ordinal)
            .ToDictionary(
                file => file.Key,
                file => file.SelectMany(other => Of([other.Diagnostic], other.Check)).ToArray(),
                StringComparer.Ordinal
            );

    private IEnumerable<Protocol.Messages.Diagnostic> Of(
        ImmutableArray<Diagnostics.Diagnostic> diagnostics,
        Check check
    )
    {
        var language = turn.LanguageFor(check.Dialect);
        return diagnostics.Select(diagnostic => Of(diagnostic, language));
    }

    /// <summary>One message, in a language.</summary>
    public Protocol.Messages.Diagnostic Of(Diagnostics.Diagnostic diagnostic, Dialect language) =>
        new(
            turn.Encoding.RangeOf(diagnostic.Text, diagnostic.Span),
            SeverityOf(diagnostic.Severity),
            diagnostic.Id,
            Source,
            DiagnosticCatalogue.Render(diagnostic, language)
        )
        {
            CodeDescription =
                Client?.CodeDescriptionSupport == true && BuiltInFiles.PageOf(diagnostic.Code) is { } page
                    ? new CodeDescription(DocumentUri.Of(page))
                    : null,
            Tags = DiagnosticCatalogue.Get(diagnostic.Code).IsUnnecessary ? [Unnecessary] : null,
            RelatedInformation =
                diagnostic.Related.IsEmpty || Client?.RelatedInformation != true
                    ? null
                    :
                    [
                        .. diagnostic.Related.Select(place => new DiagnosticRelatedInformation(
                            turn.LocationOf(place.Text, place.Span),
                            place.Role.In(language)
                        )),
                    ],
            Data = diagnostic.Suggestion is { } suggestion ? new DiagnosticData(suggestion) : null,
        };

    private static int SeverityOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => 1,
            DiagnosticSeverity.Warning => 2,
            _ => 3,
        };
}
