using System.Collections.Immutable;
using SispamLang.Analysis.Simulation;

namespace SispamLang.Export;

/// <summary>A part of the report of many runs, for whatever shows it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Sentences">What it says.</param>
/// <param name="Tables">The figures.</param>
public sealed record StudySection(
    string Title,
    ImmutableArray<string> Sentences,
    params ImmutableArray<StudyTable> Tables
)
{
    /// <summary>The figures as drawings, each of the numbers of a table here.</summary>
    public ImmutableArray<StudyChart> Charts { get; init; } = [];
}

/// <summary>A table.</summary>
/// <param name="Names">How many columns, from the left, are names; the others are numbers.</param>
/// <param name="Headings">The heads of the columns.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record StudyTable(
    int Names,
    ImmutableArray<string> Headings,
    ImmutableArray<ImmutableArray<string>> Rows
);

/// <summary>Something to draw.</summary>
/// <param name="Title">What it shows.</param>
public abstract record StudyChart(string Title);

/// <summary>Shares of runs as bars, each with its interval.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Bars">The bars, from the top.</param>
public sealed record ShareChart(string Title, ImmutableArray<ShareBar> Bars) : StudyChart(Title);

/// <summary>A share of runs.</summary>
/// <param name="Label">Of which.</param>
/// <param name="Hits">How many.</param>
/// <param name="Runs">Of how many.</param>
/// <param name="Asked">The share that was asked for, or null.</param>
public sealed record ShareBar(string Label, long Hits, long Runs, double? Asked = null);

/// <summary>In which share of runs something has come by a time.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Curves">One for each thing.</param>
public sealed record TimeChart(string Title, ImmutableArray<TimeCurve> Curves) : StudyChart(Title);

/// <summary>When something comes.</summary>
/// <param name="Label">What.</param>
/// <param name="Colour">Its colour in the drawing, as CSS writes it.</param>
/// <param name="Values">The times of the runs in which it comes.</param>
/// <param name="Runs">Of how many runs.</param>
public sealed record TimeCurve(string Label, string Colour, Distribution Values, long Runs);

/// <summary>How many runs take how long.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Values">The times.</param>
/// <param name="Unit">What is counted.</param>
public sealed record HistogramChart(string Title, Distribution Values, string Unit) : StudyChart(Title);

/// <summary>What each param does to a figure, the one that matters most on top.</summary>
/// <param name="Title">The figure.</param>
/// <param name="Base">The figure of the drill as it stands, or null if it has none.</param>
/// <param name="Full">Where the scale ends; it begins at 0.</param>
/// <param name="Bars">One for each param.</param>
public sealed record EffectChart(string Title, double? Base, double Full, ImmutableArray<EffectBar> Bars)
    : StudyChart(Title);

/// <summary>What a param does to a figure.</summary>
/// <param name="Label">The param.</param>
/// <param name="Least">The least value of the figure.</param>
/// <param name="LeastLabel">It in words, with the param's value.</param>
/// <param name="Most">The most.</param>
/// <param name="MostLabel">It in words, with the param's value.</param>
public sealed record EffectBar(string Label, double Least, string LeastLabel, double Most, string MostLabel);
