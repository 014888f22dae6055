using SispamLang.Cli.Desk;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;

namespace SispamLang.Cli.Tests.Desk;

/// <summary>What the controller types, in both languages.</summary>
public sealed class DeskCommandTests : IDisposable
{
    private readonly Exercise _exercise = Exercise.Started();

    public void Dispose() => _exercise.Dispose();

    [Fact]
    public void Every_command_has_a_word_of_its_own_in_both_languages()
    {
        var words = DeskCommand.Words.SelectMany(word => new[] { word.English, word.Indonesian }).ToArray();

        Assert.Equal(words.Length, words.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(
            Enum.GetValues<DeskVerb>().Except([DeskVerb.Nothing, DeskVerb.Stop]),
            verb => Assert.Contains(DeskCommand.Words, word => word.Verb == verb)
        );
    }

    [Theory]
    [InlineData("skip", "lompat", null)]
    [InlineData("skip 5", "lompat 5", 300_000L)]
    [InlineData("SKIP 90 s", "Lompat  90 detik", 90_000L)]
    [InlineData("shift 1 h", "geser 1 jam", 3_600_000L)]
    [InlineData("speed 10", "laju 10", 10L)]
    [InlineData("speed x10", "laju ×10", 10L)]
    [InlineData("speed step", "laju langkah", 0L)]
    [InlineData("delivered 2", "tersampaikan 2", 2L)]
    [InlineData("pause", "jeda", null)]
    [InlineData("undo", "batal", null)]
    [InlineData("?", "bantuan", null)]
    public void Both_languages_say_the_same(string english, string indonesian, long? value)
    {
        Assert.Equal(Read(english), Read(indonesian));
        Assert.Null(Read(english).Problem);
        Assert.Equal(value, Read(english).Value);
    }

    [Theory]
    [InlineData("stone hits")]
    [InlineData("Stone  Hits")]
    [InlineData("7")]
    [InlineData("trigger 7")]
    [InlineData("picu stone hits")]
    public void An_event_is_triggered_by_its_name_or_its_number(string line) =>
        Assert.Equal(new DeskCommand(DeskVerb.Trigger, 6), Read(line));

    [Theory]
    [InlineData("massa bereskalasi")]
    [InlineData("crowd escalates")]
    public void Events_of_the_crowd_have_their_names_in_both_languages(string line) =>
        Assert.Equal(new DeskCommand(DeskVerb.Trigger, 1), Read(line));

    [Theory]
    [InlineData("Latihan berhenti")]
    [InlineData("LATIHAN BERHENTI")]
    [InlineData("  latihan   berhenti!! ")]
    [InlineData("stop")]
    [InlineData("STOP.")]
    public void The_stop_word_is_heard_however_it_is_said(string line) => Assert.Equal(DeskVerb.Stop, Read(line).Verb);

    [Fact]
    public void A_drill_without_a_stop_word_has_stop()
    {
        using var exercise = new Exercise("phase A for 1 min: at start -> announce \"x\"");

        Assert.Equal("stop", DeskCommand.StopWordOf(exercise.Runner.Info));
        Assert.Equal(DeskVerb.Stop, DeskCommand.Read("Stop", exercise.Runner.Info).Verb);
    }

    [Fact]
    public void A_note_is_kept_as_it_was_typed() =>
        Assert.Equal(new DeskCommand(DeskVerb.Note, null, "Hujan di KPU, 09:12"), Read("note Hujan di KPU, 09:12"));

    [Fact]
    public void An_empty_line_asks_for_nothing() => Assert.Equal(new DeskCommand(DeskVerb.Nothing), Read("  "));

    [Theory]
    [InlineData("paus", "There is no command or event “paus”. Did you mean “pause”?")]
    [InlineData("stone hit", "There is no command or event “stone hit”. Did you mean “stone hits”?")]
    [InlineData("99", "There is no command or event “99”.")]
    [InlineData("skip now", "Say how long, up to a day: 5 for five minutes, or “90 s”; not “now”.")]
    [InlineData("shift 0", "Say how long, up to a day: 5 for five minutes, or “90 s”; not “0”.")]
    [InlineData("skip 99999999", "Say how long, up to a day: 5 for five minutes, or “90 s”; not “99999999”.")]
    [InlineData("speed 0", "The speed is a whole number from 1 to 1000, or “step”; not “0”.")]
    [InlineData("delivered it", "Say the number of the inject, not “it”.")]
    [InlineData("note", "Say what is to be noted.")]
    [InlineData("save", "Say into which file.")]
    public void What_can_not_be_understood_is_answered(string line, string answer) =>
        Assert.Equal(answer, Controller().Do(Read(line))?.In(Dialect.English));

    [Theory]
    [InlineData("delivered 1", "There is no inject 1; so far there are 0.")]
    [InlineData("undo", "There is no event to take back.")]
    [InlineData("save x", "x can't be written, or there is something in it already. The log stays where it is.")]
    [InlineData(
        "skip 5 h",
        "The drill has ended. “undo” takes the last event back; “Latihan berhenti” closes the desk."
    )]
    public void What_can_not_be_done_is_answered(string line, string answer) =>
        Assert.Equal(answer, Controller().Do(Read(line))?.In(Dialect.English));

    [Fact]
    public void Step_by_step_nothing_can_be_put_off()
    {
        Controller().Do(Read("speed step"));

        Assert.Equal(
            new Notice(Message.DeskNoClock).In(Dialect.English),
            Controller().Do(Read("shift 5"))?.In(Dialect.English)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u001b[A")]
    [InlineData("trigger")]
    [InlineData("trigger trigger trigger")]
    [InlineData("stop stop stop")]
    [InlineData("-1")]
    [InlineData("999999999999999999999")]
    [InlineData("🚓")]
    public void Whatever_is_typed_nothing_breaks(string line)
    {
        var command = Read(line);

        Assert.NotEqual(DeskVerb.Stop, command.Verb);
        Controller().Do(command);
    }

    private DeskController Controller() => new(_exercise.Session, Dialect.English, _ => null);

    private DeskCommand Read(string line) => DeskCommand.Read(line, _exercise.Runner.Info);
}
