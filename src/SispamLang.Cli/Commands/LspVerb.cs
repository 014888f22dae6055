using System.CommandLine;
using System.Globalization;
using SispamLang.LanguageServer;

namespace SispamLang.Cli.Commands;

/// <summary><c>sispam lsp</c>: the language server, for editors.</summary>
internal sealed class LspVerb : Verb
{
    // Editors say so of their own accord; there is no other way.
    private readonly Option<bool> _stdio = new("--stdio") { Arity = ArgumentArity.Zero };
    private readonly Option<string> _client = new("--clientProcessId");

    public LspVerb()
        : base("lsp")
    {
        Command.Add(_stdio);
        Command.Add(_client);
    }

    /// <inheritdoc/>
    public override int Run(Call call)
    {
        var client = int.TryParse(call.Result.GetValue(_client), CultureInfo.InvariantCulture, out var id) ? id : 0;
        return StandardStreams.Serve(client > 0 ? client : null, call.Languages.Asked);
    }
}
