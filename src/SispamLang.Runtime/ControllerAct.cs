namespace SispamLang.Runtime;

/// <summary>What a controller does with the exercise, besides making something happen in the drill.</summary>
public enum ControllerCode
{
    /// <summary>The clock was stopped.</summary>
    Pause,

    /// <summary>The clock runs on.</summary>
    Resume,

    /// <summary>Went ahead at once. Value: by how many milliseconds.</summary>
    Skip,

    /// <summary>The rest was put off. Value: by how many milliseconds.</summary>
    Shift,

    /// <summary>The clock runs at another speed. Value: how many times as fast as real time; 0: step by step.</summary>
    Speed,

    /// <summary>A note. Text: what it says.</summary>
    Note,

    /// <summary>An inject was delivered. Value: the entry that sent it.</summary>
    Delivered,

    /// <summary>The last event from outside was taken back with all that followed. Value: the first entry taken back;
    /// entries are counted from there anew.</summary>
    Undo,

    /// <summary>The run was taken up again from its log.</summary>
    Continue,

    /// <summary>The exercise was stopped.</summary>
    Stop,
}

/// <summary>Something a controller did with the exercise. It changes nothing in the drill.</summary>
/// <param name="Code">What.</param>
/// <param name="TimeMs">When, in milliseconds from T+00:00.</param>
/// <param name="Value">See <paramref name="Code"/>.</param>
/// <param name="Text">See <paramref name="Code"/>.</param>
public readonly record struct ControllerAct(ControllerCode Code, long TimeMs, long Value = 0, string Text = "")
{
    /// <summary>One sentence, without a full stop.</summary>
    /// <param name="language"><c>id</c> for Bahasa Indonesia; anything else is English.</param>
    public string Describe(string language)
    {
        var indonesian = language == "id";
        return Code switch
        {
            ControllerCode.Pause => indonesian ? "Dijeda" : "Paused",
            ControllerCode.Resume => indonesian ? "Berjalan lagi" : "Running again",
            ControllerCode.Skip => (indonesian ? "Dilompati " : "Skipped ") + Duration(language),
            ControllerCode.Shift => (indonesian ? "Selebihnya diundur " : "The rest put off by ") + Duration(language),
            ControllerCode.Speed when Value == 0 => indonesian ? "Langkah demi langkah" : "Step by step",
            ControllerCode.Speed => (indonesian ? "Laju ×" : "Speed ×") + Number(),
            ControllerCode.Note => (indonesian ? "Catatan: " : "Note: ") + Text,
            ControllerCode.Delivered => (indonesian ? "Inject tersampaikan: entri " : "Inject delivered: entry ")
                + Number(),
            ControllerCode.Undo => (indonesian ? "Dibatalkan mulai entri " : "Taken back from entry ") + Number(),
            ControllerCode.Continue => indonesian ? "Dilanjutkan dari catatannya" : "Taken up again from its log",
            ControllerCode.Stop => indonesian ? "Latihan dihentikan" : "The exercise was stopped",
            _ => throw new InvalidOperationException("There is no such act."),
        };
    }

    private string Duration(string language) => TraceText.FormatDuration(Value, language);

    private string Number() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
