using SispamLang.Dialects;

namespace SispamLang.Cli.Reporting;

/// <summary>The words of <see cref="Message"/>, the only place that has them. A switch costs nothing until it is asked.</summary>
internal static partial class Messages
{
    /// <summary>A message in a language; <c>{0}</c> and so on are gaps.</summary>
    public static string In(this Message message, Dialect language)
    {
        var (english, indonesian) = Both(message);
        return language == Dialect.English ? english : indonesian;
    }

    private static (string English, string Indonesian) Both(Message message) =>
        message switch
        {
            // Files
            Message.NoSuchFile => ("{0}: there is no such file.", "{0}: berkas ini tidak ada."),
            Message.CantRead => ("{0}: can't be read.", "{0}: tidak bisa dibaca."),
            Message.IsDirectory => ("{0}: is a directory, not a drill.", "{0}: ini direktori, bukan latihan."),
            Message.NoDrillsBelow => (
                "{0}: there is no .sispam file in this directory or below it.",
                "{0}: tidak ada berkas .sispam di dalam direktori ini."
            ),
            Message.CantWrite => ("{0}: can't be written.", "{0}: tidak bisa ditulis."),
            Message.OutputMissing => (
                "Say where the results go: --output DIR.",
                "Sebutkan tempat hasilnya: --output DIR."
            ),
            Message.TargetMissing => ("Say into which language: --to en|id.", "Sebutkan bahasa tujuannya: --to en|id."),
            Message.BadNamespace => (
                "--namespace is a C# namespace such as Polres.Drills, not {0}.",
                "--namespace adalah namespace C# seperti Polres.Drills, bukan {0}."
            ),
            Message.BadDrillName => (
                "A drill's name has letters or digits; {0} has none.",
                "Nama latihan berisi huruf atau angka; {0} tidak punya."
            ),
            Message.ExistsAlready => (
                "{0} is there already and stays as it is. Nothing was written.",
                "{0} sudah ada dan tidak diubah. Tidak ada yang ditulis."
            ),
            Message.SameOutput => (
                "{0} and {1} would both be written to {2}. Build them one at a time.",
                "{0} dan {1} akan sama-sama ditulis ke {2}. Bangun satu per satu."
            ),

            // Verbs
            Message.CountErrors => ("{0} errors", "{0} kesalahan"),
            Message.CountWarnings => ("{0} warnings", "{0} peringatan"),
            Message.CountInfos => ("{0} notes", "{0} catatan"),
            Message.OneError => ("1 error", "1 kesalahan"),
            Message.OneWarning => ("1 warning", "1 peringatan"),
            Message.OneInfo => ("1 note", "1 catatan"),
            Message.CountsInFiles => ("{0} in {1}.", "{0} dalam {1}."),
            Message.NoProblems => ("No problems in {0}.", "Tidak ada masalah dalam {0}."),
            Message.OneFile => ("1 file", "1 berkas"),
            Message.Files => ("{0} files", "{0} berkas"),
            Message.NothingToRun => (
                "{0}: has no phase, so there is nothing to run. It is a library, for other drills to use.",
                "{0}: tidak punya fase, jadi tidak ada yang dijalankan. Ini pustaka, untuk dipakai latihan lain."
            ),
            Message.LibrarySkipped => (
                "{0}: has no phase. It is a library and is built into the drills that use it.",
                "{0}: tidak punya fase. Ini pustaka dan ikut dibangun dalam latihan yang memakainya."
            ),
            Message.Wrote => ("Wrote {0}", "Ditulis: {0}"),
            Message.BrokenStays => (
                "{0}: has errors. What they are in stays as it is; “sispam check” tells of them.",
                "{0}: mengandung kesalahan. Bagian yang salah tidak diubah; “sispam check” menyebutkannya."
            ),
            Message.ComesBackAs => (
                "{0}: “{1}” is another word for “{2}”, as which it would come back.",
                "{0}: “{1}” adalah kata lain untuk “{2}”; diterjemahkan kembali, menjadi kata itu."
            ),
            Message.NewCheck => ("Check it: sispam check {0}", "Periksa: sispam check {0}"),
            Message.NewRun => ("Run it:   sispam run {0}", "Jalankan: sispam run {0}"),
            Message.NewTest => ("Test it:  sispam test {0}", "Uji:      sispam test {0}"),
            Message.OtherDrill => (
                "{0}: was recorded from another drill, or another version of this one; the run may differ.",
                "{0}: direkam dari latihan lain, atau versi lain dari latihan ini; hasilnya bisa berbeda."
            ),
            Message.EventsAfterEnd => (
                "{0}: from line {1} on nothing happens, as the drill has ended by then.",
                "{0}: mulai baris {1} tidak ada yang terjadi, karena latihan sudah berakhir."
            ),
            Message.Defect => (
                "This is a defect of sispam, not of your drill. Please report it, with this file: {0}",
                "Ini cacat pada sispam, bukan pada latihan Anda. Mohon laporkan, dengan berkas ini: {0}"
            ),
            Message.DefectNoReport => (
                "This is a defect of sispam, not of your drill. Please report it: {0}",
                "Ini cacat pada sispam, bukan pada latihan Anda. Mohon laporkan: {0}"
            ),
            Message.NoWholeCommand => (
                "This is done by a part of sispam that is missing: {0}. Please install sispam again.",
                "Ini dikerjakan oleh bagian sispam yang tidak ada: {0}. Mohon pasang sispam kembali."
            ),

            // Severities
            Message.Error => ("error", "kesalahan"),
            Message.Warning => ("warning", "peringatan"),
            Message.Info => ("info", "info"),

            // Timeline
            Message.Exercise => ("EXERCISE", "LATIHAN"),
            Message.Source => ("source {0}", "sumber {0}"),
            Message.Seed => ("seed {0}", "benih {0}"),
            Message.Replayed => ("replayed from {0}", "diputar ulang dari {0}"),
            Message.ClockSimulated => ("clock is simulated", "jam simulasi"),
            Message.Phase => ("Phase", "Fase"),
            Message.CausedAt => ("from {0}", "dari {0}"),
            Message.Summary => ("Summary", "Ringkasan"),
            Message.EndedAt => ("Ended", "Berakhir"),
            Message.StoppedAt => ("Stopped", "Dihentikan"),
            Message.StoppedByUntil => ("as --until says; the drill goes on", "sesuai --until; latihan belum selesai"),
            Message.Phases => ("Phases", "Fase"),
            Message.SituationLabel => ("Situation", "Situasi"),
            Message.Orders => ("Orders", "Perintah"),
            Message.Counters => ("Counters", "Penghitung"),
            Message.Control => ("Control", "Kendali"),
            Message.Green => ("green", "hijau"),
            Message.Yellow => ("yellow", "kuning"),
            Message.Red => ("red", "merah"),
            Message.Deployments => ("deployments: {0}", "pengerahan: {0}"),
            Message.Activities => ("tactics and hand-overs: {0}", "taktik dan serah terima: {0}"),
            Message.NotPossible => ("not possible: {0}", "tidak mungkin: {0}"),
            Message.Injects => ("injects: {0}", "injeksi: {0}"),
            Message.Ignored => ("ignored: {0}", "diabaikan: {0}"),
            Message.Properties => ("properties", "sifat"),
            Message.Broken => ("broken: {0}", "dilanggar: {0}"),
            Message.Kept => ("kept: {0}", "dipenuhi: {0}"),
            Message.Open => ("open: {0}", "belum pasti: {0}"),
            Message.NotTested => ("not put to the test: {0}", "tidak teruji: {0}"),

            // Tests
            Message.NoTests => ("{0}: has no tests.", "{0}: tidak punya uji."),
            Message.TestProgress => ("Tests: {0} of {1}", "Uji: {0} dari {1}"),
            Message.TestFailed => ("failed", "gagal"),
            Message.ExpectedBut => ("expected “{0}”, but {1}", "diharapkan “{0}”, tetapi {1}"),
            Message.LinesBefore => ("… {0} lines before", "… {0} baris sebelumnya"),
            Message.TestCounts => ("{0} passed, {1} failed", "{0} lulus, {1} gagal"),
            Message.OneBrokenDrill => ("1 drill with errors", "1 latihan dengan kesalahan"),
            Message.BrokenDrills => ("{0} drills with errors", "{0} latihan dengan kesalahan"),
            Message.TestTime => ("{0} in {1} s.", "{0} dalam {1} detik."),
            Message.DrillHasErrors => (
                "the drill has errors, so its tests did not run",
                "latihan mengandung kesalahan, jadi ujinya tidak dijalankan"
            ),

            // Many runs
            Message.SimulateProgress => (
                "Runs: {0} {1} of {2}, {3} a second, {4} left",
                "Simulasi: {0} {1} dari {2}, {3} per detik, sisa {4}"
            ),
            Message.CountRuns => ("{0} runs", "{0} simulasi"),
            Message.FollowsDoctrines => ("doctrines: {0}", "doktrin: {0}"),
            Message.Partial => ("PARTIAL", "SEBAGIAN"),
            Message.TheDrills => ("the drills", "latihannya"),
            Message.TheToolVersions => ("the versions of sispam", "versi sispam-nya"),
            Message.TheSeeds => ("the seeds", "benihnya"),
            Message.TheNumbersOfRuns => ("the numbers of runs", "jumlah simulasinya"),
            Message.TheNumbersOfShards => ("the numbers of parts", "jumlah bagiannya"),
            Message.TheParams => ("the params", "parameternya"),

            // Verify
            Message.BadStateLimit => (
                "--max-states is a whole number from 1 to 2147483647, not {0}.",
                "--max-states adalah bilangan bulat dari 1 sampai 2147483647, bukan {0}."
            ),
            Message.BadMemoryLimit => (
                "--max-memory is an amount such as \"512 MB\" or \"2 GB\", not {0}.",
                "--max-memory adalah ukuran seperti \"512 MB\" atau \"2 GB\", bukan {0}."
            ),
            Message.BadJobs => (
                "--jobs is a whole number from 1, not {0}.",
                "--jobs adalah bilangan bulat mulai dari 1, bukan {0}."
            ),
            Message.VerifyProgress => (
                "{0} states, {1} a second, {2} steps deep, {3} still to look at, {4}",
                "{0} keadaan, {1} per detik, sedalam {2} langkah, {3} belum diperiksa, {4}"
            ),
            Message.Proved => ("Proved:", "Terbukti:"),
            Message.Refuted => ("Refuted:", "Terbantah:"),
            Message.CoincidenceOnly => ("Only if two things coincide:", "Hanya jika dua hal bersamaan:"),
            Message.Undecided => ("Not decided:", "Belum dapat diputuskan:"),
            Message.NotVerifiable => (
                "About many runs, so for simulation:",
                "Tentang banyak putaran, jadi untuk simulasi:"
            ),
            Message.ShortestCourse => (
                "The shortest course of events that breaks it:",
                "Jalannya peristiwa terpendek yang melanggarnya:"
            ),
            Message.CourseIn => (
                "To play it again: sispam run … --events {0}",
                "Untuk memutarnya lagi: sispam run … --events {0}"
            ),
            Message.DoesNotSettle => (
                "An instant does not settle. The shortest course of events to it:",
                "Ada saat yang tidak selesai. Jalannya peristiwa terpendek ke sana:"
            ),
            Message.PhaseNever => ("Never starts: phase {0}", "Tidak pernah dimulai: fase {0}"),
            Message.RuleNever => ("Never fires: {0}", "Tidak pernah berlaku: {0}"),
            Message.EndsByTimeOnly => (
                "The drill never ends by itself, only because its time is up.",
                "Latihan tidak pernah berakhir sendiri, hanya karena waktunya habis."
            ),
            Message.NoWayBack => (
                "From here on nothing can calm the situation any more. The shortest course of events to there:",
                "Sejak saat ini tidak ada lagi yang dapat meredakan situasi. Jalannya peristiwa terpendek ke sana:"
            ),
            Message.WayBackAlways => (
                "Whatever happens, some course of events leads back to a green situation.",
                "Apa pun yang terjadi, selalu ada jalannya peristiwa yang mengembalikan situasi ke hijau."
            ),
            Message.NoWayBackInTime => (
                "No run comes to where nothing can calm the situation any more.",
                "Tidak ada putaran yang sampai ke keadaan yang tidak dapat diredakan lagi."
            ),
            Message.WayBackUndecided => (
                "Not decided: whether something can always calm the situation, because {0}",
                "Belum dapat diputuskan: apakah situasi selalu masih dapat diredakan, karena {0}"
            ),
            Message.WayBackNotLookedFor => (
                "Not looked for: whether something can always calm the situation, because {0}",
                "Tidak diperiksa: apakah situasi selalu masih dapat diredakan, karena {0}"
            ),
            Message.AllStates => (
                "Every behaviour was looked at: {0} states, time in steps of {1}.",
                "Semua kemungkinan diperiksa: {0} keadaan, waktu dalam langkah {1}."
            ),
            Message.NotAllStates => (
                "Not decided: {0} Nothing else is broken in the {1} states that were reached, time in steps of {2}.",
                "Belum dapat diputuskan: {0} Tidak ada pelanggaran lain dalam {1} keadaan yang dicapai, waktu dalam langkah {2}."
            ),
            Message.ChanceOfMiss => (
                "States are told apart by fingerprints: the chance that one was passed over is below {0} (--exact: none).",
                "Keadaan dibedakan dengan sidik: peluang ada yang terlewat di bawah {0} (--exact: tidak ada)."
            ),
            Message.ObstacleStates => (
                "as many states as --max-states allows were reached.",
                "jumlah keadaan menurut --max-states sudah tercapai."
            ),
            Message.ObstacleMemory => (
                "as much memory as --max-memory allows is taken.",
                "memori menurut --max-memory sudah terpakai."
            ),
            Message.ObstacleInterrupted => ("it was stopped.", "pemeriksaan dihentikan."),
            Message.ObstacleGrowth => (
                "a crowd grows over a time that is left to chance, and something depends on its size.",
                "ada massa yang bertambah selama waktu yang diserahkan pada peluang, dan ada yang bergantung pada jumlahnya."
            ),
            Message.ObstacleCourses => (
                "one instant can go on in more ways than can be looked at.",
                "satu saat dapat berlanjut dengan lebih banyak cara daripada yang dapat diperiksa."
            ),
            Message.ObstacleQueue => (
                "so much happens in one instant that what was left out could matter.",
                "terlalu banyak yang terjadi pada satu saat, sehingga yang tidak dihitung bisa berpengaruh."
            ),
            Message.ObstaclePauses => ("the drill can be paused.", "latihan ini dapat dijeda."),
            Message.ObstacleClock => (
                "a rule of a phase waits for a time of the clock.",
                "ada aturan dalam fase yang menunggu jam tertentu."
            ),
            Message.ObstacleRoom => (
                "a value went beyond what was foreseen for it.",
                "suatu nilai melampaui yang diperkirakan."
            ),

            // Explain
            Message.Wrong => ("Wrong:", "Salah:"),
            Message.Right => ("Right:", "Benar:"),
            Message.AWholeNumber => ("a whole number", "bilangan bulat"),
            Message.APercentage => ("a percentage such as 60%", "persentase seperti 60%"),
            Message.ADuration => ("a duration such as \"5 min\"", "lama waktu seperti \"5 menit\""),
            _ => OfUsage(message),
        };
}
