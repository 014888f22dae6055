namespace SispamLang.Diagnostics;

/// <summary>Nouns that fill the gaps of messages, in the reader's language.</summary>
public enum Term
{
#pragma warning disable CS1591 // The table below says it in two languages.
    AName,
    ADuration,
    ANumber,
    APercentage,
    AClockTime,
    ADate,
    AString,
    AValue,
    ACondition,
    AnAction,
    ATrigger,
    AColon,
    AnArrow,
    AClause,
    ADeclaration,
    ARule,
    AComparison,
    ARange,
    APhase,
    AUnit,
    ACrowd,
    APlace,
    ARole,
    ATactic,
    AnEvent,
    ACounter,
    AParam,
    ATemper,
    AFormation,
    AMood,
    AKind,
    AUnitOrFormation,
    AHandOver,
    APeopleCount,
    ADoctrine,
    AStep,
    AThreat,
    AProperty,
    AnEventOrCondition,
    ADoctrineRule,
    EndOfLine,
    EndOfFile,
    Nothing,
    DeclaredHere,
    UsedHere,
#pragma warning restore CS1591
}

/// <summary>The words of <see cref="Term"/>.</summary>
public static class Terms
{
    private static readonly Dictionary<Term, (string English, string Indonesian)> Table = new()
    {
        [Term.AName] = ("a name", "nama"),
        [Term.ADuration] = ("a duration such as 5 min", "lama waktu seperti 5 menit"),
        [Term.ANumber] = ("a number", "angka"),
        [Term.APercentage] = ("a percentage such as 60%", "persentase seperti 60%"),
        [Term.AClockTime] = ("a clock time such as 09:30", "jam seperti 09:30"),
        [Term.ADate] = ("a date such as 2024-08-24", "tanggal seperti 2024-08-24"),
        [Term.AString] = ("a text in quotes", "teks dalam tanda kutip"),
        [Term.AValue] = ("a value", "nilai"),
        [Term.ACondition] = ("a condition", "syarat"),
        [Term.AnAction] = ("an action", "tindakan"),
        [Term.ATrigger] = ("a trigger", "pemicu"),
        [Term.AColon] = ("a colon", "titik dua"),
        [Term.AnArrow] = ("an arrow ->", "panah ->"),
        [Term.AClause] = ("a clause", "keterangan"),
        [Term.ADeclaration] = ("a declaration", "deklarasi"),
        [Term.ARule] = ("a rule", "aturan"),
        [Term.AComparison] = ("a comparison", "perbandingan"),
        [Term.ARange] = ("a range such as 0..50", "rentang seperti 0..50"),
        [Term.APhase] = ("a phase", "fase"),
        [Term.AUnit] = ("a unit", "satuan"),
        [Term.ACrowd] = ("a crowd", "massa"),
        [Term.APlace] = ("a place", "tempat"),
        [Term.ARole] = ("a role", "peran"),
        [Term.ATactic] = ("a tactic", "taktik"),
        [Term.AnEvent] = ("an event", "kejadian"),
        [Term.ACounter] = ("a counter", "penghitung"),
        [Term.AParam] = ("a param", "parameter"),
        [Term.ATemper] = ("a temper", "watak"),
        [Term.AFormation] = ("a formation", "formasi"),
        [Term.AMood] = ("a mood", "suasana massa"),
        [Term.AKind] = ("a kind of unit", "jenis satuan"),
        [Term.AUnitOrFormation] = ("a unit or formation", "satuan atau formasi"),
        [Term.AHandOver] = ("a hand-over", "serah terima"),
        [Term.APeopleCount] = ("a size such as 150 people", "jumlah seperti 150 orang"),
        [Term.ADoctrine] = ("a doctrine", "doktrin"),
        [Term.AThreat] = ("a threat such as passive or active", "ancaman seperti pasif atau aktif"),
        [Term.AStep] = ("a step of a test", "langkah uji"),
        [Term.AProperty] = (
            "a property (never, always, expect, require)",
            "sifat (jangan, selalu, harapkan, wajibkan)"
        ),
        [Term.AnEventOrCondition] = ("something that happens or holds", "sesuatu yang terjadi atau berlaku"),
        [Term.ADoctrineRule] = ("a rule of a doctrine", "aturan doktrin"),
        [Term.EndOfLine] = ("the end of the line", "akhir baris"),
        [Term.EndOfFile] = ("the end of the file", "akhir berkas"),
        [Term.Nothing] = ("nothing", "kosong"),
        [Term.DeclaredHere] = ("declared here", "dideklarasikan di sini"),
        [Term.UsedHere] = ("used here", "dipakai di sini"),
    };

    /// <summary>The term in a language.</summary>
    public static string In(this Term term, Dialects.Dialect language) =>
        language == Dialects.Dialect.English ? Table[term].English : Table[term].Indonesian;
}
