namespace SispamLang.Runtime;

/// <summary>Writes a trace in some format. Hand <see cref="Write"/> to <see cref="Runner.Trace"/>.</summary>
public abstract class TraceWriter : IDisposable
{
    private protected TraceWriter() { }

    /// <summary>Takes one entry, in the order of the trace.</summary>
    public abstract void Write(TraceEntry entry);

    /// <summary>The trace is whole: writes what could not be written before. Call it once, after the last entry.</summary>
    public virtual void Complete() { }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds; not the stream it writes to.</summary>
    protected virtual void Dispose(bool disposing) { }
}
