using System.Text;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Export.Tests;

/// <summary>A small drill, a hostile one, and papers of them.</summary>
internal static class Drills
{
    /// <summary>What would end a string, an element, a comment or a style sheet, or be an entity or a reference to elsewhere.</summary>
    public const string Hostile =
        "</style><script src='http://x.y/z'>alert(1)</script> ]]> --> */ } \\\" &amp; %% \u0001 \U0001F6A8";

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
          if tense -> warn 3 times every 30 s, announce "Keep your distance"
          after 20 min -> chance 40%: crowd disperses otherwise: deploy AWC by Kapolres, water cannon

        phase Closing for 5 min:
          at start -> withdraw Dalmas Awal and AWC

        require warn crowd before water cannon
        expect Dalmas Awal at Town Hall within 5 min
        """;

    /// <summary>The paper of a text.</summary>
    public static DrillPaper Paper(
        string text,
        Dialect language,
        Audience audience = Audience.Players,
        ActualRun? actual = null
    ) => Paper(Compilation.Create(new SourceText("rally.sispam", text), UseResult.None), language, audience, actual);

    /// <summary>The paper of an example.</summary>
    public static DrillPaper Example(string name, Dialect language) => Paper(Examples.Compile(name), language);

    /// <summary>The small drill with hostile names and texts.</summary>
    public static string HostileDrill
    {
        get
        {
            // The language takes no control characters.
            var text = Hostile
                .Replace("\u0001", "", StringComparison.Ordinal)
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal);
            return Small
                .Replace("Rally at the town hall", text, StringComparison.Ordinal)
                .Replace("The first line holds", text, StringComparison.Ordinal)
                .Replace("Town hall, main gate", text, StringComparison.Ordinal)
                .Replace("The rally", text, StringComparison.Ordinal)
                .Replace("Road closed", text, StringComparison.Ordinal)
                .Replace("A bus blocks the road", text, StringComparison.Ordinal)
                .Replace("Keep your distance", text, StringComparison.Ordinal)
                .Replace("unit Actors:", "unit \"" + text + "\":", StringComparison.Ordinal)
                .Replace("played by Actors", "played by \"" + text + "\"", StringComparison.Ordinal);
        }
    }

    /// <summary>What a kind of paper is, as text.</summary>
    public static string TextOf(string kind, DrillPaper paper)
    {
        using var output = new MemoryStream();
        PaperKind.Find(kind)!.Write(paper, output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static DrillPaper Paper(
        Compilation compilation,
        Dialect language,
        Audience audience = Audience.Players,
        ActualRun? actual = null
    )
    {
        Assert.False(compilation.HasErrors, string.Join('\n', compilation.Diagnostics.Select(d => d.ToString())));
        return new DrillPaper(compilation, ReferenceRun.Of(compilation.Program!), language, "0.0.0")
        {
            Audience = audience,
            Actual = actual,
        };
    }
}
