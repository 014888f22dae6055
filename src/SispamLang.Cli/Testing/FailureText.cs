using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.Interpreter.Testing;
using SispamLang.Runtime;
using SispamLang.Text;
using Got = SispamLang.Interpreter.Testing.TestText;

namespace SispamLang.Cli.Testing;

/// <summary>Shows why a test failed: what was expected where, what was got, and all that had happened by then.</summary>
internal sealed class FailureText
{
    private const int MostLines = 100;

    private readonly TestedDrill _drill;
    private readonly TestResult _result;
    private readonly TestFailure _failure;
    private readonly DrillInfo _info;

    private FailureText(TestedDrill drill, TestResult result, TestFailure failure, DrillInfo info)
    {
        _drill = drill;
        _result = result;
        _failure = failure;
        _info = info;
    }

    /// <summary>Null if the test passed.</summary>
    public static FailureText? Of(TestedDrill drill, TestResult result) =>
        result.Failure is { } failure && drill.Program is { } program
            ? new FailureText(drill, result, failure, DrillInfoFactory.Create(program))
            : null;

    /// <summary>What kind of failure it is, for programs.</summary>
    public string Kind => _failure.Kind.ToString();

    /// <summary>What was expected, and what was got.</summary>
    public string Sentence
    {
        get
        {
            var got = Got.Got(_failure, _info, _drill.Language.ShortName());
            return new Notice(Message.ExpectedBut, _failure.Expected, got).In(_drill.Language);
        }
    }

    /// <summary>All of it without colours, for a report.</summary>
    public string ToPlainText()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Write(Ink.For(writer, colours: false));
        return writer.ToString();
    }

    /// <summary>Writes all of it.</summary>
    public void Write(Ink ink)
    {
        var (text, span) = At(_result.Site);
        SourceExcerpt.WritePlace(ink, text, span);
        ink.Write(Message.TestFailed.In(_drill.Language), Tone.Error);
        ink.Line(": " + Visible.Line(_result.Name), Tone.Strong);
        (text, span) = At(_failure.Site);
        SourceExcerpt.WritePlace(ink, text, span);
        ink.Write(Sentence, Tone.Strong);
        ink.Line("  (" + TraceText.FormatTime(_failure.TimeMs) + ")", Tone.Dim);
        SourceExcerpt.WriteLine(ink, text, span, Tone.Error);
        WriteTrace(ink);
    }

    // Of a long one the end, which is what led to the failure.
    private void WriteTrace(Ink ink)
    {
        var lines = new TailInk(MostLines);
        var timeline = new Timeline(lines, _info, _drill.Language);
        foreach (var entry in _result.Trace)
        {
            timeline.Add(entry);
        }

        if (lines.Passed > 0)
        {
            var number = lines.Passed.ToString(CultureInfo.InvariantCulture);
            ink.Line("    " + new Notice(Message.LinesBefore, number).In(_drill.Language), Tone.Dim);
        }

        lines.WriteTo(ink, "    ");
    }

    private (SourceText Text, TextSpan Span) At(int index)
    {
        var site = index >= 0 ? _info.Sites[index] : default;
        var file = _drill.Program!.Files[site.File];
        var text = new SourceText(file.Path, file.Text);
        return (text, site.Line > 0 ? SourceExcerpt.SpanOf(text, site) : new TextSpan(0, 0));
    }
}
