using System.Globalization;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;
using SispamLang.Runtime;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Desk;

/// <summary>How the desk was asked for.</summary>
/// <param name="IsPlain">Line by line, also on a terminal.</param>
/// <param name="LogPath">The file for the log; null: one is found.</param>
/// <param name="ResumePath">The log to go on with, or null.</param>
/// <param name="Speed">See <see cref="DeskClock.Speed"/>.</param>
internal sealed record DeskOptions(bool IsPlain, string? LogPath, string? ResumePath, int Speed);

/// <summary>An exercise from the opening of its log to its end.</summary>
internal sealed class DeskRun(Call call, DeskOptions options, Runner runner, RunParams parameters)
{
    private Dialect _language;

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The seed was asked for.</summary>
    public required bool HasSeed { get; init; }

    /// <summary>Leads it.</summary>
    /// <param name="drill">The path of the drill.</param>
    /// <param name="language">The language of the desk and its log.</param>
    public int Run(string drill, Dialect language)
    {
        _language = language;
        return options.ResumePath is { } path ? Resume(path) : Start(options.LogPath ?? LogOf(drill));
    }

    private int Start(string path)
    {
        if (Create(path) is not { } file)
        {
            return call.Refuse(new Notice(Message.DeskLogTaken, path));
        }

        using (file)
        {
            using var log = NewLog(file);
            var session = new DeskSession(runner, log, Seed, call.Host.Time);
            session.Start(options.Speed);
            return Show(session, path);
        }
    }

    private int Resume(string path)
    {
        try
        {
            var full = FullPath.Of(call.Host.Directory, path);
            if (!File.Exists(full))
            {
                return call.Refuse(new Notice(Message.NoSuchFile, path));
            }

            using var file = Open(full, FileMode.Open);
            var reading = DrillLogReading.Read(file);
            if (Problem(path, reading) is { } problem)
            {
                return call.Refuse(problem);
            }

            parameters.SetRecorded(runner, reading.Run.Params);
            using var log = NewLog(file);
            log.Continue(reading);
            var session = new DeskSession(runner, log, reading.Run.Seed, call.Host.Time);
            if (!session.TryContinue(reading.Run, options.Speed))
            {
                return call.Refuse(new Notice(Message.DeskLogDiffers, path));
            }

            if (reading.IsTorn)
            {
                call.Say(new Notice(Message.DeskLogTorn, path));
            }

            return Show(session, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return call.Refuse(new Notice(Message.DeskLogLocked, path));
        }
    }

    private Notice? Problem(string path, DrillLogReading reading)
    {
        var run = reading.Run;
        if (reading.BadLine > 0)
        {
            return new Notice(Message.DeskLogDamaged, path, Number(reading.BadLine));
        }

        if (run.Entries.Count == 0)
        {
            return new Notice(Message.DeskLogEmpty, path);
        }

        if (run.SourceHash != runner.Info.SourceHash)
        {
            return new Notice(Message.DeskLogOfOtherDrill, path, run.SourceHash, runner.Info.SourceHash);
        }

        if (HasSeed && Seed != run.Seed)
        {
            return new Notice(Message.DeskLogOfOtherSeed, path, Number(run.Seed), Number(Seed));
        }

        return parameters.Values.Any(set => run.Params.GetValueOrDefault(set.Key, set.Value - 1) != set.Value)
            ? new Notice(Message.DeskLogHasParams, path)
            : null;
    }

    private int Show(DeskSession session, string path)
    {
        var controller = new DeskController(session, _language, Create);
        if (options.IsPlain || !call.Host.IsTerminal)
        {
            new PlainDesk(call, session, controller, _language).Run();
        }
        else
        {
            new LiveDesk(call, session, controller, _language).Run();
        }

        call.Say(session.IsLogFailing ? new Notice(Message.DeskLogLost, path) : new Notice(Message.DeskLogKept, path));
        return ExitStatus.Ok;
    }

    private DrillLog NewLog(Stream file) =>
        new(file, runner.Info, _language.ShortName(), ToolVersion.Text, parameters.Values, call.Host.Time);

    // Never over what is there already.
    private Stream? Create(string path)
    {
        try
        {
            return
                FullPath.Of(call.Host.Directory, path) is not { } full
                || Directory.Exists(full)
                || (File.Exists(full) && new FileInfo(full).Length > 0)
                ? null
                : Open(full, FileMode.OpenOrCreate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // One desk at a time; a line is written in one piece.
    private static FileStream Open(string path, FileMode mode) =>
        new(path, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    // The time keeps the logs of several exercises apart.
    private string LogOf(string drill)
    {
        var time = call.Host.Time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return Path.GetFileNameWithoutExtension(drill) + "-" + time + ".jsonl";
    }

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
