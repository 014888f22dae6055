using System.CommandLine;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;

namespace SispamLang.Cli.Commands;

/// <summary>One call of a verb: its arguments, and the one who called.</summary>
internal sealed class Call
{
    private Dialect? _spoken;

    /// <summary>Takes the arguments.</summary>
    public Call(Host host, ParseResult result)
    {
        Host = host;
        Result = result;
    }

    /// <summary>The world outside.</summary>
    public Host Host { get; }

    /// <summary>The arguments.</summary>
    public ParseResult Result { get; }

    /// <summary>The language of <c>--language</c>, if it was given.</summary>
    public Languages Languages => new(DialectNames.FromShortName(Result.GetValue<string>("--language")));

    /// <summary>The doctrines of <c>--doctrine</c>; none if the verb has no such option.</summary>
    public string[] Doctrines
    {
        get
        {
            foreach (var option in Result.CommandResult.Command.Options)
            {
                if (option is Option<string[]> { Name: "--doctrine" } doctrine)
                {
                    return Result.GetValue(doctrine) ?? [];
                }
            }

            return [];
        }
    }

    /// <summary><c>--warnings-as-errors</c> was given.</summary>
    public bool WarningsAsErrors => Result.GetValue<bool>("--warnings-as-errors");

    /// <summary>What was wrong with the last choice.</summary>
    public Notice? Problem { get; private set; }

    /// <summary>From now on speaks the language of this file, unless <c>--language</c> says otherwise.</summary>
    public Dialect Speak(Dialect file)
    {
        _spoken = Languages.For(file);
        return _spoken.Value;
    }

    /// <summary>The word that was chosen, the first if none was given; null if it is none of them.</summary>
    public string? Choice(ChoiceOption option)
    {
        var value = Result.GetValue(option);
        if (value is null || option.Choices.Contains(value, StringComparer.Ordinal))
        {
            return value ?? option.Choices[0];
        }

        Problem = new Notice(Message.BadChoice, option.Name, value, string.Join(" | ", option.Choices));
        return null;
    }

    /// <summary>Says something on standard error.</summary>
    public void Say(Notice notice) => Host.Error.WriteLine("sispam: " + InWords(notice));

    /// <summary>Says on standard error why there is no text.</summary>
    public void SayWhyUnreadable(ReadResult read)
    {
        if (read.Failure is { } failure)
        {
            Say(failure);
        }
        else if (read.Problem is { } problem)
        {
            DiagnosticText.Write(Ink.For(Host.Error, Host.ColourError), problem, Languages.Default);
        }
    }

    /// <summary>What it would say.</summary>
    public string InWords(Notice notice) => notice.In(_spoken ?? Languages.Default);

    /// <summary>Says what was wrong with the usage.</summary>
    public int Refuse(Notice notice)
    {
        Say(notice);
        return ExitStatus.BadUsage;
    }
}
