using SispamLang.Services.CodeActions;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Interpreter.Tests;

/// <summary>A drill that is written in another way does the same.</summary>
public class RefactoringTests
{
    private const CodeActionKinds Refactorings =
        CodeActionKinds.Extract | CodeActionKinds.ExtractFile | CodeActionKinds.Inline | CodeActionKinds.Rewrite;

    public static TheoryData<string> Sentences { get; } = [.. Sentence.All.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_drill_of_a_sentence_does_what_it_did(string text)
    {
        Sentence sentence = Sentence.All[text];
        Compilation drill = Compile(sentence.Drill, UseResult.None);
        HashSet<string> seen = [];
        foreach (CodeAction action in ActionsIn(drill))
        {
            CodeChange change = action.Change(TestContext.Current.CancellationToken);
            string written = Apply(sentence.Drill, change.Files[0].Edits);
            if (!seen.Add(written))
            {
                continue; // The same is offered at many places.
            }

            Compilation after = Compile(written, new NewFiles(change));
            Assert.True(after.Program is not null, action.Title(Dialects.Dialect.English));
            Assert.Equal(sentence.Trace, sentence.TraceOn(new DrillInterpreter(after.Program)));
        }
    }

    [Fact]
    public void Rules_that_are_in_every_phase_fire_as_before_from_throughout()
    {
        const string Drill = """
            crowd Massa: 100 people, scripted, from Pagi
            event rumour: at 09:05
            drill "Latihan": starts 09:00 WIB
            phase Pagi for 10 min:
              at start -> crowd gathers
              after 2 min -> crowd escalates
              crowd escalates -> announce "Massa bereskalasi", crowd throws
            phase Siang for 10 min:
              at start -> crowd escalates
              crowd escalates -> announce "Massa bereskalasi", crowd throws
            """;
        Compilation before = Compile(Drill, UseResult.None);
        int place = Drill.IndexOf("announce", StringComparison.Ordinal);

        CodeAction action = Assert.Single(
            CodeActionList.At(
                before,
                new TextSpan(place, 0),
                CodeActionKinds.Extract,
                TestContext.Current.CancellationToken
            )
        );

        CodeChange change = action.Change(TestContext.Current.CancellationToken);
        Compilation after = Compile(Apply(Drill, change.Files[0].Edits), UseResult.None);
        Assert.Equal(new Played(before.Program!).End().Story, new Played(after.Program!).End().Story); // Both have no errors.
    }

    // At every tenth place, and with everything selected that can be.
    private static IEnumerable<CodeAction> ActionsIn(Compilation drill)
    {
        int length = drill.Main.Text.Length;
        IEnumerable<TextSpan> places = Enumerable.Range(0, (length / 10) + 1).Select(i => new TextSpan(i * 10, 0));
        IEnumerable<TextSpan> selections = drill.Main.Root.Declarations.Select(declaration => declaration.Span);
        return places
            .Concat(selections)
            .SelectMany(span => CodeActionList.At(drill, span, Refactorings, TestContext.Current.CancellationToken));
    }

    private static Compilation Compile(string text, IUseResolver files) =>
        Compilation.Create(new SourceText("drill.sispam", text), files);

    private static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        foreach (TextEdit edit in edits.Reverse())
        {
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        }

        return text;
    }

    private sealed class NewFiles(CodeChange change) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path) =>
            change.NewFiles.FirstOrDefault(file => file.Path == path) is { } found
                ? new UseResult(UseOutcome.Found, found)
                : new UseResult(UseOutcome.NotFound, null);
    }
}
