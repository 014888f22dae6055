using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.Binding;

/// <summary>What makes no sense as a drill, as far as it shows without running it.</summary>
internal static class DrillChecks
{
    /// <summary>All findings, in the order of the text of each file.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="waived">Rules of doctrines that are not kept, but waived.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<Diagnostic> Check(
        BoundDrill drill,
        out ImmutableArray<SuppressedDiagnostic> waived,
        CancellationToken cancellationToken
    )
    {
        waived = [];
        if (drill.Phases.IsEmpty)
        {
            return []; // A library: what it lacks, the drills that use it may have.
        }

        var findings = new Findings(drill);
        var commands = new CommandChecks(findings);
        var whereabouts = new WhereaboutsChecks(drill, findings);
        var index = new ActionIndex();
        drill.VisitActions(
            (rule, action) =>
            {
                index.Add(rule, action);
                commands.CheckAction(rule, action);
                whereabouts.CheckAction(rule, action);
            }
        );
        new UnitChecks(drill, index, findings).Check();
        cancellationToken.ThrowIfCancellationRequested();
        var waits = new WaitChecks(drill, index, findings);
        waits.Check();
        new PropertyChecks(drill, waits, findings).Check();
        new DoctrineChecks(drill, findings).Check();
        new PhaseChecks(drill, index, findings).Check();
        new LedgerChecks(drill, findings).Check();
        new TwoPlacesChecks(drill, findings).Check();
        whereabouts.Check();
        new WordChecks(drill, index, findings).Check();
        new TimeChecks(drill, findings).Check();
        waived = findings.Waived;
        return findings.InOrder();
    }
}
