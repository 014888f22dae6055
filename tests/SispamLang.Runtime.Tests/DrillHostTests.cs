using System.Text;
using System.Text.Json;
using SispamLang.Interpreter;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Runtime.Tests;

/// <summary>A drill in real time: by the clock, and as the controller says.</summary>
public sealed class DrillHostTests
{
    private const string Drill = """
        place KPU
        unit Dalmas Awal: 30 personnel, ready in 3 min
        phase Rekap for 1 h:
          after 10 min -> deploy Dalmas Awal to KPU
          after 20 min -> announce "Half way"
          stone hits -> pause for 5 min
        event stone hits
        """;

    private readonly ManualTime _time = new();

    [Fact]
    public void What_is_due_happens_when_the_clock_says_so()
    {
        using var host = Started();
        Pass(minutes: 9);
        Assert.DoesNotContain(TraceCode.Deploy, Codes(host));

        Pass(minutes: 1);
        Assert.Contains(TraceCode.Deploy, Codes(host));
        Assert.DoesNotContain(TraceCode.UnitArrives, Codes(host));

        Pass(minutes: 3);
        Assert.Contains(TraceCode.UnitArrives, Codes(host));
        Assert.Equal(13 * 60_000, host.NowMs);
    }

    [Fact]
    public async Task It_is_done_when_the_drill_is()
    {
        using var host = Started();
        Pass(minutes: 59);
        Assert.False(host.Completion.IsCompleted);

        Pass(minutes: 1);

        await host.Completion;
        Assert.Equal(TraceCode.End, Codes(host)[^1]);
        Assert.True(host.IsPaused);
        Assert.False(host.Raise("stone hits"));
    }

    [Fact]
    public void While_it_is_paused_time_passes_for_nobody()
    {
        using var host = Started();
        Pass(minutes: 8);
        host.Pause();
        Pass(minutes: 100);
        Assert.Equal(8 * 60_000, host.NowMs);
        Assert.DoesNotContain(TraceCode.Deploy, Codes(host));

        host.Resume();
        Pass(minutes: 2);

        Assert.Equal(10 * 60_000, TimeOf(host, TraceCode.Deploy));
    }

    [Fact]
    public void Skipping_makes_happen_what_lies_between()
    {
        using var host = Started();
        host.Skip(TimeSpan.FromMinutes(15));

        Assert.Equal(10 * 60_000, TimeOf(host, TraceCode.Deploy));
        Assert.Equal(13 * 60_000, TimeOf(host, TraceCode.UnitArrives));
        Pass(minutes: 5);
        Assert.Equal(20 * 60_000, TimeOf(host, TraceCode.Announce));
    }

    [Fact]
    public void Putting_off_moves_all_that_is_to_come()
    {
        using var host = Started();
        Pass(minutes: 9);
        host.PutOff(TimeSpan.FromMinutes(30));
        Pass(minutes: 30);
        Assert.Equal(9 * 60_000, host.NowMs);
        Assert.DoesNotContain(TraceCode.Deploy, Codes(host));

        Pass(minutes: 1);

        Assert.Equal(10 * 60_000, TimeOf(host, TraceCode.Deploy));
    }

    [Fact]
    public void What_is_raised_happens_now_and_what_nobody_knows_does_not()
    {
        using var host = Started();
        Pass(minutes: 5);

        Assert.True(host.Raise("stone hits"));
        Assert.False(host.Raise("stone flies"));

        Assert.Equal(5 * 60_000, TimeOf(host, TraceCode.EventHappens));
    }

    [Fact]
    public async Task The_stop_word_ends_the_exercise_even_in_a_pause_of_the_drill()
    {
        using var host = Started();
        host.Raise("stone hits");
        Pass(minutes: 1);

        host.Stop();
        await host.Completion;
        var entries = Codes(host).Length;
        Pass(minutes: 100);

        Assert.Equal(entries, Codes(host).Length);
        Assert.DoesNotContain(TraceCode.Deploy, Codes(host));
    }

    [Fact]
    public void The_stop_word_ends_a_drill_that_has_an_event_called_like_its_end()
    {
        using var host = new DrillHost(Runner(Drill + "\nevent \"end drill\""), _time);
        host.Start(1);
        Pass(minutes: 1);

        host.Stop();

        Assert.Equal(TraceCode.End, Codes(host)[^1]);
        Assert.DoesNotContain(TraceCode.EventHappens, Codes(host));
    }

    [Fact]
    public void After_the_end_time_stands_still_whatever_is_skipped_or_put_off()
    {
        using var host = Started();
        host.Skip(TimeSpan.FromHours(3));
        Assert.Equal(TraceCode.End, Codes(host)[^1]);
        Assert.Equal(60 * 60_000, host.NowMs);

        host.Skip(TimeSpan.FromMinutes(5));
        host.PutOff(TimeSpan.FromMinutes(10));
        host.Resume();
        Pass(minutes: 1);

        Assert.Equal(60 * 60_000, host.NowMs);
    }

    [Fact]
    public async Task Every_reader_gets_the_whole_trace_however_late_or_slow()
    {
        using var host = Started();
        Pass(minutes: 30);
        var late = ReadAllAsync(host, TestContext.Current.CancellationToken);
        var slow = Task.Run(
            async () =>
            {
                var seen = new List<int>();
                await foreach (var entry in host.ReadTraceAsync(TestContext.Current.CancellationToken))
                {
                    await Task.Yield();
                    seen.Add(entry.Seq);
                }

                return seen;
            },
            TestContext.Current.CancellationToken
        );
        Pass(minutes: 30);

        var all = await late;
        Assert.Equal(Enumerable.Range(0, all.Count), all);
        Assert.Equal(all, await slow);
    }

    [Fact]
    public async Task A_reader_may_go_away()
    {
        using var host = Started();
        using var gone = new CancellationTokenSource();
        var reading = ReadAllAsync(host, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public void The_log_has_every_entry_before_anybody_is_told()
    {
        using var log = new MemoryStream();
        using var host = Started(log);
        for (var minute = 0; minute < 60; minute++)
        {
            Pass(minutes: 1);
            var lines = Encoding.UTF8.GetString(log.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Codes(host).Length, lines.Length);
        }

        var last = JsonDocument.Parse(Encoding.UTF8.GetString(log.ToArray()).TrimEnd().Split('\n')[^1]);
        Assert.Equal("end", last.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_drill_whose_log_can_not_be_written_stands_still_and_says_why()
    {
        using var host = Started(new FullDisk(lines: 4));
        Pass(minutes: 60);

        Assert.True(host.IsPaused);
        var failure = await Assert.ThrowsAsync<IOException>(() => host.Completion);
        Assert.Equal("The disk is full.", failure.Message);
    }

    [Fact]
    public async Task Several_threads_may_use_it_at_once()
    {
        using var host = new DrillHost(Runner());
        host.Start(1);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            TestContext.Current.CancellationToken,
            (i, _) =>
            {
                switch (i % 5)
                {
                    case 0:
                        host.Raise("stone hits");
                        break;
                    case 1:
                        host.Pause();
                        break;
                    case 2:
                        host.Resume();
                        break;
                    case 3:
                        host.Skip(TimeSpan.FromSeconds(1));
                        break;
                    default:
                        host.Read(runner => runner.Phase);
                        break;
                }

                return ValueTask.CompletedTask;
            }
        );
        host.Stop();

        var all = await ReadAllAsync(host, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, all.Count), all);
    }

    [Fact]
    public void A_host_plays_one_run()
    {
        using var host = Started();

        Assert.Throws<InvalidOperationException>(() => host.Start(2));
    }

    private static DrillInterpreter Runner(string drill = Drill)
    {
        var program = Compilation.Create(new SourceText("drill.sispam", drill), UseResult.None).Program;
        Assert.NotNull(program);
        return new DrillInterpreter(program);
    }

    private DrillHost Started(Stream? log = null)
    {
        var host = new DrillHost(Runner(), _time, log);
        host.Start(1);
        return host;
    }

    private void Pass(int minutes) => _time.Pass(TimeSpan.FromMinutes(minutes));

    // The trace so far, as any reader would get it.
    private static TraceCode[] Codes(DrillHost host) => [.. SoFar(host).Select(entry => entry.Code)];

    private static long TimeOf(DrillHost host, TraceCode code) => SoFar(host).First(entry => entry.Code == code).TimeMs;

    private static List<TraceEntry> SoFar(DrillHost host)
    {
        var entries = new List<TraceEntry>();
        var reader = host.ReadTraceAsync().GetAsyncEnumerator();
        while (reader.MoveNextAsync().AsTask() is { IsCompletedSuccessfully: true, Result: true })
        {
            entries.Add(reader.Current);
        }

        return entries;
    }

    private static async Task<List<int>> ReadAllAsync(DrillHost host, CancellationToken cancellationToken)
    {
        var seen = new List<int>();
        await foreach (var entry in host.ReadTraceAsync(cancellationToken))
        {
            seen.Add(entry.Seq);
        }

        return seen;
    }

    private sealed class FullDisk(int lines) : MemoryStream
    {
        private int _lines;

        public override void Flush()
        {
            if (++_lines > lines)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
