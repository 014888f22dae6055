using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Verifying;

/// <summary>Writes for people what a verification has found.</summary>
internal sealed class VerifyText(
    Ink ink,
    DrillInfo info,
    VerificationResult result,
    WayBackResult? wayBack,
    TraceFiles traces,
    Dialect language
)
{
    /// <summary>The params that were set, as they were given.</summary>
    public required IReadOnlyList<string> Params { get; init; }

    /// <summary>Writes it.</summary>
    public void Write()
    {
        WriteHeader();
        foreach (var property in result.Properties)
        {
            WriteVerdict(property);
        }

        WriteFindings();
        WriteWayBack();
        ink.End();
        WriteExtent();
    }

    private void WriteHeader()
    {
        ink.Write(Message.Exercise.In(language), Tone.Strong);
        var partial = result.Obstacle == Obstacle.Interrupted ? "  " + Message.Partial.In(language) : "";
        ink.Line("  " + Visible.Line(info.Title) + partial);
        List<string> parts = [new Notice(Message.Source, info.SourceHash).In(language)];
        parts.AddRange(info.Doctrines);
        parts.AddRange(Params);
        parts.Add("sispam " + ToolVersion.Text);
        parts.Add(Message.ClockSimulated.In(language));
        ink.Line(Visible.Line(string.Join("  ", parts)), Tone.Dim);
        ink.End();
    }

    private void WriteVerdict(PropertyResult property)
    {
        var (message, tone) = property.Verdict switch
        {
            Verdict.Proved => (Message.Proved, Tone.Green),
            Verdict.Refuted => (Message.Refuted, Tone.Red),
            Verdict.Coincidence => (Message.CoincidenceOnly, Tone.Yellow),
            Verdict.Undecided => (Message.Undecided, Tone.Yellow),
            _ => (Message.NotVerifiable, Tone.Dim),
        };
        ink.Write(message.In(language), tone);
        ink.Line(" " + PropertyNames.Of(info.Properties[property.Property]));
        WriteCourse(Message.ShortestCourse, property.Course, traces.Of(property));
    }

    private void WriteCourse(Message title, ImmutableArray<TraceEntry> course, string? file)
    {
        if (course.IsEmpty)
        {
            return;
        }

        ink.Line("  " + title.In(language));
        var timeline = new Timeline(ink, info, language);
        foreach (var entry in course)
        {
            timeline.Add(entry);
        }

        if (file is not null)
        {
            ink.Line("  " + new Notice(Message.CourseIn, file).In(language), Tone.Dim);
        }

        ink.End();
    }

    private void WriteFindings()
    {
        WriteCourse(Message.DoesNotSettle, result.DoesNotSettle, traces.OfUnsettled);
        foreach (var phase in result.PhasesNever)
        {
            ink.Line(new Notice(Message.PhaseNever, info.Phases[phase].Name).In(language), Tone.Warning);
        }

        foreach (var rule in result.RulesNever)
        {
            ink.Line(new Notice(Message.RuleNever, info.Rules[rule]).In(language), Tone.Warning);
        }

        if (result.Obstacle is null && result.Endings is [DrillEndReason.TimeUp])
        {
            ink.Line(Message.EndsByTimeOnly.In(language), Tone.Warning);
        }
    }

    private void WriteWayBack()
    {
        WriteCourse(Message.NoWayBack, wayBack?.Course ?? [], traces.OfNoWayBack);
        switch (wayBack?.Verdict)
        {
            case Verdict.Proved:
                ink.Line(Message.WayBackAlways.In(language), Tone.Green);
                break;
            case Verdict.Coincidence:
                ink.Line(Message.NoWayBackInTime.In(language), Tone.Dim);
                break;
            case Verdict.Undecided when wayBack.Obstacle is { } obstacle:
                Say(Message.WayBackUndecided, obstacle);
                break;
            case Verdict.NotVerifiable
            or null when (wayBack is null ? result.Obstacle : wayBack.Obstacle) is { } obstacle:
                Say(Message.WayBackNotLookedFor, obstacle);
                break;
        }

        void Say(Message message, Obstacle why) =>
            ink.Line(new Notice(message, Why(why).In(language)).In(language), Tone.Yellow);
    }

    private void WriteExtent()
    {
        var states = result.States.ToString(CultureInfo.InvariantCulture);
        var step = TraceText.FormatDuration(result.StepMs, language.ShortName());
        var notice = result.Obstacle is { } obstacle
            ? new Notice(Message.NotAllStates, Why(obstacle).In(language), states, step)
            : new Notice(Message.AllStates, states, step);
        ink.Line(notice.In(language));
        if (result.ChanceOfMiss > 0)
        {
            var chance = result.ChanceOfMiss.ToString("0.#e0", CultureInfo.InvariantCulture);
            ink.Line(new Notice(Message.ChanceOfMiss, chance).In(language), Tone.Dim);
        }
    }

    private static Message Why(Obstacle obstacle) =>
        obstacle switch
        {
            Obstacle.StateLimit => Message.ObstacleStates,
            Obstacle.MemoryLimit => Message.ObstacleMemory,
            Obstacle.Interrupted => Message.ObstacleInterrupted,
            Obstacle.DrawnGrowth => Message.ObstacleGrowth,
            Obstacle.TooManyCourses => Message.ObstacleCourses,
            Obstacle.QueueNearlyFull => Message.ObstacleQueue,
            Obstacle.Pauses => Message.ObstaclePauses,
            Obstacle.ClockRules => Message.ObstacleClock,
            _ => Message.ObstacleRoom,
        };
}
