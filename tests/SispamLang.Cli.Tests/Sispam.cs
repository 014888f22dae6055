using System.Runtime.CompilerServices;
using System.Text;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

/// <summary>What a call of the command gave.</summary>
internal sealed record Outcome(int Status, string Out, string Error);

/// <summary>Calls the command in this process.</summary>
internal static class Sispam
{
    /// <summary>Calls it in a folder.</summary>
    public static Outcome In(string folder, params string[] arguments) => Call(folder, [], false, default, arguments);

    /// <summary>Calls it on a terminal.</summary>
    public static Outcome OnTerminal(string folder, params string[] arguments) =>
        Call(folder, [], true, default, arguments);

    /// <summary>Calls it with something on standard input.</summary>
    public static Outcome WithInput(string folder, string input, params string[] arguments) =>
        Call(folder, Encoding.UTF8.GetBytes(input), false, default, arguments);

    /// <summary>Calls it after Ctrl-C.</summary>
    public static Outcome Interrupted(string folder, params string[] arguments) =>
        Call(folder, [], false, new CancellationToken(canceled: true), arguments);

    /// <summary>Calls it with a standard input that fails.</summary>
    public static Outcome WithBrokenInput(string folder, Exception failure, params string[] arguments) =>
        Call(folder, () => throw failure, false, default, arguments);

    private static Outcome Call(
        string folder,
        byte[] input,
        bool terminal,
        CancellationToken cancellation,
        string[] arguments
    ) => Call(folder, () => new MemoryStream(input), terminal, cancellation, arguments);

    private static Outcome Call(
        string folder,
        Func<Stream> input,
        bool terminal,
        CancellationToken cancellation,
        string[] arguments
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(
            arguments,
            new Host
            {
                Out = output,
                Error = error,
                OpenInput = input,
                Directory = folder,
                ColourOut = terminal,
                ColourError = terminal,
                WatchedError = terminal,
                Cancellation = cancellation,
            }
        );
        return new Outcome(status, output.ToString(), error.ToString());
    }

    // No test reads or fills the user's cache.
    [ModuleInitializer]
    internal static void UseOwnCache() =>
        Environment.SetEnvironmentVariable("SISPAM_CACHE", Folder.OfThisProcess().Path);
}
