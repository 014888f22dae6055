namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>A part of a document: in a tree, with its ranges and children; or in a list, with its location and container.</summary>
internal sealed record DocumentSymbol(
    string Name,
    string? Detail,
    int Kind,
    Range? Range = null,
    Range? SelectionRange = null,
    DocumentSymbol[]? Children = null,
    Location? Location = null,
    string? ContainerName = null
);

/// <summary><c>workspace/symbol</c>.</summary>
internal sealed record WorkspaceSymbolParams(string Query);

/// <summary>Something with a name, wherever it is.</summary>
internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Something that starts or is started.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">A number of the protocol.</param>
/// <param name="Uri">The document it is in.</param>
/// <param name="Range">All of it.</param>
/// <param name="SelectionRange">Its name.</param>
/// <param name="Data">What finds it again.</param>
internal sealed record CallHierarchyItem(
    string Name,
    int Kind,
    string Uri,
    Range Range,
    Range SelectionRange,
    CallHierarchyData? Data = null
);

/// <summary>Finds an item again.</summary>
/// <param name="Drill">The document that was asked.</param>
/// <param name="Path">The file it is in, as it is called here.</param>
/// <param name="Start">Where its name starts there.</param>
/// <param name="IsRule">It is a rule.</param>
internal sealed record CallHierarchyData(string Drill, string Path, int Start, bool IsRule);

/// <summary><c>callHierarchy/incomingCalls</c> and <c>callHierarchy/outgoingCalls</c>.</summary>
internal sealed record CallHierarchyCallsParams(CallHierarchyItem Item);

internal sealed record CallHierarchyIncomingCall(CallHierarchyItem From, Range[] FromRanges);

internal sealed record CallHierarchyOutgoingCall(CallHierarchyItem To, Range[] FromRanges);
