using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>Something the controller can make happen.</summary>
/// <param name="Number">What to type for it; the same all through the exercise.</param>
/// <param name="Name">What it is called.</param>
internal readonly record struct DeskChoice(int Number, string Name);

/// <summary>What can be made to happen from outside.</summary>
internal static class DeskChoices
{
    /// <summary>What would change something now.</summary>
    public static ImmutableArray<DeskChoice> Of(Runner runner, Dialect language)
    {
        var all = ImmutableArray.CreateBuilder<DeskChoice>();
        for (var i = 0; i < runner.Info.OutsideEvents.Count && !runner.HasEnded; i++)
        {
            if (ChangesSomething(runner, runner.Info.OutsideEvents[i]))
            {
                all.Add(new DeskChoice(i + 1, NameOf(runner.Info, i, language)));
            }
        }

        return all.ToImmutable();
    }

    /// <summary>What an outside event is called in a language.</summary>
    public static string NameOf(DrillInfo info, int outsideEvent, Dialect language)
    {
        // An event that the drill declares has one name for both.
        var names = info.OutsideEvents[outsideEvent].Names;
        return names.Count > 1 && language == Dialect.Indonesian ? names[1] : names[0];
    }

    /// <summary>The outside event of a name, or -1.</summary>
    public static int Find(DrillInfo info, string name)
    {
        for (var i = 0; i < info.OutsideEvents.Count; i++)
        {
            if (info.OutsideEvents[i].Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool ChangesSomething(Runner runner, OutsideEventInfo outside)
    {
        switch (outside.Kind)
        {
            case OutsideKind.EventHappens or OutsideKind.NextPhase or OutsideKind.EndDrill:
                return true;
            case OutsideKind.GoTo:
                return outside.Subject != runner.Phase;
            default:
                var mood = runner.MoodOf(outside.Subject);
                var isThere = mood is not (Mood.Absent or Mood.Dispersed);
                return outside.Kind switch
                {
                    OutsideKind.CrowdGathers => !isThere,
                    OutsideKind.CrowdEscalates => isThere && mood != Mood.Anarchic,
                    OutsideKind.CrowdCalms => isThere && mood != Mood.Calm,
                    _ => isThere,
                };
        }
    }
}
