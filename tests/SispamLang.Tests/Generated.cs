using SispamLang.Tests.Shared;

namespace SispamLang.Tests;

/// <summary>Files that are made by the tests that compare them.</summary>
internal static class Generated
{
    /// <summary>What is committed. <c>SISPAM_UPDATE_BASELINES=1</c> writes the file anew first.</summary>
    public static string Of(string path, string content)
    {
        string file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(file, content);
        }

        return File.ReadAllText(file);
    }
}
