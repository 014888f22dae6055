using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what a host reads of a run: its state piece by piece, and as a snapshot.</summary>
internal static class SnapshotCode
{
    public static void WriteGetters(DrillProgram program, CodeWriter code)
    {
        Getter("Rt::Mood MoodOf", "crowd", program.Crowds.Length, "Mood");
        Getter("long SizeOf", "crowd", program.Crowds.Length, "Size");
        Getter("int PlaceOfCrowd", "crowd", program.Crowds.Length, "CrowdPlace");
        Getter("Rt::Placement PlacementOf", "unit", program.Units.Length, "Placement");
        Getter("int PlaceOf", "unit", program.Units.Length, "PlaceOf");
        Getter("long Counter", "counter", program.Counters.Length, "Counter");
        Getter("bool IsUnderWay", "activity", program.Activities.Length, "UnderWay", " != 0");

        void Getter(string head, string parameter, int count, string field, string suffix = "")
        {
            code.Blank();
            code.Line("/// <inheritdoc/>");
            code.Line($"public override {head}(int {parameter}) => {parameter} switch");
            code.Open();
            for (var i = 0; i < count; i++)
            {
                code.Line($"{i} => Started.{field}{i}{suffix},");
            }

            code.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof({parameter})),");
            code.Close(";");
        }
    }

    public static void WriteSnapshot(Emission emission)
    {
        var code = emission.Out;
        var hasStreams = !emission.Program.Streams.IsEmpty;
        code.Blank();
        code.Summary("Marks the snapshots of this drill: they fit no other, nor another version of its code.");
        code.Line($"private const ulong SnapshotMark = {StateCode.HashPlaceholder};");
        code.Blank();
        code.Line("// What is known of properties is part of it while they are watched.");
        code.Line($"private int SnapshotLength => {LengthOf(emission)};");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override byte[] Snapshot()");
        code.Line(
            "var saved = new Saved { Mark = SnapshotMark, State = Started, Causes = _causes"
                + (hasStreams ? ", Streams = _streams };" : " };")
        );
        code.Line("var bytes = new byte[SnapshotLength];");
        code.Line("global::System.Runtime.InteropServices.MemoryMarshal.Write(bytes, in saved);");
        if (!emission.Program.Properties.IsEmpty)
        {
            code.Open("if (WatchesProperties)");
            code.Line("Cs::Unsafe.WriteUnaligned(ref bytes[Cs::Unsafe.SizeOf<Saved>()], _watched);");
            code.Close();
            code.Blank();
        }

        code.Line("return bytes;");
        code.Close();
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void Restore(global::System.ReadOnlySpan<byte> snapshot)");
        code.Open(
            "if (snapshot.Length != SnapshotLength || global::System.Runtime.InteropServices.MemoryMarshal.Read<ulong>(snapshot) != SnapshotMark)"
        );
        code.Line(
            "throw new global::System.ArgumentException(\"This is not a snapshot of this drill by this runner.\", nameof(snapshot));"
        );
        code.Close();
        code.Blank();
        code.Line("var saved = global::System.Runtime.InteropServices.MemoryMarshal.Read<Saved>(snapshot);");
        code.Line("_state = saved.State;");
        if (hasStreams)
        {
            code.Line("_streams = saved.Streams;");
        }

        code.Line("_causes = saved.Causes;");
        if (!emission.Program.Properties.IsEmpty)
        {
            code.Open("if (WatchesProperties)");
            code.Line(
                "_watched = global::System.Runtime.InteropServices.MemoryMarshal.Read<Watched>(snapshot.Slice(Cs::Unsafe.SizeOf<Saved>()));"
            );
            code.Close();
            code.Blank();
        }

        code.Line("// They are not kept while nobody watches.");
        code.Line("_causes.Situation = SituationOf(ref _state);");
        code.Line("_causes.Threat = ThreatOf(ref _state);");
        code.Close();
        code.Blank();
        code.Summary("What a snapshot consists of, whatever is watched.");
        code.Open("private struct Saved");
        code.Line("public ulong Mark;");
        code.Line("public State State;");
        if (hasStreams)
        {
            code.Line("public Streams Streams;");
        }

        code.Line("public Causes Causes;");
        code.Close();
    }

    private static string LengthOf(Emission emission) =>
        "Cs::Unsafe.SizeOf<Saved>()"
        + (emission.Program.Properties.IsEmpty ? "" : " + (WatchesProperties ? Cs::Unsafe.SizeOf<Watched>() : 0)");
}
