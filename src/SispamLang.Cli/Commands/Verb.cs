using System.CommandLine;
using SispamLang.Cli.Reporting;
using SispamLang.Library;

namespace SispamLang.Cli.Commands;

/// <summary>One verb of the command: which arguments it takes, and what it does with them.</summary>
internal abstract class Verb
{
    /// <summary>Starts a verb with the option that all have.</summary>
    protected Verb(string name) => Command = new Command(name) { Language };

    /// <summary>Its arguments. What they mean is on its help page.</summary>
    public Command Command { get; }

    /// <summary>The language in which the user is spoken to.</summary>
    public ChoiceOption Language { get; } = new("--language", "en", "id");

    /// <summary>What to say when its argument is missing.</summary>
    public virtual Notice ArgumentMissing => new(Message.PathMissing, "");

    /// <summary>The option of the verbs for which a warning can be one too many.</summary>
    protected static Option<bool> WarningsAsErrors() => new("--warnings-as-errors") { Arity = ArgumentArity.Zero };

    /// <summary>The option of the verbs that measure drills against doctrines.</summary>
    protected static Option<string[]> Doctrine()
    {
        var doctrine = new Option<string[]>("--doctrine") { Arity = ArgumentArity.OneOrMore };
        doctrine.CompletionSources.Add([.. Doctrines.Names]);
        return doctrine;
    }

    /// <summary>Does it.</summary>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public abstract int Run(Call call);
}
