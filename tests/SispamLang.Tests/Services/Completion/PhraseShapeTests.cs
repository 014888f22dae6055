using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Services.Completion;
using SispamLang.Text;

namespace SispamLang.Tests.Services.Completion;

/// <summary>What completion takes for a phrase, the binder can read. (That it misses none, <see cref="ExamplesTests"/> shows.)</summary>
public sealed class PhraseShapeTests
{
    private const string Drill = """
        place KPU
        unit Dalmas Awal: 38 personnel, with 30 shields
        unit Dalmas Lanjut: 38 personnel
        role Danki commands Dalmas Awal, Dalmas Lanjut
        crowd Massa: 100 people
        event bomb threat
        counter injured: 0..9
        phase Rekap for 10 min

        """;

    public static TheoryData<string> Phrases =>
        [
            .. Lines(Term.ATrigger, PhraseUse.Event, "phase A for 1 min: {0} -> announce \"x\""),
            .. Lines(Term.ACondition, PhraseUse.State, "phase A for 1 min: if {0} -> announce \"x\""),
            .. Lines(Term.AnEventOrCondition, PhraseUse.Event | PhraseUse.State | PhraseUse.Asked, "never {0}"),
            .. Lines(Term.AnAction, PhraseUse.Action, "phase A for 1 min: at start -> {0}"),
            .. Lines(Term.AnAction, PhraseUse.Raised, "test \"a\": {0}"),
            .. Lines(Term.ARisk, default, "place B: risk {0}"),
            .. Lines(Term.ARiskOfPlace, default, "phase A for 1 min: risk {0}"),
            .. Lines(Term.AMood, default, "crowd B: 10 people, gathers {0}"),
            .. Lines(Term.AThreat, default, "never threat >= {0}"),
            .. Lines(Term.AnEffect, default, "tactic shout: {0} 30%"),
        ];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_that_is_offered_can_be_read(string line)
    {
        var text = new SourceText("drill.sispam", Drill + line);

        var compilation = Compilation.Create(text, UseResult.None, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    private static IEnumerable<TheoryDataRow<string>> Lines(Term what, PhraseUse use, string frame) =>
        from shape in PhraseShape.For(what, use)
        from phrase in Written(shape)
        select new TheoryDataRow<string>(frame.Replace("{0}", phrase, StringComparison.Ordinal));

    // One phrase for each word that may stand in it.
    private static IEnumerable<string> Written(PhraseShape shape)
    {
        IEnumerable<string> phrases = [""];
        foreach (var part in shape.Parts)
        {
            phrases = phrases.SelectMany(_ => Spellings(part), (before, next) => (before + " " + next).Trim()).ToList();
        }

        return phrases.Select(phrase => phrase + Rest(shape, phrase));
    }

    private static IEnumerable<string> Spellings(PhrasePart part) =>
        part.Name is { } what ? [NameOf(what)] : part.Words.Select(word => Words.Canonical(word, Dialect.English));

    private static string Rest(PhraseShape shape, string phrase) =>
        shape.IsCompared ? " >= " + (phrase.EndsWith("threat", StringComparison.Ordinal) ? "active" : "3")
        : shape.Form is { } form
            ? (form.Object == Term.AString ? " \"x\"" : "")
                + string.Concat(
                    form.Clauses.Where(clause => clause.IsRequired)
                        .Select(clause => Clause(clause.Word, NameOf(clause.What)))
                )
        : string.Concat(
            shape.Next.Select(word =>
                Clause(
                    word,
                    word switch
                    {
                        Concept.By => "Danki",
                        Concept.At => "KPU",
                        Concept.With when !phrase.StartsWith("relieve", StringComparison.Ordinal) => "shields",
                        _ => "Dalmas Lanjut",
                    }
                )
            )
        );

    private static string Clause(Concept word, string value) =>
        " " + Words.Canonical(word, Dialect.English) + " " + value;

    private static string NameOf(Term what) =>
        what switch
        {
            Term.AUnitOrFormation => "Dalmas Awal",
            Term.APlace => "KPU",
            Term.ARole => "Danki",
            Term.ACrowd => "Massa",
            Term.ATactic => "water cannon",
            Term.AnEvent => "bomb threat",
            Term.ACounter => "injured",
            Term.APhase => "Rekap",
            Term.ACondition => "anarchic",
            Term.ADuration => "5 min",
            Term.ANumber => "1",
            Term.AName => "less-lethal",
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
}
