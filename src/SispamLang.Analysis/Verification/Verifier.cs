using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>Looks at every behaviour of a drill: proves its properties, or finds what breaks them.</summary>
public static class Verifier
{
    /// <summary>Verifies a drill.</summary>
    /// <param name="program">The drill. Its params have their default values.</param>
    /// <param name="options">How far to go; null: as far as is usual.</param>
    /// <param name="progress">Is told how far it has got.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static VerificationResult Verify(
        DrillProgram program,
        VerificationOptions? options = null,
        IProgress<VerificationProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= new VerificationOptions();
        VerifiedDrill drill = new(program, hasEnd: true, options.HasController);
        return new Explorer(program, drill, options).Run(progress, cancellationToken);
    }
}
