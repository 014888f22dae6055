using System.CommandLine;

namespace SispamLang.Cli.Commands;

/// <summary>An option that takes one of a few words. If it is not given, it is the first of them.</summary>
internal sealed class ChoiceOption : Option<string>
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name, with its dashes.</param>
    /// <param name="choices">The words.</param>
    public ChoiceOption(string name, params string[] choices)
        : base(name)
    {
        Choices = choices;
        CompletionSources.Add(choices);
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Choices { get; }
}
