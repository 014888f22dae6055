using System.Runtime.InteropServices;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;

namespace SispamLang.Cli;

/// <summary>
/// The command with all that it can do, which lies beside the one that is nothing but machine code. That one starts in a fraction
/// of the time, but can load no drill that was compiled to C#, and so it hands over what it can't do.
/// </summary>
internal static partial class WholeCommand
{
    /// <summary>Where it lies, seen from the other one.</summary>
    private const string RelativePath = "whole/sispam";

    /// <summary>These arguments ask for something that the one without a just-in-time compiler does not have.</summary>
    public static bool IsNeededFor(string[] arguments) =>
        arguments switch
        {
            ["run", .. var options] => Array.Exists(options, IsNeededFor),
            [var verb, ..] when CommandLine.Verbs.Contains(verb) => CommandLine.Find(verb) is null,
            // The options of all verbs are only known where all verbs are.
            _ => Suggestions.AreAskedFor(arguments),
        };

    /// <summary>Becomes that command: the process goes on as it, with the same streams and the same terminal.</summary>
    /// <returns>Only if it can't.</returns>
    public static int Become(string[] arguments, Host host, Dialect language)
    {
        var path = Path.Combine(AppContext.BaseDirectory, RelativePath);
        _ = Execute(path, [path, .. arguments, null]);
        host.Error.WriteLine("sispam: " + new Notice(Message.NoWholeCommand, path).In(language));
        return ExitStatus.BadUsage;
    }

    // A compiled runner, and the desk.
    private static bool IsNeededFor(string option) =>
        option.StartsWith("--engine", StringComparison.Ordinal)
        || option.StartsWith("--interactive", StringComparison.Ordinal);

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
