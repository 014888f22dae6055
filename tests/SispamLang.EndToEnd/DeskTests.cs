using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>The controller's desk on a terminal, with real keys and a real screen.</summary>
public sealed class DeskTests : IDisposable
{
    private const string Drill = """
        drill "Practice":
          starts 09:00 WIB
          stop word "Latihan berhenti"
        place KPU
        unit Dalmas Awal: 30 personnel, ready in 3 min
        unit TNI: 10 personnel, ready in 10 min
        crowd Massa: 100 people, scripted, at KPU
        event stone hits
        phase Rekap "Recapitulation" for 40 min:
          at start -> deploy Dalmas Awal to KPU
          crowd escalates -> deploy TNI to KPU
          stone hits -> inject "A stone" from Post to Dokkes via radio
        expect TNI at KPU within 20 min of crowd escalates
        """;

    private readonly Folder _folder = new();

    public DeskTests() => _folder.Write("a.sispam", Drill);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void An_exercise_is_led_on_a_screen_of_80_by_24(string language)
    {
        Assert.SkipUnless(Tmux.IsThere, "There is no tmux here to open a terminal with.");
        var isEnglish = language == "en";
        using var terminal = new Tmux(_folder.Path, Desk("--language", language, "--speed", "step"));

        var screen = terminal.ScreenWith("> _");
        Assert.StartsWith(isEnglish ? "EXERCISE  Practice\n" : "LATIHAN  Practice\n", screen);
        terminal.Type(isEnglish ? "Massa escalates" : "Massa bereskalasi");
        terminal.ScreenWith(isEnglish ? "Situation YELLOW, passive threat" : "Situasi KUNING, ancaman pasif");
        terminal.Type("7");
        terminal.ScreenWith("Inject: 1 [ ] T+00:00:00 Post → Dokkes (radio): A stone");
        terminal.Type(isEnglish ? "skip 4" : "lompat 4");
        screen = terminal.ScreenWith("T+00:04:00  09:04:00 WIB");
        Assert.Contains(
            isEnglish ? "Expected in: 00:16:00 expect TNI" : "Diharapkan dalam: 00:16:00 expect TNI",
            screen
        );
        Assert.Contains(isEnglish ? "At KPU: Dalmas Awal" : "Di KPU: Dalmas Awal", screen);
        terminal.Press("Enter");
        terminal.ScreenWith("T+00:10:00");
        terminal.Type(isEnglish ? "delivered 1" : "tersampaikan 1");
        terminal.ScreenWith(isEnglish ? "Delivered: A stone" : "Tersampaikan: A stone");
        terminal.Type(isEnglish ? "undo" : "batal");
        screen = terminal.ScreenWith(isEnglish ? "Taken back: stone hits." : "Dibatalkan: stone hits.");
        Assert.DoesNotContain("Inject: 1", screen);
        terminal.Type(isEnglish ? "help" : "bantuan");
        screen = terminal.ScreenWith(isEnglish ? "ticks an inject off" : "menandai inject");
        Assert.All(screen.Split('\n'), line => Assert.InRange(line.Length, 0, 80));

        terminal.Type("LATIHAN berhenti!");
        screen = terminal.ScreenWith("status 0");
        Assert.Contains(isEnglish ? "Ended         T+00:00:00" : "Berakhir      T+00:00:00", screen);
        Assert.Contains("a.jsonl", screen);
    }

    [Fact]
    public void The_clock_runs_by_itself_and_the_space_bar_stops_it()
    {
        Assert.SkipUnless(Tmux.IsThere, "There is no tmux here to open a terminal with.");
        using var terminal = new Tmux(_folder.Path, "NO_COLOR=1 " + Desk("--speed", "60"));

        terminal.ScreenWith("Dalmas Awal arrives at KPU");
        terminal.Press("Space");
        var paused = terminal.ScreenWith("PAUSED");
        Thread.Sleep(1500);
        Assert.Equal(paused.Split('\n')[2], terminal.ScreenWith("PAUSED").Split('\n')[2]);
        // As it stands on the screen, in words and without colours.
        Assert.Contains("Situation GREEN, no threat", paused);
        terminal.Press("C-d");

        terminal.ScreenWith("status 0");
    }

    [Fact]
    public void Ctrl_C_leaves_the_terminal_in_order_and_the_log_whole()
    {
        Assert.SkipUnless(Tmux.IsThere, "There is no tmux here to open a terminal with.");
        using var terminal = new Tmux(_folder.Path, Desk("--speed", "60"));
        terminal.ScreenWith("Dalmas Awal arrives at KPU");
        terminal.Press("C-c");

        terminal.ScreenWith("status 130");
        var resumed = SispamProcess.WithInput(
            _folder.Path,
            "resume\n",
            "run",
            "a.sispam",
            "--interactive",
            "--resume",
            "a.jsonl"
        );
        Assert.Equal(0, resumed.Status);
        Assert.Contains("Dalmas Awal arrives at KPU", resumed.Out);
    }

    private static string Desk(params string[] options) =>
        $"dotnet '{SispamProcess.Assembly}' run a.sispam --interactive --log a.jsonl {string.Join(' ', options)}";
}
