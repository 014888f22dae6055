using System.Text;

namespace SispamLang.Export;

/// <summary>The names that a drill made from an events list declares, each for one thing.</summary>
internal sealed class SkeletonNames
{
    private const int LongestName = 200;

    private readonly Dictionary<string, string> _phases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of a list.</summary>
    public SkeletonNames(ImportedList list)
    {
        foreach (var row in list.Rows)
        {
            Take(_phases, row[MselColumn.Phase]);
        }

        foreach (var row in list.Rows.Where(row => !SkeletonPhase.IsControl(row)))
        {
            Take(_places, row[MselColumn.Place]);
            Take(_roles, row[MselColumn.Evaluator]);
            if (IsAnnouncement(row) && !SkeletonPhase.Means(row[MselColumn.From], "msel.control"))
            {
                Take(_roles, row[MselColumn.From]);
            }
            else if (row[MselColumn.Expected].Length > 0)
            {
                Take(_roles, row[MselColumn.Responsible]);
            }
        }
    }

    /// <summary>The places.</summary>
    public IEnumerable<string> Places => _places.Values;

    /// <summary>The roles.</summary>
    public IEnumerable<string> Roles => _roles.Values;

    /// <summary>A place by what the list calls it; null if it calls nothing so.</summary>
    public string? PlaceOf(string cell) => _places.GetValueOrDefault(OnOneLine(cell));

    /// <summary>A role by what the list calls it; null if it calls nothing so.</summary>
    public string? RoleOf(string cell) => _roles.GetValueOrDefault(OnOneLine(cell));

    /// <summary>A name for one more phase of that name: a drill may come back to one.</summary>
    public string OfPhase(string name)
    {
        if (_phases.Remove(name, out var first))
        {
            return first;
        }

        return Free(name);
    }

    /// <summary>The row is an announcement, as the command's own lists have it.</summary>
    public bool IsAnnouncement(ImportedRow row) =>
        SkeletonPhase.Means(row[MselColumn.Method], "msel.method.announcement")
        && SkeletonPhase.Means(row[MselColumn.To], "msel.all");

    /// <summary>The status is the one that every row of a new list has.</summary>
    public bool IsPlanned(string status) => SkeletonPhase.Means(status, "msel.planned");

    /// <summary>Two names are one.</summary>
    public static bool IsSame(string one, string other) =>
        string.Equals(OnOneLine(one), OnOneLine(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>A text as it can stand in quotes or in a comment: one line, single blanks, nothing that can't be seen.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim();
    }

    private void Take(Dictionary<string, string> names, string cell)
    {
        var name = OnOneLine(cell);
        if (name.Length > 0 && !names.ContainsKey(name))
        {
            names.Add(name, Free(name));
        }
    }

    /// <summary>A name that nothing has yet: phases, places, roles and crowds share one set of names.</summary>
    public string Free(string name)
    {
        name = name.Length > LongestName ? name[..LongestName].Trim() : name;
        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
        {
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {i}");
        }

        return free;
    }
}
