using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Says what each word of a document is.</summary>
internal sealed class SemanticTokensFeature : Feature
{
    // By the kind's number. Types that every client knows, so that it has colours for them.
    private static readonly string[] Types = [.. Enum.GetValues<SemanticTokenKind>().Select(TypeOf)];

    // By the modifiers' bits.
    private static readonly string[] Modifiers = ["declaration", "defaultLibrary", "documentation"];

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<SemanticTokensParams, SemanticTokensResult>(
                "textDocument/semanticTokens/full",
                Json.Default.SemanticTokensParams,
                Json.Default.SemanticTokensResult,
                Full
            ),
            new Request<SemanticTokensDeltaParams, SemanticTokensResult>(
                "textDocument/semanticTokens/full/delta",
                Json.Default.SemanticTokensDeltaParams,
                Json.Default.SemanticTokensResult,
                Delta
            ),
            new Request<SemanticTokensRangeParams, SemanticTokensResult>(
                "textDocument/semanticTokens/range",
                Json.Default.SemanticTokensRangeParams,
                Json.Default.SemanticTokensResult,
                Range
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.SemanticTokensProvider = new SemanticTokensOptions(
            new SemanticTokensLegend(Types, Modifiers),
            new SemanticTokensFullOptions(Delta: true),
            Range: true
        );

    private static async ValueTask<Answer<SemanticTokensResult>> Full(
        SemanticTokensParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var data = Encode(document, SemanticTokens.In(document.Source, cancellation));
        return new SemanticTokensResult(turn.Open(asked.TextDocument)?.SentTokens.Remember(data), data);
    }

    private static async ValueTask<Answer<SemanticTokensResult>> Delta(
        SemanticTokensDeltaParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var before = turn.Open(asked.TextDocument)?.SentTokens.Find(asked.PreviousResultId);
        var full = await Full(new SemanticTokensParams(asked.TextDocument), turn, cancellation);
        return before is not null && full.Result is { Data: { } after } result
            ? new SemanticTokensResult(result.ResultId, Edits: Difference(before, after))
            : full;
    }

    private static async ValueTask<Answer<SemanticTokensResult>> Range(
        SemanticTokensRangeParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var range = document.SpanOf(asked.Range);
        return new SemanticTokensResult(
            Data: Encode(document, SemanticTokens.In(document.Source, range, cancellation))
        );
    }

    private static uint[] Encode(CheckedDocument document, IReadOnlyList<SemanticToken> tokens)
    {
        var data = new uint[tokens.Count * 5];
        var last = default(Position);
        var i = 0;
        foreach (var token in tokens)
        {
            var (start, end) = document.RangeOf(token.Span);
            data[i++] = start.Line - last.Line;
            data[i++] = start.Line == last.Line ? start.Character - last.Character : start.Character;
            data[i++] = end.Character - start.Character;
            data[i++] = (uint)token.Kind;
            data[i++] = (uint)token.Modifiers;
            last = start;
        }

        return data;
    }

    // One run of numbers that differs; most edits change but a few tokens side by side.
    private static SemanticTokensEdit[] Difference(uint[] before, uint[] after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return before.Length == after.Length && start == before.Length
            ? []
            : [new SemanticTokensEdit((uint)start, (uint)(before.Length - end - start), after[start..^end])];
    }

    private static string TypeOf(SemanticTokenKind kind) =>
        kind switch
        {
            SemanticTokenKind.Keyword => "keyword",
            SemanticTokenKind.Verb => "method",
            SemanticTokenKind.Happening => "method",
            SemanticTokenKind.State => "enumMember",
            SemanticTokenKind.Unit => "class",
            SemanticTokenKind.Formation => "struct",
            SemanticTokenKind.Place => "property",
            SemanticTokenKind.Role => "interface",
            SemanticTokenKind.Crowd => "type",
            SemanticTokenKind.Temper => "enum",
            SemanticTokenKind.Tactic => "function",
            SemanticTokenKind.Event => "event",
            SemanticTokenKind.Counter => "variable",
            SemanticTokenKind.Param => "parameter",
            SemanticTokenKind.Phase => "namespace",
            SemanticTokenKind.Doctrine => "macro",
            SemanticTokenKind.Number => "number",
            SemanticTokenKind.Text => "string",
            SemanticTokenKind.Comment => "comment",
            _ => "operator",
        };
}
