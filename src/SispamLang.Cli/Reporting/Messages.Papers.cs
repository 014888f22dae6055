namespace SispamLang.Cli.Reporting;

// What stands in papers and tables, and what is wrong with those that are read.
internal static partial class Messages
{
    private static (string English, string Indonesian) OfPapers(Message message) =>
        message switch
        {
            // Ledger
            Message.LedgerNotInSarif => (
                "A SARIF log has no place for the ledger: --ledger goes with --format text or json.",
                "Catatan SARIF tidak memuat perhitungan kekuatan: --ledger hanya bersama --format text atau json."
            ),
            Message.Unit => ("Unit", "Satuan"),
            Message.Kind => ("Kind", "Jenis"),
            Message.Agency => ("Agency", "Instansi"),
            Message.Units => ("Units", "Satuan"),
            Message.Personnel => ("Personnel", "Personel"),
            Message.Vehicles => ("Vehicles", "Kendaraan"),
            Message.Players => ("Players", "Pemeran"),
            Message.Together => ("Together", "Jumlah"),
            Message.Kit => ("Kit", "Perlengkapan"),
            Message.Pieces => ("Pieces", "Buah"),
            Message.PeopleOfUnits => ("People of its units", "Orang di satuannya"),
            Message.StandbyUnits => ("On standby, in no sum:", "Siaga, tidak ikut dijumlah:"),
            Message.AssumedUnits => (
                "Outside the ledger, for the drill does not declare them (the strength is an assumption of the prelude):",
                "Di luar perhitungan, karena tidak dideklarasikan (kekuatannya anggapan dari pustaka bawaan):"
            ),
            Message.NothingAnnounced => ("No strength is announced.", "Tidak ada kekuatan yang diumumkan."),
            Message.NothingToCompare => (
                "Announced: {0}. No unit of the drill says how strong it is.",
                "Diumumkan: {0}. Tidak ada satuan yang menyebutkan kekuatannya."
            ),
            Message.PersonnelAlone => ("personnel", "personel"),
            Message.PersonnelAndPlayers => ("personnel and players", "personel dan pemeran"),
            Message.SumFits => (
                "Announced: {0}. The units: {2} {1}, as announced.",
                "Diumumkan: {0}. Satuan-satuan: {2} {1}, sesuai."
            ),
            Message.SumTooSmall => (
                "Announced: {0}. The units: {2} {1}, {3} too few.",
                "Diumumkan: {0}. Satuan-satuan: {2} {1}, kurang {3}."
            ),
            Message.SumTooLarge => (
                "Announced: {0}. The units: {2} {1}, {3} too many.",
                "Diumumkan: {0}. Satuan-satuan: {2} {1}, lebih {3}."
            ),

            // Export
            Message.PaperMissing => ("Say which paper: --as {0}.", "Sebutkan dokumen yang dibuat: --as {0}."),
            Message.PaperNeedsOutput => (
                "{0} is not text: say with --output which file it goes to.",
                "{0} bukan teks: sebutkan berkas tujuannya dengan --output."
            ),
            Message.PaperRefused => ("{0}: {1}.", "{0}: {1}."),
            Message.BadDate => (
                "{0} is a date such as 2027-02-14, not {1}.",
                "{0} adalah tanggal seperti 2027-02-14, bukan {1}."
            ),

            // Import
            Message.TableMissing => (
                "Say which table: the path of an xlsx or CSV file, or - for standard input.",
                "Sebutkan tabelnya: jalur berkas xlsx atau CSV, atau - untuk masukan standar."
            ),
            Message.TableTooLarge => ("{0}: is larger than {1} MiB.", "{0}: lebih besar dari {1} MiB."),
            Message.TableNote => ("{0}: {1}", "{0}: {1}"),
            Message.BadColumn => (
                "--columns takes pairs such as time=Waktu,inject=Kegiatan, not {0}; the names before = are: {1}.",
                "--columns berisi pasangan seperti time=Waktu,inject=Kegiatan, bukan {0}; nama sebelum = adalah: {1}."
            ),
            Message.Imported => (
                "{0}: {1} rows; what was not understood stands as comments in the drill.",
                "{0}: {1} baris; yang tidak dipahami menjadi komentar di dalam latihan."
            ),

            Message.PaperForAll => (
                "{0} is the same for all: --for is for cards.",
                "{0} sama untuk semua pembaca: --for hanya untuk cards."
            ),

            Message.TraceMissing => (
                "{0} tells of a run that was held: say with --from where its trace is (sispam run --trace jsonl).",
                "{0} melaporkan latihan yang sudah dijalankan: sebutkan jejaknya dengan --from (sispam run --trace jsonl)."
            ),
            Message.TraceNotWanted => (
                "{0} is made of the drill alone: --from is for after-action.",
                "{0} dibuat dari latihan saja: --from untuk after-action."
            ),
            Message.TraceLineBad => (
                "{0}:{1}: not an entry of a trace. A trace is what sispam run --trace jsonl writes, one JSON object a line.",
                "{0}:{1}: bukan catatan jejak. Jejak adalah hasil sispam run --trace jsonl, satu objek JSON per baris."
            ),
            Message.TraceNoStart => (
                "{0}: the trace does not begin with a start, so it does not say of which drill it is.",
                "{0}: jejak ini tidak dimulai dengan awal latihan, jadi tidak jelas jejak latihan yang mana."
            ),
            Message.TraceOfOther => (
                "{0}: a trace of another drill, or of another text of this one (source {1}; this drill is {2}).",
                "{0}: jejak latihan lain, atau naskah lain dari latihan ini (sumber {1}; latihan ini {2})."
            ),
            Message.TraceDiffers => (
                "{0}:{1}: the drill does something else here. The trace was changed, or a part of it is missing.",
                "{0}:{1}: di sini latihan berjalan lain. Jejaknya diubah, atau sebagian hilang."
            ),
            _ => OfDesk(message),
        };
}
