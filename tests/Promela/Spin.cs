using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SispamLang.Tests.Promela;

/// <summary>What a search by SPIN has come to.</summary>
/// <param name="States">The states stored.</param>
/// <param name="Transitions">The transitions taken, those within an atomic step not counted.</param>
/// <param name="IsBroken">An assertion failed; the search ended there.</param>
/// <param name="Elapsed">How long the search took, as it says itself.</param>
/// <param name="VectorBytes">The bytes of a state before it is stored.</param>
/// <param name="StoredBytes">The memory for states and their table, as it says itself.</param>
internal sealed record SpinSearch(
    long States,
    long Transitions,
    bool IsBroken,
    TimeSpan Elapsed,
    int VectorBytes,
    double StoredBytes
);

/// <summary>A model, compiled for SPIN's search. SPIN and the C compiler that it needs must be there.</summary>
internal sealed partial class Spin
{
    private readonly string _folder;
    private readonly int _tableBits;

    /// <summary>Compiles a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">Where its files can be; nothing else is there.</param>
    /// <param name="options">Options for the C compiler.</param>
    /// <param name="tableBits">The table of states has room for so many powers of 2.</param>
    public Spin(string model, string folder, string options, int tableBits = 20)
    {
        _folder = folder;
        _tableBits = tableBits;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "model.pml"), model);
        Run(folder, "spin", "-a model.pml");
        Run(folder, "gcc", $"-w {options} -DMEMLIM=8000 -o pan pan.c");
    }

    /// <summary>Why there can be no search; null: there can be one.</summary>
    public static string? Missing { get; } =
        Find("spin") is null ? "spin is not installed"
        : Find("gcc") is null ? "gcc is not installed"
        : null;

    /// <summary>Searches through all states, depth first.</summary>
    public SpinSearch Search() => Read(Run(_folder, Path.Combine(_folder, "pan"), $"-n -m200000 -w{_tableBits}"));

    private static SpinSearch Read(string output)
    {
        Match head = Head().Match(output);
        if (!head.Success || !output.Contains("errors: ", StringComparison.Ordinal) || IsCut(output))
        {
            throw new InvalidOperationException("SPIN did not come to an end:\n" + output);
        }

        double time = Number(Elapsed().Match(output));
        return new SpinSearch(
            (long)Number(Stored().Match(output)),
            (long)Number(Taken().Match(output)),
            head.Groups[2].Value != "0",
            TimeSpan.FromSeconds(time),
            int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture),
            Number(Memory().Match(output)) * (1 << 20)
        );
    }

    private static bool IsCut(string output) =>
        output.Contains("max search depth too small", StringComparison.Ordinal)
        || output.Contains("out of memory", StringComparison.Ordinal)
        || output.Contains("Search was not completed", StringComparison.OrdinalIgnoreCase)
            && output.Contains("errors: 0", StringComparison.Ordinal);

    private static double Number(Match match) =>
        match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"State-vector (\d+) byte, depth reached \d+, errors: (\d+)")]
    private static partial Regex Head();

    [GeneratedRegex(@"(?m)^\s*(\S+) states, stored")]
    private static partial Regex Stored();

    [GeneratedRegex(@"(?m)^\s*(\S+) transitions")]
    private static partial Regex Taken();

    [GeneratedRegex(@"elapsed time (\S+) seconds")]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"(?m)^\s*(\S+)\s+actual memory usage for states")]
    private static partial Regex Memory();

    private static string? Find(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, command))
            .FirstOrDefault(File.Exists);

    private static string Run(string folder, string command, string arguments)
    {
        using Process process =
            Process.Start(
                new ProcessStartInfo(command, arguments)
                {
                    WorkingDirectory = folder,
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    RedirectStandardInput = true,
                }
            ) ?? throw new InvalidOperationException(command + " does not start.");
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return command.EndsWith("pan", StringComparison.Ordinal) || process.ExitCode == 0
            ? output + error.Result
            : throw new InvalidOperationException($"{command} {arguments}\n{output}{error.Result}");
    }
}
