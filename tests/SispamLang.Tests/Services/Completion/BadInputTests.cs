using SispamLang.Services.Completion;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Services.Completion;

/// <summary>Completion takes any text, and any place in it.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Broken =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("grammar/corpus/invalid"), "*.sispam")
                .Select(file => Path.GetFileName(file)),
        ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void At_every_place_of_a_broken_drill_items_take_the_place_of_what_stands_around_it(string name)
    {
        var text = new SourceText(name, File.ReadAllText(Repository.PathOf("grammar/corpus/invalid/" + name)));
        var known = Compilation.Create(text, UseResult.None, TestContext.Current.CancellationToken);

        for (var position = 0; position <= text.Length; position++)
        {
            foreach (var item in CompletionService.At(text, position, known, CompletionOptions.Default))
            {
                var replaced = text.ToString(item.Replaced);
                Assert.InRange(position, item.Replaced.Start, item.Replaced.End);
                Assert.False(replaced.Contains('\n') || replaced.Contains('\r'), replaced);
            }
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("", 7)]
    [InlineData("\uFEFF", 1)]
    [InlineData("\r\n", 1)]
    [InlineData("\n\n  \n", 4)]
    [InlineData("phase A:\r\r\n  ", 12)]
    [InlineData("😀", 1)]
    [InlineData("phase A: 5", -3)]
    [InlineData("9.", 2)]
    [InlineData("\"", 1)]
    public void No_text_is_too_odd(string content, int position)
    {
        var text = new SourceText("a.sispam", content);
        var known = Compilation.Create(text, UseResult.None, TestContext.Current.CancellationToken);

        var items = CompletionService.At(text, position, known, CompletionOptions.Default);

        Assert.All(items, item => Assert.True(item.Replaced.End <= text.Length));
    }

    [Fact]
    public void Names_come_from_an_earlier_text_if_there_is_no_later_one()
    {
        var before = new SourceText("a.sispam", "unit Dalmas Lanjut: 38 personnel\nphase A:");
        var now = new SourceText("a.sispam", before.Content + " at start -> deploy Dalmas ");
        var known = Compilation.Create(before, UseResult.None, TestContext.Current.CancellationToken);

        var items = CompletionService.At(now, now.Length, known, CompletionOptions.Default);

        Assert.Contains(items, item => item.Label == "Dalmas Lanjut");
    }
}
