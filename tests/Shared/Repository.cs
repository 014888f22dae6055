namespace SispamLang.Tests.Shared;

/// <summary>The repository that the tests run from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder, given by its path from the root with forward slashes.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SispamLang.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No SispamLang.sln above {AppContext.BaseDirectory}.");
    }
}
