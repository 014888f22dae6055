using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.Interpreter.Testing;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Features;

/// <summary>The tests that a drill brings along.</summary>
internal sealed class DrillTests : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentParams, TestItem[]>(
                "sispam/tests",
                Json.Default.TextDocumentParams,
                Json.Default.TestItemArray,
                List
            ),
            new Request<RunTestsParams, TestOutcome[]>(
                "sispam/runTests",
                Json.Default.RunTestsParams,
                Json.Default.TestOutcomeArray,
                Run
            ),
        ];

    private static async ValueTask<Answer<TestItem[]>> List(
        TextDocumentParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var tests = document.Compilation.Drill.Tests.Select(test => new TestItem(
            test.Name,
            turn.LocationOf(test.Source.Tree.Text, test.Syntax.Span)
        ));
        return tests.ToArray();
    }

    private static async ValueTask<Answer<TestOutcome[]>> Run(
        RunTestsParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        if (document.Compilation.Program is not { } program)
        {
            return Timeline.NothingToRun(document);
        }

        if (
            asked.Names?.Except(program.Tests.Select(test => test.Name), StringComparer.Ordinal).FirstOrDefault() is
            { } none
        )
        {
            return new ResponseError(ErrorCodes.InvalidParams, $"There is no test \"{none}\".");
        }

        var info = DrillInfoFactory.Create(program);
        var outcomes = program
            .Tests.Where(test => asked.Names?.Contains(test.Name, StringComparer.Ordinal) != false)
            .Select(test => TestRunner.Run(program, test, cancellation))
            .Select(result => new TestOutcome(
                result.Name,
                result.Failure is null,
                result.Failure is { } failure ? ProblemOf(failure, info, program, document) : null
            ));
        return outcomes.ToArray();
    }

    private static TestProblem ProblemOf(
        TestFailure failure,
        DrillInfo info,
        DrillProgram program,
        CheckedDocument document
    )
    {
        var got = TestText.Got(failure, info, document.Language.ShortName());
        var sentence =
            document.Language == Dialect.Indonesian
                ? $"diharapkan: {failure.Expected}; tetapi {got}"
                : $"expected: {failure.Expected}; but {got}";
        var site = failure.Site >= 0 ? info.Sites[failure.Site] : default;
        var file = program.Files[site.File];
        var text = new SourceText(file.Path, file.Text);
        return new TestProblem(
            sentence,
            failure.Expected,
            got,
            TraceText.FormatTime(failure.TimeMs),
            document.Turn.LocationOf(text, SpanOf(text, site))
        );
    }

    private static TextSpan SpanOf(SourceText text, SiteInfo site) =>
        site.Line < 1
            ? new TextSpan(0, 0)
            : TextSpan.FromBounds(
                text.LineStarts[site.Line - 1] + site.Column - 1,
                text.LineStarts[site.EndLine - 1] + site.EndColumn - 1
            );
}
