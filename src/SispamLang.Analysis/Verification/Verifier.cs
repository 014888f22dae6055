using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>Looks at every behaviour of a drill: proves its properties, or finds what breaks them.</summary>
public static class Verifier
{
    /// <summary>Verifies a drill.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="options">How far to go; null: as far as is usual.</param>
    /// <param name="progress">Is told how far it has got.</param>
    /// <param name="cancellationToken">Stops the work; what has been found up to then is the result.</param>
    public static VerificationResult Verify(
        DrillProgram program,
        VerificationOptions? options = null,
        IProgress<VerificationProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= new VerificationOptions();
        program = WithParams(program, options);
        VerifiedDrill drill = new(program, hasEnd: true, options.HasController, options.Reduces);
        return new Explorer(program, drill, options).Run(progress, cancellationToken);
    }

    /// <summary>Looks whether some behaviour leads back to calm from every state of a drill that is left to itself.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="options">How far to go; null: as far as is usual.</param>
    /// <param name="progress">Is told how far it has got.</param>
    /// <param name="cancellationToken">Stops the work; it is undecided then.</param>
    public static WayBackResult FindWayBack(
        DrillProgram program,
        VerificationOptions? options = null,
        IProgress<VerificationProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= new VerificationOptions();
        return new WayBackSearch(WithParams(program, options), options).Run(progress, cancellationToken);
    }

    private static DrillProgram WithParams(DrillProgram program, VerificationOptions options) =>
        options.Params.IsEmpty
            ? program
            : program with
            {
                Params = [.. program.Params.Select((p, i) => p with { Default = options.Params[i] })],
            };
}
