using System.CommandLine;
using System.Globalization;
using SispamLang.Cli.Desk;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam run</c>: one timeline of a drill.</summary>
internal sealed class RunVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Arity = ArgumentArity.ExactlyOne };
    private readonly Option<string> _seed = new("--seed");
    private readonly Option<string> _events = new("--events");
    private readonly Option<string> _until = new("--until");
    private readonly Option<string[]> _params = new("--param") { Arity = ArgumentArity.OneOrMore };
    private readonly ChoiceOption _trace = new("--trace", "text", "jsonl", "cloudevents", "ocel");
    private readonly Option<bool> _chance = new("--chance") { Arity = ArgumentArity.Zero };
    private readonly ChoiceOption _engine = new("--engine", "interpreter", "compiled");
    private readonly Option<string> _output = new("--output");
    private readonly Option<bool> _interactive = new("--interactive") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _plain = new("--plain") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _log = new("--log");
    private readonly Option<string> _resume = new("--resume");
    private readonly Option<string> _speed = new("--speed");

    public RunVerb()
        : base("run")
    {
        Command.Add(_path);
        foreach (
            var option in (ReadOnlySpan<Option>)
                [_seed, _events, _until, _params, _trace, _chance, _engine, _output, _interactive, .. OfDesk]
        )
        {
            Command.Add(option);
        }

        Command.Add(WarningsAsErrors());
        Command.Add(Doctrine());
    }

    private Option[] OfDesk => [_plain, _log, _resume, _speed];

    private Option[] NotOfDesk => [_events, _until, _trace, _chance, _output];

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var seedText = call.Result.GetValue(_seed);
        var untilText = call.Result.GetValue(_until);
        var seed = 1UL;
        long? until = null;
        if (call.Choice(_trace) is not { } trace || call.Choice(_engine) is not { } engine)
        {
            return call.Refuse(call.Problem!);
        }

        if (
            seedText is not null
            && !ulong.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out seed)
        )
        {
            return call.Refuse(new Notice(Message.BadSeed, seedText));
        }

        if (untilText is not null && (until = ValueText.Duration(untilText)) is null)
        {
            return call.Refuse(new Notice(Message.BadDuration, _until.Name, untilText));
        }

        var desk = Desk(call, out var problem);
        if (problem is not null)
        {
            return call.Refuse(problem);
        }

        var path = call.Result.GetValue(_path)!;
        var events = call.Result.GetValue(_events);
        if (path == Workspace.StandardInput && (events == Workspace.StandardInput || desk is not null))
        {
            return call.Refuse(new Notice(Message.InputTwice));
        }

        return new RunSession(call)
        {
            Seed = seed,
            HasSeed = seedText is not null,
            UntilMs = until,
            EventsPath = events,
            Params = call.Result.GetValue(_params) ?? [],
            TraceFormat = trace,
            ShowsChance = call.Result.GetValue(_chance),
            IsInterpreted = engine == "interpreter",
            OutputPath = call.Result.GetValue(_output),
            Desk = desk,
        }.Run(path);
    }

    // The desk, if it is asked for; what does not go together is a problem.
    private DeskOptions? Desk(Call call, out Notice? problem)
    {
        problem = null;
        var isInteractive = call.Result.GetValue(_interactive);
        var (others, message) = isInteractive ? (NotOfDesk, Message.NotInteractive) : (OfDesk, Message.OnlyInteractive);
        foreach (var option in others)
        {
            if (call.Result.GetResult(option) is { Implicit: false })
            {
                problem = new Notice(message, option.Name);
                return null;
            }
        }

        var (log, resume) = (call.Result.GetValue(_log), call.Result.GetValue(_resume));
        var speedText = call.Result.GetValue(_speed) ?? "1";
        var speed = DeskCommand.SpeedOf(speedText);
        problem =
            log is not null && resume is not null ? new Notice(Message.LogOrResume)
            : speed is null ? new Notice(Message.BadSpeed, speedText)
            : null;
        return isInteractive && problem is null
            ? new DeskOptions(call.Result.GetValue(_plain), log, resume, speed ?? 1)
            : null;
    }
}
