namespace SispamLang.EndToEnd;

/// <summary>Reads pages of the documentation.</summary>
internal static class Markdown
{
    /// <summary>The contents of the code blocks of a language, in order.</summary>
    public static string[] Blocks(string path, string language)
    {
        List<string> blocks = [];
        List<string>? block = null;
        foreach (var line in File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'))
        {
            if (block is not null && line == "```")
            {
                blocks.Add(string.Join('\n', block));
                block = null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (line == "```" + language)
            {
                block = [];
            }
        }

        return [.. blocks];
    }
}
