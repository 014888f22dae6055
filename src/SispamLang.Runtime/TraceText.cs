using System.Globalization;
using System.Text;

namespace SispamLang.Runtime;

/// <summary>Puts trace entries into plain sentences for a planner, in English or Bahasa Indonesia.</summary>
public static class TraceText
{
    /// <summary>The kind of an entry.</summary>
    public static TraceKind KindOf(TraceCode code) =>
        code switch
        {
            TraceCode.Start => TraceKind.Start,
            TraceCode.PhaseStarts or TraceCode.PhaseEnds => TraceKind.Phase,
            >= TraceCode.CrowdGathers and <= TraceCode.ActivityEnds => TraceKind.Event,
            TraceCode.Draw => TraceKind.Draw,
            TraceCode.RuleFires => TraceKind.Rule,
            >= TraceCode.Deploy and <= TraceCode.OrderPause => TraceKind.Action,
            >= TraceCode.MoodIs and <= TraceCode.CounterIs => TraceKind.State,
            TraceCode.InjectSent or TraceCode.InjectDue => TraceKind.Inject,
            >= TraceCode.IgnoredCrowdEvent and <= TraceCode.IgnoredWhilePaused => TraceKind.Ignored,
            TraceCode.PropertyBroken => TraceKind.Property,
            TraceCode.End => TraceKind.End,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };

    /// <summary>The name of a code, kind, mood, reason and so on in trace files: <c>crowd_escalates</c>.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        StringBuilder text = new(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>One sentence, without a full stop.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="info">The drill it belongs to.</param>
    /// <param name="language"><c>id</c> for Bahasa Indonesia; anything else is English.</param>
    public static string Describe(in TraceEntry entry, DrillInfo info, string language)
    {
        ArgumentNullException.ThrowIfNull(info);
        bool indonesian = language == "id";
        string what = indonesian ? IndonesianTrace.Sentence(entry, info) : EnglishTrace.Sentence(entry, info);
        return entry.By switch
        {
            >= 0 => what.Insert(
                EndOfOrder(entry.Code, what),
                (indonesian ? ", atas perintah " : ", ordered by ") + info.Roles[entry.By]
            ),
            -2 when KindOf(entry.Code) != TraceKind.Ignored => what
                + (indonesian ? ", oleh pengendali" : ", by the controller"),
            _ => what,
        };
    }

    // Who gave an order belongs to the order; what became of it comes after.
    private static int EndOfOrder(TraceCode code, string sentence) =>
        code is TraceCode.IgnoredDeploy or TraceCode.IgnoredWithdraw or TraceCode.NotPossible
            ? sentence.LastIndexOf(": ", StringComparison.Ordinal)
            : sentence.Length;

    /// <summary>A mood, as a drill calls it.</summary>
    public static string NameOf(Mood mood, string language) =>
        language == "id" ? IndonesianTrace.MoodName(mood) : EnglishTrace.MoodName(mood);

    /// <summary>The colour of a situation.</summary>
    public static string NameOf(Situation situation, string language) =>
        language == "id" ? IndonesianTrace.Colour(situation) : EnglishTrace.Colour(situation);

    /// <summary>A threat, as a phrase.</summary>
    public static string NameOf(Threat threat, string language) =>
        language == "id" ? IndonesianTrace.ThreatName(threat) : EnglishTrace.ThreatName(threat);

    /// <summary>A time in the drill, <c>T+hh:mm:ss</c>, on whole seconds (rounded down).</summary>
    public static string FormatTime(long timeMs)
    {
        long seconds = timeMs / 1000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"T+{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"
        );
    }

    /// <summary>A time in the drill to the millisecond: <c>T+hh:mm:ss</c>, and <c>.fff</c> if it needs it.</summary>
    public static string FormatExactTime(long timeMs) =>
        timeMs % 1000 == 0
            ? FormatTime(timeMs)
            : string.Create(CultureInfo.InvariantCulture, $"{FormatTime(timeMs)}.{timeMs % 1000:000}");

    /// <summary>The clock time, <c>09:12:30 WIB</c>, of a time in the drill; empty if the drill does not say when it
    /// starts.</summary>
    public static string FormatClock(long timeMs, DrillInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (info.StartsAtMs < 0)
        {
            return "";
        }

        long seconds = (info.StartsAtMs + timeMs) / 1000;
        string time = string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600 % 24:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"
        );
        return info.Zone.Length == 0 ? time : $"{time} {info.Zone}";
    }

    /// <summary>A length of time, <c>1 h 30 min</c> or <c>1 jam 30 menit</c>.</summary>
    public static string FormatDuration(long milliseconds, string language)
    {
        bool indonesian = language == "id";
        long hours = milliseconds / 3_600_000;
        long minutes = milliseconds / 60_000 % 60;
        long rest = milliseconds % 60_000;
        List<string> parts = [];
        if (hours > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{hours} {(indonesian ? "jam" : "h")}"));
        }

        if (minutes > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{minutes} {(indonesian ? "menit" : "min")}"));
        }

        if (rest > 0 || parts.Count == 0)
        {
            string seconds = (rest / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
            parts.Add($"{seconds} {(indonesian ? "detik" : "s")}");
        }

        return string.Join(' ', parts);
    }

    /// <summary>Hundredths of a percent as a percentage: <c>12.5%</c>.</summary>
    internal static string Percent(long hundredths) =>
        (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
