namespace SispamLang.Analysis.Verification;

/// <summary>
/// What is known of one class of times beside another: at one and the same step its times are never before those of the
/// other, or never after them. So it is with a time that took the least or the most that it could take.
/// </summary>
/// <param name="Other">The other class.</param>
/// <param name="IsLater">True: never before it; false: never after it.</param>
internal readonly record struct ClassBound(int Other, bool IsLater)
{
    /// <summary>From its number in a state.</summary>
    /// <returns>Null if nothing is known.</returns>
    public static ClassBound? FromNumber(int number) =>
        number == 0 ? null : new ClassBound((number - 1) >> 1, ((number - 1) & 1) == 1);

    /// <summary>Its number in a state, above 0.</summary>
    public int ToNumber() => ((Other << 1) | (IsLater ? 1 : 0)) + 1;
}
