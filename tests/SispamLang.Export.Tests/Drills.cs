using SispamLang.Dialects;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Export.Tests;

/// <summary>Drills to make papers of.</summary>
internal static class Drills
{
    /// <summary>The drills among the examples.</summary>
    public static readonly string[] Examples =
    [
        "blitar-kota",
        "jepara",
        "malang-kota",
        "pasuruan-kota",
        "probolinggo-kota",
    ];

    /// <summary>What would end a string, an element, a comment or a style sheet, or be an entity or a reference to elsewhere.</summary>
    public const string Hostile = "</style><script src='http://x.y/z'>alert(1)</script> ]]> --> */ } \\\" &amp; %% \u0001 \U0001F6A8";

    /// <summary>A small drill; most of what papers tell of is in it.</summary>
    public const string Small = """
        drill "Rally at the town hall":
          date 2024-06-12
          starts 09:00 WIB
          objective "The first line holds without force"
          safety officer Kasi Propam
          stop word "Drill stops"
          follows exercise-safety
          ends after 2 h

        place Town Hall "Town hall, main gate": risk high
        unit Dalmas Awal: 38 personnel of Sat Samapta, ready in 2 min, with 1 rope
        unit AWC: 1 vehicle, 4 personnel of Sat Samapta, ready in 5 min
        unit Actors: 60 players of Polres
        role Kapolres commands Dalmas Awal, AWC
        crowd Protesters: 1500 people, scripted, at Town Hall, played by Actors

        phase Rally "The rally" for 30 min:
          at start -> deploy Dalmas Awal by Kapolres
          after 5 min -> inject "A bus blocks the road" from Padal to Kapolres via radio expecting "Road closed" within 3 min
          after 10 min -> crowd escalates
          if tense -> warn 3 times every 30 s; announce "Keep your distance"
          after 20 min -> chance 40%: crowd disperses otherwise: deploy AWC by Kapolres

        phase After for 5 min:
          at start -> withdraw Dalmas Awal and AWC

        require warn crowd before water cannon
        expect Dalmas Awal at Town Hall within 5 min
        """;

    /// <summary>The paper of a text.</summary>
    public static DrillPaper Paper(string text, Dialect language, string path = "rally.sispam") =>
        Paper(new SourceText(path, text), NoFiles.Instance, language);

    /// <summary>The paper of an example.</summary>
    public static DrillPaper Example(string name, Dialect language)
    {
        var path = Repository.PathOf("examples/" + name + ".sispam");
        return Paper(new SourceText(name + ".sispam", File.ReadAllText(path)), ExampleFiles.Instance, language);
    }

    private static DrillPaper Paper(SourceText text, IUseResolver files, Dialect language)
    {
        var compilation = Compilation.Create(text, files, TestContext.Current.CancellationToken);
        Assert.False(compilation.HasErrors, string.Join('\n', compilation.Diagnostics));
        return new DrillPaper(compilation, ReferenceRun.Of(compilation.Program!), language, "0.0.0");
    }

    private sealed class NoFiles : IUseResolver
    {
        public static readonly NoFiles Instance = new();

        public UseResult Resolve(SourceText from, string path) => new(UseOutcome.NotFound, null);
    }

    private sealed class ExampleFiles : IUseResolver
    {
        public static readonly ExampleFiles Instance = new();

        public UseResult Resolve(SourceText from, string path) =>
            new(UseOutcome.Found, new SourceText(path, File.ReadAllText(Repository.PathOf("examples/" + path))));
    }
}
