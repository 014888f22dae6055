using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace SispamLang.Workspaces;

/// <summary>Where the user's cache is, and whether nobody but its owner can have put something there.</summary>
public static class UserCache
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary><c>SISPAM_CACHE</c>, else the user's cache folder; null if there is none.</summary>
    public static string? Default()
    {
        if (Environment.GetEnvironmentVariable("SISPAM_CACHE") is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        if (OperatingSystem.IsWindows())
        {
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return local.Length == 0 ? null : Path.Combine(local, "sispam", "cache");
        }

        // A relative XDG_CACHE_HOME is invalid and to be ignored, says its specification.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg))
        {
            return Path.Combine(xdg, "sispam");
        }

        var home = Environment.GetEnvironmentVariable("HOME");
        return string.IsNullOrEmpty(home) || !Path.IsPathRooted(home) ? null : Path.Combine(home, ".cache", "sispam");
    }

    /// <summary>Creates the directory if need be.</summary>
    /// <returns>False if it can't be had, belongs to somebody else, or others can write to it.</returns>
    public static bool IsUsable(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
                return true;
            }

            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }

            var mode = File.GetUnixFileMode(path);
            return (mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0 && IsOurs(path, mode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsOurs(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                // The one call whose result is laid out alike on every Linux: the owner is the number at byte 20.
                var status = new byte[256];
                const int FromCurrentDirectory = -100;
                const uint Owner = 0x8;
                return statx(FromCurrentDirectory, path, 0, Owner, status) == 0
                    && BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(20)) == geteuid();
            }
            catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
            {
                // An old C library. The other way remains.
            }
        }

        // Only the owner may set the mode (or the superuser, who is not told apart here).
        File.SetUnixFileMode(path, mode);
        return true;
    }

    [DllImport("libc", ExactSpelling = true, SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(
        int directory,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags,
        uint mask,
        [Out] byte[] status
    );

    [DllImport("libc", ExactSpelling = true, SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint geteuid();
}
