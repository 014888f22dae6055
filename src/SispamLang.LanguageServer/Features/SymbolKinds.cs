using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>The protocol's kinds of symbols, which are those of programming languages; each of ours has the nearest, so that
/// editors show different signs for different things.</summary>
internal static class SymbolKinds
{
    /// <summary>The number in the protocol.</summary>
    public static int Of(OutlineKind kind) =>
        kind switch
        {
            OutlineKind.Drill => 2, // Module
            OutlineKind.Phase or OutlineKind.Throughout => 3, // Namespace
            OutlineKind.Use or OutlineKind.Doctrine => 4, // Package
            OutlineKind.Unit => 5, // Class
            OutlineKind.Test => 6, // Method
            OutlineKind.DoctrineRule => 7, // Property
            OutlineKind.Temper => 10, // Enum
            OutlineKind.Role => 11, // Interface
            OutlineKind.Tactic => 12, // Function
            OutlineKind.Crowd => 13, // Variable
            OutlineKind.Param => 14, // Constant
            OutlineKind.Counter => 16, // Number
            OutlineKind.Property => 17, // Boolean
            OutlineKind.Place => 19, // Object
            OutlineKind.Waiver => 20, // Key
            OutlineKind.Formation => 23, // Struct
            OutlineKind.Event => 24, // Event
            _ => 25, // Operator
        };
}
