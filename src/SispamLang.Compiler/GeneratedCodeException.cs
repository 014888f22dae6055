using System.Collections.Immutable;

namespace SispamLang.Compiler;

/// <summary>
/// The C# that was generated for a drill does not compile. Whatever the drill says, that is a defect of SispamLang and is to
/// be reported as one (exit status 70), never as a mistake in the drill.
/// </summary>
public sealed class GeneratedCodeException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">What the C# compiler said.</param>
    /// <param name="source">The generated C#.</param>
    public GeneratedCodeException(ImmutableArray<string> errors, string source)
        : base("The generated C# does not compile: " + string.Join("; ", errors.Take(5)))
    {
        Errors = errors;
        GeneratedSource = source;
    }

    /// <summary>What the C# compiler said.</summary>
    public ImmutableArray<string> Errors { get; }

    /// <summary>The generated C#.</summary>
    public string GeneratedSource { get; }
}
