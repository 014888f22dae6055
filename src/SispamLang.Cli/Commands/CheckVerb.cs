using System.CommandLine;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Reporting.Sarif;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam check</c>: all messages about some drills.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string[]> _paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private readonly ChoiceOption _format = new("--format", "text", "json", "sarif");
    private readonly Option<bool> _ledger = new("--ledger") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _output = new("--output");

    public CheckVerb()
        : base("check")
    {
        Command.Add(_paths);
        Command.Add(_format);
        Command.Add(_ledger);
        Command.Add(WarningsAsErrors());
        Command.Add(Doctrine());
        Command.Add(_output);
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        if (call.Choice(_format) is not { } format)
        {
            return call.Refuse(call.Problem!);
        }

        var withLedgers = call.Result.GetValue(_ledger);
        if (withLedgers && format == "sarif")
        {
            return call.Refuse(new Notice(Message.LedgerNotInSarif));
        }

        var path = call.Result.GetValue(_output);
        using var document = Document.Open(call.Host, path);
        if (document is null)
        {
            return call.Refuse(new Notice(Message.CantWrite, path!));
        }

        var findings = new Findings(call, withLedgers);
        var status = findings.Collect(call.Result.GetValue(_paths)!);
        switch (format)
        {
            case "json":
                document.Writer.Write(
                    JsonText.Of(json =>
                    {
                        if (withLedgers)
                        {
                            LedgerJson.Write(json, findings);
                        }
                        else
                        {
                            DiagnosticJson.Write(json, findings);
                        }
                    })
                );
                break;
            case "sarif":
                document.Writer.Write(new SarifReport(findings, call.Host.Directory).Write());
                break;
            default:
                new FindingsText(findings).Write(Ink.For(document.Writer, document.Colours));
                break;
        }

        document.Keep();
        return status;
    }
}
