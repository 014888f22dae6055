using System.Text.Json;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Features;

/// <summary>What the user has set in the editor: sent by the client, or asked for where it says that it can be asked.</summary>
internal sealed class Configuration : Feature
{
    private const string Method = "workspace/didChangeConfiguration";

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [new Notification<DidChangeConfigurationParams>(Method, Json.Default.DidChangeConfigurationParams, Change)];

    /// <inheritdoc/>
    public override IEnumerable<Registration> Register(ClientCapabilities client)
    {
        if (client.Workspace?.DidChangeConfiguration?.DynamicRegistration == true)
        {
            yield return new Registration("configuration", Method);
        }
    }

    private static void Change(DidChangeConfigurationParams changed, Session session)
    {
        if (session.Client.Workspace?.Configuration == true)
        {
            session.AskForSettings();
        }
        else if (changed.Settings.ValueKind == JsonValueKind.Object)
        {
            session.Take(changed.Settings);
        }
    }
}
