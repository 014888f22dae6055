using SispamLang.Analysis.Simulation;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Runtime.Mood;
using ParamKind = SispamLang.Programs.ParamKind;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Export;

/// <summary>How the report of many runs says figures, to people who know no statistics.</summary>
internal sealed class StudyWords(Dialect language)
{
    private const long Minute = 60_000;

    private readonly PaperTexts _texts = PaperTexts.In(language);
    private readonly PaperValues _values = new(language);

    /// <summary>A text.</summary>
    public string this[string key] => _texts[key];

    /// <summary>A text with its gaps filled.</summary>
    public string Say(string key, params ReadOnlySpan<object> gaps) => _texts.Say(key, gaps);

    /// <summary>A whole number.</summary>
    public string Number(long number) => _values.Number(number);

    /// <summary>A number with one digit behind the point, if that is not 0.</summary>
    public string Number(double number) => _values.Decimal(number, 1);

    /// <summary>The beginning of a sentence: in so many of 100 runs.</summary>
    public string Share(long hits, long runs)
    {
        var (low, high) = Bounds(hits, runs);
        var share = (double)hits / runs;
        return hits == 0 ? Say("sim.share.none", Number(runs), high)
            : hits == runs ? Say("sim.share.all", Number(runs), low)
            : share < 0.01 ? Say("sim.share.few", Number(hits), Number(runs))
            : share > 0.99 ? Say("sim.share.most", Number(hits), Number(runs))
            : Say("sim.share.some", Of100(share), low, high);
    }

    /// <summary>A share in a table: of 100 runs, with its bounds.</summary>
    public string Cell(long hits, long runs)
    {
        if (runs == 0)
        {
            return "";
        }

        var (low, high) = Bounds(hits, runs);
        return $"{Of100((double)hits / runs)} ({low}–{high})";
    }

    /// <summary>The bounds of a share, of 100, outwards to whole numbers.</summary>
    public (string Low, string High) Bounds(long hits, long runs)
    {
        var interval = ShareInterval.Of(hits, runs);
        return (Number((long)Math.Floor(interval.Low * 100)), Number((long)Math.Ceiling(interval.High * 100)));
    }

    /// <summary>A share, of 100; near the ends with a digit behind the point, so that something is not told as nothing.</summary>
    public string Of100(double share) =>
        share is (> 0 and < 0.01) or (> 0.99 and < 1)
            ? _values.Decimal(Math.Clamp(share * 100, 0.1, 99.9), 1)
            : Number((long)Math.Round(share * 100, MidpointRounding.AwayFromZero));

    /// <summary>A time that need not be known to the second: from ten minutes on, whole minutes.</summary>
    public string Time(double milliseconds)
    {
        var grain = milliseconds >= 10 * Minute ? Minute : 1000;
        var rounded = (long)Math.Round(milliseconds / grain, MidpointRounding.AwayFromZero) * grain;
        return TraceText.FormatDuration(rounded, language.ShortName());
    }

    /// <summary>From one to another.</summary>
    public string To(string low, string high) => low == high ? low : Say("sim.to", low, high);

    /// <summary>The heads of <see cref="Times"/>.</summary>
    public string[] TimeHeads => [this["sim.half"], this["sim.half-between"], this["sim.nine"], this["sim.mean"]];

    /// <summary>What a table tells of times: the median, where half and where nine tenths lie, and the mean with its
    /// standard error; empty cells if there are none.</summary>
    public string[] Times(Distribution? values) =>
        values is not { Count: > 0 }
            ? ["", "", "", ""]
            :
            [
                Half(values),
                Between(values, 25, 75),
                Between(values, 5, 95),
                values.StandardError == 0
                    ? Time(values.Mean)
                    : Say("sim.mean-error", Time(values.Mean), Time(values.StandardError)),
            ];

    private string Between(Distribution values, int low, int high) =>
        To(Time(values.Quantile(low)), Time(values.Quantile(high)));

    /// <summary>A time in a table, or nothing if there is none.</summary>
    public string Half(Distribution? values) => values is { Count: > 0 } ? Time(values.Quantile(50)) : "";

    /// <summary>The value of a param.</summary>
    public string Value(ParamSpec param, long value) =>
        param.Kind switch
        {
            ParamKind.Number => Number(value),
            ParamKind.Percentage => _values.Percentage(value),
            _ => TraceText.FormatDuration(value, language.ShortName()),
        };

    /// <summary>Hundredths of a percent.</summary>
    public string Percentage(long hundredths) => _values.Percentage(hundredths);

    /// <summary>A span as the drill has it; a param in it is named.</summary>
    public string Span(Span span, DrillProgram program, ReadOnlySpan<long> parameters)
    {
        var (low, high) = (Part(span.Low, parameters), Part(span.High, parameters));
        return low == high ? low : Say("sim.assumed.range", low, high);

        string Part(Amount amount, ReadOnlySpan<long> values)
        {
            var time = TraceText.FormatDuration(amount.In(values), language.ShortName());
            return amount.Param < 0 ? time : Say("sim.assumed.param", time, program.Params[amount.Param].Name);
        }
    }

    /// <summary>What happens to a crowd.</summary>
    public string CrowdEvent(SignalKind kind) =>
        kind switch
        {
            SignalKind.CrowdEscalates => Words.Canonical(Concept.CrowdEscalates, language),
            SignalKind.CrowdCalms => Words.Canonical(Concept.CrowdCalms, language),
            SignalKind.CrowdThrows => Words.Canonical(Concept.CrowdThrows, language),
            _ => Words.Canonical(Concept.CrowdDisperses, language),
        };

    /// <summary>A mood.</summary>
    public string Mood(Mood mood) =>
        mood switch
        {
            Runtime.Mood.Absent => this["sim.ends.absent"],
            Runtime.Mood.Calm => Words.Canonical(Concept.Calm, language),
            Runtime.Mood.Tense => Words.Canonical(Concept.Tense, language),
            Runtime.Mood.Unruly => Words.Canonical(Concept.Unruly, language),
            Runtime.Mood.Anarchic => Words.Canonical(Concept.Anarchic, language),
            _ => Words.Canonical(Concept.Dispersed, language),
        };

    /// <summary>A colour.</summary>
    public string Situation(Situation situation) =>
        situation switch
        {
            Runtime.Situation.Green => Words.Canonical(Concept.Green, language),
            Runtime.Situation.Yellow => Words.Canonical(Concept.Yellow, language),
            _ => Words.Canonical(Concept.Red, language),
        };
}
