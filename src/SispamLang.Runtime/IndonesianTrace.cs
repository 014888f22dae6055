using System.Globalization;

namespace SispamLang.Runtime;

/// <summary>The sentences of <see cref="TraceText"/> in Bahasa Indonesia.</summary>
internal static class IndonesianTrace
{
    public static string Sentence(in TraceEntry e, DrillInfo info) =>
        e.Code switch
        {
            TraceCode.Start => $"LATIHAN {info.Title}",
            TraceCode.PhaseStarts => $"Fase {PhaseName(info, e.A)} dimulai",
            TraceCode.PhaseEnds => $"Fase {PhaseName(info, e.A)} berakhir: {Reason((PhaseEndReason)e.B)}",
            TraceCode.CrowdGathers => $"{info.Crowds[e.A]} berkumpul, {People(e.C)}",
            TraceCode.CrowdGrows => $"{info.Crowds[e.A]} bertambah menjadi {People(e.C)}",
            TraceCode.CrowdMoves => $"{info.Crowds[e.A]} bergerak ke {Place(info, e.B)}",
            TraceCode.CrowdJoins => $"{info.Crowds[e.A]} bergabung dengan {info.Crowds[e.B]}",
            TraceCode.CrowdDisperses when e.B == 1 => $"{info.Crowds[e.A]} bubar dengan sendirinya",
            TraceCode.CrowdEscalates or TraceCode.CrowdCalms or TraceCode.CrowdThrows or TraceCode.CrowdDisperses =>
                $"{info.Crowds[e.A]} {Verb(e.Code)}",
            TraceCode.UnitArrives => $"{info.Units[e.A]} tiba di {Place(info, e.B)}",
            TraceCode.FormationArrives => $"{info.Formations[e.A]} tiba di {Place(info, e.B)}",
            TraceCode.EventHappens => $"{info.Events[e.A]} terjadi",
            TraceCode.ActivityEnds => $"{info.Activities[e.A]} selesai{(e.B == 1 ? " sebelum waktunya" : "")}",
            TraceCode.Draw => info.Streams[e.A].IsRange
                ? $"Acak: {TraceText.FormatDuration(e.C, "id")} untuk {info.Streams[e.A].Key}"
                : $"Acak: angka {TraceText.Percent(e.C)} untuk {info.Streams[e.A].Key}",
            TraceCode.RuleFires => $"Aturan: {info.Rules[e.A]}",
            TraceCode.Deploy => $"Kerahkan {info.Units[e.A]} ke {Place(info, e.B)}",
            TraceCode.Withdraw => $"Tarik {info.Units[e.A]}",
            TraceCode.ActivityStarts => $"{info.Activities[e.A]} dimulai",
            TraceCode.NotPossible => $"{info.Activities[e.A]}: tidak mungkin, {Why((NotPossibleReason)e.B)}",
            TraceCode.Announce => $"Umumkan: {info.Announcements[e.A]}",
            TraceCode.ControlTaken => $"{info.Roles[e.A]} mengambil alih kendali taktis",
            TraceCode.OrderNextPhase => "Lanjut ke fase berikutnya",
            TraceCode.OrderGoTo => $"Lanjut ke fase {PhaseName(info, e.A)}",
            TraceCode.OrderEndDrill => "Akhiri latihan",
            TraceCode.OrderStop => $"Hentikan {info.Activities[e.A]}",
            TraceCode.OrderPause => $"Jeda selama {TraceText.FormatDuration(e.C, "id")}",
            TraceCode.MoodIs => $"{info.Crowds[e.A]} kini {MoodName((Mood)e.B)}",
            TraceCode.SizeIs => $"{info.Crowds[e.A]} kini {People(e.C)}",
            TraceCode.SituationIs => $"Situasi {Colour((Situation)e.A)}, {ThreatName((Threat)e.B)}",
            TraceCode.CounterIs => $"{info.Counters[e.A]} kini {Number(e.C)}{(e.B == 1 ? ", pada batasnya" : "")}",
            TraceCode.InjectSent => InjectText(info.Injects[e.A]),
            TraceCode.InjectDue => DueText(info.Injects[e.A]),
            TraceCode.IgnoredCrowdEvent =>
                $"{info.Crowds[e.A]} {Verb((TraceCode)e.B)}: diabaikan, tidak ada yang berubah",
            TraceCode.IgnoredDeploy =>
                $"Kerahkan {info.Units[e.A]} ke {Place(info, e.B)}: diabaikan, sudah di sana atau menuju ke sana",
            TraceCode.IgnoredWithdraw => $"Tarik {info.Units[e.A]}: diabaikan, tidak sedang dikerahkan",
            TraceCode.IgnoredTrigger => $"Diabaikan karena masih berlangsung: {info.Rules[e.A]}",
            TraceCode.IgnoredLeave when e.A >= 0 =>
                $"Lanjut ke fase {PhaseName(info, e.A)}: diabaikan, fase ini sudah akan ditinggalkan",
            TraceCode.IgnoredLeave => "Perintah meninggalkan fase: diabaikan, fase ini sudah akan ditinggalkan",
            TraceCode.IgnoredWhilePaused => $"{info.OutsideEvents[e.A].Names[0]}: diabaikan, latihan sedang dijeda",
            TraceCode.PropertyBroken => Broken(info.Properties[e.A], (PropertyBreach)e.B),
            TraceCode.End => $"Latihan berakhir: {Reason((DrillEndReason)e.A)}",
            _ => throw new ArgumentOutOfRangeException(nameof(e)),
        };

    private static string Verb(TraceCode code) =>
        code switch
        {
            TraceCode.CrowdGathers => "berkumpul",
            TraceCode.CrowdEscalates => "bereskalasi",
            TraceCode.CrowdCalms => "mereda",
            TraceCode.CrowdGrows => "bertambah",
            TraceCode.CrowdThrows => "melempar",
            TraceCode.CrowdMoves => "bergerak",
            TraceCode.CrowdJoins => "bergabung",
            _ => "bubar",
        };

    private static string Reason(PhaseEndReason reason) =>
        reason switch
        {
            PhaseEndReason.Order => "diperintahkan",
            PhaseEndReason.Until => "yang ditunggu sudah terjadi",
            PhaseEndReason.For => "waktunya habis",
            PhaseEndReason.Quiet => "tidak ada lagi yang dapat terjadi",
            PhaseEndReason.TimeUp => "belum selesai, waktu latihan habis",
            _ => "terlalu banyak kejadian pada satu saat",
        };

    private static string Reason(DrillEndReason reason) =>
        reason switch
        {
            DrillEndReason.LastPhase => "fase terakhir selesai",
            DrillEndReason.Order => "diperintahkan",
            DrillEndReason.TimeUp => "waktunya habis",
            _ => "tidak kunjung tenang, lebih dari 256 kejadian pada satu saat (SIS9001)",
        };

    private static string Why(NotPossibleReason reason) =>
        reason == NotPossibleReason.NoCrowd
            ? "massa tidak ada di tempat"
            : "tidak ada satuan untuk itu di lokasi massa atau dalam perjalanan ke sana";

    public static string MoodName(Mood mood) =>
        mood switch
        {
            Mood.Calm => "tertib",
            Mood.Tense => "memanas",
            Mood.Unruly => "ricuh",
            Mood.Anarchic => "anarkis",
            Mood.Dispersed => "bubar",
            _ => "tidak ada di tempat",
        };

    public static string Colour(Situation situation) =>
        situation switch
        {
            Situation.Green => "hijau",
            Situation.Yellow => "kuning",
            _ => "merah",
        };

    public static string ThreatName(Threat threat) =>
        threat switch
        {
            Threat.None => "tanpa ancaman",
            Threat.Passive => "ancaman pasif",
            Threat.Active => "ancaman aktif",
            Threat.Aggressive => "ancaman agresif",
            _ => "mengancam jiwa",
        };

    private static string Broken(PropertyInfo property, PropertyBreach breach)
    {
        string head =
            property.IsStatistical ? "Tidak demikian pada jalannya kali ini: "
            : property.IsOwn ? "Dilanggar: "
            : $"Bertentangan dengan {property.Doctrine}/{property.Rule} ({property.Article}): ";
        return head + property.Text + BreachText(breach);
    }

    private static string BreachText(PropertyBreach breach) =>
        breach switch
        {
            PropertyBreach.NotInTime => "; tidak datang tepat waktu",
            PropertyBreach.NeverCame => "; tidak pernah datang",
            PropertyBreach.NotBefore => "; belum terjadi sebelumnya",
            _ => "",
        };

    private static string InjectText(InjectInfo inject)
    {
        string head =
            "Inject"
            + (inject.From.Length > 0 ? $" dari {inject.From}" : "")
            + (inject.To.Length > 0 ? $" kepada {inject.To}" : "")
            + (inject.Via.Length > 0 ? $" lewat {inject.Via}" : "")
            + (inject.Place.Length > 0 ? $" di {inject.Place}" : "");
        return $"{head}: {inject.Text}" + (inject.Expecting.Length > 0 ? $"; diharapkan: {Expected(inject)}" : "");
    }

    private static string DueText(InjectInfo inject) =>
        $"Waktu menanggapi habis: {inject.Text}"
        + (inject.Expecting.Length > 0 ? $"; diharapkan: {Expected(inject)}" : "");

    private static string Expected(InjectInfo inject) =>
        inject.Expecting + (inject.ExpectedOf.Length > 0 ? $" oleh {inject.ExpectedOf}" : "");

    private static string PhaseName(DrillInfo info, int phase) => info.Phases[phase].Name;

    private static string Place(DrillInfo info, int place) =>
        info.Places[place].Length > 0 ? info.Places[place] : "massa";

    private static string People(long count) => $"{Number(count)} orang";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
