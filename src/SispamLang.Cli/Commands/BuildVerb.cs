using System.CommandLine;
using SispamLang.Cli.Building;
using SispamLang.Cli.Reporting;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam build</c>: runners to use from programs, as assemblies or as C#.</summary>
internal sealed class BuildVerb : Verb
{
    private readonly Argument<string[]> _paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _output = new("--output");
    private readonly ChoiceOption _emit = new("--emit", "dll", "cs");
    private readonly Option<string> _namespace = new("--namespace");

    public BuildVerb()
        : base("build")
    {
        Command.Add(_paths);
        Command.Add(_output);
        Command.Add(_emit);
        Command.Add(_namespace);
        Command.Add(WarningsAsErrors());
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (call.Choice(_emit) is not { } emit)
        {
            return call.Refuse(call.Problem!);
        }

        if (call.Result.GetValue(_output) is not { } folder)
        {
            return call.Refuse(new Notice(Message.OutputMissing));
        }

        var space = call.Result.GetValue(_namespace);
        if (space is not null && !CSharpNames.IsNamespace(space))
        {
            return call.Refuse(new Notice(Message.BadNamespace, space));
        }

        if (FullPath.Of(call.Host.Directory, folder) is not { } full || File.Exists(full))
        {
            return call.Refuse(new Notice(Message.CantWrite, folder));
        }

        var builder = new DrillBuilder(call, full, folder, emit == "dll", space);
        return builder.Build(call.Result.GetValue(_paths)!);
    }
}
