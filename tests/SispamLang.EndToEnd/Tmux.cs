using System.Diagnostics;

namespace SispamLang.EndToEnd;

/// <summary>A terminal of 80 × 24 that a test types on and reads.</summary>
internal sealed class Tmux : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder;
    private readonly string _socket = "sispam-" + Guid.NewGuid().ToString("N");

    /// <summary>Opens a terminal in which a command runs.</summary>
    public Tmux(string folder, string command)
    {
        _folder = folder;
        Run("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", command + "; echo status $?; sleep 600");
    }

    /// <summary>There is a tmux.</summary>
    public static bool IsThere =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>Types a line, and Enter.</summary>
    public void Type(string line)
    {
        Run("send-keys", "-l", line);
        Press("Enter");
    }

    /// <summary>Presses a key.</summary>
    public void Press(string key) => Run("send-keys", key);

    /// <summary>The screen, once there is a text on it.</summary>
    public string ScreenWith(string text)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var screen = Run("capture-pane", "-p").Out;
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.True(watch.Elapsed < Patience, $"“{text}” did not come:\n{screen}");
            Thread.Sleep(100);
        }
    }

    public void Dispose() => Run("kill-server");

    private Outcome Run(params string[] arguments) =>
        SispamProcess.Run(_folder, "tmux", "", ["-L", _socket, .. arguments]);
}
