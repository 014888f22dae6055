using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.CompilerServices;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Library;

namespace SispamLang.Cli;

/// <summary>From the arguments to a verb, and from the verb to an exit status.</summary>
internal static class CommandLine
{
    /// <summary>The verbs, in the order in which a planner meets them.</summary>
    public static readonly string[] Verbs =
    [
        "new",
        "check",
        "format",
        "translate",
        "run",
        "test",
        "simulate",
        "verify",
        "build",
        "export",
        "import-msel",
        "explain",
        "lsp",
        "completion",
    ];

    /// <summary>Runs the command.</summary>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] arguments, Host host)
    {
        try
        {
            return Dispatch(arguments, host);
        }
        catch (OperationCanceledException) when (host.Cancellation.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }
        catch (OutputException e)
        {
            Say(host, new Notice(Message.CantWrite, e.Path), LanguageIn(arguments));
            return ExitStatus.BadUsage;
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the user gets a sentence and not a stack trace.
        catch (Exception e)
        {
            var report = DefectReport.Write(e, arguments);
            Say(
                host,
                report is null
                    ? new Notice(Message.DefectNoReport, e.GetType().Name)
                    : new Notice(Message.Defect, report),
                LanguageIn(arguments)
            );
            return ExitStatus.Defect;
        }
#pragma warning restore CA1031
    }

    /// <summary>Makes a verb; only the one that is wanted is ever made. Where nothing can be compiled any more there are
    /// only those that <see cref="WholeCommand"/> is not needed for.</summary>
    public static Verb? Find(string name) =>
        name switch
        {
            "new" => new NewVerb(),
            "check" => new CheckVerb(),
            "format" => new FormatVerb(),
            "translate" => new TranslateVerb(),
            "run" => new RunVerb(),
            "test" => new TestVerb(),
            "simulate" when RuntimeFeature.IsDynamicCodeSupported => new SimulateVerb(),
            "verify" when RuntimeFeature.IsDynamicCodeSupported => new VerifyVerb(),
            "build" when RuntimeFeature.IsDynamicCodeSupported => new BuildVerb(),
            "export" when RuntimeFeature.IsDynamicCodeSupported => new ExportVerb(),
            "import-msel" when RuntimeFeature.IsDynamicCodeSupported => new ImportMselVerb(),
            "explain" => new ExplainVerb(),
            "lsp" => new LspVerb(),
            "completion" => new CompletionVerb(),
            _ => null,
        };

    private static int Dispatch(string[] arguments, Host host)
    {
        var language = LanguageIn(arguments);
        var first = arguments.Length == 0 ? "--help" : arguments[0];
        if (first is "--version")
        {
            host.Out.WriteLine("sispam " + ToolVersion.Text);
            return ExitStatus.Ok;
        }

        if (!RuntimeFeature.IsDynamicCodeSupported && WholeCommand.IsNeededFor(arguments))
        {
            return WholeCommand.Become(arguments, host, language);
        }

        if (Suggestions.AreAskedFor(arguments))
        {
            return Suggestions.Write(arguments, host);
        }

        if (Find(first) is not { } verb)
        {
            return IsHelp(first) || first is "help" || (first == "--language" && arguments.Length == 2)
                ? Help(host, arguments.Length > 1 && Verbs.Contains(arguments[1]) ? arguments[1] : "sispam", language)
                : UnknownVerb(host, first, language);
        }

        for (var i = 1; i < arguments.Length && arguments[i] != "--"; i++)
        {
            if (IsHelp(arguments[i]))
            {
                return Help(host, first, language);
            }
        }

        // The verb is a subcommand of a root although there is only one: a root's own name is passed over as an argument,
        // and a file may be called like a verb.
        var root = new Command("sispam") { verb.Command };
        var result = root.Parse(
            arguments,
            new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null }
        );
        var call = new Call(host, result);
        if (UsageProblem(call, verb, arguments) is { } problem)
        {
            call.Say(problem);
            call.Say(new Notice(Message.SeeHelp, first + " "));
            return ExitStatus.BadUsage;
        }

        return verb.Run(call);
    }

    private static Notice? UsageProblem(Call call, Verb verb, string[] arguments)
    {
        foreach (var error in call.Result.Errors)
        {
            switch (error.SymbolResult)
            {
                case OptionResult { Tokens.Count: 0 } option:
                    return new Notice(Message.ValueMissing, option.Option.Name);
                case OptionResult option:
                    return new Notice(Message.OptionTwice, option.Option.Name);
                case ArgumentResult { Tokens.Count: 0 }:
                    return verb.ArgumentMissing;
            }
        }

        // The parser takes an option that it does not know for an argument.
        var options = Array.IndexOf(arguments, "--") is >= 0 and var end ? arguments.AsSpan(0, end) : arguments;
        foreach (var token in call.Result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens))
        {
            if (LooksLikeOption(token.Value) && options.Contains(token.Value))
            {
                return UnknownOption(token.Value, verb);
            }
        }

        foreach (var token in call.Result.UnmatchedTokens)
        {
            return LooksLikeOption(token) ? UnknownOption(token, verb) : new Notice(Message.TooManyArguments, token);
        }

        if (call.Result.Errors.Count > 0)
        {
            return verb.ArgumentMissing;
        }

        return call.Choice(verb.Language) is null ? call.Problem : UnknownDoctrine(call.Doctrines);
    }

    private static Notice? UnknownDoctrine(string[] named)
    {
        var known = Doctrines.Names;
        if (Array.Find(named, name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } name)
        {
            return null;
        }

        return Nearest.To(name, known) is { } near
            ? new Notice(Message.UnknownDoctrineDidYouMean, name, near)
            : new Notice(Message.UnknownDoctrine, name, string.Join(", ", known));
    }

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';

    private static Notice UnknownOption(string token, Verb verb)
    {
        var name = token.Split('=', ':')[0];
        return Nearest.To(name, verb.Command.Options.Select(option => option.Name)) is { } near
            ? new Notice(Message.UnknownOptionDidYouMean, verb.Command.Name, name, near)
            : new Notice(Message.UnknownOption, verb.Command.Name, name);
    }

    private static int UnknownVerb(Host host, string name, Dialect language)
    {
        var near = Nearest.To(name, Verbs);
        Say(
            host,
            near is null
                ? new Notice(Message.UnknownVerb, name)
                : new Notice(Message.UnknownVerbDidYouMean, name, near),
            language
        );
        Say(host, new Notice(Message.SeeHelp, ""), language);
        return ExitStatus.BadUsage;
    }

    private static int Help(Host host, string topic, Dialect language)
    {
        host.Out.Write(HelpText.Of(topic, language));
        return ExitStatus.Ok;
    }

    private static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?" or "/?";

    // For what is said before the arguments are understood, or when they can't be.
    private static Dialect LanguageIn(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var value =
                arguments[i] == "--language" && i + 1 < arguments.Length ? arguments[i + 1]
                : arguments[i].StartsWith("--language=", StringComparison.Ordinal)
                    ? arguments[i]["--language=".Length..]
                : null;
            if (DialectNames.FromShortName(value) is { } language)
            {
                return language;
            }
        }

        return Dialect.English;
    }

    private static void Say(Host host, Notice notice, Dialect language) =>
        host.Error.WriteLine("sispam: " + notice.In(language));
}
