using System.Collections.Immutable;
using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Services.Completion;

/// <summary>Whole pieces with gaps to fill.</summary>
/// <remarks>In a pattern <c>{Deploy}</c> is a word of the language, and <c>[1:Massa]</c> a gap; <c>[1:Name|Nama]</c> holds
/// something else in each dialect.</remarks>
internal static class Snippets
{
    public static Snippet Personnel { get; } = Snippet.OfValue("[1:38] {PersonnelCount}");

    public static Snippet Vehicles { get; } = Snippet.OfValue("[1:1] {Vehicles}");

    public static Snippet Players { get; } = Snippet.OfValue("[1:60] {Players}");

    public static Snippet People { get; } = Snippet.OfValue("[1:200] {People}");

    public static Snippet ByChance { get; } = Snippet.OfValue("[1:10]% {Every} [2:15] {Minutes}");

    public static Snippet Minutes { get; } = Snippet.OfValue("[1:5] {Minutes}");

    public static Snippet Seconds { get; } = Snippet.OfValue("[1:30] {Seconds}");

    public static Snippet Hours { get; } = Snippet.OfValue("[1:1] {Hours}");

    public static Snippet Percentage { get; } = Snippet.OfValue("[1:50]%");

    public static Snippet Text { get; } = Snippet.OfValue("\"[1:]\"");

    public static Snippet Clock { get; } = Snippet.OfValue("[1:09]:[2:00]");

    public static Snippet Date { get; } = Snippet.OfValue("[1:2024]-[2:11]-[3:27]");

    private static readonly ImmutableArray<Snippet> Declarations =
    [
        new(
            "{Drill} …",
            """
            {Drill} "[1:Sispamkota]":
              {Operation} "[2:Operation|Operasi]"
              {Date} [3:2024-11-27]
              {Starts} [4:09:00] {Wib}
              {SafetyOfficer} [5:Kasi Propam]
              {StopWord} "[6:Drill stops|Latihan berhenti]"
              {Follows} [7:perkap-1-2009]
            """
        ),
        new("{Place} …", "{Place} [1:KPU]: {Risk} [2:{Medium}]"),
        new(
            "{Unit} …",
            "{Unit} [1:Dalmas Lanjut]: [2:38] {PersonnelCount} {Of} [3:Sat Samapta], {ReadyIn} [4:3] {Minutes}"
        ),
        new("{Formation} …", "{Formation} [1:Name|Nama]: [2:Dalmas Awal], [3:Dalmas Lanjut]"),
        new("{Role} …", "{Role} [1:Danki Lanjut] {Commands} [2:Dalmas Lanjut]"),
        new("{Crowd} …", "{Crowd} [1:Massa]: [2:200] {People}, [3:restless|gelisah]"),
        new(
            "{Temper} …",
            """
            {Temper} [1:Name|Nama]:
              {EscalatesEvery} [2:4..8] {Minutes} [3:60]%
              {Calms} [4:10]%
              {LeavesWhen} {Calm} [5:20..40] {Minutes}
            """
        ),
        new(
            "{Tactic} …",
            """
            {Tactic} [1:name|nama]: {Force} [2:3], {Uses} [3:Dalmas], {Lasts} [4:1..3] {Minutes}
              {AnyCrowd} {CrowdCalms} [5:30]%
            """
        ),
        new("{Event} …", "{Event} [1:name|nama]: {WhenRaised}"),
        new("{Counter} …", "{Counter} [1:injured|korban]: 0..[2:50]"),
        new("{Param} …", "{Param} [1:name|nama] = [2:5] {Minutes} {From} [3:1] {Minutes} {To} [4:15] {Minutes}"),
        new(
            "{Phase} …",
            """
            {Phase} [1:Name|Nama] {For} [2:30] {Minutes}:
              {AtStart} -> {Announce} "[3:]"
              {Until} {AnyCrowd} {CrowdDisperses}
            """
        ),
        new(
            "{Throughout} …",
            """
            {Throughout}:
              {If} {Anarchic} -> {Announce} "[1:]"
            """
        ),
        new("{Require} … {Before}", "{Require} [1:warn|himbau] {AnyCrowd} {Before} [2:water cannon]"),
        new("{Never} … {While}", "{Never} [1:water cannon] {While} {Calm}"),
        new(
            "{Expect} … {Within}",
            "{Expect} [1:Dalmas Lanjut] {Arrives} {Within} [2:10] {Minutes} {Of} {AnyCrowd} {CrowdEscalates}"
        ),
        new(
            "{Test} …",
            """
            {Test} "[1:]":
              {StartPhase} [2:Name|Nama]
              {AnyCrowd} {CrowdEscalates}
              {After} [3:10] {Minutes}
              {Expect} [4:water cannon]
            """
        ),
    ];

    private static readonly ImmutableArray<Snippet> Rules =
    [
        new("{AnyCrowd} {CrowdEscalates} ->", "{AnyCrowd} {CrowdEscalates} -> [1:]"),
        new("{If} … ->", "{If} [1:{Anarchic}] -> [2:]"),
        new("{AtStart} ->", "{AtStart} -> [1:]"),
        new("{After} … ->", "{After} [1:5] {Minutes} -> [2:]"),
    ];

    private static readonly ImmutableArray<Snippet> Actions =
    [
        new("{Deploy} … {To}", "{Deploy} [1:Dalmas Lanjut] {To} [2:KPU]"),
        new("{LapisGanti} … {To}", "{LapisGanti} [1:Dalmas Awal] {To} [2:Dalmas Lanjut]"),
        new("{If} …: … {Otherwise}", "{If} [1:{Anarchic}]: [2:] {Otherwise}: [3:]"),
        new("{Chance} …: … {Otherwise}", "{Chance} [1:50]%: [2:] {Otherwise}: [3:]"),
        new("{Inject} …", "{Inject} \"[1:]\" {From} [2:Padal] {To} [3:Kabag Ops] {Via} [4:radio]"),
        new("{Wait} {Until} …", "{Wait} {Until} [1:{Calm}] {UpTo} [2:10] {Minutes}: [3:] {Otherwise}: [4:]"),
    ];

    /// <summary>All whole pieces.</summary>
    public static IEnumerable<Snippet> All => Declarations.Concat(Rules).Concat(Actions);

    /// <summary>Offers the whole pieces that can begin at a place.</summary>
    public static void Add(CompletionContext context, Offers offers)
    {
        var expected = context.Expected;
        var fitting =
            expected.Positions.Contains(WordPosition.Declaration) ? Declarations
            : expected.Terms.Contains(Term.ATrigger) ? Rules
            : expected.Terms.Contains(Term.AnAction) && context.UseOfAction == PhraseUse.Action ? Actions
            : [];
        foreach (var snippet in fitting)
        {
            offers.AddTemplate(snippet);
        }
    }
}

/// <summary>A piece with gaps.</summary>
/// <param name="Label">What a list shows; a pattern too.</param>
/// <param name="Pattern">What is written.</param>
internal sealed record Snippet(string Label, string Pattern)
{
    /// <summary>It is a value, and shown as it is.</summary>
    public bool IsValue { get; private init; }

    /// <summary>A value with gaps.</summary>
    public static Snippet OfValue(string pattern) => new(pattern, pattern) { IsValue = true };

    /// <summary>The label in a dialect.</summary>
    public string LabelIn(Dialect dialect) => Read(Label, dialect).ToString();

    /// <summary>The text in a dialect.</summary>
    public TemplateText TextIn(Dialect dialect) => Read(Pattern, dialect);

    private static TemplateText Read(string pattern, Dialect dialect)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var text = new StringBuilder();
        var gap = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '{':
                    var end = pattern.IndexOf('}', i);
                    text.Append(WordNamed(pattern.Substring(i + 1, end - i - 1), dialect));
                    i = end;
                    break;
                case '[':
                    Flush();
                    gap = pattern[i + 1] - '0';
                    i += 2; // Over the number and the colon.
                    break;
                case ']':
                    parts.Add(new TemplatePart(InDialect(text.ToString(), dialect), gap));
                    text.Clear();
                    gap = 0;
                    break;
                case '\r':
                    break;
                default:
                    text.Append(pattern[i]);
                    break;
            }
        }

        Flush();
        return new TemplateText(parts.ToImmutable());

        void Flush()
        {
            if (text.Length > 0)
            {
                parts.Add(new TemplatePart(text.ToString(), 0));
                text.Clear();
            }
        }
    }

    private static string InDialect(string both, Dialect dialect)
    {
        var bar = both.IndexOf('|');
        return bar < 0 ? both
            : dialect == Dialect.English ? both.Substring(0, bar)
            : both.Substring(bar + 1);
    }

    private static string WordNamed(string concept, Dialect dialect) =>
        Words.Canonical((Concept)Enum.Parse(typeof(Concept), concept), dialect);
}
