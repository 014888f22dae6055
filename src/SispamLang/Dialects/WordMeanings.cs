namespace SispamLang.Dialects;

/// <summary>What each built-in word means, in one line for planners.</summary>
public static class WordMeanings
{
    private static readonly Dictionary<Concept, (string English, string Indonesian)> Table = new()
    {
        [Concept.Drill] = ("What the drill is called, and its particulars.", "Judul latihan dan keterangannya."),
        [Concept.Use] = (
            "Takes in everything that a library declares.",
            "Memakai semua yang dideklarasikan berkas pustaka."
        ),
        [Concept.Param] = (
            "A value that a host or a simulation may change.",
            "Nilai yang dapat diubah oleh program atau simulasi."
        ),
        [Concept.Place] = ("A place, and how likely trouble is there.", "Tempat dan kerawanannya."),
        [Concept.Unit] = (
            "A unit: strength, agency, kind, kit, readiness.",
            "Satuan: kekuatan, instansi, jenis, perlengkapan, kesiapan."
        ),
        [Concept.Formation] = ("Units that are ordered as one.", "Beberapa satuan yang diperintah sebagai satu."),
        [Concept.Role] = (
            "Somebody who gives orders, and the units commanded.",
            "Pemberi perintah dan satuan yang dipimpinnya."
        ),
        [Concept.Crowd] = (
            "A crowd: how many, in which temper, where and when.",
            "Massa: jumlah, watak, tempat, dan waktunya."
        ),
        [Concept.Temper] = ("How a crowd behaves by itself.", "Perilaku massa dengan sendirinya."),
        [Concept.Tactic] = (
            "Something done to a crowd: its force, who can do it, its effects.",
            "Tindakan terhadap massa: kekuatan, pelaku, dan pengaruhnya."
        ),
        [Concept.Event] = ("Anything else that can happen.", "Kejadian lain yang mungkin."),
        [Concept.Counter] = (
            "A whole number with bounds, to be counted in the drill.",
            "Bilangan bulat berbatas yang dihitung selama latihan."
        ),
        [Concept.Phase] = (
            "A stage of the drill; phases run in their order.",
            "Tahap latihan; fase berjalan menurut urutannya."
        ),
        [Concept.Throughout] = ("Rules that hold in every phase.", "Aturan yang berlaku dalam setiap fase."),
        [Concept.Doctrine] = (
            "A regulation's rules, to measure drills against.",
            "Aturan suatu peraturan sebagai tolok ukur latihan."
        ),
        [Concept.Waive] = (
            "The planner's decision not to keep a rule of a doctrine; printed with its reason.",
            "Keputusan perencana untuk tidak memenuhi aturan doktrin; dicetak dengan alasannya."
        ),
        [Concept.Test] = ("A scripted run with expectations.", "Jalannya latihan yang diatur, dengan harapannya."),
        [Concept.Never] = ("This must not happen, or not hold.", "Ini tidak boleh terjadi atau berlaku."),
        [Concept.Always] = ("This must hold all the time.", "Ini harus selalu berlaku."),
        [Concept.Expect] = (
            "This must happen, perhaps within a time.",
            "Ini harus terjadi, mungkin dalam batas waktu."
        ),
        [Concept.Require] = ("One thing must come before another.", "Yang satu harus mendahului yang lain."),
        [Concept.Operation] = ("The operation that the drill belongs to.", "Operasi yang dilatihkan."),
        [Concept.Date] = ("The date of the drill, year first.", "Tanggal latihan, tahun di depan."),
        [Concept.Starts] = ("The clock time at which the drill starts.", "Jam mulai latihan."),
        [Concept.Venue] = (
            "Where the drill is held; places are what it stands for.",
            "Tempat latihan diadakan; yang diperagakan adalah tempat-tempat dalam berkas."
        ),
        [Concept.Host] = ("Who holds the drill.", "Penyelenggara latihan."),
        [Concept.DrillObjective] = ("What the drill is to show.", "Tujuan latihan."),
        [Concept.Observers] = ("Who looks on.", "Siapa yang meninjau."),
        [Concept.Participants] = ("Who takes part.", "Siapa yang ikut serta."),
        [Concept.SafetyOfficer] = (
            "The role that answers for everybody's safety.",
            "Peran yang bertanggung jawab atas keselamatan."
        ),
        [Concept.StopWord] = ("The words that stop the drill at once.", "Kata yang menghentikan latihan seketika."),
        [Concept.Follows] = (
            "The doctrines that the drill is measured against.",
            "Doktrin yang menjadi tolok ukur latihan."
        ),
        [Concept.EndsAfter] = (
            "The longest that the drill may take; 4 h if not said.",
            "Lama latihan paling banyak; 4 jam bila tidak disebut."
        ),
        [Concept.Personnel] = (
            "The announced strength, compared with the sum of the units.",
            "Kekuatan yang diumumkan, dibandingkan dengan jumlah satuan."
        ),
        [Concept.About] = ("Up to 5% more or fewer.", "Lebih atau kurang sampai 5%."),
        [Concept.MoreThan] = ("More than that.", "Lebih dari itu."),
        [Concept.Wib] = ("Western Indonesian time (UTC+7).", "Waktu Indonesia Barat (UTC+7)."),
        [Concept.Wita] = ("Central Indonesian time (UTC+8).", "Waktu Indonesia Tengah (UTC+8)."),
        [Concept.Wit] = ("Eastern Indonesian time (UTC+9).", "Waktu Indonesia Timur (UTC+9)."),
        [Concept.And] = ("Both, or one more of the same.", "Keduanya, atau satu lagi yang sama."),
        [Concept.Or] = ("Either of them.", "Salah satunya."),
        [Concept.Not] = ("The other way round.", "Kebalikannya."),
        [Concept.If] = (
            "Only where the condition holds; as a trigger, when it becomes true.",
            "Hanya bila syaratnya berlaku; sebagai pemicu, ketika syarat itu mulai berlaku."
        ),
        [Concept.Otherwise] = ("What is done in the other case.", "Yang dilakukan dalam hal sebaliknya."),
        [Concept.To] = ("Where to, to whom, or what is changed.", "Ke mana, kepada siapa, atau apa yang diubah."),
        [Concept.By] = ("The role that orders it.", "Peran yang memerintahkannya."),
        [Concept.With] = (
            "Kit of a unit, who takes over, or values for params.",
            "Perlengkapan satuan, siapa penggantinya, atau nilai parameter."
        ),
        [Concept.For] = ("For how long.", "Selama berapa lama."),
        [Concept.Until] = ("What ends it.", "Yang mengakhirinya."),
        [Concept.While] = ("Only as long as the condition holds.", "Hanya selama syaratnya berlaku."),
        [Concept.Over] = ("In how much time.", "Dalam waktu berapa lama."),
        [Concept.Within] = ("At the latest after that time.", "Paling lambat setelah waktu itu."),
        [Concept.Of] = ("Whose it is, or what it answers.", "Milik siapa, atau menjawab apa."),
        [Concept.From] = ("Since when, from whom, or the lower bound.", "Sejak kapan, dari siapa, atau batas bawah."),
        [Concept.At] = ("Where, or at what time.", "Di mana atau pukul berapa."),
        [Concept.Every] = ("Again and again, after each such time.", "Berulang, setiap waktu itu berlalu."),
        [Concept.After] = ("Once that time has passed.", "Setelah waktu itu berlalu."),
        [Concept.Before] = ("Must have happened once before this.", "Harus pernah terjadi sebelum ini."),
        [Concept.As] = ("The kind of a unit, or the class of a tactic.", "Jenis satuan, atau golongan taktik."),
        [Concept.Via] = ("By which channel.", "Lewat saluran apa."),
        [Concept.Expecting] = ("What the players should do.", "Apa yang diharapkan dari pelaku."),
        [Concept.Commands] = ("The units that the role orders.", "Satuan yang dipimpin peran itu."),
        [Concept.UpTo] = ("At most so often, or so long.", "Paling banyak sekian kali, atau paling lama sekian."),
        [Concept.Then] = ("And this after it.", "Dan sesudahnya ini."),
        [Concept.During] = ("Judged in that phase alone.", "Dinilai hanya dalam fase itu."),
        [Concept.BeforeEach] = (
            "Must happen anew before every one of these.",
            "Harus terjadi lagi sebelum setiap ini."
        ),
        [Concept.Times] = ("How often.", "Berapa kali."),
        [Concept.Seconds] = ("Seconds.", "Detik."),
        [Concept.Minutes] = ("Minutes.", "Menit."),
        [Concept.Hours] = ("Hours.", "Jam."),
        [Concept.PersonnelCount] = ("How many people serve in the unit.", "Banyaknya personel satuan."),
        [Concept.Vehicles] = ("How many vehicles.", "Banyaknya kendaraan."),
        [Concept.Players] = (
            "How many role-players; counted apart from personnel.",
            "Banyaknya pemeran; dihitung terpisah dari personel."
        ),
        [Concept.People] = ("How many people are in the crowd.", "Banyaknya orang dalam massa."),
        [Concept.Risk] = ("How likely trouble is at the place.", "Kerawanan tempat itu."),
        [Concept.ReadyIn] = ("The time from an order to the arrival.", "Waktu dari perintah sampai tiba."),
        [Concept.OnStandby] = (
            "Held ready and not played; counted apart.",
            "Disiapkan dan tidak dimainkan; dihitung terpisah."
        ),
        [Concept.PlayedBy] = ("The unit whose people play the crowd.", "Satuan yang memerankan massa."),
        [Concept.GrowsTo] = (
            "The size that the crowd grows to, in ten steps.",
            "Jumlah yang dicapai massa, dalam sepuluh langkah."
        ),
        [Concept.Gathers] = (
            "The mood in which the crowd gathers; calm if not said.",
            "Suasana massa ketika berkumpul; tertib bila tidak disebut."
        ),
        [Concept.LifeThreateningClause] = ("Its threat is life-threatening.", "Ancamannya mengancam jiwa."),
        [Concept.EscalatesEvery] = (
            "After each such time one roll whether the crowd escalates.",
            "Setiap waktu itu satu undian apakah massa bereskalasi."
        ),
        [Concept.Calms] = ("The chance that the crowd calms.", "Peluang massa mereda."),
        [Concept.ThrowsEvery] = ("After each such time the crowd throws things.", "Setiap waktu itu massa melempar."),
        [Concept.LeavesWhen] = (
            "The crowd goes home after that time in the mood.",
            "Massa pulang setelah selama itu dalam suasana tersebut."
        ),
        [Concept.GathersAfter] = (
            "The time into its phase until the crowd gathers.",
            "Waktu sejak fasenya mulai sampai massa berkumpul."
        ),
        [Concept.Force] = ("The stage of force, 1 to 6.", "Tahap penggunaan kekuatan, 1 sampai 6."),
        [Concept.Uses] = ("The kinds of units that can do it.", "Jenis satuan yang dapat melakukannya."),
        [Concept.Lasts] = ("How long the tactic takes.", "Lamanya taktik."),
        [Concept.WhenRaised] = (
            "Happens only when a rule, a test or the controller raises it.",
            "Hanya terjadi bila dipicu aturan, uji, atau pengendali."
        ),
        [Concept.InIndonesian] = ("Its name in Indonesian drills.", "Namanya dalam latihan berbahasa Indonesia."),
        [Concept.Evaluator] = ("The role that judges the answer.", "Peran yang menilai tanggapan."),
        [Concept.Objective] = ("The objective that the inject serves.", "Tujuan yang dilayani sisipan."),
        [Concept.Low] = ("Trouble is not likely.", "Kurang rawan."),
        [Concept.Medium] = ("Trouble is possible.", "Rawan."),
        [Concept.High] = ("Trouble is likely.", "Sangat rawan."),
        [Concept.AtStart] = ("As the phase starts.", "Ketika fase mulai."),
        [Concept.AtEnd] = (
            "As the phase ends; only steps that take no time.",
            "Ketika fase berakhir; hanya langkah yang tidak memakan waktu."
        ),
        [Concept.Chance] = ("One of two ways, by chance.", "Salah satu dari dua jalan, menurut peluang."),
        [Concept.Deploy] = ("Orders units to a place.", "Memerintahkan satuan ke suatu tempat."),
        [Concept.Withdraw] = ("Brings units back; takes no time.", "Menarik satuan kembali; tidak memakan waktu."),
        [Concept.Relieve] = ("One unit takes another's place.", "Satu satuan menggantikan yang lain."),
        [Concept.LapisGanti] = (
            "Hand-over from Dalmas Awal to Dalmas Lanjut (green to yellow).",
            "Pergantian dari Dalmas Awal ke Dalmas Lanjut (hijau ke kuning)."
        ),
        [Concept.LintasGanti] = (
            "Hand-over from Dalmas Lanjut to PHH (yellow to red).",
            "Pergantian dari Dalmas Lanjut ke PHH (kuning ke merah)."
        ),
        [Concept.Announce] = ("Says something to everybody.", "Mengumumkan sesuatu kepada semua."),
        [Concept.Inject] = ("A message that the control staff feeds in.", "Pesan yang disisipkan pengendali."),
        [Concept.Add] = ("Adds to a counter.", "Menambah penghitung."),
        [Concept.Set] = ("Sets a counter.", "Mengatur nilai penghitung."),
        [Concept.Wait] = ("Waits a time, or until something.", "Menunggu selama waktu tertentu, atau sampai sesuatu."),
        [Concept.Stop] = (
            "Cuts a tactic or hand-over short, without effect.",
            "Menghentikan taktik atau pergantian, tanpa pengaruh."
        ),
        [Concept.Pause] = ("Stops everything but the clock.", "Menghentikan semuanya kecuali jam."),
        [Concept.NextPhase] = ("Goes on to the next phase.", "Lanjut ke fase berikutnya."),
        [Concept.Go] = ("Goes to a phase, which starts afresh.", "Pindah ke suatu fase, yang mulai dari awal."),
        [Concept.EndDrill] = ("Ends the drill.", "Mengakhiri latihan."),
        [Concept.AnyCrowd] = ("The crowd of the drill.", "Massa dalam latihan."),
        [Concept.EachCrowd] = (
            "Every crowd in turn; in a condition, all that are present.",
            "Setiap massa bergiliran; dalam syarat, semua yang hadir."
        ),
        [Concept.CrowdGathers] = ("The crowd comes together.", "Massa berkumpul."),
        [Concept.CrowdEscalates] = ("The crowd's mood goes one step up.", "Suasana massa naik satu tingkat."),
        [Concept.CrowdCalms] = ("The crowd's mood goes one step down.", "Suasana massa turun satu tingkat."),
        [Concept.CrowdGrows] = ("The crowd becomes larger.", "Massa bertambah."),
        [Concept.CrowdThrows] = ("The crowd throws things.", "Massa melempar."),
        [Concept.CrowdMoves] = ("The crowd goes to another place.", "Massa bergerak ke tempat lain."),
        [Concept.CrowdJoins] = ("The crowd becomes part of another.", "Massa bergabung dengan massa lain."),
        [Concept.CrowdDisperses] = ("The crowd goes home.", "Massa bubar."),
        [Concept.Arrives] = ("The unit or formation reaches its place.", "Satuan atau formasi tiba di tempatnya."),
        [Concept.Ends] = (
            "The tactic or hand-over ends, in full or cut short.",
            "Taktik atau pergantian selesai, penuh atau dihentikan."
        ),
        [Concept.Changes] = ("The counter gets another value.", "Nilai penghitung berubah."),
        [Concept.TakesControl] = ("Tactical control goes to the role.", "Kendali taktis beralih ke peran itu."),
        [Concept.Calm] = ("Orderly; the lowest step of the ladder of moods.", "Massa tertib; tingkat terendah."),
        [Concept.Tense] = ("Heating up; the second step.", "Massa memanas; tingkat kedua."),
        [Concept.Unruly] = ("Disorderly; the third step.", "Massa ricuh; tingkat ketiga."),
        [Concept.Anarchic] = ("Violent; the highest step.", "Massa anarkis; tingkat tertinggi."),
        [Concept.Dispersed] = ("Gone home.", "Massa sudah bubar."),
        [Concept.Green] = ("The situation: an orderly crowd.", "Situasi: massa tertib."),
        [Concept.Yellow] = ("The situation: a disorderly crowd.", "Situasi: massa tidak tertib."),
        [Concept.Red] = ("The situation: a crowd that breaks the law.", "Situasi: massa melanggar hukum."),
        [Concept.NoThreat] = ("Nobody threatens anybody.", "Tidak ada ancaman."),
        [Concept.Passive] = ("People do not obey.", "Tidak mengindahkan perintah."),
        [Concept.Active] = ("People resist.", "Melawan petugas."),
        [Concept.Aggressive] = ("People attack.", "Menyerang petugas."),
        [Concept.LifeThreatening] = (
            "Somebody's life is in danger; only a crowd or event so declared says it.",
            "Nyawa terancam; hanya dari massa atau kejadian yang dinyatakan begitu."
        ),
        [Concept.OnTheWay] = ("Ordered somewhere and not there yet.", "Sudah diperintah dan belum tiba."),
        [Concept.Back] = ("Withdrawn after it was out.", "Sudah ditarik kembali."),
        [Concept.UnderWay] = ("Has started and not ended.", "Sudah mulai dan belum selesai."),
        [Concept.InControl] = ("Has tactical control.", "Memegang kendali taktis."),
        [Concept.Ignore] = (
            "Silences a message on the line below, with the reason.",
            "Meniadakan pesan pada baris di bawahnya, dengan alasannya."
        ),
        [Concept.OfRuns] = ("Judged over many simulated runs.", "Dinilai dari banyak simulasi."),
        [Concept.InShare] = ("In that share of simulated runs.", "Dalam bagian simulasi sebesar itu."),
        [Concept.Edition] = ("The year of the regulation's edition.", "Tahun edisi peraturan."),
        [Concept.Confidence] = (
            "How sure we are that the article says so.",
            "Seberapa yakin bahwa pasalnya berbunyi demikian."
        ),
        [Concept.Reason] = ("What the rule is for.", "Untuk apa aturan itu."),
        [Concept.Check] = (
            "A check that no property can express.",
            "Pemeriksaan yang tidak dapat dinyatakan sebagai sifat."
        ),
        [Concept.HighConfidence] = ("Read in a source that quotes it.", "Dibaca di sumber yang mengutipnya."),
        [Concept.MediumConfidence] = ("From one secondary source.", "Dari satu sumber sekunder."),
        [Concept.Recalled] = ("From general knowledge; to be checked.", "Dari pengetahuan umum; harus dicocokkan."),
        [Concept.StopWordCheck] = ("The drill names its stop word.", "Latihan menyebut kata hentinya."),
        [Concept.SafetyOfficerCheck] = (
            "The drill names its safety officer.",
            "Latihan menyebut petugas keselamatannya."
        ),
        [Concept.WayBackCheck] = (
            "From every mood something can calm the crowd or send it home.",
            "Dari setiap suasana ada yang dapat meredakan atau membubarkan massa."
        ),
        [Concept.StartPhase] = ("The phase in which the test begins.", "Fase tempat uji dimulai."),
        [Concept.ChanceHolds] = ("The next step's rolls come true.", "Undian langkah berikutnya terjadi."),
        [Concept.ChanceFails] = ("The next step's rolls do not come true.", "Undian langkah berikutnya tidak terjadi."),
        [Concept.Seed] = ("Fixes all chance of the test.", "Menetapkan semua peluang dalam uji."),
        [Concept.No] = ("It has not happened at all.", "Tidak pernah terjadi."),
        [Concept.ForceLevel] = ("Any tactic that uses as much force.", "Setiap taktik dengan kekuatan sebesar itu."),
        [Concept.ThreatLevel] = ("The drill's threat, or a crowd's.", "Ancaman latihan, atau suatu massa."),
    };

    /// <summary>The meaning of a word in a language; empty for <see cref="Concept.None"/>.</summary>
    public static string Of(Concept concept, Dialect language) =>
        !Table.TryGetValue(concept, out var meaning) ? ""
        : language == Dialect.English ? meaning.English
        : meaning.Indonesian;
}
