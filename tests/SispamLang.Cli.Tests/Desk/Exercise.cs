using System.Text;
using SispamLang.Cli.Desk;
using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.Runtime;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Cli.Tests.Desk;

/// <summary>A small exercise with a clock that a test moves and a log in memory.</summary>
internal sealed class Exercise : IDisposable
{
    public const string Drill = """
        drill "Practice":
          starts 09:00 WIB
          stop word "Latihan berhenti"
        place KPU
        unit Dalmas Awal: 30 personnel, ready in 3 min
        unit TNI: 10 personnel, ready in 10 min
        crowd Massa: 100 people, restless, at KPU
        event stone hits
        phase Rekap "Recapitulation" for 40 min:
          at start -> deploy Dalmas Awal to KPU
          crowd escalates -> chance 50%: announce "yes" otherwise: announce "no"
          stone hits -> inject "A stone" from Post to Dokkes via radio at KPU expecting "A bandage" within 5 min
        phase Konsolidasi for 5 min: at start -> withdraw Dalmas Awal
        expect TNI at KPU within 20 min of crowd gathers
        """;

    private DrillLog _log;

    public Exercise(string drill = Drill, Stream? output = null, ulong seed = 7)
    {
        Output = output ?? new MemoryStream();
        Runner = RunnerOf(drill);
        _log = new DrillLog(Output, Runner.Info, "en", "1.2.3", null, Time);
        Session = new DeskSession(Runner, _log, seed, Time);
    }

    public ManualTime Time { get; } = new();

    public Stream Output { get; }

    public Runner Runner { get; private set; }

    public DeskSession Session { get; private set; }

    public string Log => Encoding.UTF8.GetString(((MemoryStream)Output).ToArray());

    /// <summary>What the session and its log agree on, as a trace of the whole run.</summary>
    public IEnumerable<(int, long, TraceCode, int, long)> Trace =>
        Session.Entries.Select(entry => (entry.Seq, entry.TimeMs, entry.Code, entry.A, entry.C));

    public static Exercise Started(int speed = 1)
    {
        var exercise = new Exercise();
        exercise.Session.Start(speed);
        return exercise;
    }

    /// <summary>Lets real time pass, as a view would see it: in small steps.</summary>
    public void Pass(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Time.Pass(TimeSpan.FromSeconds(1));
            Session.Tick();
        }
    }

    /// <summary>Makes something happen.</summary>
    public void Raise(string name) => Session.Raise(DeskChoices.Find(Runner.Info, name));

    /// <summary>Reads the log as it is now with another session, as after a crash.</summary>
    /// <param name="length">How much of the log is left; null: all of it.</param>
    public bool TryContinue(int? length = null)
    {
        var whole = ((MemoryStream)Output).ToArray();
        Output.SetLength(length ?? whole.Length);
        Output.Position = 0;
        var reading = DrillLogReading.Read(Output);
        Assert.Equal(0, reading.BadLine);
        _log.Dispose();
        Runner = RunnerOf(Drill);
        _log = new DrillLog(Output, Runner.Info, "en", "1.2.3", null, Time);
        _log.Continue(reading);
        Session = new DeskSession(Runner, _log, reading.Run.Seed, Time);
        return Session.TryContinue(reading.Run, 1);
    }

    public string ScreenIn(Dialect language, string answer = "", string typed = "", bool help = false) =>
        string.Join(
            '\n',
            new DeskScreen(Session, language)
                .Draw(79, 23, answer, typed, help)
                .Select(line => string.Concat(line.Select(piece => piece.Text)).TrimEnd())
        );

    public void Dispose()
    {
        _log.Dispose();
        Output.Dispose();
    }

    private static DrillInterpreter RunnerOf(string drill)
    {
        var program = Compilation.Create(new SourceText("drill.sispam", drill), UseResult.None).Program;
        Assert.NotNull(program);
        return new DrillInterpreter(program);
    }
}
