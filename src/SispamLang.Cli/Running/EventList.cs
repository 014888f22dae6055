using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Cli.Running;

/// <summary>Something that comes from outside.</summary>
/// <param name="TimeMs">When, in milliseconds from T+00:00.</param>
/// <param name="Event">An index into <see cref="DrillInfo.OutsideEvents"/>.</param>
/// <param name="Line">Where it stands in the list, counted from 1.</param>
internal readonly record struct OutsideCall(long TimeMs, int Event, int Line);

/// <summary>
/// What comes from outside during a run: a list of lines <c>T+hh:mm:ss event</c>, or a trace, whose draws then take the place
/// of chance.
/// </summary>
internal sealed class EventList
{
    private const int MostShown = 60;

    private EventList(ImmutableArray<OutsideCall> calls, RecordedRun? recording, ImmutableArray<Diagnostic> diagnostics)
    {
        Calls = calls;
        Recording = recording;
        Diagnostics = diagnostics;
    }

    /// <summary>Nothing.</summary>
    public static EventList Empty { get; } = new([], null, []);

    /// <summary>What comes, in the order of time, and of the list within one instant.</summary>
    public ImmutableArray<OutsideCall> Calls { get; }

    /// <summary>The run that the trace records; null for a list of lines.</summary>
    public RecordedRun? Recording { get; }

    /// <summary>What is wrong with the list.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a list or a trace.</summary>
    public static EventList Read(SourceText text, DrillInfo info) =>
        text.Content.AsSpan().TrimStart().StartsWith("{") ? ReadTrace(text, info) : ReadLines(text, info);

    private static EventList ReadLines(SourceText text, DrillInfo info)
    {
        var calls = new List<OutsideCall>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var line = 0; line < text.LineStarts.Length; line++)
        {
            var content = WithoutComment(text.LineText(line));
            if (content.Length == 0)
            {
                continue;
            }

            var start = text.LineStarts[line] + text.LineText(line).IndexOf(content[0]);
            var blank = content.AsSpan().IndexOfAny(' ', '\t');
            if (blank < 0 || TimeOf(content.AsSpan(0, blank)) is not { } time)
            {
                diagnostics.Add(
                    Problem(DiagnosticCode.BadEventLine, text, new TextSpan(start, content.Length), content)
                );
                continue;
            }

            var name = content[blank..].Trim();
            var found = Find(info, name);
            if (found < 0)
            {
                var place = new TextSpan(start + content.Length - name.Length, name.Length);
                diagnostics.Add(Unknown(text, place, name, info));
                continue;
            }

            calls.Add(new OutsideCall(time, found, line + 1));
        }

        return new EventList([.. calls.OrderBy(call => call.TimeMs)], null, diagnostics.ToImmutable());
    }

    private static EventList ReadTrace(SourceText text, DrillInfo info)
    {
        RecordedRun recording;
        try
        {
            recording = RecordedRun.Read(new StringReader(text.Content));
        }
        catch (InvalidDataException)
        {
            return new EventList([], null, [FirstBadLine(text)]);
        }

        var calls = ImmutableArray.CreateBuilder<OutsideCall>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var raised in recording.Events)
        {
            var found = Find(info, raised.Name);
            if (found >= 0)
            {
                calls.Add(new OutsideCall(raised.TimeMs, found, 0));
            }
            else
            {
                var place = Math.Max(0, text.Content.IndexOf("\"raised\":\"" + raised.Name, StringComparison.Ordinal));
                diagnostics.Add(Unknown(text, new TextSpan(place, 0), raised.Name, info));
            }
        }

        return new EventList(calls.ToImmutable(), recording, diagnostics.ToImmutable());
    }

    private static Diagnostic FirstBadLine(SourceText text)
    {
        for (var line = 0; line < text.LineStarts.Length; line++)
        {
            var content = text.LineText(line);
            try
            {
                RecordedRun.Read(new StringReader(content));
            }
            catch (InvalidDataException)
            {
                return Problem(
                    DiagnosticCode.BadEventLine,
                    text,
                    new TextSpan(text.LineStarts[line], content.Length),
                    content
                );
            }
        }

        return Problem(DiagnosticCode.BadEventLine, text, new TextSpan(0, 0), "");
    }

    private static string WithoutComment(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            // Within a word a # is part of it.
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                line = line[..i];
            }
        }

        return line.Trim();
    }

    /// <summary>Reads <c>T+hh:mm:ss[.fff]</c>, as <see cref="TraceText.FormatExactTime"/> writes it.</summary>
    private static long? TimeOf(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("T+", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Span<Range> parts = stackalloc Range[4];
        var clock = text[2..];
        if (clock.Split(parts, ':') != 3)
        {
            return null;
        }

        var seconds = clock[parts[2]];
        var dot = seconds.IndexOf('.');
        var fraction = dot < 0 ? "0" : seconds[(dot + 1)..];
        if (
            !Digits(clock[parts[0]], 1, 4, out var hours)
            || !Digits(clock[parts[1]], 2, 2, out var minutes)
            || !Digits(dot < 0 ? seconds : seconds[..dot], 2, 2, out var whole)
            || !Digits(fraction, 1, 3, out var part)
            || minutes > 59
            || whole > 59
        )
        {
            return null;
        }

        for (var i = fraction.Length; i < 3; i++)
        {
            part *= 10;
        }

        return (((((long)hours * 60) + minutes) * 60) + whole) * 1000 + part;
    }

    private static bool Digits(ReadOnlySpan<char> text, int least, int most, out int value)
    {
        value = 0;
        return text.Length >= least
            && text.Length <= most
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static int Find(DrillInfo info, string name)
    {
        var wanted = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var i = 0; i < info.OutsideEvents.Count; i++)
        {
            if (info.OutsideEvents[i].Names.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static Diagnostic Unknown(SourceText text, TextSpan place, string name, DrillInfo info)
    {
        var near = Nearest.To(name, info.OutsideEvents.SelectMany(outside => outside.Names));
        return new Diagnostic(
            DiagnosticCode.NoSuchOutsideEvent,
            text,
            place,
            [Shortened(name), Nearest.InQuotes(near)],
            []
        )
        {
            Suggestion = near,
        };
    }

    private static Diagnostic Problem(DiagnosticCode code, SourceText text, TextSpan span, string content) =>
        new(code, text, span, [Shortened(content)], []);

    private static string Shortened(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
