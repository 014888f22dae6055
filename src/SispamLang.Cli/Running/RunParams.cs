using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Running;

/// <summary>The params that are set for a run.</summary>
internal sealed class RunParams
{
    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);

    /// <summary>By name, in the units of the runtime.</summary>
    public IReadOnlyDictionary<string, long> Values => _values;

    /// <summary>Sets what a recorded run had set, as far as the drill still has it.</summary>
    public void SetRecorded(Runner runner, IReadOnlyDictionary<string, long> recorded)
    {
        for (var i = 0; i < runner.Info.Params.Count; i++)
        {
            var param = runner.Info.Params[i];
            if (recorded.TryGetValue(param.Name, out var value) && value >= param.Min && value <= param.Max)
            {
                runner.SetParam(i, value);
                _values[param.Name] = value;
            }
        }
    }

    /// <summary>Sets what <c>--param NAME=VALUE</c> says.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public Notice? Set(Runner runner, IReadOnlyList<string> assignments, Dialect language)
    {
        var seen = new HashSet<int>();
        foreach (var assignment in assignments)
        {
            if (Split(runner.Info.Params, assignment, seen, out var index, out var text) is { } unknown)
            {
                return unknown;
            }

            var param = runner.Info.Params[index];
            if (Read(param, text, language, out var value) is { } problem)
            {
                return problem;
            }

            runner.SetParam(index, value);
            _values[param.Name] = value;
        }

        return null;
    }

    /// <summary>Takes <c>NAME=TEXT</c> apart.</summary>
    /// <param name="parameters">The params there are.</param>
    /// <param name="assignment">What was given.</param>
    /// <param name="seen">The params that were set before; this one is added.</param>
    /// <param name="index">The param.</param>
    /// <param name="text">What it is set to.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static Notice? Split(
        IReadOnlyList<ParamInfo> parameters,
        string assignment,
        HashSet<int> seen,
        out int index,
        out string text
    )
    {
        var equals = assignment.IndexOf('=');
        (index, text) = (-1, "");
        if (equals <= 0)
        {
            return new Notice(Message.ParamWithoutValue, assignment);
        }

        var name = assignment[..equals].Trim();
        index = Find(parameters, name);
        text = assignment[(equals + 1)..].Trim();
        return index < 0 ? Unknown(parameters, name)
            : seen.Add(index) ? null
            : new Notice(Message.ParamTwice, parameters[index].Name);
    }

    /// <summary>Reads a value for a param.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static Notice? Read(ParamInfo param, string text, Dialect language, out long value)
    {
        value = 0;
        if (ValueText.Read(text) is not { } read || read.Kind != param.Kind)
        {
            return new Notice(Message.BadParamValue, param.Name, KindOf(param.Kind).In(language), text);
        }

        if (read.Value < param.Min || read.Value > param.Max)
        {
            return new Notice(
                Message.ParamOutOfBounds,
                param.Name,
                Show(param.Kind, param.Min, language),
                Show(param.Kind, param.Max, language),
                text
            );
        }

        value = read.Value;
        return null;
    }

    private static int Find(IReadOnlyList<ParamInfo> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (string.Equals(parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static Notice Unknown(IReadOnlyList<ParamInfo> parameters, string name)
    {
        var names = parameters.Select(param => param.Name).ToList();
        return names.Count == 0 ? new Notice(Message.NoParams, name)
            : Nearest.To(name, names) is { } near ? new Notice(Message.UnknownParamDidYouMean, name, near)
            : new Notice(Message.UnknownParam, name, string.Join(", ", names));
    }

    private static Message KindOf(ParamKind kind) =>
        kind switch
        {
            ParamKind.Number => Message.AWholeNumber,
            ParamKind.Percentage => Message.APercentage,
            _ => Message.ADuration,
        };

    private static string Show(ParamKind kind, long value, Dialect language) =>
        kind switch
        {
            ParamKind.Number => value.ToString(CultureInfo.InvariantCulture),
            ParamKind.Percentage => (value / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%",
            _ => TraceText.FormatDuration(value, language.ShortName()),
        };
}
