using System.CommandLine;
using System.Globalization;

namespace SispamLang.Cli.Commands;

/// <summary>What can stand at a place of a command line, for shells. They ask as System.CommandLine has it:
/// <c>sispam [suggest:POSITION] LINE</c>.</summary>
internal static class Suggestions
{
    private const string Start = "[suggest";

    /// <summary>Somebody asks for suggestions.</summary>
    public static bool AreAskedFor(string[] arguments) =>
        arguments is [var directive, ..]
        && directive.StartsWith(Start, StringComparison.Ordinal)
        && directive.EndsWith(']');

    /// <summary>Prints them, one a line. None are printed where only a file can stand.</summary>
    public static int Write(string[] arguments, Host host)
    {
        var line = arguments.Length > 1 ? arguments[1] : "";
        var asked = arguments[0].AsSpan(Start.Length).Trim(":]");
        var position =
            int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given < line.Length
                ? given
                : line.Length;
        var root = new Command("sispam");
        foreach (var name in CommandLine.Verbs)
        {
            root.Add(CommandLine.Find(name)!.Command); // All of them can be found.
        }

        // Options are only offered to one who has begun one; whoever has not may well want a file.
        var begun = line[..position].Split(' ')[^1];
        foreach (var completion in root.Parse(line).GetCompletions(position))
        {
            var word = completion.Label;
            if (word.StartsWith(begun, StringComparison.OrdinalIgnoreCase) && word[0] == '-' == begun.StartsWith('-'))
            {
                host.Out.WriteLine(word);
            }
        }

        return ExitStatus.Ok;
    }
}
