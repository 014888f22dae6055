using System.Diagnostics;
using System.Globalization;
using SispamLang.Tests.Shared;

namespace SispamLang.LanguageServer.Tests;

/// <summary>The server as editors start it.</summary>
public sealed class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_session_from_start_to_end()
    {
        using var process = Start("--stdio");
        await using var client = Connect(process);
        Assert.NotNull((await client.InitializeAsync())["result"]);
        client.Open("untitled:Untitled-1", "fase Rekap: massa bereskalasi -> kerahkam Dalmas # 🚒\n");
        var found = Assert.Single(await client.DiagnosticsAsync("untitled:Untitled-1", 1))!;
        Assert.Equal("SIS2005", (string)found["code"]!);
        await client.RequestAsync("shutdown", "null");
        client.Notify("exit", "null");
        Assert.Equal(0, await client.Exit.WaitAsync(Patience));
        Assert.Equal("", client.Rubbish);
    }

    [Fact]
    public async Task A_broken_header_is_said_on_standard_error_and_ends_it_with_1()
    {
        using var process = Start("--stdio");
        await using var client = Connect(process);
        client.Send("Content-Length: many\r\n\r\n"u8);
        Assert.Equal(1, await client.Exit.WaitAsync(Patience));
        Assert.Equal(
            "sispam-lsp: The input has the Content-Length \"many\".",
            (await process.StandardError.ReadToEndAsync()).Trim()
        );
    }

    [Fact]
    public async Task It_ends_with_the_process_that_it_is_told_of()
    {
        using var editor = Process.Start(new ProcessStartInfo("sleep", "60") { UseShellExecute = false })!;
        using var process = Start("--stdio", "--clientProcessId", editor.Id.ToString(CultureInfo.InvariantCulture));
        await using var client = Connect(process);
        await client.InitializeAsync();
        editor.Kill();
        Assert.Equal(1, await client.Exit.WaitAsync(Patience));
    }

    [Fact]
    public async Task What_arrives_with_the_end_of_the_input_is_answered()
    {
        using var process = Start("--clientProcessId=2147483600");
        await using var client = Connect(process);
        var answer = client.InitializeAsync();
        client.Open("untitled:a", "phase A:\n");
        var formatted = client.RequestAsync("textDocument/formatting", """{"textDocument":{"uri":"untitled:a"}}""");
        client.End();
        Assert.NotNull((await answer)["result"]);
        Assert.NotNull((await formatted)["result"]);
        Assert.Equal(1, await client.Exit.WaitAsync(Patience));
    }

    private static Client Connect(Process process) =>
        new(
            process.StandardOutput.BaseStream,
            process.StandardInput.BaseStream,
            Task.Run(async () =>
            {
                await process.WaitForExitAsync();
                return process.ExitCode;
            }),
            new StringWriter(CultureInfo.InvariantCulture)
        );

    private static Process Start(params string[] arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "sispam-lsp.dll");
        return Process.Start(
            new ProcessStartInfo("dotnet", [assembly, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.Root,
            }
        )!;
    }
}
