using System.Diagnostics;
using SispamLang.Tests.Programs;

namespace SispamLang.Compiler.Tests;

public sealed class CompileCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sispam-cache-").FullName;
    private readonly CacheKey _key = CacheKey.Of("drill.sispam", "phase A:");

    private static readonly CompiledDrill Drill = new("Some.Drill", new byte[] { 1, 2, 3 }, new byte[] { 4, 5 });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_stored_is_found()
    {
        var cache = Open();
        Assert.True(cache.Store(_key, new CacheEntry(Drill, [], "a warning")));
        var found = cache.Find(_key)!;
        Assert.Equal("Some.Drill", found.Drill.TypeName);
        Assert.Equal("a warning", found.Notes);
        Assert.Equal(new byte[] { 1, 2, 3 }, found.Drill.Assembly.ToArray());
        Assert.Equal(new byte[] { 4, 5 }, found.Drill.Symbols.ToArray());
    }

    [Fact]
    public void A_drill_from_the_cache_runs()
    {
        var cache = Open();
        cache.Store(_key, new CacheEntry(DrillCompiler.Compile(Workload.OneCrowd()), []));
        var runner = cache.Find(_key)!.Drill.CreateRunner();
        runner.Start(1);
        runner.RunToEnd();
        Assert.True(runner.HasEnded);
    }

    [Fact]
    public void Other_inputs_have_another_key()
    {
        Assert.NotEqual(CacheKey.Of("ab", "c").Value, CacheKey.Of("a", "bc").Value);
        Assert.NotEqual(CacheKey.Of("\uD800").Value, CacheKey.Of("\uD801").Value);
        Assert.Equal(_key, CacheKey.Of("drill.sispam", "phase A:"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(-1)]
    public void A_damaged_entry_is_absent(int at)
    {
        var cache = Open();
        cache.Store(_key, new CacheEntry(Drill, []));
        var path = Directory.GetFiles(_folder).Single();
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? ^1 : at] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Null(cache.Find(_key));
        File.WriteAllBytes(path, bytes[..20]);
        Assert.Null(cache.Find(_key));
        Assert.True(cache.Store(_key, new CacheEntry(Drill, [])));
        Assert.NotNull(cache.Find(_key));
    }

    [Fact]
    public void A_changed_used_file_makes_an_entry_absent()
    {
        var cache = Open();
        cache.Store(_key, new CacheEntry(Drill, [new UsedFile("lib.sispam", CacheKey.HashOf("unit A"))]));
        Assert.NotNull(cache.Find(_key, path => path == "lib.sispam" ? "unit A" : null));
        Assert.Null(cache.Find(_key, _ => "unit B"));
        Assert.Null(cache.Find(_key, _ => null));
        Assert.Null(cache.Find(_key));
    }

    [Fact]
    public async Task Several_may_write_one_entry_at_once()
    {
        var entry = new CacheEntry(Drill with { Assembly = new byte[100_000] }, []);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        var cache = Open();
                        for (var i = 0; i < 20; i++)
                        {
                            Assert.True(cache.Store(_key, entry));
                            Assert.NotNull(cache.Find(_key));
                        }
                    })
                )
        );
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_least_recently_used_goes_first()
    {
        var cache = CompileCache.Open(_folder)!;
        CacheKey[] keys = [.. Enumerable.Range(0, 3).Select(i => CacheKey.Of($"{i}"))];
        foreach (var key in keys)
        {
            cache.Store(key, new CacheEntry(Drill with { Assembly = new byte[1000] }, []));
        }

        foreach (var (file, age) in keys.Select((key, i) => (Path.Combine(_folder, key.Value + ".drill"), 10 - i)))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-age));
        }

        Assert.NotNull(cache.Find(keys[0]));
        var small = new FileInfo(Path.Combine(_folder, keys[0].Value + ".drill")).Length;
        var limited = Open(3 * small);
        limited.Store(CacheKey.Of("new"), new CacheEntry(Drill with { Assembly = new byte[1000] }, []));
        Assert.NotNull(limited.Find(keys[0]));
        Assert.Null(limited.Find(keys[1]));
        Assert.NotNull(limited.Find(keys[2]));
        Assert.NotNull(limited.Find(CacheKey.Of("new")));
    }

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.Combine(_folder, "new", "cache");
        var cache = CompileCache.Open(folder)!;
        cache.Store(_key, new CacheEntry(Drill, []));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(folder)
        );
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Directory.GetFiles(folder).Single())
        );
    }

    [Fact]
    public void A_folder_of_somebody_else_is_not_used()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the owner of a folder.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can give a folder away.");
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "given")).FullName;
        using (var chown = Process.Start("chown", ["65534", folder]))
        {
            chown.WaitForExit();
            Assert.Equal(0, chown.ExitCode);
        }

        Assert.Null(CompileCache.Open(folder));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_folder_that_others_can_write_to_is_not_used()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var mode = File.GetUnixFileMode(_folder);
        File.SetUnixFileMode(_folder, mode | UnixFileMode.GroupWrite);
        Assert.Null(CompileCache.Open(_folder));
        File.SetUnixFileMode(_folder, mode | UnixFileMode.OtherWrite);
        Assert.Null(CompileCache.Open(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_had_is_no_error()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.Null(CompileCache.Open(Path.Combine(file, "below")));
    }

    private CompileCache Open(long limit = 1 << 20)
    {
        Assert.NotNull(CompileCache.Open(_folder));
        return CompileCache.Open(_folder, limit)!;
    }
}
