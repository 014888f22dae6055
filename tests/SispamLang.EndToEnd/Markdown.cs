namespace SispamLang.EndToEnd;

/// <summary>Reads pages of the documentation.</summary>
internal static class Markdown
{
    /// <summary>The contents of the code blocks of a language, in order.</summary>
    public static string[] Blocks(string path, string language) =>
        [.. Blocks(path).Where(block => block.Language == language).Select(block => block.Content)];

    /// <summary>The shell commands, in order, each with what it prints if a <c>text</c> block follows it.</summary>
    public static IEnumerable<(string Command, string? Output)> Commands(string path)
    {
        var blocks = Blocks(path).ToArray();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Language == "sh")
            {
                var hasOutput = i + 1 < blocks.Length && blocks[i + 1].Language == "text";
                yield return (blocks[i].Content, hasOutput ? blocks[i + 1].Content : null);
            }
        }
    }

    private static IEnumerable<(string Language, string Content)> Blocks(string path)
    {
        var language = "";
        List<string>? block = null;
        foreach (var line in File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'))
        {
            if (block is not null && line == "```")
            {
                yield return (language, string.Join('\n', block));
                block = null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                language = line[3..];
                block = [];
            }
        }
    }
}
