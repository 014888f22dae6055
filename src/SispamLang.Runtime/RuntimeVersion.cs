namespace SispamLang.Runtime;

/// <summary>The version of this package.</summary>
internal static class RuntimeVersion
{
    /// <summary>As in <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        (typeof(RuntimeVersion).Assembly.GetName().Version ?? new Version(0, 0, 0)).ToString(3);
}
