using System.Text.Json;
using SispamLang.Ledger;

namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>sispam/phaseGraph</c>.</summary>
internal sealed record PhaseGraphResult(string Drill, PhaseGraphNode[] Phases, PhaseGraphEdge[] Changes);

/// <summary>A phase.</summary>
internal sealed record PhaseGraphNode(string Name, string Title, Location Location);

/// <summary>A way out of a phase; to the end of the drill if there is no phase to which it leads.</summary>
internal sealed record PhaseGraphEdge(string From, string? To, string Kind, string Trigger, Location Location);

/// <summary><c>sispam/ledger</c>.</summary>
internal sealed record LedgerResult(string Drill, StrengthLedger Ledger);

/// <summary><c>sispam/timeline</c>: params by name, in the units of traces.</summary>
internal sealed record TimelineParams(
    TextDocumentIdentifier TextDocument,
    ulong? Seed = null,
    long? UntilMs = null,
    string? Phase = null,
    Dictionary<string, long>? Params = null
);

/// <summary>A timeline, its entries as in the trace files of the command.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Files">The URIs of the files that they name.</param>
/// <param name="IsComplete">The drill has ended; else there is more than was asked for, or than is given.</param>
/// <param name="StartsAtMs">The time of day at which the drill starts, after midnight, if it says so.</param>
internal sealed record TimelineResult(
    JsonElement[] Entries,
    Dictionary<string, string> Files,
    bool IsComplete,
    long? StartsAtMs = null
);

/// <summary><c>sispam/tests</c>: a test and where it stands.</summary>
internal sealed record TestItem(string Name, Location Location);

/// <summary><c>sispam/runTests</c>: all of a drill if no names are given.</summary>
internal sealed record RunTestsParams(TextDocumentIdentifier TextDocument, string[]? Names = null);

/// <summary>What came of a test.</summary>
internal sealed record TestOutcome(string Name, bool Passed, TestProblem? Problem);

/// <summary>Why a test failed.</summary>
internal sealed record TestProblem(string Message, string Expected, string Got, string Time, Location Location);
