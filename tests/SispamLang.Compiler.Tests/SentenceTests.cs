using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests;

/// <summary>Runs the drills in <c>tests/Sentences</c>, compiled.</summary>
public class SentenceTests
{
    public static TheoryData<string> Sentences { get; } = [.. Sentence.All.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_compiled_drill_does_what_the_sentence_says(string text)
    {
        var sentence = Sentence.All[text];
        var program = Compilation.Create(new SourceText("drill.sispam", sentence.Drill), UseResult.None).Program!;
        var compiled = DrillCompiler.Compile(program).Load();
        try
        {
            Assert.Equal(sentence.Trace, sentence.TraceOn(compiled.CreateRunner()));
        }
        finally
        {
            compiled.Unload();
        }
    }
}
