using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Ledger;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>What every paper of a drill is made of.</summary>
public sealed class DrillPaper
{
    /// <summary>The material of papers.</summary>
    /// <param name="compilation">The drill.</param>
    /// <param name="reference">A run of it, for times.</param>
    /// <param name="language">The language of the paper.</param>
    /// <param name="toolVersion">The version of the tool that makes it.</param>
    public DrillPaper(Compilation compilation, ReferenceRun reference, Dialect language, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(reference);
        Compilation = compilation;
        Reference = reference;
        Language = language;
        Texts = PaperTexts.In(language);
        Values = new PaperValues(language);
        Prose = new Prose(compilation.Drill, language);
        Marking = new Marking(
            Facts.Title,
            compilation.SourceHash,
            [.. Drill.Doctrines.Select(doctrine => doctrine.NameAndEdition)],
            reference.Seed,
            toolVersion,
            language
        );
    }

    /// <summary>The drill, and what was found wrong with it.</summary>
    public Compilation Compilation { get; }

    /// <summary>The drill.</summary>
    public BoundDrill Drill => Compilation.Drill;

    /// <summary>What the drill says of itself.</summary>
    public DrillFacts Facts => Drill.Facts;

    /// <summary>What the engines run.</summary>
    public DrillProgram Program => Reference.Program;

    /// <summary>The drill as entries of a trace speak of it.</summary>
    public DrillInfo Info => Reference.Info;

    /// <summary>The run that times come from.</summary>
    public ReferenceRun Reference { get; }

    /// <summary>The language of the paper.</summary>
    public Dialect Language { get; }

    /// <summary>What it carries.</summary>
    public Marking Marking { get; }

    /// <summary>Whom it is for.</summary>
    public Audience Audience { get; init; }

    /// <summary>What happened when the drill was held; null unless a trace of it was given.</summary>
    public ActualRun? Actual { get; init; }

    /// <summary>The day of its rehearsal, if there is one.</summary>
    public DateOnly? Rehearsal { get; init; }

    /// <summary>The day on which it is played on the map, if there is one.</summary>
    public DateOnly? Game { get; init; }

    /// <summary>The day of the drill, if it says.</summary>
    internal DateOnly? Day => PaperValues.Day(Facts.Date);

    /// <summary>Its texts.</summary>
    internal PaperTexts Texts { get; }

    /// <summary>How it writes values.</summary>
    internal PaperValues Values { get; }

    /// <summary>How it tells what the drill says.</summary>
    internal Prose Prose { get; }

    /// <summary>Who and what the drill has.</summary>
    internal StrengthLedger Ledger => field ??= StrengthLedger.Of(Drill);

    /// <summary>What a longer name adds to the name; empty if it says the same.</summary>
    internal string TitleOf(Symbol symbol) =>
        symbol.Title.Equals(symbol.NameIn(Language), StringComparison.OrdinalIgnoreCase) ? "" : symbol.Title;

    /// <summary>The canonical word of a concept, in the language of the paper.</summary>
    internal string Word(Concept concept) => Words.Canonical(concept, Language);

    /// <summary>A time of the drill: T+00:12, and the time of day if the drill says when it starts.</summary>
    internal string Time(long ms) =>
        Facts.StartsAtMs is { } start
            ? PaperValues.Elapsed(ms) + " (" + Values.Clock(start + ms, Facts.Zone) + ")"
            : PaperValues.Elapsed(ms);
}
