using SispamLang.Cli.Desk;
using SispamLang.Dialects;

namespace SispamLang.Cli.Tests.Desk;

/// <summary>The desk's screen at 80×24.</summary>
public sealed class DeskScreenTests
{
    [Fact]
    public void All_there_is_to_know_is_on_one_screen()
    {
        using var exercise = Exercise.Started();
        exercise.Pass(60);
        exercise.Raise("crowd gathers");
        exercise.Raise("crowd escalates");
        exercise.Raise("stone hits");

        var lines = exercise.ScreenIn(Dialect.English).Split('\n');

        Assert.Equal(23, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 79));
        Assert.Equal("EXERCISE  Practice", lines[0]);
        Assert.Matches("^source [0-9a-f]*  seed 7  sispam [0-9.]+  clock is simulated$", lines[1]);
        Assert.Equal("T+00:01:00  09:01:00 WIB  running  Phase Rekap — Recapitulation", lines[2]);
        Assert.StartsWith("Situation YELLOW, passive threat  next due T+", lines[3]);
        Assert.Equal("Massa: tense, 100 people, at KPU", lines[4]);
        Assert.Equal("On the way to KPU: Dalmas Awal  Standby: TNI", lines[5]);
        Assert.Contains("              Rule: stone hits", lines);
        Assert.Contains("Inject: 1 [ ] T+00:01:00 Post → Dokkes (radio): A stone", lines);
        Assert.Contains(lines, line => line.StartsWith("Expected in: 00:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("2 Massa escalates", StringComparison.Ordinal));
        Assert.Equal("“help” lists the commands; “Latihan berhenti” stops the exercise.", lines[^2]);
        Assert.Equal("> _", lines[^1]);
    }

    [Fact]
    public void It_speaks_Indonesian()
    {
        using var exercise = Exercise.Started();
        exercise.Raise("crowd gathers");
        exercise.Raise("crowd escalates");
        exercise.Raise("stone hits");
        exercise.Session.PutOff(90_000);

        var lines = exercise.ScreenIn(Dialect.Indonesian).Split('\n');

        Assert.Equal("LATIHAN  Practice", lines[0]);
        Assert.Equal("T+00:00:00  09:00:00 WIB  diundur 00:01:30  Fase Rekap — Recapitulation", lines[2]);
        Assert.StartsWith("Situasi KUNING, ancaman pasif  berikutnya T+", lines[3]);
        Assert.Equal("Massa: memanas, 100 orang, di KPU", lines[4]);
        Assert.Equal("Menuju KPU: Dalmas Awal  Siaga: TNI", lines[5]);
        Assert.Contains(lines, line => line.Contains("2 Massa bereskalasi", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_delivered_makes_room()
    {
        using var exercise = Exercise.Started();
        exercise.Raise("stone hits");
        exercise.Raise("stone hits");
        exercise.Session.Deliver(exercise.Session.Injects[0]);

        var screen = exercise.ScreenIn(Dialect.English);

        Assert.DoesNotContain("Inject: 1", screen);
        Assert.Contains("Inject: 2 [ ]", screen);
    }

    [Fact]
    public void Help_has_every_command_on_one_screen()
    {
        using var exercise = Exercise.Started();
        foreach (var language in (Dialect[])[Dialect.English, Dialect.Indonesian])
        {
            var screen = exercise.ScreenIn(language, help: true);

            Assert.All(
                DeskCommand.Words,
                word => Assert.Contains("\n  " + DeskCommand.WordFor(word.Verb, language) + " ", screen)
            );
            Assert.Contains("“Latihan berhenti”, ", screen);
        }
    }

    [Fact]
    public void A_long_answer_takes_a_second_line()
    {
        using var exercise = Exercise.Started();
        var answer = string.Join(' ', Enumerable.Repeat("answer", 15));

        var lines = exercise.ScreenIn(Dialect.English, answer).Split('\n');

        Assert.Equal(answer, lines[^3] + " " + lines[^2]);
        Assert.Equal(23, lines.Length);
    }

    [Fact]
    public void What_is_typed_can_not_move_the_cursor()
    {
        using var exercise = Exercise.Started();

        var screen = exercise.ScreenIn(Dialect.English, typed: "\u001b[2J\u0007");

        Assert.DoesNotContain(screen, c => c != '\n' && char.IsControl(c));
    }
}
