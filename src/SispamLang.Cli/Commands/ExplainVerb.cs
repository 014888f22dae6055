using System.CommandLine;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam explain</c>: what a message means.</summary>
internal sealed class ExplainVerb : Verb
{
    private readonly Argument<string> _code = new("CODE") { Arity = ArgumentArity.ZeroOrOne };

    public ExplainVerb()
        : base("explain")
    {
        _code.CompletionSources.Add([.. DiagnosticCatalogue.Codes.Select(DiagnosticCatalogue.IdOf)]);
        Command.Add(_code);
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var language = call.Languages.Default;
        var ink = Ink.For(call.Host.Out, call.Host.ColourOut);
        if (call.Result.GetValue(_code) is not { } name)
        {
            foreach (var code in DiagnosticCatalogue.Codes)
            {
                WriteTitle(ink, DiagnosticCatalogue.Get(code), language);
            }

            return ExitStatus.Ok;
        }

        if (DiagnosticCatalogue.FromId(name) is not { } found)
        {
            var near = Nearest.To(name, DiagnosticCatalogue.Codes.Select(DiagnosticCatalogue.IdOf));
            return call.Refuse(
                near is null
                    ? new Notice(Message.UnknownCode, name)
                    : new Notice(Message.UnknownCodeDidYouMean, name, near)
            );
        }

        var document = DiagnosticCatalogue.Get(found);
        WriteTitle(ink, document, language);
        ink.End();
        ink.Line(language == Dialect.English ? document.EnglishText : document.IndonesianText);
        WriteExample(ink, Message.Wrong.In(language), Tone.Error, document.Wrong);
        WriteExample(ink, Message.Right.In(language), Tone.Green, document.Right);
        return ExitStatus.Ok;
    }

    // The message with its gaps shown as gaps.
    private static void WriteTitle(Ink ink, DiagnosticDocument document, Dialect language)
    {
        ink.Write(DiagnosticCatalogue.IdOf(document.Code), Tone.Strong);
        ink.Write(" " + DiagnosticText.WordOf(document.Severity).In(language) + ": ");
        ink.Line(DiagnosticCatalogue.RenderGaps(document, language));
    }

    private static void WriteExample(Ink ink, string title, Tone tone, string code)
    {
        if (code.Length == 0)
        {
            return;
        }

        ink.End();
        ink.Line(title, tone);
        ink.End();
        foreach (var line in code.TrimEnd('\n').Split('\n'))
        {
            ink.Line(line.Length == 0 ? "" : "    " + line);
        }
    }
}
