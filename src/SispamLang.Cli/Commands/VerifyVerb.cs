using System.CommandLine;
using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Verifying;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam verify</c>: what holds in every behaviour of a drill, and the shortest course of events to what does not.</summary>
internal sealed class VerifyVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Arity = ArgumentArity.ExactlyOne };
    private readonly ChoiceOption _format = new("--format", "text", "json");
    private readonly Option<string> _maxStates = new("--max-states");
    private readonly Option<string> _maxMemory = new("--max-memory");
    private readonly Option<string> _jobs = new("--jobs");
    private readonly Option<bool> _controller = new("--controller") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _exact = new("--exact") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _unreduced = new("--no-reduction") { Arity = ArgumentArity.Zero };
    private readonly Option<string[]> _params = new("--param") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _traces = new("--trace-dir");
    private readonly Option<string> _output = new("--output");

    public VerifyVerb()
        : base("verify")
    {
        Command.Add(_path);
        foreach (
            var option in (ReadOnlySpan<Option>)
                [_params, _format, _maxStates, _maxMemory, _jobs, _controller, _exact, _unreduced, _traces, _output]
        )
        {
            Command.Add(option);
        }

        Command.Add(WarningsAsErrors());
        Command.Add(Doctrine());
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (call.Choice(_format) is not { } format)
        {
            return call.Refuse(call.Problem!);
        }

        var usual = new VerificationOptions();
        var states = call.Result.GetValue(_maxStates);
        var memory = call.Result.GetValue(_maxMemory);
        var maxStates = usual.MaxStates;
        if (
            states is not null
            && (!int.TryParse(states, NumberStyles.None, CultureInfo.InvariantCulture, out maxStates) || maxStates == 0)
        )
        {
            return call.Refuse(new Notice(Message.BadStateLimit, states));
        }

        if ((memory is null ? usual.MaxMemoryBytes : MemorySize.Read(memory)) is not { } bytes)
        {
            return call.Refuse(new Notice(Message.BadMemoryLimit, memory!));
        }

        var jobs = usual.Jobs;
        if (
            call.Result.GetValue(_jobs) is { } number
            && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out jobs) || jobs == 0)
        )
        {
            return call.Refuse(new Notice(Message.BadJobs, number));
        }

        return new VerifySession(call)
        {
            Options = new VerificationOptions
            {
                MaxStates = maxStates,
                MaxMemoryBytes = bytes,
                Jobs = jobs,
                HasController = call.Result.GetValue(_controller),
                IsExact = call.Result.GetValue(_exact),
                Reduces = !call.Result.GetValue(_unreduced),
            },
            Params = call.Result.GetValue(_params) ?? [],
            IsJson = format == "json",
            TraceDirectory = call.Result.GetValue(_traces),
            OutputPath = call.Result.GetValue(_output),
        }.Run(call.Result.GetValue(_path)!);
    }
}
