using System.Diagnostics;

namespace SispamLang.LanguageServer;

/// <summary>The process of the client: without it a server has nothing to do.</summary>
internal static class ClientProcess
{
    /// <summary>Cancels when a process ends. One that can't be seen, as from within a container, is taken to live.</summary>
    public static async Task WatchAsync(int id, CancellationTokenSource gone)
    {
        // The rest is none of what the client waits for.
        await Task.Yield();
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return;
        }

        await gone.CancelAsync();
    }
}
