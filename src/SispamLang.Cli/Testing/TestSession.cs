using System.Collections.Immutable;
using System.Diagnostics;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Interpreter.Testing;
using SispamLang.Programs;

namespace SispamLang.Cli.Testing;

/// <summary>The tests of some drills, as they were asked for.</summary>
/// <param name="call">Who asked.</param>
/// <param name="filter">Only tests with this in their name, without regard to case; null: all.</param>
internal sealed class TestSession(Call call, string? filter)
{
    private readonly Workspace _workspace = new(call.Host);
    private readonly DrillOptions _options = new(call);
    private readonly List<TestedDrill> _drills = [];
    private readonly List<(int Drill, TestSpec Test)> _tests = [];

    /// <summary>Reads the drills. What can't be tested is said.</summary>
    /// <returns>The exit status, but for what is wrong with drills and tests.</returns>
    public int Collect(string[] paths)
    {
        var status = ExitStatus.Ok;
        foreach (var read in _workspace.ReadAll(paths))
        {
            status = ExitStatus.Worse(status, Add(read));
        }

        // Who names tests that are not there would take silence for success.
        return
            filter is not null
            && _tests.Count == 0
            && status == ExitStatus.Ok
            && _drills.All(d => d.Program is not null)
            ? call.Refuse(new Notice(Message.NoTestMatches, filter))
            : status;
    }

    /// <summary>Runs the tests, as many at a time as the machine has processors.</summary>
    public TestOutcome Run()
    {
        var started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        var results = new TimedResult[_tests.Count];
        using (var progress = new TestProgress(call, results.Length))
        {
            var options = new ParallelOptions
            {
                CancellationToken = call.Host.Cancellation,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            };
            Parallel.For(
                0,
                results.Length,
                options,
                i =>
                {
                    var (drill, test) = _tests[i];
                    var start = Stopwatch.GetTimestamp();
                    var result = TestRunner.Run(_drills[drill].Program!, test, call.Host.Cancellation);
                    results[i] = new TimedResult(result, Stopwatch.GetElapsedTime(start));
                    progress.Advance();
                }
            );
        }

        var byDrill = _tests.Zip(results).ToLookup(pair => pair.First.Drill, pair => pair.Second);
        return new TestOutcome(
            [.. _drills.Select((drill, i) => drill with { Tests = [.. byDrill[i]] })],
            started,
            watch.Elapsed
        );
    }

    private int Add(ReadResult read)
    {
        if (read.Failure is { } failure)
        {
            return call.Refuse(failure);
        }

        if (read.Problem is { } problem)
        {
            Show([problem], call.Languages.Default);
            return ExitStatus.BadUsage;
        }

        var text = read.Text!;
        var compilation = Compilation.Create(
            text,
            _workspace.UsedFilesOf(text),
            _options.For(text),
            call.Host.Cancellation
        );
        var language = call.Speak(compilation.Dialect);
        if (compilation.HasErrors)
        {
            var errors = Show(compilation.Diagnostics, language);
            _drills.Add(new TestedDrill(text.Path, compilation.Dialect, language, null, errors, []));
            return ExitStatus.Ok;
        }

        if (compilation.Drill.Tests.IsEmpty)
        {
            call.Say(new Notice(Message.NoTests, text.Path));
            return ExitStatus.Ok;
        }

        if (compilation.Program is not { } program)
        {
            return call.Refuse(new Notice(Message.NothingToRun, text.Path));
        }

        foreach (var test in program.Tests)
        {
            if (filter is null || test.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
            {
                _tests.Add((_drills.Count, test));
            }
        }

        _drills.Add(new TestedDrill(text.Path, compilation.Dialect, language, program, "", []));
        return ExitStatus.Ok;
    }

    // Gives what it showed, without colours.
    private string Show(ImmutableArray<Diagnostic> diagnostics, Dialect language)
    {
        using var plain = new StringWriter { NewLine = "\n" };
        foreach (var diagnostic in diagnostics)
        {
            DiagnosticText.Write(Ink.For(call.Host.Error, call.Host.ColourError), diagnostic, language);
            DiagnosticText.Write(Ink.For(plain, colours: false), diagnostic, language);
        }

        return plain.ToString();
    }
}
