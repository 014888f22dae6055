using System.Runtime.Loader;
using SispamLang.Tests.Shared;

namespace SispamLang.Runtime.Tests;

/// <summary>Programs of others are built against the runtime, so that no change of what it shows goes unseen.
/// <c>SISPAM_UPDATE_BASELINES=1</c> writes the list anew.</summary>
public class PublicApiTests
{
    private const string Baseline = "tests/SispamLang.Runtime.Tests/PublicApi.txt";

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void What_the_runtime_shows_is_what_is_written_down(string framework)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        var path = Repository.PathOf($"src/SispamLang.Runtime/bin/{configuration}/{framework}/SispamLang.Runtime.dll");
        var context = new AssemblyLoadContext(framework, isCollectible: true);

        var api = PublicApi.Of(context.LoadFromAssemblyPath(path));

        context.Unload();
        if (Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(Repository.PathOf(Baseline), api);
        }

        Assert.Equal(File.ReadAllText(Repository.PathOf(Baseline)), api);
    }
}
