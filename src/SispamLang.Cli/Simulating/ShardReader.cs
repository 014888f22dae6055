using System.Globalization;
using SispamLang.Analysis.Simulation;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Simulating;

/// <summary>Reads the parts that <c>--merge</c> puts together, and sees to it that they belong together.</summary>
internal sealed class ShardReader(Call call)
{
    private const int MostNamed = 20;

    /// <summary>Reads all parts.</summary>
    /// <param name="paths">Their files.</param>
    /// <param name="measures">Of the drill.</param>
    /// <param name="sourceHash">The drill's.</param>
    /// <returns>In order; null if they are not all the parts of one study of the drill, which has been said then.</returns>
    public IReadOnlyList<ShardFile>? Read(IReadOnlyList<string> paths, MeasureTable measures, string sourceHash)
    {
        var shards = new SortedDictionary<int, (string Path, ShardFile Shard)>();
        (string Path, ShardFile Shard)? first = null;
        foreach (var path in paths)
        {
            if (Read(path, measures, sourceHash) is not { } shard)
            {
                return null;
            }

            var known = first ??= (path, shard);
            if (shard.DifferenceFrom(known.Shard) is not StudyDifference.None and var difference)
            {
                return Refuse(Message.ShardsDiffer, path, known.Path, call.InWords(new Notice(WordFor(difference))));
            }

            var number = shard.Study.Base.Plan.Shard.Number;
            if (!shards.TryAdd(number, (path, shard)))
            {
                return Refuse(Message.ShardTwice, shards[number].Path, path, Text(number));
            }
        }

        var count = first?.Shard.Study.Base.Plan.Shard.Count ?? 0;
        if (shards.Count < count)
        {
            var missing = Enumerable.Range(1, count).Where(number => !shards.ContainsKey(number)).Take(MostNamed + 1);
            var named = missing.Select((number, i) => i < MostNamed ? Text(number) : "…");
            return Refuse(Message.ShardsMissing, Text(count), string.Join(", ", named));
        }

        return [.. shards.Values.Select(one => one.Shard)];
    }

    private ShardFile? Read(string path, MeasureTable measures, string sourceHash)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(FullPath.Of(call.Host.Directory, path) ?? path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            call.Say(new Notice(Message.NoSuchFile, path));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            call.Say(new Notice(Message.CantRead, path));
            return null;
        }

        var shard = ShardFile.Read(bytes, measures);
        var fits =
            shard is not null
            && shard.SourceHash == sourceHash
            && shard.ToolVersion == ToolVersion.Text
            && !shard.Study.IsPartial;
        if (!fits)
        {
            call.Say(new Notice(Message.NotAShard, path));
            return null;
        }

        return shard;
    }

    private IReadOnlyList<ShardFile>? Refuse(Message message, params string[] arguments)
    {
        call.Say(new Notice(message, arguments));
        return null;
    }

    private static Message WordFor(StudyDifference difference) =>
        difference switch
        {
            StudyDifference.Seed => Message.TheSeeds,
            StudyDifference.Runs => Message.TheNumbersOfRuns,
            StudyDifference.Shards => Message.TheNumbersOfShards,
            StudyDifference.Params => Message.TheParams,
            StudyDifference.ToolVersion => Message.TheToolVersions,
            _ => Message.TheDrills,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
