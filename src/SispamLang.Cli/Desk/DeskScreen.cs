using System.Collections.Immutable;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>One screen of the desk, as lines that fit it. Everything is said in words; colours only help.</summary>
internal sealed class DeskScreen(DeskSession session, Dialect language)
{
    private const int LeastTimeline = 4;
    private const int MostUnits = 3;
    private const int MostChoices = 4;
    private const int MostOfOthers = 2;

    private readonly DeskPanel _panel = new(session, language);
    private readonly DeskTimeline _timeline = new(session, language, showsClock: false);
    private readonly DrillInfo _info = session.Runner.Info;

    /// <summary>Draws it.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Lines.</param>
    /// <param name="answer">What was said last; may be empty.</param>
    /// <param name="typed">What is being typed.</param>
    /// <param name="help">Shows the commands instead of all but the clock and the situation.</param>
    public IReadOnlyList<IReadOnlyList<(string Text, Tone Tone)>> Draw(
        int width,
        int height,
        string answer,
        string typed,
        bool help
    )
    {
        _timeline.Update();
        var (top, middle, bottom) = (new LinesInk(), new LinesInk(), new LinesInk());
        Head(top);
        if (help)
        {
            DeskHelp.Write(middle, _info, language);
        }
        else
        {
            Forces(top, width);
            Expected(bottom, width);
        }

        Prompt(bottom, width, answer, typed);
        var room = Math.Max(LeastTimeline, height - top.Lines.Count - bottom.Lines.Count);
        var shown = (help ? middle.Lines.Take(room) : _timeline.Lines.TakeLast(room)).ToList();
        while (shown.Count < room)
        {
            shown.Add([]);
        }

        return [.. top.Lines.Concat(shown).Concat(bottom.Lines).Select(line => Cropped(line, width)).TakeLast(height)];
    }

    private void Head(LinesInk ink)
    {
        _timeline.WriteHeader(ink);
        ink.Write(_panel.Time() + "  ", Tone.Strong);
        ink.Write(_panel.Clock(), session.Clock.IsRunning ? Tone.Plain : Tone.Warning);
        ink.Line("  " + Visible.Line(_panel.Phase()));
        ink.Write(_panel.Situation(), _panel.Tone);
        ink.Line("  " + Visible.Line(_panel.Control()));
    }

    private void Forces(LinesInk ink, int width)
    {
        Flow(ink, _panel.Crowds(), "  ", width, MostOfOthers);
        Flow(ink, _panel.Units(), "  ", width, MostUnits);
        Rule(ink, Message.DeskTimeline.In(language), width);
    }

    private void Expected(LinesInk ink, int width)
    {
        List(ink, Message.DeskInjects, _panel.Injects(all: false), last: true);
        List(ink, Message.DeskExpected, _panel.Expectations(), last: false);
        Rule(ink, Message.DeskChoices.In(language), width);
        Columns(ink, _panel.Choices(), width);
    }

    private void Prompt(LinesInk ink, int width, string answer, string typed)
    {
        if (session.IsLogFailing)
        {
            ink.Line(DeskHelp.LogFailing(language), Tone.Error);
        }

        var hint = new Notice(
            Message.DeskHint,
            DeskCommand.WordFor(DeskVerb.Help, language),
            DeskCommand.StopWordOf(_info)
        );
        var words = (answer.Length > 0 ? answer : hint.In(language)).Split(' ');
        Flow(ink, [.. words], " ", width, MostOfOthers, answer.Length > 0 ? Tone.Strong : Tone.Dim);
        ink.Line("> " + Visible.Line(typed) + "_");
    }

    private void List(LinesInk ink, Message label, ImmutableArray<string> texts, bool last)
    {
        var shown = last ? texts.TakeLast(MostOfOthers) : texts.Take(MostOfOthers);
        var left = texts.Length - Math.Min(texts.Length, MostOfOthers);
        foreach (var text in shown)
        {
            ink.Write(label.In(language) + (left > 0 ? " (+" + Number(left) + ")" : "") + ": ", Tone.Dim);
            ink.Line(Visible.Line(text));
        }
    }

    // One after the other, on new lines where they don't fit.
    private static void Flow(
        LinesInk ink,
        ImmutableArray<string> texts,
        string between,
        int width,
        int most,
        Tone tone = Tone.Plain
    )
    {
        var line = "";
        var lines = new List<string>();
        foreach (var text in texts.Select(Visible.Line))
        {
            if (line.Length > 0 && line.Length + between.Length + text.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length > 0 ? between + text : text;
        }

        lines.Add(line);
        foreach (var one in lines.Where(one => one.Length > 0).Take(most))
        {
            ink.Line(one, tone);
        }
    }

    private static void Columns(LinesInk ink, ImmutableArray<string> texts, int width)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        var column = Math.Min(texts.Max(text => text.Length) + 2, width);
        var columns = Math.Max(1, width / column);
        var rows = Math.Min(MostChoices, (texts.Length + columns - 1) / columns);
        for (var row = 0; row < rows; row++)
        {
            // Down, then across; what finds no place is there by its number all the same.
            var line = string.Concat(
                Enumerable
                    .Range(0, columns)
                    .Select(i => (i * rows) + row)
                    .Where(i => i < texts.Length)
                    .Select(i => Visible.Line(texts[i]).PadRight(column))
            );
            ink.Line(line.TrimEnd());
        }
    }

    private static void Rule(LinesInk ink, string title, int width) =>
        ink.Line("-- " + title + " " + new string('-', Math.Max(0, width - title.Length - 4)), Tone.Dim);

    private static IReadOnlyList<(string, Tone)> Cropped(IReadOnlyList<(string Text, Tone Tone)> line, int width)
    {
        List<(string, Tone)> cropped = [];
        var left = width;
        foreach (var (text, tone) in line)
        {
            var end = 0;
            while (end < text.Length && left >= Visible.WidthOf(text[end]))
            {
                left -= Visible.WidthOf(text[end++]);
            }

            if (end < text.Length)
            {
                cropped.Add((end == 0 ? "" : text[..(end - 1)] + "…", tone));
                break;
            }

            cropped.Add((text, tone));
        }

        return cropped;
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
