using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Features;

/// <summary>One thing that the server can do. It translates between the protocol and a service of the language, and decides
/// nothing itself.</summary>
internal abstract class Feature
{
    /// <summary>The methods that belong to it.</summary>
    public abstract IEnumerable<Handler> Handlers { get; }

    /// <summary>Says in the answer to <c>initialize</c> that the server can do it.</summary>
    public virtual void Announce(ServerCapabilities capabilities, Session session) { }

    /// <summary>Asks the client for what it needs, when the client is ready.</summary>
    public virtual IEnumerable<Registration> Register(ClientCapabilities client) => [];
}
