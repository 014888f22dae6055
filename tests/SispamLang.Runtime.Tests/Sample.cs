namespace SispamLang.Runtime.Tests;

/// <summary>A small drill, as a host sees it.</summary>
internal static class Sample
{
    public static DrillInfo Info { get; } =
        new()
        {
            Title = "Sispamkota \"Uji\"",
            Language = "en",
            SourceHash = "0123456789abcdef",
            StartsAtMs = 9 * 3_600_000,
            Zone = "WIB",
            Files = ["prelude.sispam", "drill.sispam"],
            Sites = [new(0, 3, 1, 3, 9), new(1, 12, 5, 12, 30)],
            Params = [],
            Places = ["KPU", ""],
            Units = ["Dalmas Lanjut"],
            Formations = ["Ton Dalmas"],
            Roles = ["Danki Lanjut"],
            Crowds = ["Massa", "Massa Susulan"],
            Activities = ["water cannon Massa"],
            Events = ["bomb threat"],
            Counters = ["injured"],
            Phases = [new("Rekap", "Rekapitulasi suara")],
            Rules = ["crowd escalates"],
            Injects =
            [
                new("Officer hurt", "Pos 1", "Dokkes", "radio", "KPU", "evacuate", "Danki Lanjut", "", ""),
                new("Rain", "", "", "", "", "", "", "", ""),
            ],
            Properties =
            [
                new("never water cannon while calm", "", "", "", -1),
                new("require warn crowd before water cannon", "ours", "words-first", "art. 1", -1),
                new("expect crowd disperses in 90% of runs", "", "", "", 9000),
            ],
            Announcements = ["In place"],
            Streams = [new("ready/dalmas lanjut", 1, true), new("water cannon/effect", 2, false)],
            OutsideEvents =
            [
                new(OutsideKind.CrowdEscalates, 0, ["Massa escalates", "massa bereskalasi"]),
                new(OutsideKind.CrowdEscalates, 1, ["Massa Susulan escalates"]),
                new(OutsideKind.EventHappens, 0, ["bomb threat"]),
                new(OutsideKind.NextPhase, -1, ["next phase"]),
                new(OutsideKind.GoTo, 0, ["go to Rekap"]),
            ],
        };

    public static TraceEntry Entry(
        TraceCode code,
        int a = 0,
        int b = 0,
        long c = 0,
        int by = -1,
        int cause = -1,
        int site = -1,
        long time = 0,
        int phase = 0,
        int seq = 0
    ) => new(seq, time, phase, code, a, b, c, by, cause, site);
}
