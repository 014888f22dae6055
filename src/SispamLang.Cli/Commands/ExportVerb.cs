using System.CommandLine;
using System.Globalization;
using System.Text;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Export;
using SispamLang.Programs;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam export</c>: a paper of a drill.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Arity = ArgumentArity.ExactlyOne };
    private readonly ChoiceOption _as = new("--as", [.. PaperKind.All.Select(kind => kind.Name)]);
    private readonly Option<string> _seed = new("--seed");
    private readonly Option<string> _rehearsal = new("--rehearsal");
    private readonly Option<string> _game = new("--game");
    private readonly ChoiceOption _for = new("--for", "players", "controllers", "observers");
    private readonly Option<string> _from = new("--from");
    private readonly Option<string> _output = new("--output");

    public ExportVerb()
        : base("export")
    {
        Command.Add(_path);
        foreach (var option in (ReadOnlySpan<Option>)[_as, _for, _from, _seed, _rehearsal, _game, _output])
        {
            Command.Add(option);
        }

        Command.Add(WarningsAsErrors());
        Command.Add(Doctrine());
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (call.Result.GetValue(_as) is null)
        {
            return call.Refuse(new Notice(Message.PaperMissing, string.Join(" | ", _as.Choices)));
        }

        if (call.Choice(_as) is not { } name || PaperKind.Find(name) is not { } kind)
        {
            return call.Refuse(call.Problem!);
        }

        if (call.Choice(_for) is not { } reader)
        {
            return call.Refuse(call.Problem!);
        }

        if (call.Result.GetValue(_for) is not null && !kind.HasAudience)
        {
            return call.Refuse(new Notice(Message.PaperForAll, kind.Name));
        }

        var tracePath = call.Result.GetValue(_from);
        if (kind.NeedsTrace != tracePath is not null)
        {
            return call.Refuse(new Notice(kind.NeedsTrace ? Message.TraceMissing : Message.TraceNotWanted, kind.Name));
        }

        var seed = ReferenceRun.DefaultSeed;
        if (
            call.Result.GetValue(_seed) is { } seedText
            && !ulong.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out seed)
        )
        {
            return call.Refuse(new Notice(Message.BadSeed, seedText));
        }

        if (!TryGetDay(call, _rehearsal, out var rehearsal) || !TryGetDay(call, _game, out var game))
        {
            return ExitStatus.BadUsage;
        }

        var output = call.Result.GetValue(_output);
        if (kind.IsBinary && output is null or "-")
        {
            return call.Refuse(new Notice(Message.PaperNeedsOutput, kind.Name));
        }

        var workspace = new Workspace(call.Host);
        var read = workspace.Read(call.Result.GetValue(_path)!);
        if (read.Text is not { } text)
        {
            call.SayWhyUnreadable(read);
            return ExitStatus.BadUsage;
        }

        if (new DrillRunners(call, workspace).Checked(text, out var status) is not { Program: { } program } drill)
        {
            return status;
        }

        call.Speak(drill.Dialect);
        ActualRun? actual = null;
        if (tracePath is not null && (actual = ReadTrace(call, workspace, tracePath, program)) is null)
        {
            return ExitStatus.BadUsage;
        }

        var reference = ReferenceRun.Of(program, seed, call.Host.Cancellation);
        var paper = new DrillPaper(drill, reference, call.Languages.For(drill.Dialect), ToolVersion.Text)
        {
            Audience = Enum.Parse<Audience>(reader, ignoreCase: true),
            Actual = actual,
            Rehearsal = rehearsal,
            Game = game,
        };
        return kind.Refusal(paper) is { } reason
            ? call.Refuse(new Notice(Message.PaperRefused, text.Path, reason))
            : Write(call, kind, paper, output);
    }

    private static bool TryGetDay(Call call, Option<string> option, out DateOnly? day)
    {
        var text = call.Result.GetValue(option);
        day = PaperValues.Day(text ?? "");
        if (text is not null && day is null)
        {
            call.Say(new Notice(Message.BadDate, option.Name, text));
            return false;
        }

        return true;
    }

    // Null if it is none of this drill; what is wrong with it has been said then.
    private static ActualRun? ReadTrace(Call call, Workspace workspace, string path, DrillProgram program)
    {
        var read = workspace.Read(path);
        if (read.Text is not { } text)
        {
            call.SayWhyUnreadable(read);
            return null;
        }

        var reading = ActualRun.Read(text.Content, program, call.Host.Cancellation);
        var line = reading.Line.ToString(CultureInfo.InvariantCulture);
        Notice? problem = reading.Problem switch
        {
            TraceProblem.NotATrace => new Notice(Message.TraceLineBad, path, line),
            TraceProblem.NoStart => new Notice(Message.TraceNoStart, path),
            TraceProblem.OtherDrill => new Notice(
                Message.TraceOfOther,
                path,
                reading.Detail.Length == 0 ? "?" : reading.Detail,
                program.Facts.SourceHash
            ),
            TraceProblem.Differs => new Notice(Message.TraceDiffers, path, line),
            _ => null,
        };
        if (problem is not null)
        {
            call.Say(problem);
        }

        return reading.Run;
    }

    private static int Write(Call call, PaperKind kind, DrillPaper paper, string? output)
    {
        using var document = Document.Open(call.Host, output);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, output!));
        }

        if (document.Bytes is { } bytes)
        {
            kind.Write(paper, bytes, call.Host.Cancellation);
        }
        else
        {
            using var text = new MemoryStream();
            kind.Write(paper, text, call.Host.Cancellation);
            document.Writer.Write(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
        }

        document.Keep();
        return ExitStatus.Ok;
    }
}
