using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.Settings;

/// <summary>A file <c>.editorconfig</c> (<see href="https://spec.editorconfig.org"/>). Any text is one: lines that are none of
/// its forms say nothing.</summary>
public sealed class EditorConfigFile
{
    private readonly ImmutableArray<Section> _sections;

    private EditorConfigFile(bool isRoot, ImmutableArray<Section> sections)
    {
        IsRoot = isRoot;
        _sections = sections;
    }

    /// <summary>The files of that name in the folders above do not count.</summary>
    public bool IsRoot { get; }

    /// <summary>Reads a text.</summary>
    public static EditorConfigFile Parse(SourceText text)
    {
        var isRoot = false;
        Glob? files = null;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var sections = ImmutableArray.CreateBuilder<Section>();
        for (var i = 0; i < text.LineStarts.Length; i++)
        {
            var line = text.LineText(i).Trim(' ', '\t', '\uFEFF');
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (HeaderOf(line) is { } header)
            {
                EndSection();
                files = Glob.Parse(header);
            }
            else if (line.IndexOf('=') is > 0 and var equals)
            {
                var key = line.Substring(0, equals).Trim().ToLowerInvariant();
                var value = line.Substring(equals + 1).Trim();
                if (files is not null)
                {
                    var start = text.Content.IndexOf(line, text.LineStarts[i], StringComparison.Ordinal);
                    settings.Add(new Setting(key, value, text, new TextSpan(start, line.Length)));
                }
                else if (key == "root")
                {
                    isRoot = value.Equals("true", StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        EndSection();
        return new EditorConfigFile(isRoot, sections.ToImmutable());

        void EndSection()
        {
            if (files is not null)
            {
                sections.Add(new Section(files, settings.ToImmutable()));
                settings.Clear();
            }
        }
    }

    /// <summary>What it says about a file, in the order of the text.</summary>
    /// <param name="path">The file's path from the folder of this one, with <c>/</c>.</param>
    public IEnumerable<Setting> For(string path) =>
        _sections.Where(section => section.Files.Matches(path)).SelectMany(section => section.Settings);

    // As C# compilers do, a comment behind a header is allowed.
    private static string? HeaderOf(string line)
    {
        for (var end = line.IndexOf(']'); line[0] == '[' && end > 1; end = line.IndexOf(']', end + 1))
        {
            var behind = line.Substring(end + 1).TrimStart();
            if (behind.Length == 0 || behind[0] is '#' or ';')
            {
                return line.Substring(1, end - 1);
            }
        }

        return null;
    }

    private sealed record Section(Glob Files, ImmutableArray<Setting> Settings);
}

/// <summary>One line of an <see cref="EditorConfigFile"/>.</summary>
/// <param name="Key">What is set, in lower case.</param>
/// <param name="Value">What it is set to, as written.</param>
/// <param name="Text">The file.</param>
/// <param name="Span">The line.</param>
public sealed record Setting(string Key, string Value, SourceText Text, TextSpan Span);
