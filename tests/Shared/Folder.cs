namespace SispamLang.Tests.Shared;

/// <summary>A folder for one test, gone when the test is over.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>A folder for all tests of this process, gone with it.</summary>
    public static Folder OfThisProcess()
    {
        var folder = new Folder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                folder.Dispose();
            }
            catch (IOException)
            {
                // Something still writes to it; the tests are over all the same.
            }
        };
        return folder;
    }

    /// <summary>Its full path, without links on the way.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("sispam-test-").FullName;

    /// <summary>Writes a file; folders on the way are made.</summary>
    public string Write(string name, string content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Writes a file.</summary>
    public string Write(string name, byte[] content)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The full path of what has this name in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The names of all files in it, by their path from it, in ordinal order.</summary>
    public string[] Files() =>
        [
            .. Directory
                .GetFiles(Path, "*", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
