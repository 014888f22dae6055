using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>Our packages as they are published, in a feed of their own, and a folder where a stranger works with them: with
/// an empty package cache, and with nothing of this repository around.</summary>
public sealed class Packages : IDisposable
{
    private readonly Folder _folder = new();

    public Packages()
    {
        foreach (var project in (string[])["SispamLang.Runtime", "SispamLang.Build"])
        {
            // What the tests were built with is packed as it is.
            Succeed(
                Repository.Root,
                $"dotnet pack src/{project} --no-build -c {Configuration} -o '{PathOf("artifacts/packages")}'"
            );
        }
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>A path in the stranger's folder.</summary>
    public string PathOf(string path) => _folder.PathOf(path);

    /// <summary>Copies a folder of the repository, as a clone without what was built in it.</summary>
    public void CopyFolder(string path)
    {
        var from = Repository.PathOf(path);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (!name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                var copy = PathOf(Path.Combine(path, name));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // A file has a folder.
                File.Copy(file, copy, overwrite: true);
            }
        }
    }

    /// <summary>Runs a command line that must not fail.</summary>
    /// <returns>What it printed.</returns>
    internal string Succeed(string folder, string command)
    {
        var outcome = Run(folder, command);
        Assert.True(outcome.Status == 0, $"{command}\n{outcome.Out}\n{outcome.Error}");
        return outcome.Out;
    }

    /// <summary>Runs a command line.</summary>
    internal Outcome Run(string folder, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a POSIX shell.");
        var script =
            $"export NUGET_PACKAGES='{PathOf("cache")}' MSBUILDDISABLENODEREUSE=1 RestoreLockedMode=false\n{command}\n";
        return SispamProcess.Run(folder, "sh", "", "-e", "-c", script);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
