namespace SispamLang.Cli.Reporting;

// What the controller's desk says.
internal static partial class Messages
{
    private static (string English, string Indonesian) OfDesk(Message message) =>
        message switch
        {
            // Options
            Message.OnlyInteractive => ("{0} goes with --interactive only.", "{0} hanya bersama --interactive."),
            Message.NotInteractive => (
                "{0} does not go with --interactive: the log has all of it.",
                "{0} tidak bisa bersama --interactive: semuanya ada di catatan."
            ),
            Message.LogOrResume => (
                "--resume goes on with its own log, so --log can't be given beside it.",
                "--resume meneruskan catatannya sendiri, jadi --log tidak bisa disertakan."
            ),
            Message.BadSpeed => (
                "--speed is a whole number from 1 to 1000, or step, not {0}.",
                "--speed adalah bilangan bulat dari 1 sampai 1000, atau step, bukan {0}."
            ),
            Message.StoppedByController => ("by the controller", "oleh pengendali"),

            // The log
            Message.DeskLogTaken => (
                "{0}: a log can't be started there: it can't be written, or there is something in it already. Name another file with --log, or go on with it by --resume.",
                "{0}: catatan tidak bisa dimulai di sana: tidak bisa ditulis, atau sudah berisi. Sebutkan berkas lain dengan --log, atau teruskan dengan --resume."
            ),
            Message.DeskLogLocked => (
                "{0}: can't be read and written; perhaps another desk is at it.",
                "{0}: tidak bisa dibaca dan ditulis; mungkin sedang dipakai meja kendali lain."
            ),
            Message.DeskLogDamaged => (
                "{0}: line {1} is damaged although lines follow it, or this is no log of a desk. Nothing was changed.",
                "{0}: baris {1} rusak padahal masih ada baris sesudahnya, atau ini bukan catatan meja kendali. Tidak ada yang diubah."
            ),
            Message.DeskLogEmpty => (
                "{0}: has no whole line of a log, so there is nothing to go on with.",
                "{0}: tidak memuat satu baris catatan pun yang utuh, jadi tidak ada yang bisa diteruskan."
            ),
            Message.DeskLogOfOtherDrill => (
                "{0}: is the log of another drill, or of another version of this one: source {1}, this is {2}.",
                "{0}: catatan latihan lain, atau versi lain dari latihan ini: sumber {1}, yang ini {2}."
            ),
            Message.DeskLogOfOtherSeed => (
                "{0}: was played with seed {1}, not {2}. Leave --seed out to go on with it.",
                "{0}: dimainkan dengan benih {1}, bukan {2}. Hilangkan --seed untuk meneruskannya."
            ),
            Message.DeskLogHasParams => (
                "{0}: was played with other params. Leave --param out to go on with it.",
                "{0}: dimainkan dengan parameter lain. Hilangkan --param untuk meneruskannya."
            ),
            Message.DeskLogDiffers => (
                "{0}: the drill does not go as this log says, so it can't go on from there. Was it written by another version of sispam?",
                "{0}: jalannya latihan tidak sesuai catatan ini, jadi tidak bisa diteruskan. Apakah ditulis oleh versi sispam yang lain?"
            ),
            Message.DeskLogTorn => (
                "{0}: its last line was not written to its end and was cut off; nobody had seen it.",
                "{0}: baris terakhirnya tidak selesai ditulis dan dipotong; belum ada yang melihatnya."
            ),
            Message.DeskLogKept => ("The log is in {0}", "Catatannya ada di {0}"),
            Message.DeskLogLost => (
                "THE LOG IN {0} IS NOT COMPLETE: its end could not be written.",
                "CATATAN DI {0} TIDAK LENGKAP: bagian akhirnya tidak bisa ditulis."
            ),
            Message.DeskLogFails => (
                "THE LOG CAN'T BE WRITTEN (disk full?): “{0} FILE” keeps it elsewhere.",
                "CATATAN TAK BISA DITULIS (penuh?): “{0} BERKAS” memindahkannya."
            ),
            Message.DeskLogWorks => (
                "The log is written again, and nothing is missing in it.",
                "Catatan ditulis lagi, dan tidak ada yang hilang."
            ),

            // Answers
            Message.DeskHint => (
                "“{0}” lists the commands; “{1}” stops the exercise.",
                "“{0}” menampilkan perintah; “{1}” menghentikan latihan."
            ),
            Message.DeskUnknown => ("There is no command or event “{0}”.", "Tidak ada perintah atau kejadian “{0}”."),
            Message.DeskUnknownDidYouMean => (
                "There is no command or event “{0}”. Did you mean “{1}”?",
                "Tidak ada perintah atau kejadian “{0}”. Maksudnya “{1}”?"
            ),
            Message.DeskNeedsDuration => (
                "Say how long, up to a day: 5 for five minutes, or “90 s”; not “{0}”.",
                "Sebutkan lamanya, paling lama sehari: 5 untuk lima menit, atau “90 detik”; bukan “{0}”."
            ),
            Message.DeskNeedsSpeed => (
                "The speed is a whole number from 1 to 1000, or “step”; not “{0}”.",
                "Laju adalah bilangan bulat dari 1 sampai 1000, atau “langkah”; bukan “{0}”."
            ),
            Message.DeskNeedsInject => (
                "Say the number of the inject, not “{0}”.",
                "Sebutkan nomor inject, bukan “{0}”."
            ),
            Message.DeskNeedsNote => ("Say what is to be noted.", "Sebutkan yang akan dicatat."),
            Message.DeskNeedsFile => ("Say into which file.", "Sebutkan nama berkasnya."),
            Message.DeskPaused => ("The clock stands still.", "Jam berhenti sementara."),
            Message.DeskResumed => ("The clock runs.", "Jam berjalan."),
            Message.DeskStillPaused => ("The clock still stands still.", "Jam masih berhenti."),
            Message.DeskNow => ("It is {0} now.", "Sekarang {0}."),
            Message.DeskNoClock => (
                "Step by step there is no clock that could be put off.",
                "Langkah demi langkah tidak ada jam yang bisa diundur."
            ),
            Message.DeskPutOff => ("The rest is put off by {0}.", "Selebihnya diundur {0}."),
            Message.DeskUndone => (
                "Taken back: {0}. It is {1} again and the clock stands still; “{2}” goes on.",
                "Dibatalkan: {0}. Kembali ke {1} dan jam berhenti; “{2}” meneruskan."
            ),
            Message.DeskNothingToUndo => (
                "There is no event to take back.",
                "Tidak ada kejadian yang bisa dibatalkan."
            ),
            Message.DeskDelivered => ("Delivered: {0}", "Tersampaikan: {0}"),
            Message.DeskNoSuchInject => (
                "There is no inject {0}; so far there are {1}.",
                "Tidak ada inject {0}; sejauh ini ada {1}."
            ),
            Message.DeskNoted => ("Noted.", "Dicatat."),
            Message.DeskSaved => (
                "The log is in {0} from now on, all of it.",
                "Mulai sekarang catatan ada di {0}, lengkap."
            ),
            Message.DeskCantSave => (
                "{0} can't be written, or there is something in it already. The log stays where it is.",
                "{0} tidak bisa ditulis, atau sudah berisi. Catatan tetap di tempatnya."
            ),
            Message.DeskHasEnded => (
                "The drill has ended. “{0}” takes the last event back; “{1}” closes the desk.",
                "Latihan sudah berakhir. “{0}” membatalkan kejadian terakhir; “{1}” menutup meja kendali."
            ),

            // The state
            Message.DeskEnded => ("ENDED", "BERAKHIR"),
            Message.DeskClockPaused => ("PAUSED", "DIJEDA"),
            Message.DeskClockSteps => ("step by step", "langkah demi langkah"),
            Message.DeskClockPutOff => ("put off {0}", "diundur {0}"),
            Message.DeskClockRuns => ("running", "berjalan"),
            Message.DeskClockFast => ("running ×{0}", "berjalan ×{0}"),
            Message.DeskNextDue => ("next due {0}", "berikutnya {0}"),
            Message.DeskPeople => ("{0} people", "{0} orang"),
            Message.DeskAt => ("at {0}", "di {0}"),
            Message.DeskOnTheWay => ("On the way to {0}", "Menuju {0}"),
            Message.DeskBack => ("Back", "Kembali"),
            Message.DeskStandby => ("Standby", "Siaga"),
            Message.DeskCrowdPlace => ("the crowd", "massa"),
            Message.DeskDue => ("DUE", "HABIS WAKTU"),
            Message.DeskTimeline => ("What happens", "Yang terjadi"),
            Message.DeskCrowds => ("Crowd", "Massa"),
            Message.DeskInjects => ("Inject", "Inject"),
            Message.DeskExpected => ("Expected in", "Diharapkan dalam"),
            Message.DeskChoices => ("Can happen", "Bisa terjadi"),

            // Help
            Message.DeskHelpTrigger => (
                "makes an event happen now, by number or name; the number alone does too",
                "membuat kejadian terjadi sekarang, menurut nomor atau nama; nomor saja juga bisa"
            ),
            Message.DeskHelpPause => ("stops the clock", "menghentikan jam sementara"),
            Message.DeskHelpResume => ("lets the clock run on", "menjalankan jam lagi"),
            Message.DeskHelpSkip => (
                "goes ahead to what comes next, or so many minutes",
                "maju ke yang berikutnya, atau sekian menit"
            ),
            Message.DeskHelpShift => (
                "puts off all that is to come by so many minutes",
                "mengundur semua yang akan datang sekian menit"
            ),
            Message.DeskHelpSpeed => (
                "1 is real time, 10 ten times as fast, step goes by skip alone",
                "1 waktu nyata, 10 sepuluh kali lebih cepat, langkah hanya maju dengan lompat"
            ),
            Message.DeskHelpUndo => ("takes the last event back", "membatalkan kejadian terakhir"),
            Message.DeskHelpDelivered => (
                "ticks an inject off, by its number",
                "menandai inject tersampaikan, menurut nomornya"
            ),
            Message.DeskHelpNote => ("keeps a note in the log", "mencatat sesuatu di catatan"),
            Message.DeskHelpSave => ("keeps the log in another file", "menyimpan catatan di berkas lain"),
            Message.DeskHelpStatus => ("tells how things are", "menyebutkan keadaan sekarang"),
            Message.DeskHelpHelp => ("lists these commands", "menampilkan perintah ini"),
            Message.DeskHelpStop => (
                "“{0}”, or “stop”, ends the exercise at once; the log is kept",
                "“{0}”, atau “stop”, mengakhiri latihan seketika; catatan tetap ada"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(message)),
        };
}
