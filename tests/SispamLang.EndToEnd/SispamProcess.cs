using System.Diagnostics;
using System.Globalization;
using System.Text;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>What a process gave.</summary>
internal sealed record Outcome(int Status, string Out, string Error);

/// <summary>Runs the command as its users do: as a process of its own.</summary>
internal static class SispamProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    // No test reads or fills the user's cache.
    private static readonly string Cache = Folder.OfThisProcess().Path;

    /// <summary>The command's assembly, beside the tests.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "sispam.dll");

    /// <summary>Runs the command in a folder.</summary>
    public static Outcome In(string folder, params string[] arguments) =>
        Run(folder, "dotnet", "", [Assembly, .. arguments]);

    /// <summary>Runs the command with something on standard input.</summary>
    public static Outcome WithInput(string folder, string input, params string[] arguments) =>
        Run(folder, "dotnet", input, [Assembly, .. arguments]);

    /// <summary>Starts the command in a folder, interrupts it as Ctrl-C does after a while, and waits for its end.</summary>
    public static Task<Outcome> InterruptedAsync(string folder, TimeSpan after, params string[] arguments) =>
        InterruptedAsync(folder, () => true, after, arguments);

    /// <summary>Starts the command in a folder, and interrupts it a while after something has come about.</summary>
    public static async Task<Outcome> InterruptedAsync(
        string folder,
        Func<bool> hasCome,
        TimeSpan after,
        params string[] arguments
    )
    {
        // A shell that runs the tests in the background has them ignore the signal, and they would hand that on.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        using var process = Process.Start(Prepare(folder, command[0], [.. command[1..], Assembly, .. arguments]))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        while (!hasCome() && !process.HasExited)
        {
            await Task.Delay(Beat);
        }

        await Task.Delay(after);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(string.Join(' ', arguments) + " did not end.");
        }

        return new Outcome(process.ExitCode, await output, await error);
    }

    /// <summary>Runs any command.</summary>
    public static Outcome Run(string folder, string command, string input, params string[] arguments)
    {
        using var process = Process.Start(Prepare(folder, command, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not wait for its input.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(command + " " + string.Join(' ', arguments) + " did not end.");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts the command in a folder and leaves it running; its input stays open.</summary>
    public static Process Start(string folder, params string[] arguments) =>
        Process.Start(Prepare(folder, "dotnet", [Assembly, .. arguments]))!;

    private static ProcessStartInfo Prepare(string folder, string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SISPAM_CACHE"] = Cache;
        start.Environment["DOTNET_NOLOGO"] = "1";
        // What a test runner sets for itself is not meant for what it runs.
        start.Environment.Remove("VSTestNoBuild");
        start.Environment.Remove("TestReports");
        return start;
    }
}
