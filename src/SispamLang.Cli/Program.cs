using System.Runtime.InteropServices;
using System.Text;
using SispamLang.Cli.Files;

namespace SispamLang.Cli;

/// <summary>The <c>sispam</c> command.</summary>
internal static class Program
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static int Main(string[] args)
    {
        using var interruption = new CancellationTokenSource();
        var isNoticed = false;
        using var registration = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            context =>
            {
                context.Cancel = true;
                if (interruption.IsCancellationRequested)
                {
                    LeaveNow();
                }

                interruption.Cancel();
                // Whoever waits for a keyboard or a pipe does not see the token.
                _ = Task.Delay(Grace)
                    .ContinueWith(
                        _ =>
                        {
                            if (!Volatile.Read(ref isNoticed))
                            {
                                LeaveNow();
                            }
                        },
                        TaskScheduler.Default
                    );
            }
        );

        // The console's own writers flush after each write and load its encodings; a timeline has thousands of writes.
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 14);
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 1 << 10);
        output.NewLine = "\n";
        error.NewLine = "\n";
        var colours = WantsColours();
        var status = CommandLine.Run(
            args,
            new Host
            {
                Out = output,
                Error = error,
                OpenInput = Console.OpenStandardInput,
                Directory = Directory.GetCurrentDirectory(),
                ColourOut = colours && !Console.IsOutputRedirected,
                ColourError = colours && !Console.IsErrorRedirected,
                WatchedError = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
                NoticeInterruption = () => Volatile.Write(ref isNoticed, true),
                IsTerminal =
                    !Console.IsInputRedirected
                    && !Console.IsOutputRedirected
                    && Environment.GetEnvironmentVariable("TERM") != "dumb",
                Cancellation = interruption.Token,
            }
        );
        Finish(output);
        Finish(error);
        return status;
    }

    private static void LeaveNow()
    {
        PendingFiles.Delete();
        Environment.Exit(ExitStatus.Interrupted);
    }

    // https://no-color.org: set to anything but the empty string.
    private static bool WantsColours() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    // A reader that has seen enough (head) closes the pipe. That is no fault, and what is left unwritten is lost anyway.
    private static void Finish(StreamWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
            writer.BaseStream.Dispose();
        }
    }
}
