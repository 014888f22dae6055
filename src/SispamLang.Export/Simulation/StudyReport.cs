using System.Collections.Immutable;
using SispamLang.Analysis.Simulation;
using SispamLang.Dialects;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>The report of many runs of a drill, in one language, to be shown as text or as a page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What it is.</param>
/// <param name="Sections">Its parts.</param>
public sealed record StudyReport(string Title, ImmutableArray<string> Lead, ImmutableArray<StudySection> Sections)
{
    /// <summary>Writes the report.</summary>
    /// <param name="study">What the runs came to.</param>
    /// <param name="path">The drill's file, for the commands that make a run again.</param>
    /// <param name="language">The language.</param>
    public static StudyReport Of(Study study, string path, Dialect language)
    {
        ArgumentNullException.ThrowIfNull(study);
        var view = new StudyView(study, path, new StudyWords(language));
        StudySection?[] sections =
        [
            ShortSection.Of(view),
            study.Swept.IsEmpty ? null : SweepSections.Points(view),
            study.Swept.IsEmpty ? null : SweepSections.Effects(view),
            CourseSections.Endings(view),
            CourseSections.Situation(view),
            CourseSections.Phases(view),
            DeedSections.Units(view),
            DeedSections.Tactics(view),
            PromiseSection.Of(view),
            CourseSections.Counters(view),
            NotableSection.Of(view),
            BasisSections.Assumed(view),
            BasisSections.Method(view),
        ];
        return new StudyReport(view.Words["sim.title"], Leading(view), [.. sections.OfType<StudySection>()]);
    }

    private static ImmutableArray<string> Leading(StudyView view)
    {
        var words = view.Words;
        var plan = view.Study.Base.Plan;
        var lead = ImmutableArray.CreateBuilder<string>();
        lead.Add(words.Say("sim.lead", words.Number(view.Tallies.Runs)));
        if (view.Study.IsPartial)
        {
            var done = view.Tallies.Runs + view.Study.Points.Sum(point => point.Tallies.Runs);
            var wanted = plan.Runs * (1 + Study.CountOf(view.Study.Swept));
            lead.Add(words.Say("sim.lead.partial", words.Number(done), words.Number(wanted)));
        }

        if (!view.Program.Params.IsEmpty)
        {
            var values = view.Program.Params.Select(
                (param, i) => $"{param.Name} = {words.Value(param, plan.Params[i])}"
            );
            lead.Add(words.Say("sim.params", string.Join(", ", values)));
        }

        return lead.ToImmutable();
    }
}

/// <summary>What the parts of the report look at.</summary>
internal sealed record StudyView(Study Study, string Path, StudyWords Words)
{
    /// <summary>The counts with the params as they are set.</summary>
    public Tallies Tallies => Study.Base.Tallies;

    /// <summary>The drill.</summary>
    public DrillProgram Program => Tallies.Measures.Program;

    /// <summary>The values of a measure; null if the drill has no such, or no run had one.</summary>
    public Distribution? Of(MeasureKind kind, int subject) =>
        Tallies.Of(kind, subject) is { Count: > 0 } values ? values : null;

    /// <summary>In how many runs a measure had a value.</summary>
    public long CountOf(MeasureKind kind, int subject) => Tallies.Of(kind, subject)?.Count ?? 0;

    /// <summary>In how many of 100 runs a measure had a value, for a table.</summary>
    public string Cell(MeasureKind kind, int subject) => Words.Cell(CountOf(kind, subject), Tallies.Runs);
}
