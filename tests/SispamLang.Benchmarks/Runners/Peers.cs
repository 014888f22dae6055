using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// The one-crowd hour in tools of others, each in a process of its own: XState by node, SimPy by Python. A tool that is not
/// installed is passed over.
/// </summary>
internal static class Peers
{
    private const string Folder = "tests/SispamLang.Benchmarks/Peers/";

    /// <summary>Measures each once.</summary>
    /// <param name="runs">How many runs each makes; twice, of which the second time counts.</param>
    public static void Run(int runs)
    {
        Run("XState", ["node"], Folder + "one-crowd.js", runs, $"npm ci --ignore-scripts --prefix {Folder}");
        Run("SimPy", ["python3", "/usr/bin/python3"], Folder + "one_crowd.py", runs, "apt-get install python3-simpy3");
    }

    private static void Run(string name, string[] programs, string script, int runs, string install)
    {
        foreach (var program in programs)
        {
            if (Output(program, script, runs) is not { } output)
            {
                continue;
            }

            using var json = JsonDocument.Parse(output);
            var result = json.RootElement;
            var seconds = result.GetProperty("seconds").GetDouble();
            var events = result.GetProperty("events").GetInt64();
            var dispersed = result.GetProperty("dispersed").GetInt64();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"one hour, {name} {result.GetProperty("version").GetString()}: {runs / seconds / 1000:F2} thousand runs/s, {events / seconds / 1e6:F3} M events/s, {(double)events / runs:F2} events a run, P(dispersed) {(double)dispersed / runs:F4}"
                )
            );
            return;
        }

        Console.WriteLine($"one hour, {name}: not here; {install}");
    }

    private static string? Output(string program, string script, int runs)
    {
        var start = new ProcessStartInfo(program)
        {
            ArgumentList = { script, runs.ToString(CultureInfo.InvariantCulture) },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!; // Not null without a shell.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
