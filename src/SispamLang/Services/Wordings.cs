using System.Globalization;
using SispamLang.Dialects;

namespace SispamLang.Services;

/// <summary>The words of <see cref="Wording"/>.</summary>
internal static class Wordings
{
    private static readonly Dictionary<Wording, (string English, string Indonesian)> Table = new()
    {
        [Wording.AlsoCalled] = ("Also: {0}", "Nama lain: {0}"),
        [Wording.FromPrelude] = ("Comes with the language", "Bawaan bahasa ini"),
        [Wording.UsedIn] = ("Named in {0}", "Disebut dalam {0}"),
        [Wording.List] = ("{0} and {1}", "{0} dan {1}"),
        [Wording.OrLast] = ("{0} or {1}", "{0} atau {1}"),
        [Wording.AssumedStrength] = (
            "Comes with the language; its strength is an assumption",
            "Bawaan bahasa ini; kekuatannya anggapan"
        ),
        [Wording.StrengthUnknown] = ("No strength given", "Kekuatan tidak disebutkan"),
        [Wording.PersonnelOf] = ("{0} of {1}", "{0} dari {1}"),
        [Wording.IsOfKind] = ("Kind: {0}", "Jenis: {0}"),
        [Wording.ReadyIn] = ("There {0} after the order", "Tiba {0} setelah perintah"),
        [Wording.ReadyAtOnce] = ("There as soon as it is ordered", "Tiba begitu diperintah"),
        [Wording.Carries] = ("Brings {0}", "Membawa {0}"),
        [Wording.OnStandby] = ("On standby: held ready, not played", "Siaga: disiapkan, tidak dimainkan"),
        [Wording.CommandedBy] = ("Commanded by {0}", "Dipimpin oleh {0}"),
        [Wording.InFormation] = ("Part of {0}", "Bagian dari {0}"),
        [Wording.PlaysCrowd] = ("Plays {0}", "Memerankan {0}"),
        [Wording.ConsistsOf] = ("Consists of {0}", "Terdiri atas {0}"),
        [Wording.TogetherStrong] = ("Together {0}", "Seluruhnya {0}"),
        [Wording.Commands] = ("Commands {0}", "Memimpin {0}"),
        [Wording.CommandsNobody] = ("Commands no unit", "Tidak memimpin satuan"),
        [Wording.RiskIs] = ("Risk: {0}", "Kerawanan: {0}"),
        [Wording.RiskInPhase] = ("Risk in {0}: {1}", "Kerawanan dalam {0}: {1}"),
        [Wording.CrowdsHere] = ("{0} gathers here", "{0} berkumpul di sini"),
        [Wording.ForceLevel] = ("Force {0} of 6: {1}", "Kekuatan {0} dari 6: {1}"),
        [Wording.ForceLevel1] = ("presence", "kehadiran"),
        [Wording.ForceLevel2] = ("words", "perintah lisan"),
        [Wording.ForceLevel3] = ("soft hand", "tangan kosong lunak"),
        [Wording.ForceLevel4] = ("hard hand", "tangan kosong keras"),
        [Wording.ForceLevel5] = ("blunt or chemical", "tumpul atau kimia"),
        [Wording.ForceLevel6] = ("firearm", "senjata api"),
        [Wording.IsOfClass] = ("Class: {0}", "Golongan: {0}"),
        [Wording.Lasts] = ("Lasts {0}", "Berlangsung {0}"),
        [Wording.TakesNoTime] = ("Takes no time", "Tidak memakan waktu"),
        [Wording.AtItsEnd] = ("At its end: {0}", "Pada akhirnya: {0}"),
        [Wording.RestNoEffect] = ("no effect {0}", "tanpa pengaruh {0}"),
        [Wording.DoneBy] = ("Done by {0}", "Dilakukan oleh {0}"),
        [Wording.DoneByHere] = ("Done by {0}; in this drill {1}", "Dilakukan oleh {0}; dalam latihan ini {1}"),
        [Wording.DoneByAnybody] = ("Anybody can do it", "Dapat dilakukan siapa saja"),
        [Wording.DoctrineSpeaks] = ("Doctrine: {0}", "Doktrin: {0}"),
        [Wording.PeopleAndTemper] = ("{0} people, {1}", "{0} orang, {1}"),
        [Wording.GathersIn] = ("Gathers {0}", "Berkumpul dalam keadaan {0}"),
        [Wording.GathersAt] = ("At {0}", "Di {0}"),
        [Wording.GathersFrom] = ("From {0}", "Sejak {0}"),
        [Wording.GrowsTo] = ("Grows to {0} over {1}", "Bertambah menjadi {0} dalam {1}"),
        [Wording.PlayedBy] = ("Played by {0}", "Diperankan oleh {0}"),
        [Wording.LifeThreateningCrowd] = ("Threatens lives while it is anarchic", "Mengancam jiwa selagi anarkis"),
        [Wording.GathersAfter] = ("Gathers {0} into its phase", "Berkumpul {0} setelah fasenya mulai"),
        [Wording.RollsEvery] = ("Every {0}: {1}", "Setiap {0}: {1}"),
        [Wording.RollsEveryWhile] = ("Every {0} while {2}: {1}", "Setiap {0} selagi {2}: {1}"),
        [Wording.LeavesAfter] = ("Goes home after {0} of being {1}", "Pulang setelah {0} dalam keadaan {1}"),
        [Wording.OnlyScripted] = (
            "Does nothing by itself: rules, tests and the controller move it",
            "Tidak berbuat sendiri: digerakkan aturan, uji, dan pengendali"
        ),
        [Wording.MoodMeans] = ("Situation {0}, threat: {1}", "Situasi {0}, ancaman: {1}"),
        [Wording.RolledEvery] = ("Every {0} it happens by a chance of {1}", "Setiap {0} terjadi dengan peluang {1}"),
        [Wording.AtClock] = ("Happens at {0}", "Terjadi pada {0}"),
        [Wording.RaisedBy] = ("Raised by {0}", "Dipicu oleh {0}"),
        [Wording.RaisedFromOutside] = (
            "No rule raises it: only the controller or a test",
            "Tidak ada aturan yang memicunya: hanya pengendali atau uji"
        ),
        [Wording.LifeThreateningEvent] = (
            "Threatens lives until the phase ends",
            "Mengancam jiwa sampai fase berakhir"
        ),
        [Wording.CounterBounds] = ("From {0} to {1}, starts at {2}", "Dari {0} sampai {1}, mulai dari {2}"),
        [Wording.ChangedBy] = ("Changed by {0}", "Diubah oleh {0}"),
        [Wording.ParamBounds] = ("{0}, from {1} to {2}", "{0}, dari {1} sampai {2}"),
        [Wording.PhaseLasts] = ("Lasts {0}", "Berlangsung {0}"),
        [Wording.PhaseUntil] = ("Ends at: {0}", "Berakhir ketika: {0}"),
        [Wording.PhaseEndsItself] = (
            "Ends when nothing is left to happen in it",
            "Berakhir ketika tidak ada lagi yang dapat terjadi di dalamnya"
        ),
        [Wording.FirstPhase] = ("The first phase", "Fase pertama"),
        [Wording.ComesAfter] = ("Comes after {0}", "Setelah {0}"),
        [Wording.ReachedBy] = ("Gone to by {0}", "Dituju oleh {0}"),
        [Wording.RuleCount] = ("Rules: {0}", "Aturan: {0}"),
        [Wording.Write] = ("Write “{0}”", "Tulis “{0}”"),
        [Wording.WriteNearest] = ("Write “{0}”, the nearest allowed", "Tulis “{0}”, nilai terdekat yang boleh"),
        [Wording.Insert] = ("Insert “{0}”", "Sisipkan “{0}”"),
        [Wording.Remove] = ("Remove “{0}”", "Hapus “{0}”"),
        [Wording.RemoveComment] = ("Remove this comment", "Hapus komentar ini"),
        [Wording.RemoveDeclaration] = ("Remove this declaration", "Hapus deklarasi ini"),
        [Wording.Declare] = ("Declare “{0}” as {1}", "Deklarasikan “{0}” sebagai {1}"),
        [Wording.CallIt] = ("Call it “{0}”", "Beri nama “{0}”"),
        [Wording.UseBlanks] = ("Indent the whole file with blanks", "Pakai spasi di awal semua baris berkas ini"),
        [Wording.AlignLine] = ("Align with the lines it belongs with", "Sejajarkan dengan baris lain di bloknya"),
        [Wording.MoveToFirstLine] = ("Move to the first line", "Pindahkan ke baris pertama"),
        [Wording.MoveToFront] = ("Make it the first step", "Jadikan langkah pertama"),
        [Wording.GiveReason] = ("Give a reason", "Tulis alasannya"),
        [Wording.AddToDrill] = ("Add “{0}” to the drill", "Tambahkan “{0}” pada latihan"),
        [Wording.StartWithPhase] = ("Start with a phase", "Mulai dengan satu fase"),
        [Wording.Waive] = ("Waive {0}, with a reason", "Kecualikan {0}, dengan alasan"),
        [Wording.Ignore] = ("Ignore {0} here, with a reason", "Abaikan {0} di sini, dengan alasan"),
        [Wording.Everywhere] = ("{0}: all {1} in this file", "{0}: semua {1} di berkas ini"),
        [Wording.FixAll] = ("Fix all that is safe to fix", "Perbaiki semua yang aman diperbaiki"),
        [Wording.OnOneLine] = ("Write this block on one line", "Tulis blok ini dalam satu baris"),
        [Wording.OnLines] = ("Write this block on lines of its own", "Tulis blok ini pada baris-baris tersendiri"),
        [Wording.MoveToThroughout] = (
            "Move this rule of every phase to “{0}”",
            "Pindahkan aturan setiap fase ini ke “{0}”"
        ),
        [Wording.ExtractLibrary] = ("Move to the file “{0}” and use it", "Pindahkan ke berkas “{0}” dan pakai"),
        [Wording.Translate] = ("Translate this file into {0}", "Terjemahkan berkas ini ke {0}"),
        [Wording.English] = ("English", "bahasa Inggris"),
        [Wording.Indonesian] = ("Bahasa Indonesia", "Bahasa Indonesia"),
        [Wording.ReasonHere] = ("(write the reason here)", "(tulis alasannya di sini)"),
        [Wording.TextHere] = ("(write the text here)", "(tulis teksnya di sini)"),
        [Wording.LibraryName] = ("library", "pustaka"),

        [Wording.OtherLanguage] = ("In Indonesian: {0}", "Dalam bahasa Inggris: {0}"),
        [Wording.Edition] = ("Edition {0}", "Edisi {0}"),
        [Wording.ConfidenceRecalled] = (
            "Confidence: recalled, to be checked against the text",
            "Keyakinan: ingatan, harus dicocokkan dengan naskahnya"
        ),
        [Wording.ConfidenceMedium] = (
            "Confidence: medium, from one secondary source",
            "Keyakinan: sedang, dari satu sumber sekunder"
        ),
        [Wording.ConfidenceHigh] = (
            "Confidence: high, read in a source that quotes it",
            "Keyakinan: tinggi, dibaca di sumber yang mengutipnya"
        ),
        [Wording.DoctrineAsks] = ("Asks: {0}", "Meminta: {0}"),
        [Wording.WaivedBecause] = ("Waived: {0}", "Dikecualikan: {0}"),
        [Wording.NothingToRename] = (
            "Nothing here has a name that can be changed.",
            "Di sini tidak ada nama yang dapat diganti."
        ),
        [Wording.ComesWithLanguage] = (
            "“{0}” comes with the language; its name can't be changed. Declare one of your own instead.",
            "“{0}” bawaan bahasa ini; namanya tidak dapat diganti. Deklarasikan milik Anda sendiri."
        ),
        [Wording.DoctrineNamesStay] = (
            "Doctrines and their rules keep the names that planners cite them by.",
            "Doktrin dan aturannya tetap bernama seperti yang dirujuk para perencana."
        ),
        [Wording.NameIsEmpty] = ("A name can't be empty.", "Nama tidak boleh kosong."),
        [Wording.NameHasBadSigns] = ("A name stands on one line.", "Nama berada pada satu baris."),
        [Wording.NameIsTaken] = (
            "“{0}” is the name of something else already, in {1}.",
            "“{0}” sudah menjadi nama yang lain, di {1}."
        ),
        [Wording.KindWouldChange] = (
            "With that name the unit would no longer be of the kind {0}. Write “{1} {0}” in its declaration first.",
            "Dengan nama itu satuan ini tidak lagi berjenis {0}. Tulis dahulu “{1} {0}” dalam deklarasinya."
        ),
        [Wording.WouldReadOtherwise] = (
            "With the name “{0}”, {1} line {2} would be read differently.",
            "Dengan nama “{0}”, {1} baris {2} akan terbaca lain."
        ),
        [Wording.WouldBeWrong] = ("With the name “{0}”: {1}", "Dengan nama “{0}”: {1}"),
        [Wording.RunTest] = ("run this test", "jalankan uji ini"),
        [Wording.RunFromPhase] = ("run from here", "jalankan dari sini"),
        [Wording.OrderedInPhase] = ("ordered: {0}", "dikerahkan: {0}"),
        [Wording.OneReference] = ("{0} reference", "{0} acuan"),
        [Wording.ReferenceCount] = ("{0} references", "{0} acuan"),
    };

    /// <summary>The words in a language, with their gaps filled.</summary>
    public static string In(this Wording wording, Dialect language, params object[] gaps)
    {
        var text = language == Dialect.English ? Table[wording].English : Table[wording].Indonesian;
        return gaps.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, gaps);
    }
}
