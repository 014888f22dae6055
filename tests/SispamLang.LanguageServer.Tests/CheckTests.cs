using System.Runtime.CompilerServices;
using SispamLang.LanguageServer.Workspaces;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Tests;

public sealed class CheckTests
{
    private const int Many = 40;

    [Fact]
    public async Task Compilations_that_nobody_asks_for_are_let_go_and_made_again()
    {
        var snapshot = Snapshot.Empty;
        for (var i = 0; i < Many; i++)
        {
            snapshot = snapshot.With(new Document($"untitled:{i}", 1, new SourceText($"untitled:{i}", "phase A:\n")));
        }

        var first = await snapshot.CheckOf("untitled:0").GetAsync(CancellationToken.None);
        var compilation = Weakly(first);
        for (var i = 1; i < Many; i++)
        {
            await snapshot.CheckOf($"untitled:{i}").GetAsync(CancellationToken.None);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(compilation.TryGetTarget(out _));
        Assert.Equal("untitled:0", first.Compilation.Main.Text.Path);
        Assert.Equal(first.Own.Select(one => one.Id), first.Compilation.Diagnostics.Select(one => one.Id));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<Compilation> Weakly(Check check) => new(check.Compilation);
}
