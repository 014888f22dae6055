using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SispamLang.Analysis.Simulation;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Runtime.Mood;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Cli.Simulating;

/// <summary>Writes the report of many runs for programs, as <c>docs/schemas/simulate.schema.json</c> describes.</summary>
internal sealed class SimulateJson(Utf8JsonWriter json, Study study, Dialect language)
{
    private static readonly int[] Quantiles = [5, 25, 50, 75, 95];

    private readonly DrillProgram _program = study.Base.Tallies.Measures.Program;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        json.WriteStartObject();
        json.WriteString("marking"u8, Message.Exercise.In(language));
        json.WriteString("drill"u8, _program.Facts.Title);
        json.WriteString("source_hash"u8, _program.Facts.SourceHash);
        json.WriteStartArray("doctrines"u8);
        foreach (var doctrine in _program.Facts.Doctrines)
        {
            json.WriteStringValue(doctrine);
        }

        json.WriteEndArray();
        json.WriteString("tool_version"u8, ToolVersion.Text);
        json.WriteString("clock"u8, "simulated"u8);
        json.WriteNumber("seed"u8, study.Base.Plan.Seed);
        json.WriteNumber("runs_wanted"u8, study.Base.Plan.Runs);
        json.WriteBoolean("partial"u8, study.IsPartial);
        WritePoint(study.Base);
        WriteAssumptions();
        WriteSweep();
        json.WriteEndObject();
    }

    private void WritePoint(SimulationResult point)
    {
        json.WriteStartObject("params"u8);
        for (var i = 0; i < _program.Params.Length; i++)
        {
            json.WriteNumber(_program.Params[i].Name, point.Plan.Params[i]);
        }

        json.WriteEndObject();
        json.WriteNumber("runs"u8, point.Tallies.Runs);
        WriteOutcomes(point);
        json.WriteStartArray("measures"u8);
        for (var i = 0; i < point.Tallies.Distributions.Length; i++)
        {
            WriteMeasure(point.Tallies.Measures.All[i], point.Tallies.Distributions[i], point.Tallies.Runs);
        }

        json.WriteEndArray();
        json.WriteStartArray("properties"u8);
        for (var i = 0; i < _program.Properties.Length; i++)
        {
            WriteProperty(point, i);
        }

        json.WriteEndArray();
    }

    private void WriteOutcomes(SimulationResult point)
    {
        var tallies = point.Tallies;
        json.WriteStartObject("outcomes"u8);
        json.WriteStartArray("endings"u8);
        foreach (var reason in Enum.GetValues<DrillEndReason>())
        {
            json.WriteStartObject();
            json.WriteString("reason"u8, TraceText.NameOf(reason));
            WriteShare(tallies.Endings[(int)reason], tallies.Runs);
            WriteRun("first"u8, tallies.FirstEnding[(int)reason], point.Plan);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("peaceful"u8);
        WriteShare(tallies.Peaceful, tallies.Runs);
        WriteRun("first"u8, tallies.FirstPeaceful, point.Plan);
        json.WriteEndObject();
        json.WriteStartArray("final_moods"u8);
        for (var crowd = 0; crowd < _program.Crowds.Length; crowd++)
        {
            foreach (var mood in Enum.GetValues<Mood>())
            {
                json.WriteStartObject();
                json.WriteString("crowd"u8, _program.Crowds[crowd].Name);
                json.WriteString("mood"u8, TraceText.NameOf(mood));
                WriteShare(tallies.FinalMoods[crowd][(int)mood], tallies.Runs);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        WriteRun("first_red"u8, tallies.FirstRed, point.Plan);
        WriteRun("longest"u8, tallies.Longest, point.Plan);
        json.WriteEndObject();
    }

    private void WriteMeasure(Measure measure, Distribution values, long runs)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, TraceText.NameOf(measure.Kind));
        json.WriteString("subject"u8, SubjectOf(measure));
        json.WriteString("unit"u8, measure.IsTime ? "ms" : "count");
        WriteShare(values.Count, runs);
        json.WriteNumber("bin_width"u8, values.Scale.Width);
        if (values.Count > 0)
        {
            json.WriteNumber("mean"u8, Rounded(values.Mean));
            json.WriteNumber("standard_error"u8, Rounded(values.StandardError));
            json.WriteNumber("least"u8, values.Least);
            json.WriteNumber("most"u8, values.Most);
            json.WriteStartObject("quantiles"u8);
            foreach (var percent in Quantiles)
            {
                json.WriteNumber(percent.ToString(CultureInfo.InvariantCulture), values.Quantile(percent));
            }

            json.WriteEndObject();
        }

        json.WriteStartArray("bins"u8);
        for (var i = 0; i < values.Bins.Length; i++)
        {
            if (values.Bins[i] > 0)
            {
                json.WriteStartObject();
                json.WriteNumber("from"u8, values.Scale.StartOf(i));
                json.WriteNumber("runs"u8, values.Bins[i]);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteProperty(SimulationResult point, int number)
    {
        var property = _program.Properties[number];
        var judgement = Judgement.Of(property, point.Tallies.Verdicts[number]);
        json.WriteStartObject();
        json.WriteString("text"u8, property.Text);
        json.WriteString("doctrine"u8, property.Doctrine);
        json.WriteString("rule"u8, property.Rule);
        json.WriteString("article"u8, property.Article);
        WriteNullable("required_share"u8, property.Share < 0 ? null : property.Share / 10_000.0);
        json.WriteString("judgement"u8, TraceText.NameOf(judgement.Kind));
        json.WriteNumber("kept"u8, judgement.Kept);
        json.WriteNumber("broken"u8, judgement.Broken);
        json.WriteNumber("open"u8, judgement.Open);
        json.WriteNumber("not_tested"u8, judgement.NotTested);
        json.WriteStartObject("kept_of_tested"u8);
        WriteShare(judgement.Kept, judgement.Decided);
        json.WriteEndObject();
        WriteNullable("runs_needed"u8, judgement.RunsNeeded);
        WriteRun("first_broken"u8, point.Tallies.FirstBroken[number], point.Plan);
        json.WriteEndObject();
    }

    private void WriteAssumptions()
    {
        json.WriteStartArray("assumptions"u8);
        foreach (var one in AssumptionList.Of(_program))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, TraceText.NameOf(one.Kind));
            json.WriteString("subject"u8, one.Subject);
            json.WriteString("clause"u8, one.Clause);
            WriteNullable("least_ms"u8, one.Time?.Low.In(study.Base.Plan.Params.AsSpan()));
            WriteNullable("most_ms"u8, one.Time?.High.In(study.Base.Plan.Params.AsSpan()));
            WriteNullable("chance"u8, one.Chance?.In(study.Base.Plan.Params.AsSpan()) / 10_000.0);
            json.WriteString("while"u8, one.While == 0 ? "" : TraceText.NameOf((Mood)one.While));
            json.WriteStartArray("outcomes"u8);
            foreach (var outcome in one.Outcomes)
            {
                json.WriteStartObject();
                json.WriteString("event"u8, TraceText.NameOf(outcome.Kind));
                json.WriteNumber("chance"u8, outcome.Chance.In(study.Base.Plan.Params.AsSpan()) / 10_000.0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("file"u8, one.Source.Path);
            json.WriteNumber("line"u8, one.Line);
            json.WriteBoolean("own"u8, one.Source.IsOwn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteSweep()
    {
        json.WriteStartObject("sweep"u8);
        json.WriteStartArray("params"u8);
        foreach (var param in study.Swept)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, _program.Params[param.Param].Name);
            json.WriteStartArray("values"u8);
            foreach (var value in param.Values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("points"u8);
        foreach (var point in study.Points)
        {
            json.WriteStartObject();
            WritePoint(point);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("effects"u8);
        foreach (var figure in study.Swept.IsEmpty ? [] : KeyFigure.Of(study.Base.Tallies.Measures))
        {
            WriteEffects(figure, ParamEffect.On(figure, study));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteEffects(KeyFigure figure, ImmutableArray<ParamEffect> effects)
    {
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("figure"u8, TraceText.NameOf(figure.Kind));
            json.WriteString(
                "subject"u8,
                figure.Kind switch
                {
                    KeyFigureKind.RedBeforeUnit => _program.Units[figure.Subject].Name,
                    KeyFigureKind.Kept => _program.Properties[figure.Subject].Text,
                    _ => "",
                }
            );
            json.WriteString("param"u8, _program.Params[effect.Param].Name);
            json.WriteNumber("least"u8, Rounded(effect.Least));
            json.WriteNumber("at_least"u8, effect.AtLeast);
            json.WriteNumber("most"u8, Rounded(effect.Most));
            json.WriteNumber("at_most"u8, effect.AtMost);
            json.WriteEndObject();
        }
    }

    private void WriteShare(long hits, long runs)
    {
        var interval = ShareInterval.Of(hits, runs);
        json.WriteNumber("runs"u8, hits);
        json.WriteNumber("share"u8, runs == 0 ? 0 : Rounded((double)hits / runs));
        json.WriteNumber("low"u8, Rounded(interval.Low));
        json.WriteNumber("high"u8, Rounded(interval.High));
    }

    // What makes it again: its number, and the seed for `sispam run`.
    private void WriteRun(ReadOnlySpan<byte> name, long run, SimulationPlan plan)
    {
        if (run == Tallies.NoRun)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("run"u8, run);
        json.WriteNumber("seed"u8, plan.SeedOf(run));
        json.WriteEndObject();
    }

    private void WriteNullable(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private string SubjectOf(Measure measure) =>
        measure.Kind switch
        {
            MeasureKind.DrillTime => "",
            MeasureKind.PhaseTime => _program.Phases[measure.Subject].Name,
            MeasureKind.SituationTime or MeasureKind.FirstSituation => TraceText.NameOf((Situation)measure.Subject),
            MeasureKind.RedBeforeUnit
            or MeasureKind.UnitAfterRed
            or MeasureKind.FirstDeployed
            or MeasureKind.TimesDeployed => _program.Units[measure.Subject].Name,
            MeasureKind.SlowestAnswer => _program.Properties[measure.Subject].Text,
            MeasureKind.CounterAtEnd => _program.Counters[measure.Subject].Name,
            _ => _program.Activities[measure.Subject].Label,
        };

    // As many digits as mean anything.
    private static double Rounded(double number) => Math.Round(number, 6);
}
