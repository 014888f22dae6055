using SispamLang.Services.CodeActions;
using SispamLang.Tests.Formatting;
using SispamLang.Tests.Fuzzing;
using SispamLang.Tests.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Services.CodeActions;

/// <summary>Whatever the text, what is offered can be done.</summary>
public sealed class AnyTextTests
{
    [Fact]
    public void All_that_is_offered_anywhere_in_a_sample_can_be_done() => Assert.All(Samples.Texts, Check);

    [Fact]
    public void All_that_is_offered_anywhere_in_a_broken_text_can_be_done() =>
        Assert.All(
            Enumerable.Range(0, 200),
            seed => Check(Mutations.Mutate(Samples.Texts[seed % Samples.Texts.Count], seed))
        );

    private static void Check(string text)
    {
        Compilation drill = Actions.Compile(text);
        IEnumerable<TextSpan> places = drill
            .Diagnostics.Take(20)
            .Select(diagnostic => diagnostic.Span)
            .Append(new TextSpan(0, 0))
            .Append(new TextSpan(text.Length / 2, 0))
            .Append(new TextSpan(0, text.Length));
        foreach (TextSpan place in places)
        {
            foreach (CodeAction action in CodeActionList.At(drill, place))
            {
                foreach (FileChange file in action.Change(TestContext.Current.CancellationToken).Files)
                {
                    Assert.NotEqual(text, FormatterLaw.Apply(text, file.Edits));
                }
            }
        }
    }
}
