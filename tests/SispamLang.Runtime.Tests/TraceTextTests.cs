namespace SispamLang.Runtime.Tests;

public class TraceTextTests
{
    public static TheoryData<TraceCode, int, int, long, string, string> Sentences { get; } =
        new()
        {
            { TraceCode.Start, 0, 0, 1, "EXERCISE Sispamkota \"Uji\"", "LATIHAN Sispamkota \"Uji\"" },
            { TraceCode.PhaseStarts, 0, 0, 0, "Phase Rekap starts", "Fase Rekap dimulai" },
            {
                TraceCode.PhaseEnds,
                0,
                2,
                0,
                "Phase Rekap ends: its time is over",
                "Fase Rekap berakhir: waktunya habis"
            },
            { TraceCode.CrowdGathers, 0, 0, 150, "Massa gathers, 150 people", "Massa berkumpul, 150 orang" },
            { TraceCode.CrowdEscalates, 0, 0, 0, "Massa escalates", "Massa bereskalasi" },
            { TraceCode.CrowdCalms, 0, 0, 0, "Massa calms", "Massa mereda" },
            { TraceCode.CrowdGrows, 0, 0, 1, "Massa grows to 1 person", "Massa bertambah menjadi 1 orang" },
            { TraceCode.CrowdThrows, 0, 0, 0, "Massa throws", "Massa melempar" },
            { TraceCode.CrowdMoves, 0, 0, 0, "Massa moves to KPU", "Massa bergerak ke KPU" },
            { TraceCode.CrowdJoins, 0, 1, 0, "Massa joins Massa Susulan", "Massa bergabung dengan Massa Susulan" },
            { TraceCode.CrowdDisperses, 0, 0, 0, "Massa disperses", "Massa bubar" },
            {
                TraceCode.CrowdDisperses,
                0,
                1,
                0,
                "Massa disperses, leaving by itself",
                "Massa bubar dengan sendirinya"
            },
            { TraceCode.UnitArrives, 0, 0, 0, "Dalmas Lanjut arrives at KPU", "Dalmas Lanjut tiba di KPU" },
            { TraceCode.UnitArrives, 0, 1, 0, "Dalmas Lanjut arrives at the crowd", "Dalmas Lanjut tiba di massa" },
            { TraceCode.FormationArrives, 0, 0, 0, "Ton Dalmas arrives at KPU", "Ton Dalmas tiba di KPU" },
            { TraceCode.EventHappens, 0, 0, 0, "bomb threat happens", "bomb threat terjadi" },
            { TraceCode.ActivityEnds, 0, 0, 0, "water cannon Massa ends", "water cannon Massa selesai" },
            {
                TraceCode.ActivityEnds,
                0,
                1,
                0,
                "water cannon Massa ends, cut short",
                "water cannon Massa selesai sebelum waktunya"
            },
            {
                TraceCode.Draw,
                0,
                0,
                192_500,
                "Chance: 3 min 12.5 s for ready/dalmas lanjut",
                "Acak: 3 menit 12.5 detik untuk ready/dalmas lanjut"
            },
            {
                TraceCode.Draw,
                1,
                0,
                1250,
                "Chance: a roll of 12.5% for water cannon/effect",
                "Acak: angka 12.5% untuk water cannon/effect"
            },
            { TraceCode.RuleFires, 0, 0, 0, "Rule: crowd escalates", "Aturan: crowd escalates" },
            { TraceCode.Deploy, 0, 0, 0, "Deploy Dalmas Lanjut to KPU", "Kerahkan Dalmas Lanjut ke KPU" },
            { TraceCode.Withdraw, 0, 0, 0, "Withdraw Dalmas Lanjut", "Tarik Dalmas Lanjut" },
            { TraceCode.ActivityStarts, 0, 0, 0, "water cannon Massa starts", "water cannon Massa dimulai" },
            {
                TraceCode.NotPossible,
                0,
                1,
                0,
                "water cannon Massa: not possible, no unit for it is at the crowd's place or on its way there",
                "water cannon Massa: tidak mungkin, tidak ada satuan untuk itu di lokasi massa atau dalam perjalanan ke sana"
            },
            { TraceCode.Announce, 0, 0, 0, "Announce: In place", "Umumkan: In place" },
            {
                TraceCode.ControlTaken,
                0,
                0,
                0,
                "Danki Lanjut takes tactical control",
                "Danki Lanjut mengambil alih kendali taktis"
            },
            { TraceCode.OrderNextPhase, 0, 0, 0, "On to the next phase", "Lanjut ke fase berikutnya" },
            { TraceCode.OrderGoTo, 0, 0, 0, "On to phase Rekap", "Lanjut ke fase Rekap" },
            { TraceCode.OrderEndDrill, 0, 0, 0, "End the drill", "Akhiri latihan" },
            { TraceCode.OrderStop, 0, 0, 0, "Stop water cannon Massa", "Hentikan water cannon Massa" },
            { TraceCode.OrderPause, 0, 0, 5_400_000, "Pause for 1 h 30 min", "Jeda selama 1 jam 30 menit" },
            { TraceCode.MoodIs, 0, 4, 0, "Massa is now anarchic", "Massa kini anarkis" },
            { TraceCode.SizeIs, 0, 0, 250, "Massa is now 250 people", "Massa kini 250 orang" },
            { TraceCode.SituationIs, 1, 1, 0, "Situation yellow, passive threat", "Situasi kuning, ancaman pasif" },
            { TraceCode.CounterIs, 0, 1, 50, "injured is now 50, at its bound", "injured kini 50, pada batasnya" },
            {
                TraceCode.InjectSent,
                0,
                0,
                0,
                "Inject from Pos 1 to Dokkes via radio at KPU: Officer hurt; expected: evacuate by Danki Lanjut",
                "Inject dari Pos 1 kepada Dokkes lewat radio di KPU: Officer hurt; diharapkan: evacuate oleh Danki Lanjut"
            },
            { TraceCode.InjectDue, 1, 0, 0, "Time to respond is over: Rain", "Waktu menanggapi habis: Rain" },
            {
                TraceCode.IgnoredCrowdEvent,
                0,
                (int)TraceCode.CrowdEscalates,
                0,
                "Massa escalates: ignored, nothing to change",
                "Massa bereskalasi: diabaikan, tidak ada yang berubah"
            },
            {
                TraceCode.IgnoredDeploy,
                0,
                0,
                0,
                "Deploy Dalmas Lanjut to KPU: ignored, it is there or on its way there",
                "Kerahkan Dalmas Lanjut ke KPU: diabaikan, sudah di sana atau menuju ke sana"
            },
            {
                TraceCode.IgnoredWithdraw,
                0,
                0,
                0,
                "Withdraw Dalmas Lanjut: ignored, it is not out",
                "Tarik Dalmas Lanjut: diabaikan, tidak sedang dikerahkan"
            },
            {
                TraceCode.IgnoredTrigger,
                0,
                0,
                0,
                "Ignored, as it is still under way: crowd escalates",
                "Diabaikan karena masih berlangsung: crowd escalates"
            },
            {
                TraceCode.IgnoredLeave,
                0,
                0,
                0,
                "On to phase Rekap: ignored, the phase is being left already",
                "Lanjut ke fase Rekap: diabaikan, fase ini sudah akan ditinggalkan"
            },
            {
                TraceCode.IgnoredWhilePaused,
                0,
                0,
                0,
                "Massa escalates: ignored, the drill is paused",
                "Massa escalates: diabaikan, latihan sedang dijeda"
            },
            {
                TraceCode.PropertyBroken,
                0,
                (int)PropertyBreach.CameToPass,
                0,
                "Broken: never water cannon while calm",
                "Dilanggar: never water cannon while calm"
            },
            {
                TraceCode.PropertyBroken,
                1,
                (int)PropertyBreach.NotBefore,
                0,
                "Against ours/words-first (art. 1): require warn crowd before water cannon; it had not come before",
                "Bertentangan dengan ours/words-first (art. 1): require warn crowd before water cannon; belum terjadi sebelumnya"
            },
            {
                TraceCode.PropertyBroken,
                2,
                (int)PropertyBreach.NeverCame,
                0,
                "Not so in this run: expect crowd disperses in 90% of runs; it never came",
                "Tidak demikian pada jalannya kali ini: expect crowd disperses in 90% of runs; tidak pernah datang"
            },
            {
                TraceCode.PropertyBroken,
                0,
                (int)PropertyBreach.NotInTime,
                0,
                "Broken: never water cannon while calm; it did not come in time",
                "Dilanggar: never water cannon while calm; tidak datang tepat waktu"
            },
            { TraceCode.End, 2, 0, 0, "The drill ends: its time is up", "Latihan berakhir: waktunya habis" },
        };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_entry_is_a_plain_sentence(TraceCode code, int a, int b, long c, string english, string indonesian)
    {
        TraceEntry entry = Sample.Entry(code, a, b, c);
        Assert.Equal(english, TraceText.Describe(entry, Sample.Info, "en"));
        Assert.Equal(indonesian, TraceText.Describe(entry, Sample.Info, "id"));
    }

    [Fact]
    public void No_code_is_without_a_sentence_in_the_list_above() =>
        Assert.Empty(Enum.GetValues<TraceCode>().Except(Sentences.Select(s => s.Data.Item1)));

    [Fact]
    public void A_sentence_says_who_ordered_it()
    {
        TraceEntry ordered = Sample.Entry(TraceCode.Deploy, by: 0);
        Assert.Equal(
            "Deploy Dalmas Lanjut to KPU, ordered by Danki Lanjut",
            TraceText.Describe(ordered, Sample.Info, "en")
        );
        Assert.Equal(
            "Kerahkan Dalmas Lanjut ke KPU, atas perintah Danki Lanjut",
            TraceText.Describe(ordered, Sample.Info, "id")
        );

        TraceEntry ignored = Sample.Entry(TraceCode.IgnoredWithdraw, by: 0);
        Assert.Equal(
            "Withdraw Dalmas Lanjut, ordered by Danki Lanjut: ignored, it is not out",
            TraceText.Describe(ignored, Sample.Info, "en")
        );
        Assert.Equal(
            "Tarik Dalmas Lanjut, atas perintah Danki Lanjut: diabaikan, tidak sedang dikerahkan",
            TraceText.Describe(ignored, Sample.Info, "id")
        );

        TraceEntry raised = Sample.Entry(TraceCode.CrowdEscalates, by: -2);
        Assert.Equal("Massa escalates, by the controller", TraceText.Describe(raised, Sample.Info, "en"));
        Assert.Equal("Massa bereskalasi, oleh pengendali", TraceText.Describe(raised, Sample.Info, "id"));
    }

    [Fact]
    public void Every_reason_and_every_value_has_words_of_its_own()
    {
        foreach (string language in new[] { "en", "id" })
        {
            Distinct<PhaseEndReason>(r => Sample.Entry(TraceCode.PhaseEnds, b: r));
            Distinct<DrillEndReason>(r => Sample.Entry(TraceCode.End, r));
            Distinct<NotPossibleReason>(r => Sample.Entry(TraceCode.NotPossible, b: r));
            Distinct<Mood>(m => Sample.Entry(TraceCode.MoodIs, b: m));
            Distinct<Situation>(s => Sample.Entry(TraceCode.SituationIs, s));
            Distinct<Threat>(t => Sample.Entry(TraceCode.SituationIs, 0, t));

            void Distinct<T>(Func<int, TraceEntry> entry)
                where T : struct, Enum
            {
                int[] values = [.. Enum.GetValues<T>().Select(v => Convert.ToInt32(v))];
                Assert.Equal(
                    values.Length,
                    values.Select(v => TraceText.Describe(entry(v), Sample.Info, language)).Distinct().Count()
                );
            }
        }
    }

    [Theory]
    [InlineData(0, "T+00:00:00", "T+00:00:00", "09:00:00 WIB")]
    [InlineData(750_500, "T+00:12:30", "T+00:12:30.500", "09:12:30 WIB")]
    [InlineData(16 * 3_600_000L, "T+16:00:00", "T+16:00:00", "01:00:00 WIB")]
    [InlineData(360_000_000, "T+100:00:00", "T+100:00:00", "13:00:00 WIB")]
    public void Times_are_written_in_the_drill_and_on_the_clock(long ms, string time, string exact, string clock)
    {
        Assert.Equal(time, TraceText.FormatTime(ms));
        Assert.Equal(exact, TraceText.FormatExactTime(ms));
        Assert.Equal(clock, TraceText.FormatClock(ms, Sample.Info));
        Assert.Equal("", TraceText.FormatClock(ms, Sample.Info with { StartsAtMs = -1 }));
    }

    [Theory]
    [InlineData(TraceCode.Start, TraceKind.Start)]
    [InlineData(TraceCode.PhaseEnds, TraceKind.Phase)]
    [InlineData(TraceCode.CrowdGathers, TraceKind.Event)]
    [InlineData(TraceCode.ActivityEnds, TraceKind.Event)]
    [InlineData(TraceCode.Draw, TraceKind.Draw)]
    [InlineData(TraceCode.RuleFires, TraceKind.Rule)]
    [InlineData(TraceCode.Deploy, TraceKind.Action)]
    [InlineData(TraceCode.NotPossible, TraceKind.Action)]
    [InlineData(TraceCode.OrderPause, TraceKind.Action)]
    [InlineData(TraceCode.MoodIs, TraceKind.State)]
    [InlineData(TraceCode.CounterIs, TraceKind.State)]
    [InlineData(TraceCode.InjectDue, TraceKind.Inject)]
    [InlineData(TraceCode.IgnoredCrowdEvent, TraceKind.Ignored)]
    [InlineData(TraceCode.IgnoredWhilePaused, TraceKind.Ignored)]
    [InlineData(TraceCode.PropertyBroken, TraceKind.Property)]
    [InlineData(TraceCode.End, TraceKind.End)]
    public void Every_code_has_its_kind(TraceCode code, TraceKind kind) => Assert.Equal(kind, TraceText.KindOf(code));
}
