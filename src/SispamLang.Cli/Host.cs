namespace SispamLang.Cli;

/// <summary>What the command sees of the world around it, so that a test can give it another one.</summary>
internal sealed record Host
{
    /// <summary>Standard output: the document that was asked for, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: everything that is said about it.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>The current directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Standard output may be coloured.</summary>
    public bool ColourOut { get; init; }

    /// <summary>Standard error may be coloured.</summary>
    public bool ColourError { get; init; }

    /// <summary>Somebody watches standard error, so that a line there may change.</summary>
    public bool WatchedError { get; init; }

    /// <summary>Says that an interruption has been noticed: the command ends soon, and may write what it has until then.</summary>
    public Action NoticeInterruption { get; init; } = () => { };

    /// <summary>Somebody types on standard input and watches standard output.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The real time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Is cancelled by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; init; }
}
