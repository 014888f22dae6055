using System.CommandLine;
using System.Globalization;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam translate</c>: a drill in the other dialect.</summary>
internal sealed class TranslateVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Arity = ArgumentArity.ExactlyOne };
    private readonly ChoiceOption _to = new("--to", "en", "id");
    private readonly Option<string> _output = new("--output");

    public TranslateVerb()
        : base("translate")
    {
        Command.Add(_path);
        Command.Add(_to);
        Command.Add(_output);
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (call.Result.GetValue(_to) is null)
        {
            return call.Refuse(new Notice(Message.TargetMissing));
        }

        if (call.Choice(_to) is not { } to)
        {
            return call.Refuse(call.Problem!);
        }

        var workspace = new Workspace(call.Host);
        var read = workspace.Read(call.Result.GetValue(_path)!);
        if (read.Text is not { } text)
        {
            call.SayWhyUnreadable(read);
            return ExitStatus.BadUsage;
        }

        var translation = Translator.Translate(
            text,
            workspace.UsedFilesOf(text),
            DialectNames.FromShortName(to)!.Value,
            call.Host.Cancellation
        );
        var language = call.Speak(translation.From);
        if (translation.Text is not { } translated)
        {
            var ink = Ink.For(call.Host.Error, call.Host.ColourError);
            foreach (var problem in translation.Problems)
            {
                DiagnosticText.Write(ink, problem, language);
            }

            return ExitStatus.DrillHasErrors;
        }

        foreach (var respelling in translation.Respellings)
        {
            call.Say(
                new Notice(Message.ComesBackAs, PlaceOf(text, respelling.Span), respelling.Written, respelling.Back)
            );
        }

        return Write(call, read.HasByteOrderMark ? '\uFEFF' + translated : translated);
    }

    private int Write(Call call, string content)
    {
        var path = call.Result.GetValue(_output);
        using var document = Document.Open(call.Host, path);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, path!));
        }

        document.Writer.Write(content);
        document.Keep();
        return ExitStatus.Ok;
    }

    private static string PlaceOf(SourceText text, TextSpan span)
    {
        var place = text.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{text.Path}:{place.Line + 1}:{place.Column + 1}");
    }
}
