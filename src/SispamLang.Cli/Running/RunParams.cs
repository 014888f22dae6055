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
            var equals = assignment.IndexOf('=');
            if (equals <= 0)
            {
                return new Notice(Message.ParamWithoutValue, assignment);
            }

            var name = assignment[..equals].Trim();
            var index = Find(runner.Info, name);
            if (index < 0)
            {
                return Unknown(runner.Info, name);
            }

            if (!seen.Add(index))
            {
                return new Notice(Message.ParamTwice, runner.Info.Params[index].Name);
            }

            if (Set(runner, index, assignment[(equals + 1)..].Trim(), language) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Notice? Set(Runner runner, int index, string text, Dialect language)
    {
        var param = runner.Info.Params[index];
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

        runner.SetParam(index, read.Value);
        _values[param.Name] = read.Value;
        return null;
    }

    private static int Find(DrillInfo info, string name)
    {
        for (var i = 0; i < info.Params.Count; i++)
        {
            if (string.Equals(info.Params[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static Notice Unknown(DrillInfo info, string name)
    {
        var names = info.Params.Select(param => param.Name).ToList();
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
