using System.Collections.Immutable;

namespace SispamLang.Settings;

/// <summary>A pattern of file names as EditorConfig has them: <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-z]</c>, <c>{one,other}</c>,
/// <c>{1..9}</c>, and <c>\</c> before a character that is meant as such.</summary>
public sealed class Glob
{
    private readonly ImmutableArray<GlobPart> _parts;
    private readonly bool _isAnchored;

    private Glob(ImmutableArray<GlobPart> parts, bool isAnchored)
    {
        _parts = parts;
        _isAnchored = isAnchored;
    }

    /// <summary>Reads a pattern. Every text is one: what is not closed stands for itself.</summary>
    public static Glob Parse(string pattern)
    {
        // With a slash in it a pattern is about paths from its own folder, without one about names anywhere below.
        var isAnchored = pattern.IndexOf('/') >= 0;
        return new Glob(new GlobReader(isAnchored ? "/" + pattern.TrimStart('/') : pattern).Read(), isAnchored);
    }

    /// <summary>The pattern is about this file.</summary>
    /// <param name="path">Its path from the pattern's folder, with <c>/</c>.</param>
    public bool Matches(string path)
    {
        // All ways to match are followed at once, place by place, so that no pattern takes more than its length times the path's.
        path = "/" + path;
        var places = new bool[path.Length + 1];
        places[0] = _isAnchored;
        for (var i = 0; i < path.Length && !_isAnchored; i++)
        {
            places[i + 1] = path[i] == '/';
        }

        return GlobPart.AdvanceAll(_parts, places, path)[path.Length];
    }
}
