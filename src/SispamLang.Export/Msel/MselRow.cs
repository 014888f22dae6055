namespace SispamLang.Export;

/// <summary>A row of a master scenario events list. What the drill does not say is empty.</summary>
/// <param name="Number">The control number, from 1.</param>
/// <param name="TimeMs">When, in milliseconds from T+00:00, on a whole second.</param>
/// <param name="Kind">What sort of row it is.</param>
/// <param name="Inject">What happens, or what is said.</param>
public sealed record MselRow(int Number, long TimeMs, MselRowKind Kind, string Inject)
{
    /// <summary>The phase's name.</summary>
    public string Phase { get; init; } = "";

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who sends it, orders it or plays it.</summary>
    public string From { get; init; } = "";

    /// <summary>Whom it is for.</summary>
    public string To { get; init; } = "";

    /// <summary>How it gets there.</summary>
    public string Method { get; init; } = "";

    /// <summary>What the players should do then.</summary>
    public string Expected { get; init; } = "";

    /// <summary>Who should do it.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>Who judges it.</summary>
    public string Evaluator { get; init; } = "";

    /// <summary>The objective it serves.</summary>
    public string Objective { get; init; } = "";

    /// <summary>The rule that it comes from, as written.</summary>
    public string Rule { get; init; } = "";

    /// <summary>How far it has got.</summary>
    public string Status { get; init; } = "";

    /// <summary>A column that holds text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column holds something else.</exception>
    public string TextIn(MselColumn column) =>
        column switch
        {
            MselColumn.Phase => Phase,
            MselColumn.Place => Place,
            MselColumn.From => From,
            MselColumn.To => To,
            MselColumn.Method => Method,
            MselColumn.Inject => Inject,
            MselColumn.Expected => Expected,
            MselColumn.Responsible => Responsible,
            MselColumn.Evaluator => Evaluator,
            MselColumn.Objective => Objective,
            MselColumn.Rule => Rule,
            MselColumn.Status => Status,
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };
}

/// <summary>Sorts of rows.</summary>
public enum MselRowKind
{
    /// <summary>A phase starts, or the drill ends.</summary>
    Control,

    /// <summary>A message of the control staff.</summary>
    Inject,

    /// <summary>Something is announced.</summary>
    Announcement,

    /// <summary>Somebody orders something.</summary>
    Order,

    /// <summary>A crowd does something, for the role-players.</summary>
    RolePlay,

    /// <summary>Something else happens.</summary>
    Event,
}
