using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>What a controller can ask for.</summary>
internal enum DeskVerb
{
    /// <summary>An empty line.</summary>
    Nothing,

    /// <summary>The clock stands still.</summary>
    Pause,

    /// <summary>The clock runs on.</summary>
    Resume,

    /// <summary>Ahead, by a time or to what comes next.</summary>
    Skip,

    /// <summary>Something happens now.</summary>
    Trigger,

    /// <summary>The rest is put off.</summary>
    Shift,

    /// <summary>The clock's speed.</summary>
    Speed,

    /// <summary>The last event is taken back.</summary>
    Undo,

    /// <summary>An inject was delivered.</summary>
    Delivered,

    /// <summary>A note for the log.</summary>
    Note,

    /// <summary>The log is kept in another file.</summary>
    Save,

    /// <summary>All there is to know.</summary>
    Status,

    /// <summary>The commands.</summary>
    Help,

    /// <summary>The stop word.</summary>
    Stop,
}

/// <summary>A line that the controller typed.</summary>
/// <param name="Verb">What is asked for.</param>
/// <param name="Value">Milliseconds, an outside event, a speed, the number of an inject; null if there is none.</param>
/// <param name="Text">A note, or the name of a file.</param>
/// <param name="Problem">Why it can't be done; the rest does not count then.</param>
internal readonly record struct DeskCommand(DeskVerb Verb, long? Value = null, string Text = "", Notice? Problem = null)
{
    /// <summary>The word that stops any exercise, besides the drill's own.</summary>
    public const string StopWord = "stop";

    private const long LongestMs = 86_400_000;
    private const int Fastest = 1000;

    /// <summary>The commands in both languages, with what each does.</summary>
    public static (DeskVerb Verb, string English, string Indonesian, Message Help)[] Words { get; } =
    [
        (DeskVerb.Trigger, "trigger", "picu", Message.DeskHelpTrigger),
        (DeskVerb.Pause, "pause", "jeda", Message.DeskHelpPause),
        (DeskVerb.Resume, "resume", "lanjut", Message.DeskHelpResume),
        (DeskVerb.Skip, "skip", "lompat", Message.DeskHelpSkip),
        (DeskVerb.Shift, "shift", "geser", Message.DeskHelpShift),
        (DeskVerb.Speed, "speed", "laju", Message.DeskHelpSpeed),
        (DeskVerb.Undo, "undo", "batal", Message.DeskHelpUndo),
        (DeskVerb.Delivered, "delivered", "tersampaikan", Message.DeskHelpDelivered),
        (DeskVerb.Note, "note", "catat", Message.DeskHelpNote),
        (DeskVerb.Save, "save", "simpan", Message.DeskHelpSave),
        (DeskVerb.Status, "status", "keadaan", Message.DeskHelpStatus),
        (DeskVerb.Help, "help", "bantuan", Message.DeskHelpHelp),
    ];

    /// <summary>The word for a command in a language.</summary>
    public static string WordFor(DeskVerb verb, Dialect language)
    {
        var word = Array.Find(Words, one => one.Verb == verb);
        return language == Dialect.English ? word.English : word.Indonesian;
    }

    /// <summary>What stops the exercise, as the drill says it.</summary>
    public static string StopWordOf(DrillInfo info) => info.StopWord.Length > 0 ? info.StopWord : StopWord;

    /// <summary>Reads a line, in either language.</summary>
    public static DeskCommand Read(string line, DrillInfo info)
    {
        var text = OneSpaced(line);
        if (text.Length == 0)
        {
            return new DeskCommand(DeskVerb.Nothing);
        }

        if (IsStopWord(text, info))
        {
            return new DeskCommand(DeskVerb.Stop);
        }

        var blank = text.IndexOf(' ');
        var first = blank < 0 ? text : text[..blank];
        var rest = blank < 0 ? "" : text[(blank + 1)..];
        var word = Array.FindIndex(Words, one => Is(first, one.English) || Is(first, one.Indonesian));
        // An event may be called like a command with something after it.
        if (EventOf(text, info) is { } raised && (word < 0 || rest.Length > 0))
        {
            return new DeskCommand(DeskVerb.Trigger, raised);
        }

        return word >= 0 ? Read(Words[word].Verb, rest, info)
            : text == "?" ? new DeskCommand(DeskVerb.Help)
            : Unknown(text, info);
    }

    private static DeskCommand Read(DeskVerb verb, string rest, DrillInfo info)
    {
        switch (verb)
        {
            case DeskVerb.Skip when rest.Length == 0:
                return new DeskCommand(verb);
            case DeskVerb.Skip or DeskVerb.Shift:
                return DurationOf(rest) is { } ms and > 0 and <= LongestMs
                    ? new DeskCommand(verb, ms)
                    : Wrong(new Notice(Message.DeskNeedsDuration, rest));
            case DeskVerb.Trigger:
                return EventOf(rest, info) is { } raised ? new DeskCommand(verb, raised) : Unknown(rest, info);
            case DeskVerb.Speed when Is(rest, "step") || Is(rest, "langkah"):
                return new DeskCommand(verb, 0);
            case DeskVerb.Speed:
                return SpeedOf(rest) is { } speed
                    ? new DeskCommand(verb, speed)
                    : Wrong(new Notice(Message.DeskNeedsSpeed, rest));
            case DeskVerb.Delivered:
                return NumberOf(rest) is { } number
                    ? new DeskCommand(verb, number)
                    : Wrong(new Notice(Message.DeskNeedsInject, rest));
            case DeskVerb.Note or DeskVerb.Save when rest.Length == 0:
                return Wrong(new Notice(verb == DeskVerb.Note ? Message.DeskNeedsNote : Message.DeskNeedsFile));
            case DeskVerb.Note or DeskVerb.Save:
                return new DeskCommand(verb, null, rest);
            default:
                return rest.Length == 0 ? new DeskCommand(verb) : Unknown(rest, info);
        }
    }

    /// <summary>A speed as it is written: <c>10</c>, <c>x10</c>, <c>step</c> (0), or null.</summary>
    public static int? SpeedOf(string text) =>
        Is(text, "step") ? 0
        : NumberOf(text.TrimStart('x', '×')) is { } speed and > 0 and <= Fastest ? speed
        : null;

    // Spoken into a radio and typed in a hurry: capitals, spaces and a mark at its end don't matter.
    private static bool IsStopWord(string text, DrillInfo info)
    {
        var spoken = text.TrimEnd('!', '.', ' ');
        return Is(spoken, StopWord)
            || (info.StopWord.Length > 0 && Is(spoken, OneSpaced(info.StopWord).TrimEnd('!', '.')));
    }

    private static long? EventOf(string text, DrillInfo info)
    {
        if (NumberOf(text) is { } number)
        {
            return number >= 1 && number <= info.OutsideEvents.Count ? number - 1 : null;
        }

        var found = DeskChoices.Find(info, text);
        return found >= 0 ? found : null;
    }

    // Minutes, where nothing else is said.
    private static long? DurationOf(string text) =>
        NumberOf(text) is { } minutes ? minutes * 60_000L : Running.ValueText.Duration(text);

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DeskCommand Unknown(string text, DrillInfo info)
    {
        var known = Words
            .SelectMany(word => new[] { word.English, word.Indonesian })
            .Concat(info.OutsideEvents.SelectMany(outside => outside.Names))
            .Append(StopWordOf(info));
        return Wrong(
            Nearest.To(text, known) is { } near
                ? new Notice(Message.DeskUnknownDidYouMean, text, near)
                : new Notice(Message.DeskUnknown, text)
        );
    }

    private static DeskCommand Wrong(Notice problem) => new(DeskVerb.Nothing, Problem: problem);

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string OneSpaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
