using System.Text;
using System.Text.Json;
using SispamLang.Interpreter;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Runtime.Tests;

/// <summary>The log of an exercise: what is written in it, what is read again, and what is refused.</summary>
public sealed class DrillLogTests
{
    private const string Drill = """
        crowd Massa: 100 people, restless
        phase Rekap for 30 min:
          crowd escalates -> chance 50%: announce "yes" otherwise: announce "no"
        event stone hits
        """;

    private readonly MemoryStream _file = new();

    [Fact]
    public void A_line_has_the_real_time_and_a_checksum_and_is_a_line_of_a_trace_otherwise()
    {
        Write(_file, Sample.Entry(TraceCode.Start, c: 7));

        var line = JsonDocument.Parse(Lines(_file).Single()).RootElement;

        Assert.Equal("start", line.GetProperty("code").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", line.GetProperty("at").GetString());
        Assert.Matches("^[0-9a-f]{8}$", line.GetProperty("check").GetString());
    }

    [Fact]
    public void The_checksum_is_CRC_32C()
    {
        // The check value of the published parameters of CRC-32C (iSCSI, RFC 3720): the digits 1 to 9.
        var check = DrillLogReading.CheckOf(DrillLogReading.FirstCheck, "123456789"u8);

        Assert.Equal(",\"check\":\"e3069283\"}\n", Encoding.ASCII.GetString(DrillLogReading.SealOf(check)));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        Write(_file, Sample.Entry(TraceCode.Start, c: 7), Sample.Entry(TraceCode.Draw, 1, c: 1250, seq: 1, time: 9));

        var reading = Read(_file.ToArray());

        Assert.Equal((0, false), (reading.BadLine, reading.IsTorn));
        Assert.Equal(7UL, reading.Run.Seed);
        Assert.Equal([new(0, 0, "start"), new(1, 9, "draw")], reading.Run.Entries);
        Assert.Equal(9, reading.Run.LastMs);
    }

    [Fact]
    public void A_log_that_was_cut_anywhere_is_read_up_to_its_last_whole_line()
    {
        Write(_file, [.. Enumerable.Range(0, 4).Select(i => Sample.Entry(TraceCode.EventHappens, seq: i, time: i))]);
        var bytes = _file.ToArray();

        for (var length = 0; length <= bytes.Length; length++)
        {
            var reading = Read(bytes[..length]);
            var whole = bytes[..length].Count(b => b == '\n');

            Assert.Equal(0, reading.BadLine);
            Assert.Equal(whole, reading.Run.Entries.Count);
            Assert.Equal(length > 0 && bytes[length - 1] != '\n', reading.IsTorn);
        }
    }

    [Fact]
    public void A_line_that_was_changed_is_named_whichever_byte_it_was()
    {
        Write(_file, [.. Enumerable.Range(0, 3).Select(i => Sample.Entry(TraceCode.EventHappens, seq: i, time: i))]);
        var bytes = _file.ToArray();
        var second = Array.IndexOf(bytes, (byte)'\n') + 1;
        var third = Array.IndexOf(bytes, (byte)'\n', second) + 1;

        for (var i = second; i < third - 1; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 1;

            Assert.Equal(2, Read(damaged).BadLine);
        }
    }

    [Fact]
    public void A_line_that_is_missing_shows_at_the_next()
    {
        Write(_file, [.. Enumerable.Range(0, 4).Select(i => Sample.Entry(TraceCode.EventHappens, seq: i, time: i))]);
        var lines = Lines(_file);

        var reading = Read(Encoding.UTF8.GetBytes(string.Concat(lines[0], "\n", lines[2], "\n", lines[3], "\n")));

        Assert.Equal(2, reading.BadLine);
    }

    [Fact]
    public void It_goes_on_where_it_was_cut()
    {
        Write(_file, Sample.Entry(TraceCode.Start), Sample.Entry(TraceCode.EventHappens, seq: 1));
        _file.SetLength(_file.Length - 5);

        _file.Position = 0;
        var reading = DrillLogReading.Read(_file);
        using (var log = NewLog(_file))
        {
            log.Continue(reading);
            log.Write(new ControllerAct(ControllerCode.Continue, 0), 1, 0);
            log.Write(Sample.Entry(TraceCode.EventHappens, seq: 1));
        }

        var whole = Read(_file.ToArray());
        Assert.Equal((0, false), (whole.BadLine, whole.IsTorn));
        Assert.Equal(["start", "event_happens"], whole.Run.Entries.Select(entry => entry.Code));
        Assert.Equal(ControllerCode.Continue, whole.Run.Acts.Single().Code);
    }

    [Fact]
    public void What_could_not_be_written_is_written_before_the_next_line()
    {
        var disk = new FullDisk { IsFull = true };
        using var log = NewLog(disk);
        Assert.Throws<IOException>(() => log.Write(Sample.Entry(TraceCode.Start)));
        Assert.Throws<IOException>(() => log.Write(Sample.Entry(TraceCode.EventHappens, seq: 1)));
        Assert.True(log.IsBehind);

        disk.IsFull = false;
        log.Write(Sample.Entry(TraceCode.EventHappens, seq: 2));

        Assert.False(log.IsBehind);
        Assert.Equal(3, Read(disk.ToArray()).Run.Entries.Count);
    }

    [Fact]
    public void It_can_move_to_another_place_with_all_that_is_in_it()
    {
        var disk = new FullDisk();
        using var log = NewLog(disk);
        log.Write(Sample.Entry(TraceCode.Start));
        disk.IsFull = true;
        Assert.Throws<IOException>(() => log.Write(Sample.Entry(TraceCode.EventHappens, seq: 1)));
        Assert.Throws<IOException>(() => log.MoveTo(new FullDisk { IsFull = true }));

        log.MoveTo(_file);
        log.Write(Sample.Entry(TraceCode.EventHappens, seq: 2));

        Assert.Equal(3, Read(_file.ToArray()).Run.Entries.Count);
    }

    [Fact]
    public void What_was_taken_back_counts_for_nothing_in_a_replay()
    {
        using (var log = NewLog(_file))
        {
            log.Write(Sample.Entry(TraceCode.Start));
            log.Write(Sample.Entry(TraceCode.EventHappens, by: -2, seq: 1, time: 1000));
            log.Write(Sample.Entry(TraceCode.CrowdEscalates, by: -2, seq: 2, time: 2000));
            log.Write(Sample.Entry(TraceCode.Draw, 1, c: 5, seq: 3, time: 2000));
            log.Write(new ControllerAct(ControllerCode.Undo, 1500, 2), 2, 0);
            log.Write(Sample.Entry(TraceCode.OrderNextPhase, by: -2, seq: 2, time: 3000));
            log.Write(new ControllerAct(ControllerCode.Stop, 4000), 3, 0);
        }

        var run = Read(_file.ToArray()).Run;

        Assert.Equal([new(1000, "bomb threat"), new(3000, "next phase")], run.Events);
        Assert.Empty(run.Draws);
        Assert.Equal(4000, run.StoppedMs);
        Assert.Equal(run.Events, RecordedRun.Read(new StringReader(Encoding.UTF8.GetString(_file.ToArray()))).Events);
    }

    [Fact]
    public void A_host_keeps_such_a_log_and_it_replays_to_the_same_trace()
    {
        var time = new ManualTime();
        List<TraceEntry> played = [];
        using (var host = new DrillHost(Runner(), time, _file))
        {
            host.Start(3);
            time.Pass(TimeSpan.FromMinutes(10));
            host.Raise("stone hits");
            host.Stop();
            host.Read(runner => runner.Trace = null);
        }

        var reading = Read(_file.ToArray());
        var again = Runner();
        again.Trace = played.Add;
        reading.Run.Replay(again);

        Assert.Equal(
            reading.Run.Entries,
            played.Select(e => new RecordedEntry(e.Seq, e.TimeMs, TraceText.NameOf(e.Code)))
        );
    }

    [Fact]
    public void A_host_that_was_told_so_goes_on_without_its_log()
    {
        var time = new ManualTime();
        var disk = new FullDisk();
        using var host = new DrillHost(Runner(), time, disk) { GoesOnWithoutLog = true };
        host.Start(3);
        disk.IsFull = true;
        host.Raise("stone hits");
        Assert.IsType<IOException>(host.LogFailure);
        time.Pass(TimeSpan.FromMinutes(10));
        Assert.False(host.Completion.IsFaulted);
        Assert.Equal(10 * 60_000, host.NowMs);

        disk.IsFull = false;
        host.Raise("stone hits");

        Assert.Null(host.LogFailure);
        Assert.Equal(2, Read(disk.ToArray()).Run.Events.Count);
    }

    [Theory]
    [InlineData(ControllerCode.Pause, 0, "", "Paused", "Dijeda")]
    [InlineData(ControllerCode.Resume, 0, "", "Running again", "Berjalan lagi")]
    [InlineData(ControllerCode.Skip, 300_000, "", "Skipped 5 min", "Dilompati 5 menit")]
    [InlineData(ControllerCode.Shift, 60_000, "", "The rest put off by 1 min", "Selebihnya diundur 1 menit")]
    [InlineData(ControllerCode.Speed, 0, "", "Step by step", "Langkah demi langkah")]
    [InlineData(ControllerCode.Speed, 10, "", "Speed ×10", "Laju ×10")]
    [InlineData(ControllerCode.Note, 0, "Rain", "Note: Rain", "Catatan: Rain")]
    [InlineData(ControllerCode.Delivered, 7, "", "Inject delivered: entry 7", "Inject tersampaikan: entri 7")]
    [InlineData(ControllerCode.Undo, 7, "", "Taken back from entry 7", "Dibatalkan mulai entri 7")]
    [InlineData(ControllerCode.Continue, 0, "", "Taken up again from its log", "Dilanjutkan dari catatannya")]
    [InlineData(ControllerCode.Stop, 0, "", "The exercise was stopped", "Latihan dihentikan")]
    public void What_the_controller_did_is_said_in_both_languages_and_read_again(
        ControllerCode code,
        long value,
        string text,
        string english,
        string indonesian
    )
    {
        ControllerAct act = new(code, 500, value, text);
        using (var log = NewLog(_file))
        {
            log.Write(act, 0, -1);
        }

        Assert.Equal((english, indonesian), (act.Describe("en"), act.Describe("id")));
        Assert.Equal(act, Read(_file.ToArray()).Run.Acts.Single());
    }

    private static DrillInterpreter Runner()
    {
        var program = Compilation.Create(new SourceText("drill.sispam", Drill), UseResult.None).Program;
        Assert.NotNull(program);
        return new DrillInterpreter(program);
    }

    private static DrillLog NewLog(Stream output) => new(output, Sample.Info, "en", "1.2.3");

    private static void Write(Stream output, params ReadOnlySpan<TraceEntry> entries)
    {
        using var log = NewLog(output);
        foreach (var entry in entries)
        {
            log.Write(entry);
        }
    }

    private static string[] Lines(MemoryStream log) =>
        Encoding.UTF8.GetString(log.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static DrillLogReading Read(byte[] log) => DrillLogReading.Read(new MemoryStream(log));

    private sealed class FullDisk : MemoryStream
    {
        public bool IsFull { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            // As much as there is room for, then no more.
            base.Write(IsFull ? buffer[..(buffer.Length / 2)] : buffer);
            if (IsFull)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
