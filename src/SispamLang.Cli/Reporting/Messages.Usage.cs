namespace SispamLang.Cli.Reporting;

// What is wrong with a command line.
internal static partial class Messages
{
    private static (string English, string Indonesian) OfUsage(Message message) =>
        message switch
        {
            Message.UnknownVerb => ("There is no command {0}.", "Tidak ada perintah {0}."),
            Message.UnknownVerbDidYouMean => (
                "There is no command {0}. Did you mean {1}?",
                "Tidak ada perintah {0}. Maksudnya {1}?"
            ),
            Message.UnknownOption => ("{0} has no option {1}.", "{0} tidak mengenal opsi {1}."),
            Message.UnknownOptionDidYouMean => (
                "{0} has no option {1}. Did you mean {2}?",
                "{0} tidak mengenal opsi {1}. Maksudnya {2}?"
            ),
            Message.TooManyArguments => ("One argument too many: {0}.", "Satu argumen terlalu banyak: {0}."),
            Message.ValueMissing => ("{0} needs a value.", "{0} memerlukan nilai."),
            Message.OptionTwice => ("{0} may be given only once.", "{0} hanya boleh diberikan sekali."),
            Message.PathMissing => (
                "Say which drill: the path of a .sispam file{0}, or - for standard input.",
                "Sebutkan latihannya: jalur berkas .sispam{0}, atau - untuk masukan standar."
            ),
            Message.NameMissing => ("Say what the drill is called.", "Sebutkan nama latihannya."),
            Message.ShellMissing => ("Say for which shell: {0}.", "Sebutkan untuk shell mana: {0}."),
            Message.BadChoice => ("{0} can't be {1}; it is {2}.", "{0} tidak bisa {1}; pilihannya {2}."),
            Message.BadSeed => (
                "--seed is a whole number from 0 to 18446744073709551615, not {0}.",
                "--seed adalah bilangan bulat dari 0 sampai 18446744073709551615, bukan {0}."
            ),
            Message.BadDuration => (
                "{0} is a duration such as \"20 min\" or \"1 h 30 min\", not {1}.",
                "{0} adalah lama waktu seperti \"20 menit\" atau \"1 jam 30 menit\", bukan {1}."
            ),
            Message.ParamWithoutValue => (
                "--param is written NAME=VALUE, not {0}.",
                "--param ditulis NAMA=NILAI, bukan {0}."
            ),
            Message.UnknownParam => (
                "The drill has no param {0}. It has: {1}.",
                "Latihan ini tidak punya parameter {0}. Yang ada: {1}."
            ),
            Message.UnknownParamDidYouMean => (
                "The drill has no param {0}. Did you mean {1}?",
                "Latihan ini tidak punya parameter {0}. Maksudnya {1}?"
            ),
            Message.NoParams => (
                "The drill has no params, so not {0} either.",
                "Latihan ini tidak punya parameter {0}."
            ),
            Message.BadParamValue => ("The param {0} takes {1}, not {2}.", "Parameter {0} berisi {1}, bukan {2}."),
            Message.ParamOutOfBounds => (
                "The param {0} lies between {1} and {2}; {3} does not.",
                "Parameter {0} harus antara {1} dan {2}; {3} tidak."
            ),
            Message.ParamTwice => ("The param {0} is set twice.", "Parameter {0} diatur dua kali."),
            Message.UnknownCode => (
                "There is no code {0}. \"sispam explain\" lists them all.",
                "Tidak ada kode {0}. \"sispam explain\" menampilkan semuanya."
            ),
            Message.UnknownCodeDidYouMean => (
                "There is no code {0}. Did you mean {1}? \"sispam explain\" lists them all.",
                "Tidak ada kode {0}. Maksudnya {1}? \"sispam explain\" menampilkan semuanya."
            ),
            Message.UnknownDoctrine => (
                "No doctrine {0} comes with the language. It has: {1}.",
                "Tidak ada doktrin bawaan {0}. Yang ada: {1}."
            ),
            Message.UnknownDoctrineDidYouMean => (
                "No doctrine {0} comes with the language. Did you mean {1}?",
                "Tidak ada doktrin bawaan {0}. Maksudnya {1}?"
            ),
            Message.InputTwice => (
                "Standard input can be read only once.",
                "Masukan standar hanya bisa dibaca sekali."
            ),
            Message.BadCount => (
                "{0} is a whole number from {1} to {2}, not {3}.",
                "{0} adalah bilangan bulat dari {1} sampai {2}, bukan {3}."
            ),
            Message.BadShard => (
                "--shard is a part such as 1/4, the first of four, up to 4/4; not {0}.",
                "--shard adalah bagian seperti 1/4, yang pertama dari empat, sampai 4/4; bukan {0}."
            ),
            Message.ShardHasNoReport => (
                "--shard writes a part for --merge, so it does not go with --format {0}.",
                "--shard menulis bagian untuk --merge, jadi tidak bersama --format {0}."
            ),
            Message.NotWithMerge => (
                "{0} does not go with --merge: the parts have it in them.",
                "{0} tidak bersama --merge: bagian-bagiannya sudah memuatnya."
            ),
            Message.NotAShard => (
                "{0}: is no part of runs of this drill that --shard wrote.",
                "{0}: bukan bagian simulasi latihan ini yang ditulis oleh --shard."
            ),
            Message.ShardsDiffer => ("{0} does not belong to {1}: {2} differ.", "{0} bukan pasangan {1}: {2} berbeda."),
            Message.ShardTwice => ("{0} and {1} are both part {2}.", "{0} dan {1} sama-sama bagian {2}."),
            Message.ShardsMissing => ("Of {0} parts these are missing: {1}.", "Dari {0} bagian, yang belum ada: {1}."),
            Message.BadSweep => (
                "--param {0}: a sweep is written FROM..TO:STEP with steps above 0, such as 5min..20min:5min, not {1}.",
                "--param {0}: sapuan ditulis DARI..SAMPAI:LANGKAH dengan langkah di atas 0, misalnya 5menit..20menit:5menit, bukan {1}."
            ),
            Message.SweepWithoutStep => (
                "--param {0}: {1} has no step; write FROM..TO:STEP.",
                "--param {0}: {1} tanpa langkah; tulis DARI..SAMPAI:LANGKAH."
            ),
            Message.SweepBackwards => (
                "--param {0}: {1} goes backwards; the lower value comes first.",
                "--param {0}: {1} mundur; nilai yang lebih kecil ditulis lebih dulu."
            ),
            Message.TooManyPoints => (
                "That makes {0} combinations of values. More than {1} are run only if --max-points allows them.",
                "Itu menjadi {0} gabungan nilai. Lebih dari {1} hanya dijalankan bila --max-points mengizinkan."
            ),
            Message.BadReport => (
                "--report is junit=FILE or trx=FILE, not {0}.",
                "--report adalah junit=BERKAS atau trx=BERKAS, bukan {0}."
            ),
            Message.ReportTwice => (
                "{0} is named twice; each result needs a file of its own.",
                "{0} disebut dua kali; tiap hasil memerlukan berkasnya sendiri."
            ),
            Message.NoTestMatches => ("No test is called anything with {0}.", "Tidak ada uji yang namanya memuat {0}."),
            Message.SeeHelp => ("\"sispam {0}--help\" shows how.", "\"sispam {0}--help\" menunjukkan caranya."),
            _ => OfPapers(message),
        };
}
