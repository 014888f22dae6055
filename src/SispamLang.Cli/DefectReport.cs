using System.Runtime.InteropServices;

namespace SispamLang.Cli;

/// <summary>What a developer needs to know of a defect. It goes to a file, as it means nothing to the user.</summary>
internal static class DefectReport
{
    /// <summary>Writes a report.</summary>
    /// <returns>Its path, or null if it could not be written.</returns>
    public static string? Write(Exception exception, string[] arguments)
    {
        try
        {
            var path = Path.Combine(Path.GetTempPath(), "sispam-" + Path.GetRandomFileName() + ".txt");
            File.WriteAllText(
                path,
                $"""
                sispam {ToolVersion.Text}, .NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier}
                arguments: {string.Join(' ', arguments)}

                {exception}
                """
            );
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
