namespace SispamLang.LanguageServer.Workspaces;

/// <summary>Remembers the last check of an open document that was finished, perhaps of an earlier version: who may not wait for
/// a new one asks here.</summary>
internal sealed class LatestCheck
{
    private Check? _value;

    /// <summary>The check; null if there was none yet.</summary>
    public Check? Value => Volatile.Read(ref _value);

    /// <summary>One is finished.</summary>
    public void Offer(Check check)
    {
        var known = Value;
        while (known is null || known.Number < check.Number)
        {
            var before = Interlocked.CompareExchange(ref _value, check, known);
            if (before == known)
            {
                return;
            }

            known = before;
        }
    }
}
