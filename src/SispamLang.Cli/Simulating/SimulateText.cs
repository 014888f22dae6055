using System.Globalization;
using SispamLang.Analysis.Simulation;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Export;

namespace SispamLang.Cli.Simulating;

/// <summary>Writes the report of many runs for people.</summary>
internal sealed class SimulateText(Ink ink, Dialect language)
{
    private const int LongestCell = 60;
    private const int LineWidth = 120;

    /// <summary>Writes it.</summary>
    public void Write(Study study, string path)
    {
        var report = StudyReport.Of(study, path, language);
        WriteHeader(study);
        foreach (var sentence in report.Lead)
        {
            WriteSentence("", sentence);
        }

        foreach (var section in report.Sections)
        {
            ink.End();
            ink.Line(section.Title, Tone.Strong);
            foreach (var sentence in section.Sentences)
            {
                WriteSentence("  ", sentence);
            }

            for (var i = 0; i < section.Tables.Length; i++)
            {
                if (i > 0 && section.Tables[i].Rows.Length > 0)
                {
                    ink.End();
                }

                WriteTable(section.Tables[i]);
            }
        }
    }

    private void WriteHeader(Study study)
    {
        var (plan, facts) = (study.Base.Plan, study.Base.Tallies.Measures.Program.Facts);
        ink.Write(Message.Exercise.In(language), Tone.Strong);
        ink.Line("  " + Visible.Line(facts.Title) + (study.IsPartial ? "  " + Message.Partial.In(language) : ""));
        string[] parts =
        [
            new Notice(Message.Source, facts.SourceHash).In(language),
            .. facts.Doctrines.IsEmpty
                ? []
                : (string[])[new Notice(Message.FollowsDoctrines, string.Join(", ", facts.Doctrines)).In(language)],
            new Notice(Message.Seed, plan.Seed.ToString(CultureInfo.InvariantCulture)).In(language),
            new Notice(Message.CountRuns, plan.Runs.ToString(CultureInfo.InvariantCulture)).In(language),
            "sispam " + ToolVersion.Text,
            Message.ClockSimulated.In(language),
        ];
        ink.Line(string.Join("  ", parts), Tone.Dim);
    }

    // Broken between words, what goes on indented.
    private void WriteSentence(string indent, string sentence)
    {
        var line = indent;
        foreach (var word in Visible.Line(sentence).Split(' '))
        {
            if (line.Length + word.Length >= LineWidth && line.Trim().Length > 0)
            {
                ink.Line(line.TrimEnd());
                line = indent + "  ";
            }

            line += word + " ";
        }

        ink.Line(line.TrimEnd());
    }

    private void WriteTable(StudyTable table)
    {
        if (table.Rows.IsEmpty)
        {
            return;
        }

        var text = new TextTable(table.Names, [.. table.Headings]);
        foreach (var row in table.Rows)
        {
            // The last column has nothing behind it, so it may be as long as it likes.
            text.Add(Tone.Plain, [.. row.Select((cell, i) => i == row.Length - 1 ? cell : Fitted(cell))]);
        }

        text.Write(ink);
    }

    private static string Fitted(string cell) => cell.Length <= LongestCell ? cell : cell[..(LongestCell - 1)] + "…";
}
