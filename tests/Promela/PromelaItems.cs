using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

/// <summary>Something that can stand in the queue of an instant.</summary>
/// <param name="Kind">A signal, or <see cref="PromelaItems.RuleDue"/> or <see cref="PromelaItems.StepEnds"/>.</param>
/// <param name="Subject">To whom it happens.</param>
/// <param name="By">The role that ordered it, or -1.</param>
internal readonly record struct PromelaItem(SignalKind Kind, int Subject, int By);

/// <summary>The items of a drill, each with a number from 1.</summary>
internal sealed class PromelaItems
{
    /// <summary>The time of a rule's trigger has come.</summary>
    public const SignalKind RuleDue = (SignalKind)100;

    /// <summary>A procedure goes on.</summary>
    public const SignalKind StepEnds = (SignalKind)101;

    private readonly List<PromelaItem> _all = [];

    /// <summary>Those that have a number so far.</summary>
    public IReadOnlyList<PromelaItem> All => _all;

    /// <summary>The number of an item.</summary>
    public int this[PromelaItem item]
    {
        get
        {
            int at = _all.IndexOf(item);
            if (at < 0)
            {
                _all.Add(item);
                at = _all.Count - 1;
            }

            return at + 1;
        }
    }

    /// <summary>Whether a pattern waits for an item.</summary>
    public static bool Matches(IEnumerable<SignalPattern> patterns, PromelaItem item) =>
        patterns.Any(p =>
            p.Kind == item.Kind
            && (p.Subject == item.Subject || p.Kind is SignalKind.DrillStarts or SignalKind.DrillEnds)
            && (p.By < 0 || p.By == item.By)
        );
}
