using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Analysis.Simulation;
using SispamLang.Programs;
using SispamLang.Runtime;
using ParamKind = SispamLang.Programs.ParamKind;

namespace SispamLang.Export;

/// <summary>Runs that show something, and how to make them again.</summary>
internal static class NotableSection
{
    public static StudySection? Of(StudyView view)
    {
        var (words, tallies) = (view.Words, view.Tallies);
        List<(string What, long Run)> runs =
        [
            (words["sim.notable.longest"], tallies.Longest),
            (words["sim.notable.peaceful"], tallies.FirstPeaceful),
            (words["sim.notable.red"], tallies.FirstRed),
            (words["sim.notable.time-up"], tallies.FirstEnding[(int)DrillEndReason.TimeUp]),
            (words["sim.notable.does-not-settle"], tallies.FirstEnding[(int)DrillEndReason.DoesNotSettle]),
            .. view.Program.Properties.Select(
                (property, i) => (words.Say("sim.notable.breaks", property.Text), tallies.FirstBroken[i])
            ),
        ];
        var rows = runs.Where(run => run.Run != Tallies.NoRun)
            .Select(run =>
                ImmutableArray.Create(run.What, run.Run.ToString(CultureInfo.InvariantCulture), Command(view, run.Run))
            )
            .ToImmutableArray();
        return rows.IsEmpty
            ? null
            : new StudySection(
                words["sim.notable"],
                [words["sim.notable.lead"]],
                new StudyTable(3, [words["sim.notable.what"], words["sim.notable.run"], words["sim.notable.how"]], rows)
            );
    }

    private static string Command(StudyView view, long run)
    {
        var plan = view.Study.Base.Plan;
        var seed = plan.SeedOf(run).ToString(CultureInfo.InvariantCulture);
        var set = view
            .Program.Params.Index()
            .Where(param => plan.Params[param.Index] != param.Item.Default)
            .Select(param => $" --param \"{param.Item.Name}={Written(param.Item, plan.Params[param.Index])}\"");
        var path = view.Path.Contains(' ', StringComparison.Ordinal) ? $"\"{view.Path}\"" : view.Path;
        return $"sispam run {path} --seed {seed}{string.Concat(set)}";
    }

    // As the command reads it in any language.
    private static string Written(ParamSpec param, long value) =>
        param.Kind switch
        {
            ParamKind.Number => value.ToString(CultureInfo.InvariantCulture),
            ParamKind.Percentage => (value / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%",
            _ => TraceText.FormatDuration(value, "en"),
        };
}
