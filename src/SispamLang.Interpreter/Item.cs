namespace SispamLang.Interpreter;

/// <summary>Something in the queue of an instant.</summary>
/// <param name="Kind">A signal, or one of <see cref="ItemKinds"/>.</param>
/// <param name="Subject">To whom it happens.</param>
/// <param name="Argument">What else there is to know; see docs/execution.md, section 6.</param>
/// <param name="By">The role that ordered it, or -1, or -2 from outside.</param>
/// <param name="Cause">The entry that led to it.</param>
/// <param name="Site">Where it stands in the source.</param>
internal readonly record struct Item(SignalKind Kind, int Subject, long Argument, int By, int Cause, int Site);

/// <summary>Kinds of items that no rule can wait for.</summary>
internal static class ItemKinds
{
    /// <summary>The time of a rule's trigger has come.</summary>
    public const SignalKind RuleDue = (SignalKind)100;

    /// <summary>A procedure goes on.</summary>
    public const SignalKind StepEnds = (SignalKind)101;

    /// <summary>An inject's deadline has come.</summary>
    public const SignalKind InjectDue = (SignalKind)102;
}
