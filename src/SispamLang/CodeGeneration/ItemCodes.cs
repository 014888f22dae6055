using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>What can stand in the queue: a signal, or one of the kinds that no rule can name.</summary>
internal enum ItemKind
{
    // The first ones are those of SignalKind, by number.
    RuleDue = 100,
    StepEnds,
    InjectDue,

    // Only in what explores a drill.
    Rolls,
}

/// <summary>One thing that can stand in the queue: its kind and its subject.</summary>
internal readonly record struct ItemCode(ItemKind Kind, int Subject) : IComparable<ItemCode>
{
    public ItemCode(SignalKind kind, int subject)
        : this((ItemKind)(int)kind, subject) { }

    public SignalKind? Signal => Kind >= ItemKind.RuleDue ? null : (SignalKind)(int)Kind;

    /// <summary>The name of the enum's member and of the method that takes it.</summary>
    public string Name =>
        (Signal is { } signal ? signal.ToString() : Kind.ToString()) + (Subject < 0 ? "" : Emission.Number(Subject));

    public int CompareTo(ItemCode other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : Subject.CompareTo(other.Subject);
}

/// <summary>
/// The items that some part of the file puts into the queue, in the order in which that part was written. Only for these is
/// there code that takes them.
/// </summary>
internal sealed class ItemCodes
{
    private readonly List<ItemCode> _all = [];
    private readonly HashSet<ItemCode> _known = [];
    private readonly HashSet<ItemCode> _followUps = [];

    /// <summary>Grows while the methods are being written that take those before.</summary>
    public IReadOnlyList<ItemCode> All => _all;

    /// <summary>Those that follow from others within an instant.</summary>
    public IReadOnlyCollection<ItemCode> FollowUps => _followUps;

    /// <summary>The member for an item that is put into the queue.</summary>
    public string Use(ItemCode code, bool isFirst)
    {
        if (!isFirst)
        {
            _followUps.Add(code);
        }

        if (_known.Add(code))
        {
            _all.Add(code);
        }

        return "ItemCode." + code.Name;
    }

    /// <summary>Whether anything puts it into the queue.</summary>
    public bool Contains(ItemCode code) => _known.Contains(code);
}
