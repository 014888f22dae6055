using System.Text;

namespace SispamLang.Tests.Promela;

/// <summary>
/// Drills of some crowds that share two response teams and one water cannon: every minute each crowd may escalate; where it is tense
/// or unruly a team that is free goes and talks to it, where it is anarchic the cannon comes.
/// </summary>
internal static class TeamDrill
{
    private const string Units = "Team One and Team Two and Cannon";

    /// <summary>The drill with so many crowds.</summary>
    /// <param name="crowds">From 1 up.</param>
    /// <param name="minutes">After how long it ends.</param>
    public static string Of(int crowds, int minutes)
    {
        StringBuilder text = new();
        Line($"drill \"Two teams and a cannon for {crowds} crowds\":");
        Line($"  ends after {minutes} min");
        for (int i = 1; i <= crowds; i++)
        {
            Line($"place Square {i}");
        }

        Line("unit Team One: 10 personnel, ready in 2 min");
        Line("unit Team Two: 10 personnel, ready in 2 min");
        Line("unit Cannon: 1 vehicle, ready in 1 min");
        Line("temper jumpy: escalates every 1 min 50%");
        Line("tactic talk down: force 2, uses Team One or Team Two, lasts 1 min, crowd calms 50%");
        Line("tactic spray: force 5, uses Cannon, lasts 1 min, crowd disperses 50%");
        for (int i = 1; i <= crowds; i++)
        {
            Line($"crowd Massa {i}: 100 people, jumpy, at Square {i}, from Watch");
        }

        Line($"phase Watch for {minutes} min:");
        Line($"  at start -> deploy {Units}, withdraw {Units}");
        for (int i = 1; i <= crowds; i++)
        {
            Line($"  every 1 min while Massa {i} tense or Massa {i} unruly ->");
            Line("    if Team One back:");
            Visit("Team One", "talk down", i);
            Line("    otherwise:");
            Line("      if Team Two back:");
            Visit("  Team Two", "talk down", i);
            Line($"  every 1 min while Massa {i} anarchic ->");
            Line("    if Cannon back:");
            Visit("Cannon", "spray", i);
        }

        Line("require Massa 1 anarchic before spray Massa 1");
        return text.ToString();

        void Visit(string unit, string tactic, int crowd)
        {
            string indent = unit.StartsWith(' ') ? "        " : "      ";
            Line($"{indent}deploy {unit.Trim()} to Square {crowd}");
            Line($"{indent}{tactic} Massa {crowd}");
            Line($"{indent}withdraw {unit.Trim()}");
        }

        void Line(string line) => text.Append(line).Append('\n');
    }
}
