namespace SispamLang.Cli;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>As in <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        (typeof(ToolVersion).Assembly.GetName().Version ?? new Version(0, 0, 0)).ToString(3);
}
