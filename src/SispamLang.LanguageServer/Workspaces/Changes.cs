namespace SispamLang.LanguageServer.Workspaces;

/// <summary>Which files are not what they were.</summary>
/// <param name="paths">Their full paths; that of a folder means everything below it.</param>
internal sealed class Changes(IEnumerable<string> paths)
{
    private readonly HashSet<string> _paths = [.. paths];

    /// <summary>A file is one of them.</summary>
    public bool Touch(string path)
    {
        for (var part = path; part is not null; part = Path.GetDirectoryName(part))
        {
            if (_paths.Contains(part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A check would not come out as it did.</summary>
    public bool Touch(Check check) => check.Dependencies.Any(Touch);
}
