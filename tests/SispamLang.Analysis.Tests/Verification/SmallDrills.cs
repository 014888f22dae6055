namespace SispamLang.Analysis.Tests.Verification;

/// <summary>
/// Makes up drills that are over after a few minutes, so that every run of them can be played: all forms that take time,
/// with times that fall together or nearly so.
/// </summary>
internal sealed class SmallDrills
{
    private static readonly string[] Moods = ["calm", "tense", "unruly", "anarchic"];
    private static readonly string[] Fixed = ["1 min", "1 min", "2 min", "3 min"];
    private static readonly string[] Ranges = ["1..2 min", "0..1 min", "2..3 min", "1..3 min"];

    private readonly Random _random;
    private int _ranges;

    private SmallDrills(int seed)
    {
        _random = new Random(seed);
        _ranges = _random.Next(0, 4);
    }

    /// <summary>The drill of a number.</summary>
    public static string Make(int seed) => new SmallDrills(seed).Make();

    private string Make()
    {
        List<string> lines =
        [
            "drill \"Small\":",
            "  starts 09:00",
            $"  ends after {Pick("4 min", "5 min", "6 min")}",
            "place Hall",
            "place Gate",
            $"unit Alpha: 10 personnel, as Dalmas Awal, ready in {Time()}",
            $"unit Bravo: 20 personnel, as Dalmas Lanjut, ready in {Time()}",
            "role Boss commands Alpha",
        ];
        if (Maybe(60))
        {
            lines.Add("temper own: " + Temper());
            lines.Add($"crowd Mob: 100 people, own{Maybe(30, ", gathers " + Pick(Moods))}{Growth()}");
        }
        else
        {
            lines.Add($"crowd Mob: 100 people, scripted{Maybe(50, ", gathers " + Pick(Moods))}{Growth()}");
        }

        lines.Add($"tactic shove: force 3, uses Dalmas Awal, lasts {Time()}, crowd calms {Pick("50%", "100%")}");
        lines.Add("tactic shout: force 2" + Maybe(50, ", crowd disperses 30%"));
        lines.Add($"event bomb: when raised{Maybe(40, $", {Pick("50%", "100%")} every {Pick(Fixed)}")}");
        lines.Add($"event rain: at 09:0{_random.Next(0, 5)}");
        lines.Add("counter hurt: 0..3");
        string[] phases = Maybe(50) ? ["One", "Two"] : ["One"];
        if (Maybe(50))
        {
            lines.Add("throughout:");
            lines.AddRange(Rules(1, 2));
        }

        foreach (string phase in phases)
        {
            lines.Add($"phase {phase}{Maybe(50, " for " + Time())}:");
            lines.AddRange(Rules(1, 4));
            if (Maybe(30))
            {
                lines.Add(
                    "  until " + Pick("crowd disperses", "Alpha arrives", "crowd anarchic", "hurt > 1", "shove ends")
                );
            }
        }

        for (int i = _random.Next(1, 6); i > 0; i--)
        {
            lines.Add(Property(phases));
        }

        return string.Join('\n', lines) + "\n";
    }

    private string Temper()
    {
        List<string> clauses =
        [
            $"escalates every {Pick("1 min", "2 min", "1..2 min", "2..3 min")} {Pick("50%", "100%")}{Maybe(30, ", calms 20%")}",
        ];
        if (Maybe(30))
        {
            clauses.Add($"throws every {Pick(Fixed)} while {Pick(Moods)}");
        }

        if (Maybe(40))
        {
            clauses.Add($"leaves when {Pick(Moods)} {Time()}");
        }

        if (Maybe(30))
        {
            clauses.Add($"gathers after {Time()}");
        }

        return string.Join(", ", clauses);
    }

    private string Growth() => Maybe(20, ", grows to 200 over 10 min");

    private List<string> Rules(int least, int most) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => "  " + Rule())];

    private string Rule()
    {
        string trigger = _random.Next(9) switch
        {
            0 => "at start",
            1 => "after " + Time(),
            2 => "every " + Pick(Fixed),
            3 => "if " + Condition(),
            4 => $"every {Pick(Fixed)} while {Condition()}",
            5 => $"at 09:0{_random.Next(0, 5)}",
            6 => "at end",
            _ => Event() + Maybe(30, " if " + Condition()),
        };
        return trigger == "at end"
            ? $"{trigger} -> {AtOnce()}"
            : trigger + " -> " + string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Action()));
    }

    private string Event() =>
        Pick(
            "crowd escalates",
            "crowd calms",
            "crowd gathers",
            "crowd throws",
            "crowd disperses",
            "crowd grows",
            "Alpha arrives",
            "Bravo arrives",
            "deploy Alpha",
            "withdraw Alpha",
            "shove",
            "shove ends",
            "shout",
            "bomb",
            "rain",
            "hurt changes",
            "lapis ganti ends"
        );

    private string Condition() =>
        Maybe(15, "not ")
        + Pick(
            "crowd " + Pick(Moods),
            "red",
            "yellow",
            "crowd > 150",
            "hurt > 1",
            "hurt = 1",
            "Alpha at Hall",
            "Alpha on the way",
            "Bravo at Hall",
            "shove under way",
            "Boss in control"
        );

    private string AtOnce() =>
        Pick(
            "deploy Alpha" + Maybe(30, " to Gate"),
            "deploy Bravo",
            "withdraw Alpha",
            "crowd escalates",
            "crowd calms",
            "crowd throws",
            "crowd disperses",
            "crowd gathers",
            "add 1 to hurt",
            "bomb",
            "Boss takes control",
            "announce \"Attention\"",
            Maybe(30) ? Pick("next phase", "end drill", "go to One") : "crowd escalates",
            "stop shove",
            $"inject \"Call\" from Post to Boss via radio expecting \"Answer\" by Boss within {Pick(Fixed)}"
        );

    private string Action() =>
        _random.Next(12) switch
        {
            0 or 1 => "wait " + Time(),
            2 => "wait until " + Pick("crowd anarchic", "Alpha arrives", "crowd escalates", "hurt > 1"),
            3 => "shove" + Maybe(30, " until " + Condition()) + Maybe(20, " 2 times every 1 min"),
            4 => "shout",
            5 => Maybe(40) ? "lapis ganti Alpha to Bravo" : AtOnce(),
            6 => $"{Pick("bomb", "crowd escalates", "add 1 to hurt")} 2 times every {Time()}",
            7 => Maybe(30) ? "pause for " + Time() : AtOnce(),
            _ => AtOnce(),
        };

    private string Property(string[] phases)
    {
        string text = _random.Next(7) switch
        {
            0 => "never " + Happening(),
            1 => "always " + Condition(),
            2 => "expect " + Happening() + Maybe(60, " within " + Pick(Fixed)),
            3 => $"require {Happening()} before {Maybe(40, "each ")}{Happening()}",
            4 => $"require {Happening()} then {Happening()} before {Happening()}",
            _ => $"expect {Happening()} within {Pick(Fixed)} of {Happening()}",
        };
        return text + (Maybe(20) ? " during " + Pick(phases) : Maybe(25, " while " + Condition()));
    }

    private string Happening() =>
        Maybe(60) ? Event()
        : Maybe(30) ? Event() + " 2 times"
        : Condition();

    // Few times are left to chance, as the runs multiply.
    private string Time() => _ranges-- > 0 ? Pick(Ranges) : Pick(Fixed);

    private bool Maybe(int percent) => _random.Next(100) < percent;

    private string Maybe(int percent, string text) => Maybe(percent) ? text : "";

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];
}
