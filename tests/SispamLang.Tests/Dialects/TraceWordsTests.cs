using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Tests.Dialects;

/// <summary>The runtime knows nothing of the language, so it has words of its own for what a trace tells. They are the same.</summary>
public class TraceWordsTests
{
    private static readonly DrillInfo Info = new()
    {
        Title = "",
        Language = "en",
        SourceHash = "",
        StartsAtMs = -1,
        Zone = "",
        Files = [],
        Sites = [],
        Params = [],
        Places = [],
        Units = [],
        Formations = [],
        Roles = [],
        Crowds = ["X"],
        Activities = [],
        Events = [],
        Counters = [],
        Phases = [],
        Rules = [],
        Injects = [],
        Announcements = [],
        Streams = [],
        OutsideEvents = [],
    };

    [Theory]
    [InlineData(Mood.Calm, Concept.Calm)]
    [InlineData(Mood.Tense, Concept.Tense)]
    [InlineData(Mood.Unruly, Concept.Unruly)]
    [InlineData(Mood.Anarchic, Concept.Anarchic)]
    [InlineData(Mood.Dispersed, Concept.Dispersed)]
    public void Moods_are_called_as_in_a_drill(Mood mood, Concept concept) =>
        AssertWords(TraceCode.MoodIs, 0, (int)mood, concept);

    [Theory]
    [InlineData(Situation.Green, Concept.Green)]
    [InlineData(Situation.Yellow, Concept.Yellow)]
    [InlineData(Situation.Red, Concept.Red)]
    public void Situations_are_called_as_in_a_drill(Situation situation, Concept concept) =>
        AssertWords(TraceCode.SituationIs, (int)situation, 0, concept);

    [Theory]
    [InlineData(Threat.None, Concept.NoThreat)]
    [InlineData(Threat.Passive, Concept.Passive)]
    [InlineData(Threat.Active, Concept.Active)]
    [InlineData(Threat.Aggressive, Concept.Aggressive)]
    [InlineData(Threat.LifeThreatening, Concept.LifeThreatening)]
    public void Threats_are_called_as_in_a_drill(Threat threat, Concept concept) =>
        AssertWords(TraceCode.SituationIs, 0, (int)threat, concept);

    private static void AssertWords(TraceCode code, int a, int b, Concept concept)
    {
        var entry = new TraceEntry(0, 0, 0, code, a, b, 0, -1, -1, -1);

        Assert.Matches($@"\b{Words.Canonical(concept, Dialect.English)}\b", TraceText.Describe(entry, Info, "en"));
        Assert.Matches($@"\b{Words.Canonical(concept, Dialect.Indonesian)}\b", TraceText.Describe(entry, Info, "id"));
    }
}
