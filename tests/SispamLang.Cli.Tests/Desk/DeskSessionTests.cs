using SispamLang.Runtime;

namespace SispamLang.Cli.Tests.Desk;

/// <summary>An exercise as a controller leads it: by the clock, by hand, back and again from its log.</summary>
public sealed class DeskSessionTests
{
    private const int Minute = 60;

    [Fact]
    public void What_is_due_happens_by_the_clock()
    {
        using var exercise = Exercise.Started();
        exercise.Pass(3 * Minute - 1);
        Assert.Equal(Placement.OnTheWay, exercise.Runner.PlacementOf(0));

        exercise.Pass(1);

        Assert.Equal(Placement.AtPlace, exercise.Runner.PlacementOf(0));
        Assert.Equal(3 * Minute * 1000, exercise.Session.NowMs);
    }

    [Fact]
    public void Ten_times_as_fast_ten_minutes_are_one()
    {
        using var exercise = Exercise.Started(speed: 10);
        exercise.Pass(Minute);

        Assert.Equal(10 * Minute * 1000, exercise.Session.NowMs);
        exercise.Session.SetSpeed(1);
        exercise.Pass(Minute);
        Assert.Equal(11 * Minute * 1000, exercise.Session.NowMs);
    }

    [Fact]
    public void Step_by_step_time_stands_still_until_the_next_is_asked_for()
    {
        using var exercise = Exercise.Started(speed: 0);
        exercise.Pass(60 * Minute);
        Assert.Equal(0, exercise.Session.NowMs);

        exercise.Session.Skip(null);
        Assert.True(exercise.Session.NowMs > 0);
        exercise.Session.Skip(5 * Minute * 1000);
        Assert.True(exercise.Session.NowMs >= 5 * Minute * 1000);
    }

    [Fact]
    public void A_pause_stops_the_clock_and_nothing_else()
    {
        using var exercise = Exercise.Started();
        exercise.Pass(Minute);
        exercise.Session.Pause();
        exercise.Pass(30 * Minute);
        exercise.Raise("stone hits");
        Assert.Equal(Minute * 1000, exercise.Session.Injects.Single().TimeMs);

        exercise.Session.Resume();
        exercise.Pass(2 * Minute);

        Assert.Equal(3 * Minute * 1000, exercise.Session.NowMs);
    }

    [Fact]
    public void Putting_off_holds_all_that_is_to_come_for_so_long()
    {
        using var exercise = Exercise.Started();
        exercise.Pass(2 * Minute);
        exercise.Session.PutOff(5 * Minute * 1000);
        exercise.Pass(4 * Minute);
        Assert.Equal((2 * Minute * 1000, Minute * 1000), (exercise.Session.NowMs, exercise.Session.PutOffMs));
        Assert.Equal(Placement.OnTheWay, exercise.Runner.PlacementOf(0));

        exercise.Pass(2 * Minute);

        Assert.Equal(Placement.AtPlace, exercise.Runner.PlacementOf(0));
    }

    [Fact]
    public void An_inject_is_there_until_it_is_ticked_off_and_says_when_its_time_is_over()
    {
        using var exercise = Exercise.Started();
        exercise.Raise("stone hits");
        var inject = exercise.Session.Injects.Single();
        Assert.Equal(
            ("A stone", "Dokkes", false, false),
            (inject.Info.Text, inject.Info.To, inject.IsDelivered, inject.IsDue)
        );

        exercise.Session.Deliver(inject);
        exercise.Pass(5 * Minute);

        inject = exercise.Session.Injects.Single();
        Assert.Equal((true, true), (inject.IsDelivered, inject.IsDue));
    }

    [Fact]
    public void Taking_back_leads_to_before_the_last_event_as_if_it_had_never_been()
    {
        using var exercise = Exercise.Started();
        exercise.Pass(5 * Minute);
        exercise.Raise("crowd gathers");
        exercise.Pass(Minute);
        var before = exercise.Trace.ToArray();
        exercise.Raise("crowd escalates");
        exercise.Pass(10 * Minute);

        Assert.Equal("Massa escalates", exercise.Runner.Info.OutsideEvents[exercise.Session.Undo()].Names[0]);

        Assert.Equal(before, exercise.Trace);
        Assert.Equal(6 * Minute * 1000, exercise.Session.NowMs);
        Assert.True(exercise.Session.Clock.IsPaused);
    }

    [Fact]
    public void All_events_can_be_taken_back_but_no_more()
    {
        using var exercise = Exercise.Started();
        var start = exercise.Trace.ToArray();
        exercise.Raise("stone hits");
        exercise.Session.Deliver(exercise.Session.Injects.Single());
        exercise.Raise("stone hits");

        Assert.True(exercise.Session.Undo() >= 0);
        Assert.True(exercise.Session.Undo() >= 0);
        Assert.Equal(-1, exercise.Session.Undo());

        Assert.Equal(start, exercise.Trace);
        exercise.Raise("stone hits");
        Assert.False(exercise.Session.Injects.Single().IsDelivered);
    }

    [Fact]
    public void After_taking_back_chance_falls_as_it_would_have()
    {
        using var straight = Exercise.Started();
        straight.Raise("crowd gathers");
        straight.Pass(30 * Minute);
        using var detour = Exercise.Started();
        detour.Raise("crowd gathers");
        detour.Raise("crowd escalates");
        detour.Pass(20 * Minute);
        detour.Session.Undo();
        detour.Session.Resume();
        detour.Pass(30 * Minute);

        Assert.Equal(straight.Trace, detour.Trace);
    }

    [Fact]
    public void The_stop_word_ends_it_at_once_and_it_can_be_taken_up_to_take_that_back()
    {
        using var exercise = Exercise.Started();
        exercise.Pass(Minute);
        exercise.Session.Stop();
        Assert.True(exercise.Session.IsOver);
        Assert.True(exercise.Runner.HasEnded);

        Assert.True(exercise.TryContinue());
        exercise.Session.Undo();
        exercise.Session.Resume();
        exercise.Pass(2 * Minute);

        Assert.Equal(Placement.AtPlace, exercise.Runner.PlacementOf(0));
    }

    [Fact]
    public void A_log_that_was_cut_after_any_line_goes_on_to_the_run_that_was_not_cut()
    {
        using var whole = Played();
        var lines = whole.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var expected = whole.Trace.ToArray();
        var length = 0;
        foreach (var line in lines[..^1])
        {
            length += System.Text.Encoding.UTF8.GetByteCount(line) + 1;
            using var resumed = Played();

            Assert.True(resumed.TryContinue(length));

            // Whatever was logged is there again, and is how it was.
            var seen = resumed.Trace.ToArray();
            Assert.Equal(Entries(resumed.Log), seen.Length);
            if (!line.Contains("undo", StringComparison.Ordinal))
            {
                Play(resumed, from: resumed.Session.NowMs);
                Assert.Equal(expected[^1], resumed.Trace.Last());
            }
        }
    }

    [Fact]
    public void What_the_controller_had_ticked_off_is_still_so_after_a_crash()
    {
        using var exercise = Exercise.Started();
        exercise.Raise("stone hits");
        exercise.Session.Deliver(exercise.Session.Injects.Single());
        exercise.Session.Note("rain");

        Assert.True(exercise.TryContinue());

        Assert.True(exercise.Session.Injects.Single().IsDelivered);
        Assert.True(exercise.Session.Clock.IsPaused);
    }

    [Fact]
    public void A_log_that_the_drill_does_not_follow_is_refused()
    {
        using var exercise = Exercise.Started();
        exercise.Raise("stone hits");
        using var other = new Exercise(seed: 8);
        var run = RecordedRun.Read(
            new StringReader(exercise.Log.Replace("inject_sent", "announce", StringComparison.Ordinal))
        );

        Assert.False(other.Session.TryContinue(run, 1));
    }

    [Fact]
    public void On_a_full_disk_the_exercise_goes_on_and_the_log_is_whole_when_there_is_room_again()
    {
        var disk = new FullDisk();
        using var exercise = new Exercise(output: disk);
        exercise.Session.Start(1);
        disk.IsFull = true;
        exercise.Raise("stone hits");
        Assert.True(exercise.Session.IsLogFailing);
        exercise.Pass(5 * Minute);
        Assert.True(exercise.Session.Injects.Single().IsDue);

        disk.IsFull = false;
        exercise.Session.Note("room again");

        Assert.False(exercise.Session.IsLogFailing);
        Assert.Equal(Entries(exercise.Log), exercise.Session.Entries.Count);
    }

    [Fact]
    public void On_a_full_disk_the_log_can_move()
    {
        var disk = new FullDisk();
        using var exercise = new Exercise(output: disk);
        exercise.Session.Start(1);
        disk.IsFull = true;
        exercise.Raise("stone hits");
        using var elsewhere = new MemoryStream();

        Assert.True(exercise.Session.TryMoveLog(elsewhere));

        elsewhere.Position = 0;
        Assert.Equal(exercise.Session.Entries.Count, DrillLogReading.Read(elsewhere).Run.Entries.Count);
        Assert.False(exercise.Session.IsLogFailing);
    }

    private static Exercise Played()
    {
        var exercise = Exercise.Started();
        Play(exercise, from: 0);
        return exercise;
    }

    // By the clock of the drill, so that an exercise that was taken up goes on as it would have.
    private static void Play(Exercise exercise, long from)
    {
        (int AtMs, Action Deed)[] script =
        [
            (Minute * 1000, () => exercise.Raise("crowd gathers")),
            (4 * Minute * 1000, () => exercise.Raise("stone hits")),
            (8 * Minute * 1000, () => exercise.Raise("crowd escalates")),
        ];
        exercise.Session.Resume();
        foreach (var (atMs, deed) in script.Where(one => one.AtMs > from))
        {
            exercise.Time.Pass(TimeSpan.FromMilliseconds(atMs - exercise.Session.NowMs));
            deed();
        }

        exercise.Pass(50 * Minute);
    }

    private static int Entries(string log) =>
        log.Split('\n')
            .Count(line => line.Length > 0 && !line.Contains("\"kind\":\"controller\"", StringComparison.Ordinal));

    private sealed class FullDisk : MemoryStream
    {
        public bool IsFull { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsFull)
            {
                throw new IOException("The disk is full.");
            }

            base.Write(buffer);
        }
    }
}
