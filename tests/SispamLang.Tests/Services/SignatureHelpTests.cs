using SispamLang.Services;
using SispamLang.Services.Completion;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>What the action that is being typed is made of.</summary>
public sealed class SignatureHelpTests
{
    private const string English = """
        place KPU
        unit Dalmas Awal: 38 personnel
        unit Dalmas Lanjut: 38 personnel
        role Danki
        counter injured: 0..9
        phase A: at start ->
        """;

    private const string Indonesian = """
        tempat KPU
        satuan Dalmas Awal: 38 personel
        peran Danki
        fase A: di awal ->
        """;

    [Theory]
    [InlineData("deploy ▮", "deploy UNIT [and UNIT] [to PLACE] [by ROLE]", "UNIT")]
    [InlineData("deploy Dalmas Aw▮", "deploy UNIT [and UNIT] [to PLACE] [by ROLE]", "UNIT")]
    [InlineData("deploy Nobody to ▮", "deploy UNIT [and UNIT] [to PLACE] [by ROLE]", "to PLACE")]
    [InlineData("deploy Dalmas Awal to KPU by Da▮", "deploy UNIT [and UNIT] [to PLACE] [by ROLE]", "by ROLE")]
    [InlineData("withdraw ▮", "withdraw UNIT [and UNIT] [by ROLE]", "UNIT")]
    [InlineData("lapis ganti Dalmas Awal to ▮", "lapis ganti UNIT to UNIT [over 5 min] [by ROLE]", "to UNIT")]
    [InlineData("relieve Dalmas Awal with ▮", "relieve UNIT with UNIT [over 5 min] [by ROLE]", "with UNIT")]
    [InlineData("announce ▮", "announce \"…\" [by ROLE]", "\"…\"")]
    [InlineData("add 1 to ▮", "add N to COUNTER", "to COUNTER")]
    [InlineData("set injured to ▮", "set COUNTER to N", "to N")]
    [InlineData("go to ▮", "go to PHASE [by ROLE]", "to PHASE")]
    [InlineData("pause for ▮", "pause for 5 min [by ROLE]", "for 5 min")]
    [InlineData("wait until ▮", "wait until CONDITION [up to 5 min]", "until CONDITION")]
    [InlineData("wait until calm up to ▮", "wait until CONDITION [up to 5 min]", "up to 5 min")]
    [InlineData("water cannon ▮", "TACTIC [CROWD] [for 5 min] [by ROLE] [until CONDITION]", "CROWD")]
    [InlineData("water cannon by ▮", "TACTIC [CROWD] [for 5 min] [by ROLE] [until CONDITION]", "by ROLE")]
    [InlineData("crowd moves to ▮", "CROWD moves to PLACE [by ROLE]", "to PLACE")]
    [InlineData("next phase ▮", "next phase [by ROLE]", null)]
    [InlineData("warn crowd 3 times every ▮", "TACTIC [CROWD] [for 5 min] [by ROLE] [until CONDITION]", null)]
    public void The_form_is_shown_with_the_part_that_is_being_typed(string action, string label, string? active)
    {
        var signature = Assert.Single(At(English + " " + action));

        Assert.Equal(label, signature.Label);
        Assert.Equal(active, signature.Active is { } part ? Text(signature, part) : null);
    }

    [Fact]
    public void An_inject_has_nine_clauses() =>
        Assert.Equal(
            "inject \"…\" [from NAME] [to NAME] [via NAME] [at PLACE] [expecting \"…\"] [by ROLE] [within 5 min] "
                + "[evaluator ROLE] [objective \"…\"]",
            Assert.Single(At(English + " inject \"x\" via ▮")).Label
        );

    [Fact]
    public void A_wait_has_two_forms() => Assert.Equal(2, At(English + " wait ▮").Count);

    [Theory]
    [InlineData("kerahkan Dalmas Awal ke ▮", "kerahkan SATUAN [dan SATUAN] [ke TEMPAT] [oleh PERAN]", "ke TEMPAT")]
    [InlineData("jeda selama ▮", "jeda selama 5 menit [oleh PERAN]", "selama 5 menit")]
    public void It_is_in_the_language_of_the_file(string action, string label, string active)
    {
        var signature = Assert.Single(At(Indonesian + " " + action));

        Assert.Equal(label, signature.Label);
        Assert.Equal(active, Text(signature, signature.Active!.Value)); // The label has been compared.
    }

    [Theory]
    [InlineData("place KPU: ▮")]
    [InlineData("phase B: crowd ▮")]
    [InlineData("phase B: at start -> ▮")]
    [InlineData("phase B: at start -> announce \"▮")]
    public void Where_no_action_is_typed_nothing_is_shown(string line) => Assert.Empty(At(English + "\n" + line));

    private static string Text(ActionSignature signature, int part) =>
        signature.Label.Substring(signature.Parts[part].Start, signature.Parts[part].Length);

    private static IReadOnlyList<ActionSignature> At(string marked)
    {
        var position = marked.IndexOf('▮', StringComparison.Ordinal);
        var text = new SourceText("drill.sispam", marked.Remove(position, 1));
        var known = Compilation.Create(text, UseResult.None, TestContext.Current.CancellationToken);
        return SignatureHelp.At(text, position, known, CompletionOptions.Default);
    }
}
