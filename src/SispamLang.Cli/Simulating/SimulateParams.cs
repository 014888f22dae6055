using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Analysis.Simulation;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Simulating;

/// <summary>What <c>--param</c> says for many runs: <c>NAME=VALUE</c>, or <c>NAME=FROM..TO:STEP</c> for a sweep.</summary>
/// <param name="Values">The values of all params, by their numbers.</param>
/// <param name="Swept">Those that are swept.</param>
internal sealed record SimulateParams(ImmutableArray<long> Values, ImmutableArray<SweptParam> Swept)
{
    /// <summary>Reads them.</summary>
    /// <param name="parameters">The params of the drill.</param>
    /// <param name="assignments">What was given.</param>
    /// <param name="mostPoints">How many combinations a sweep may have.</param>
    /// <param name="language">The language to speak in.</param>
    /// <param name="problem">What is wrong with them, or null.</param>
    public static SimulateParams? Read(
        IReadOnlyList<ParamInfo> parameters,
        IReadOnlyList<string> assignments,
        long mostPoints,
        Dialect language,
        out Notice? problem
    )
    {
        var values = parameters.Select(param => param.Default).ToArray();
        var ranges = new List<(int Param, long From, long To, long Step)>();
        var seen = new HashSet<int>();
        foreach (var assignment in assignments)
        {
            problem = RunParams.Split(parameters, assignment, seen, out var index, out var text);
            if (problem is null && text.Contains("..", StringComparison.Ordinal))
            {
                problem = ReadRange(parameters[index], text, language, out var range);
                ranges.Add((index, range.From, range.To, range.Step));
            }
            else
            {
                problem ??= RunParams.Read(parameters[index], text, language, out values[index]);
            }

            if (problem is not null)
            {
                return null;
            }
        }

        // Counted before they are made: there may be more than there is room for.
        Int128 points = ranges.Count == 0 ? 0 : 1;
        foreach (var (_, from, to, step) in ranges)
        {
            points *= (((Int128)to - from) / step) + 1;
            if (points > mostPoints)
            {
                problem = new Notice(
                    Message.TooManyPoints,
                    (points > long.MaxValue ? ">" : "") + Count(points),
                    Count(mostPoints)
                );
                return null;
            }
        }

        problem = null;
        return new SimulateParams([.. values], [.. ranges.Select(Swept)]);

        static SweptParam Swept((int Param, long From, long To, long Step) range)
        {
            var values = ImmutableArray.CreateBuilder<long>();
            for (Int128 value = range.From; value <= range.To; value += range.Step)
            {
                values.Add((long)value);
            }

            return new SweptParam(range.Param, values.ToImmutable());
        }
    }

    private static Notice? ReadRange(
        ParamInfo param,
        string text,
        Dialect language,
        out (long From, long To, long Step) range
    )
    {
        range = default;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var colon = text.LastIndexOf(':');
        if (colon < dots)
        {
            return new Notice(Message.SweepWithoutStep, param.Name, text);
        }

        var (from, to, step) = (text[..dots].Trim(), text[(dots + 2)..colon].Trim(), text[(colon + 1)..].Trim());

        // 5..20 min:5 has its unit once, as a range of a drill has.
        var unit = to.TrimStart("0123456789. ".ToCharArray());
        if (RunParams.Read(param, WithUnit(from), language, out range.From) is { } wrongFrom)
        {
            return wrongFrom;
        }

        if (RunParams.Read(param, to, language, out range.To) is { } wrongTo)
        {
            return wrongTo;
        }

        if (Running.ValueText.Read(WithUnit(step)) is not { Value: > 0 } read || read.Kind != param.Kind)
        {
            return new Notice(Message.BadSweep, param.Name, text);
        }

        range.Step = read.Value;
        return range.From > range.To ? new Notice(Message.SweepBackwards, param.Name, text) : null;

        string WithUnit(string number) => number.All(c => char.IsAsciiDigit(c) || c == '.') ? number + unit : number;
    }

    private static string Count(Int128 count) => count.ToString(CultureInfo.InvariantCulture);
}
