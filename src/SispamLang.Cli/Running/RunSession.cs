using System.Runtime.CompilerServices;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Desk;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Cli.Running;

/// <summary>One run of a drill, as it was asked for.</summary>
internal sealed class RunSession(Call call)
{
    private readonly Workspace _workspace = new(call.Host);
    private readonly RunParams _params = new();
    private readonly Defects _defects = new();

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>The seed was asked for.</summary>
    public bool HasSeed { get; init; }

    /// <summary>When to stop, or null.</summary>
    public long? UntilMs { get; init; }

    /// <summary>The file with what comes from outside, or null.</summary>
    public string? EventsPath { get; init; }

    /// <summary>What params are set to, <c>NAME=VALUE</c>.</summary>
    public required IReadOnlyList<string> Params { get; init; }

    /// <summary>How the trace is written: <c>text</c> for people, else one of the formats for programs.</summary>
    public required string TraceFormat { get; init; }

    /// <summary>The trace for people has what chance decided; those for programs always do.</summary>
    public bool ShowsChance { get; init; }

    /// <summary>The drill is interpreted, not compiled.</summary>
    public bool IsInterpreted { get; init; }

    /// <summary>The file for the trace, or null.</summary>
    public string? OutputPath { get; init; }

    /// <summary>A controller leads it; null: it runs by itself.</summary>
    public DeskOptions? Desk { get; init; }

    /// <summary>Runs it.</summary>
    public int Run(string path)
    {
        if (!TryRead(path, out var text))
        {
            return ExitStatus.BadUsage;
        }

        var runners = new DrillRunners(call, _workspace);
        // Where nothing can be compiled any more, the whole command has been given what asks for it; this keeps it out of the code.
        var runner =
            IsInterpreted || !RuntimeFeature.IsDynamicCodeSupported
                ? runners.Interpreted(text, out var status)
                : runners.Compiled(text, out status);
        if (runner is null)
        {
            return status;
        }

        var language = call.Speak(DialectNames.FromShortName(runner.Info.Language) ?? Dialect.English);
        var events = EventList.Empty;
        if (EventsPath is not null)
        {
            if (!TryRead(EventsPath, out var list))
            {
                return ExitStatus.BadUsage;
            }

            events = EventList.Read(list, runner.Info);
            if (!events.Diagnostics.IsEmpty)
            {
                Show(events.Diagnostics, language);
                return ExitStatus.BadUsage;
            }
        }

        runner.WatchesProperties = true;
        if (Prepare(runner, events, language) is { } problem)
        {
            return call.Refuse(problem);
        }

        if (Desk is not null && RuntimeFeature.IsDynamicCodeSupported)
        {
            return new DeskRun(call, Desk, runner, _params) { Seed = Seed, HasSeed = HasSeed }.Run(path, language);
        }

        using var document = Document.Open(call.Host, OutputPath);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, OutputPath!));
        }

        if (TraceFormat == "text")
        {
            WriteText(runner, events, document, language);
        }
        else
        {
            WriteData(runner, events, document, language);
        }

        document.Keep();
        if (_defects.Place is { } place)
        {
            var used = _workspace.UsedFilesOf(text);
            var read = (string path) => _workspace.ReadAgain(used, path);
            Show([_defects.ToDiagnostic(runner.Info, text, read, place)], language);
            return ExitStatus.DrillHasErrors;
        }

        return BreaksPromise(runner) ? ExitStatus.DrillHasErrors : ExitStatus.Ok;
    }

    // One run says nothing of what many must show, and what a doctrine asks for is advice, unless advice counts.
    private bool BreaksPromise(Runner runner)
    {
        for (var i = 0; i < runner.Info.Properties.Count; i++)
        {
            var property = runner.Info.Properties[i];
            var counts = !property.IsStatistical && (property.IsOwn || call.WarningsAsErrors);
            if (counts && runner.VerdictOf(i) == PropertyVerdict.Broken)
            {
                return true;
            }
        }

        return false;
    }

    // A recorded run brings its params along; those given now go before them.
    private Notice? Prepare(Runner runner, EventList events, Dialect language)
    {
        if (events.Recording is { } recording)
        {
            _params.SetRecorded(runner, recording.Params);
            runner.ForcedDraws = recording.ForcedDraws(runner.Info);
            if (recording.SourceHash != runner.Info.SourceHash)
            {
                call.Say(new Notice(Message.OtherDrill, EventsPath!));
            }
        }

        return _params.Set(runner, Params, language);
    }

    private void WriteData(Runner runner, EventList events, Document document, Dialect language)
    {
        using var lines = new MemoryStream();
        using var trace = WriterTo(lines, runner.Info, language.ShortName());
        runner.Trace = entry =>
        {
            _defects.Look(entry);
            trace.Write(entry);
            if (lines.Length > 1 << 16)
            {
                Pass(lines, document.Writer);
            }
        };
        Play(runner, events);
        trace.Complete();
        Pass(lines, document.Writer);
    }

    private TraceWriter WriterTo(Stream output, DrillInfo info, string language) =>
        TraceFormat switch
        {
            "cloudevents" => new TraceCloudEvents(output, info, language, ToolVersion.Text, null, _params.Values),
            "ocel" => new TraceOcel(output, info, language, ToolVersion.Text),
            _ => new TraceJson(output, info, language, ToolVersion.Text, _params.Values),
        };

    private void WriteText(Runner runner, EventList events, Document document, Dialect language)
    {
        var timeline = new Timeline(Ink.For(document.Writer, document.Colours), runner.Info, language)
        {
            ShowsChance = ShowsChance,
        };
        var isReplay = events.Recording is not null && !HasSeed;
        timeline.WriteHeader(isReplay ? null : Seed, EventsPath);
        runner.Trace = entry =>
        {
            _defects.Look(entry);
            timeline.Add(entry);
        };
        Play(runner, events);
        timeline.WriteSummary(runner, UntilMs is null && events.Recording?.StoppedMs is not null);
    }

    private void Play(Runner runner, EventList events)
    {
        // The seed of a recorded run matters for what it did not come to draw.
        runner.Start(events.Recording is { } recording && !HasSeed ? recording.Seed : Seed);
        foreach (var outside in events.Calls)
        {
            if (outside.TimeMs > (UntilMs ?? long.MaxValue))
            {
                break;
            }

            Advance(runner, outside.TimeMs);
            if (runner.HasEnded)
            {
                if (events.Recording is null)
                {
                    var line = outside.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    call.Say(new Notice(Message.EventsAfterEnd, EventsPath!, line));
                }

                break;
            }

            runner.Raise(outside.Event);
        }

        // A controller may have stopped it in a pause of the drill, which then never ended.
        Advance(runner, UntilMs ?? events.Recording?.StoppedMs ?? long.MaxValue);
    }

    // Instant by instant, so that Ctrl-C is noticed between two of them.
    private void Advance(Runner runner, long timeMs)
    {
        while (runner.NextDue is { } due && due <= timeMs)
        {
            call.Host.Cancellation.ThrowIfCancellationRequested();
            runner.Step();
        }

        runner.AdvanceTo(timeMs);
    }

    private bool TryRead(string path, out SourceText text)
    {
        var read = _workspace.Read(path);
        text = read.Text!;
        if (read.Failure is { } failure)
        {
            call.Say(failure);
        }
        else if (read.Problem is { } problem)
        {
            Show([problem], call.Languages.Default);
        }

        return read.Text is not null;
    }

    private void Show(IEnumerable<Diagnostic> diagnostics, Dialect language)
    {
        var ink = Ink.For(call.Host.Error, call.Host.ColourError);
        foreach (var diagnostic in diagnostics)
        {
            DiagnosticText.Write(ink, diagnostic, language);
        }
    }

    private static void Pass(MemoryStream lines, TextWriter writer)
    {
        writer.Write(System.Text.Encoding.UTF8.GetString(lines.GetBuffer(), 0, (int)lines.Length));
        lines.SetLength(0);
    }

    /// <summary>Notices that an instant did not settle, and at which rule.</summary>
    private sealed class Defects
    {
        private TraceEntry _lastRule;

        public TraceEntry? Place { get; private set; }

        public void Look(in TraceEntry entry)
        {
            if (entry.Code == TraceCode.RuleFires)
            {
                _lastRule = entry;
            }
            else if (entry.Code == TraceCode.End && (DrillEndReason)entry.A == DrillEndReason.DoesNotSettle)
            {
                Place = _lastRule;
            }
        }

        public Diagnostic ToDiagnostic(
            DrillInfo info,
            SourceText main,
            Func<string, string?> readUsed,
            TraceEntry place
        )
        {
            var site = place.Site >= 0 && place.Site < info.Sites.Count ? info.Sites[place.Site] : default;
            var path = info.Files[site.File];
            var text = path == main.Path ? main : new SourceText(path, readUsed(path) ?? "");
            var span = site.Line > 0 ? SourceExcerpt.SpanOf(text, site) : new TextSpan(0, 0);
            return new Diagnostic(DiagnosticCode.DoesNotSettle, text, span, [TraceText.FormatTime(place.TimeMs)], []);
        }
    }
}
