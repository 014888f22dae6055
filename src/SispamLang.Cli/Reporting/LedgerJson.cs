using System.Collections.Immutable;
using System.Text.Json;
using SispamLang.Cli.Commands;
using SispamLang.Ledger;
using SispamLang.Programs;

namespace SispamLang.Cli.Reporting;

/// <summary>Writes ledgers and messages for programs, as <c>docs/schemas/ledger.schema.json</c> describes.</summary>
internal static class LedgerJson
{
    /// <summary>Writes all of them.</summary>
    public static void Write(Utf8JsonWriter json, Findings findings)
    {
        json.WriteStartObject();
        json.WriteString("marking"u8, Message.Exercise.In(findings.Language));
        json.WriteString("tool_version"u8, ToolVersion.Text);
        json.WriteStartArray("ledgers"u8);
        foreach (var drill in findings.Drills)
        {
            if (drill.Ledger is { } ledger)
            {
                Write(json, drill, ledger);
            }
        }

        json.WriteEndArray();
        json.WritePropertyName("messages"u8);
        DiagnosticJson.Write(json, findings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckedDrill drill, StrengthLedger ledger)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, drill.Path);
        json.WriteString("drill"u8, drill.Facts.Title);
        json.WriteString("source_hash"u8, drill.Facts.SourceHash);
        WriteAnnounced(json, drill.Facts.Personnel, ledger.Announced);
        WriteUnits(json, "units"u8, ledger.Units);
        json.WriteStartObject("total"u8);
        WriteStrength(json, ledger.Total);
        json.WriteEndObject();
        WriteSums(json, "by_kind"u8, ledger.ByKind);
        WriteSums(json, "by_agency"u8, ledger.ByAgency);
        json.WriteStartArray("kit"u8);
        foreach (var kit in ledger.Kit)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, kit.Name);
            json.WriteNumber("pieces"u8, kit.Count);
            json.WriteNumber("people"u8, kit.People);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteUnits(json, "standby"u8, ledger.Standby);
        WriteUnits(json, "assumed"u8, ledger.Assumed);
        json.WriteEndObject();
    }

    private static void WriteAnnounced(Utf8JsonWriter json, AnnouncedStrength? announced, AnnouncedSum? sum)
    {
        if (announced is null)
        {
            json.WriteNull("announced"u8);
            return;
        }

        json.WriteStartObject("announced"u8);
        json.WriteNumber("figure"u8, announced.Figure);
        json.WriteString(
            "exactness"u8,
            announced.Exactness switch
            {
                Exactness.About => "about",
                Exactness.Over => "over",
                _ => "exact",
            }
        );
        if (sum is null)
        {
            json.WriteNull("compared"u8);
        }
        else
        {
            json.WriteStartObject("compared"u8);
            json.WriteNumber("sum"u8, sum.Sum);
            json.WriteBoolean("with_players"u8, sum.WithPlayers);
            json.WriteNumber("surplus"u8, sum.Surplus);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<LedgerUnit> units)
    {
        json.WriteStartArray(name);
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, unit.Name);
            json.WriteString("kind"u8, unit.Kind);
            json.WriteString("agency"u8, unit.Agency);
            WriteStrength(json, unit.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSums(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<LedgerSum> sums)
    {
        json.WriteStartArray(name);
        foreach (var sum in sums)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, sum.Name);
            json.WriteNumber("units"u8, sum.Units);
            WriteStrength(json, sum.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrength(Utf8JsonWriter json, Strength strength)
    {
        json.WriteNumber("personnel"u8, strength.Personnel);
        json.WriteNumber("vehicles"u8, strength.Vehicles);
        json.WriteNumber("players"u8, strength.Players);
    }
}
