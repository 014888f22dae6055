using System.Collections.Immutable;

namespace SispamLang.Compiler.Tests.RandomDrills;

/// <summary>
/// Makes up drills that use every form of <c>docs/language.md</c>: each declaration, trigger, action and condition. Times
/// are short and few, so that much falls into the same instant.
/// </summary>
internal sealed class DrillGenerator
{
    private static readonly string[] Moods = ["calm", "tense", "unruly", "anarchic"];
    private static readonly string[] Durations = ["30 s", "1 min", "1 min", "2 min", "3 min", "5 min"];
    private static readonly string[] Spans = ["30 s", "1 min", "2 min", "1..3 min", "0..2 min", "30 s..1 min", "pace"];
    private static readonly string[] Odds = ["50%", "60%", "70%", "10%", "0%"];
    private static readonly string[] Verbs = ["escalates", "calms", "grows", "throws", "disperses", "gathers"];
    private readonly Random _random;
    private readonly string[] _crowds;
    private readonly string[] _phases;

    private DrillGenerator(int seed)
    {
        _random = new Random(seed);
        _crowds = [.. new[] { "Mob", "Crew", "Band" }.Take(_random.Next(1, 4))];
        _phases = [.. new[] { "One", "Two", "Three" }.Take(_random.Next(1, 4))];
    }

    public static DrillCase Make(int seed) => new DrillGenerator(seed).Make();

    private DrillCase Make()
    {
        var declarations = Declarations().Concat(Many(0, 8, Property)).ToImmutableArray();
        var phases = _phases.Select(Phase).ToList();
        if (Maybe(70))
        {
            phases.Insert(0, new PhaseText("throughout:", [.. Many(1, 4, Rule)]));
        }

        var deeds = Many(0, 6, () => new Deed(30_000L * _random.Next(0, 120), _random.Next(0, 24)));
        return new DrillCase(
            declarations,
            [.. phases],
            (ulong)_random.NextInt64(),
            [.. deeds.OrderBy(deed => deed.TimeMs)]
        );
    }

    private IEnumerable<string> Declarations()
    {
        yield return $"drill \"Random\":\n  starts 09:00\n  ends after {Pick("20 min", "1 h", "90 min")}";
        yield return "param pace = 1 min from 30 s to 5 min";
        yield return "param odds = 40% from 0% to 100%";
        yield return "param many = 2 from 1 to 5";
        yield return "place Hall \"The hall\": risk high";
        yield return "place Gate";
        yield return $"unit Alpha: 10 personnel, as Dalmas Awal{Ready()}";
        yield return $"unit Bravo: 20 personnel, as Dalmas Lanjut{Ready()}";
        yield return $"unit Charlie: 30 personnel of Brimob, as PHH{Ready()}, on standby";
        yield return $"unit Wagon: 1 vehicle, as AWC{Ready()}";
        yield return "formation Line: Alpha, Bravo";
        yield return "role Boss commands Alpha, Line";
        yield return "role Aide";
        yield return "temper jumpy: " + Temper();
        yield return "temper odd: " + Temper();
        foreach (var crowd in _crowds)
        {
            yield return $"crowd {crowd}: {_random.Next(1, 30) * 10} people, {Pick("jumpy", "odd", "restless", "hostile", "scripted")}"
                + Maybe(50, ", at Gate")
                + Maybe(30, ", from " + Pick(_phases))
                + Maybe(40, ", gathers " + Pick(Moods))
                + Maybe(40, $", grows to {_random.Next(1, 60) * 10} over {Pick("5 min", "25 s", "1..3 min", "3 s")}")
                + Maybe(30, ", life-threatening");
        }

        yield return $"tactic shove: force 3, uses Dalmas Awal or PHH, lasts {Pick(Spans)}, crowd calms {Pick(Odds)}, crowd escalates 20%";
        yield return "tactic shout: force 2, crowd disperses 30%";
        yield return $"tactic spray: force 5, uses AWC, lasts 1 min, crowd disperses {Pick(Odds)}, crowd throws 30%";
        yield return $"event bomb \"A bomb\": when raised{Maybe(50, $", {Pick(Odds)} every {Pick(Spans)}")}{Maybe(50, ", life-threatening")}";
        yield return $"event rain: at 09:{_random.Next(0, 30):00}{Maybe(50, ", when raised")}";
        yield return $"counter hurt: 0..{_random.Next(1, 6)}{Maybe(50, " from 1")}";
    }

    private string Ready() => Maybe(70) ? ", ready in " + Pick(Spans) : "";

    private string Temper()
    {
        var clauses = new List<string>();
        if (Maybe(80))
        {
            clauses.Add($"escalates every {Pick(Spans)} {Pick(Odds)}");
            clauses.Add(Maybe(50) ? "calms 30%" : $"calms every {Pick(Spans)} {Pick([.. Odds, "100%"])}");
        }

        if (Maybe(60))
        {
            clauses.Add($"throws every {Pick(Spans)} {Pick([.. Odds, "100%"])}" + Maybe(70, " while " + Pick(Moods)));
        }

        if (Maybe(50))
        {
            clauses.Add($"leaves when {Pick(Moods)} {Pick([.. Spans.Where(s => s != "pace")])}");
        }

        if (Maybe(40) || clauses.Count == 0)
        {
            clauses.Add($"gathers after {Pick(Spans)}");
        }

        return string.Join(", ", clauses);
    }

    private PhaseText Phase(string name)
    {
        var items = Many(1, 7, Rule).ToList();
        if (Maybe(40))
        {
            items.Add("until " + UntilCondition());
        }

        if (Maybe(20))
        {
            items.Add("risk Gate low");
        }

        return new PhaseText(
            $"phase {name}{Maybe(50, " for " + Pick(Spans.Where(s => s != "0..2 min").ToArray()))}:",
            [.. items]
        );
    }

    private string Rule()
    {
        var trigger = Trigger();
        if (trigger == "at end")
        {
            return "at end -> " + string.Join(", ", Many(1, 3, Instant));
        }

        if (Maybe(40))
        {
            var body = Many(1, 4, () => Maybe(35) ? Block("  ") : Action());
            return $"{trigger} ->\n  " + string.Join("\n  ", body);
        }

        return $"{trigger} -> " + string.Join(", ", Many(1, 4, Action));
    }

    private string Trigger()
    {
        switch (_random.Next(10))
        {
            case 0:
                return "if " + Condition();
            case 1:
                return Pick("at start", "at start", "at end");
            case 2:
                return "after " + Pick(Spans);
            case 3:
                return $"at 09:{_random.Next(0, 30):00}";
            case 4:
                return "every " + Pick(Durations);
            case 5:
                return $"every {Pick(Spans.Where(s => s != "0..2 min").ToArray())} while {Condition()}";
            default:
                var events = string.Join(" or ", Many(1, 2, Event));
                return events + Maybe(30, " if " + Condition());
        }
    }

    private string Event() =>
        _random.Next(11) switch
        {
            0 or 1 or 2 => $"{Crowd()} {Pick(Verbs)}",
            3 => Maybe(50) ? $"{Crowd()} moves" : $"{Crowd()} joins",
            4 => Pick("Alpha", "Bravo", "Charlie", "Wagon", "Line") + " arrives",
            5 => Pick("deploy Alpha", "deploy Bravo", "withdraw Charlie", "deploy Wagon by Boss"),
            6 => Pick("shove", "shout", "spray") + " " + Crowd() + Maybe(20, " by Boss"),
            7 => Pick("shove ends", "spray ends", "lapis ganti ends", "lapis ganti", "relieve ends"),
            8 => Pick("bomb", "rain"),
            9 => "hurt changes",
            _ => Pick("Boss takes control", "Aide takes control", "each crowd escalates", "each crowd disperses"),
        };

    private string Condition(int depth = 0)
    {
        if (depth < 2 && Maybe(30))
        {
            return $"{Condition(depth + 1)} {Pick("and", "or")} {Condition(depth + 1)}";
        }

        var not = Maybe(20) ? "not " : "";
        return not
            + _random.Next(13) switch
            {
                0 or 1 => $"{Crowd()} {Pick(Moods)}",
                2 => $"{Crowd()} {Pick("dispersed", "red", "yellow", "green")}",
                3 => Pick("red", "yellow", "green"),
                4 => Pick("no threat", "passive", "active", "aggressive", "life-threatening"),
                5 => $"{Crowd()} {Pick("aggressive", "passive", "active")}",
                6 => $"{Crowd()} {Pick(">", "<", ">=", "<=", "=", "!=")} {_random.Next(1, 30) * 10}",
                7 => $"hurt {Pick(">", "<", ">=", "<=", "=", "!=")} {Pick("1", "2", "many")}",
                8 => $"{Pick("Alpha", "Bravo", "Line")} at {Pick("Gate", "Hall")}",
                9 => $"{Pick("Alpha", "Wagon", "Line")} {Pick("on the way", "back")}",
                10 => $"{Pick("shove", "spray")} under way",
                11 => $"{Pick("Boss", "Aide")} in control",
                _ => "each crowd " + Pick(Moods),
            };
    }

    private string Property()
    {
        var property = _random.Next(8) switch
        {
            0 or 1 => "never " + Happening(),
            2 => "always " + Condition(1),
            3 => "expect " + Happening() + Maybe(50, " within " + Pick(Durations)),
            4 => $"require {Happening()} before {Pick("", "each ")}{Happening()}",
            5 => $"require {Happening()} then {Happening()} before {Pick("", "each ")}{Happening()}",
            _ => $"expect {Happening()} within {Pick([.. Durations, "pace"])} of {Happening()}",
        };
        return property
            + (Maybe(30) ? " during " + Pick(_phases) : Maybe(40, " while " + Condition(1)))
            + Maybe(10, " in 90% of runs");
    }

    private string Happening() =>
        _random.Next(10) switch
        {
            < 4 => Event(),
            4 => Event() + " or " + Event(),
            5 => Event() + " or " + Condition(2),
            6 => $"{Crowd()} {Pick(Verbs)} {Pick("2", "3")} times",
            7 => Pick(
                "force >= 3",
                "force = 5",
                "deploy Dalmas",
                "Dalmas Lanjut arrives",
                "lapis ganti to Dalmas Lanjut"
            ),
            8 => Pick("threat >= active", "PHH at Hall", "Dalmas on the way", "shove by Dalmas"),
            _ => Condition(1),
        };

    private string UntilCondition() => Maybe(40) ? Event() + Maybe(30, " or " + Condition(2)) : Condition(1);

    /// <summary>Actions that take no time.</summary>
    private string Instant() =>
        _random.Next(13) switch
        {
            0 => $"deploy {Pick("Alpha", "Bravo", "Line", "Charlie", "Alpha and Wagon")}"
                + Maybe(50, " to " + Pick("Gate", "Hall"))
                + Maybe(20, " by Boss"),
            1 => $"withdraw {Pick("Alpha", "Line", "Charlie", "Bravo and Wagon")}",
            2 => "announce \"Stay \\\"calm\\\"\"",
            3 => "inject \"Call\" from Post to Boss via radio at Gate expecting \"Answer\" by Aide"
                + Maybe(60, " within " + Pick("1 min", "2 min"))
                + ", evaluator Boss, objective \"Speed\"",
            4 or 5 => $"{Crowd()} {Pick(Verbs)}",
            6 => Maybe(50)
                ? $"{Crowd()} moves to {Pick("Gate", "Hall")}"
                : $"{Crowd()} grows to {Pick("50", "400", "900")}",
            7 => _crowds.Length > 1 ? $"{_crowds[0]} joins {_crowds[1]}" : "crowd escalates",
            8 => Pick("bomb", "rain", "bomb by Boss"),
            9 => Pick("add 1 to hurt", "add many to hurt", "set hurt to 0", "set hurt to 9"),
            10 => Pick("Boss takes control", "Aide takes control"),
            11 => Maybe(30) ? Pick("next phase", "end drill", "go to " + Pick(_phases))
            : "crowd" is var c && _crowds.Length == 1 ? c + " calms"
            : "each crowd calms",
            _ => Pick("stop shove", "stop spray", "stop lapis ganti Alpha to Bravo"),
        };

    private string Action() =>
        _random.Next(14) switch
        {
            < 5 => Instant(),
            5 => $"{Pick("shove", "shout", "spray")} {Crowd()}"
                + Maybe(20, " for " + Pick(Durations))
                + Maybe(20, " by Boss")
                + Maybe(20, " until " + Condition(1)),
            6 => Pick(
                "lapis ganti Alpha to Bravo",
                "relieve Alpha with Charlie over 1 min",
                "lintas ganti Bravo to Charlie"
            ) + Maybe(20, " by Boss"),
            7 => "wait " + Pick(Spans),
            8 => "wait until " + UntilCondition(),
            9 => $"{Pick("shove", "spray")} {Crowd()} {Pick("2 times", "3 times")}"
                + Maybe(50, " every " + Pick(Spans)),
            10 =>
                $"{Pick($"spray {Crowd()}", "bomb", "add 1 to hurt", $"shout {Crowd()}")} up to 3 times every {Pick(Durations)} until {Condition(1)}",
            11 => Maybe(40) ? "pause for " + Pick("1 min", "0..1 min") : Instant(),
            12 => $"{Crowd()} escalates 2 times every {Pick(Spans)}",
            _ => Instant(),
        };

    private string Block(string indent)
    {
        var head = _random.Next(3) switch
        {
            0 => "if " + Condition(1),
            1 => "chance " + Pick([.. Odds, "100%", "odds"]),
            _ => $"wait until {UntilCondition()} up to {Pick(Spans)}",
        };
        var inner = indent + "  ";
        var text = $"{head}:\n{inner}" + string.Join("\n" + inner, Many(1, 2, Action));
        return Maybe(50)
            ? text + $"\n{indent}otherwise:\n{inner}" + string.Join("\n" + inner, Many(1, 2, Action))
            : text;
    }

    private string Crowd() => _crowds.Length == 1 && Maybe(60) ? "crowd" : Pick(_crowds);

    private bool Maybe(int percent) => _random.Next(100) < percent;

    private string Maybe(int percent, string text) => Maybe(percent) ? text : "";

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];

    private List<T> Many<T>(int least, int most, Func<T> make) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];
}
