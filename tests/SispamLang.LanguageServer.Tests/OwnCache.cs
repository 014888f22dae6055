using System.Runtime.CompilerServices;
using SispamLang.Tests.Shared;

namespace SispamLang.LanguageServer.Tests;

/// <summary>The tests leave the user's cache alone.</summary>
internal static class OwnCache
{
    [ModuleInitializer]
    public static void Set() => Environment.SetEnvironmentVariable("SISPAM_CACHE", Folder.OfThisProcess().Path);
}
