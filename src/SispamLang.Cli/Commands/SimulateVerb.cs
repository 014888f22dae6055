using System.CommandLine;
using System.Globalization;
using SispamLang.Analysis.Simulation;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Simulating;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam simulate</c>: many runs of a drill, and what they come to.</summary>
internal sealed class SimulateVerb : Verb
{
    private const long MostRuns = 1_000_000_000_000;
    private const int MostJobs = 1024;
    private const int MostShards = 1_000_000;

    private readonly Argument<string> _path = new("PATH") { Arity = ArgumentArity.ExactlyOne };
    private readonly Option<string> _runs = new("--runs");
    private readonly Option<string> _seed = new("--seed");
    private readonly Option<string[]> _params = new("--param") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _maxPoints = new("--max-points");
    private readonly Option<string> _jobs = new("--jobs");
    private readonly ChoiceOption _format = new("--format", "text", "json", "html");
    private readonly Option<string> _shard = new("--shard");
    private readonly Option<string[]> _merge = new("--merge")
    {
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string> _output = new("--output");

    public SimulateVerb()
        : base("simulate")
    {
        Command.Add(_path);
        foreach (
            var option in (ReadOnlySpan<Option>)
                [_runs, _seed, _params, _maxPoints, _jobs, _format, _shard, _merge, _output]
        )
        {
            Command.Add(option);
        }

        Command.Add(WarningsAsErrors());
        Command.Add(Doctrine());
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var seedText = call.Result.GetValue(_seed);
        var seed = 1UL;
        if (
            seedText is not null
            && !ulong.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out seed)
        )
        {
            return call.Refuse(new Notice(Message.BadSeed, seedText));
        }

        if (call.Choice(_format) is not { } format)
        {
            return call.Refuse(call.Problem!);
        }

        var shard = Shard.Whole;
        var shardText = call.Result.GetValue(_shard);
        if (shardText is not null && !TryReadShard(shardText, out shard))
        {
            return call.Refuse(new Notice(Message.BadShard, shardText));
        }

        if (shardText is not null && call.Result.GetValue(_format) is { } asked)
        {
            return call.Refuse(new Notice(Message.ShardHasNoReport, asked));
        }

        var merged = call.Result.GetValue(_merge) ?? [];
        if (merged.Length > 0)
        {
            foreach (var option in (ReadOnlySpan<Option>)[_runs, _seed, _params, _maxPoints, _jobs, _shard])
            {
                if (call.Result.GetResult(option) is { Implicit: false })
                {
                    return call.Refuse(new Notice(Message.NotWithMerge, option.Name));
                }
            }
        }

        if (
            Count(call, _runs, 1000, MostRuns) is not { } runs
            || Count(call, _jobs, Environment.ProcessorCount, MostJobs) is not { } jobs
            || Count(call, _maxPoints, 100, int.MaxValue) is not { } mostPoints
        )
        {
            return ExitStatus.BadUsage;
        }

        return new SimulateSession(call)
        {
            Plan = new SimulationPlan(runs, seed) { Shard = shard, Jobs = (int)jobs },
            Params = call.Result.GetValue(_params) ?? [],
            MostPoints = mostPoints,
            Format = shardText is null ? format : SimulateSession.ShardFormat,
            MergedPaths = merged,
            OutputPath = call.Result.GetValue(_output),
        }.Run(call.Result.GetValue(_path)!);
    }

    // What is wrong with it has been said if it is null.
    private static long? Count(Call call, Option<string> option, long usual, long most)
    {
        if (call.Result.GetValue(option) is not { } text)
        {
            return usual;
        }

        if (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count >= 1
            && count <= most
        )
        {
            return count;
        }

        call.Say(new Notice(Message.BadCount, option.Name, "1", most.ToString(CultureInfo.InvariantCulture), text));
        return null;
    }

    private static bool TryReadShard(string text, out Shard shard)
    {
        var parts = text.Split('/');
        shard = Shard.Whole;
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || number < 1
            || number > count
            || count > MostShards
        )
        {
            return false;
        }

        shard = new Shard(number, count);
        return true;
    }
}
