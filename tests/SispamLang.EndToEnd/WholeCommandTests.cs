using System.Text.Json.Nodes;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>The command as it is where nothing can be compiled any more: a setting of .NET says so, and a script stands for the
/// whole command below it, which shows its arguments and ends with 3.</summary>
public sealed class WholeCommandTests : IDisposable
{
    private static readonly string Whole = Path.Combine(AppContext.BaseDirectory, "whole");

    private readonly Folder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        if (Directory.Exists(Whole))
        {
            Directory.Delete(Whole, recursive: true);
        }
    }

    [Theory]
    [InlineData("build", "my drill.sispam", "--output", "out")]
    [InlineData("simulate", "*.sispam", "--language", "id")]
    [InlineData("verify", "drill.sispam", "--exact")]
    [InlineData("export", "--help")]
    [InlineData("import-msel", "“KPU”.csv")]
    [InlineData("run", "drill.sispam", "--engine=compiled")]
    [InlineData("run", "drill.sispam", "--interactive")]
    [InlineData("[suggest]", "sispam build --")]
    public void What_it_does_not_have_is_done_by_the_whole_command(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // There is only the whole command.
        }

        Directory.CreateDirectory(Whole);
        var script = Path.Combine(Whole, "sispam");
        File.WriteAllText(script, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var outcome = Run(arguments);

        Assert.Equal((3, ""), (outcome.Status, outcome.Error));
        Assert.Equal(arguments, outcome.Out.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("en", "is missing")]
    [InlineData("id", "tidak ada")]
    public void If_that_is_not_there_it_says_so(string language, string words)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // There is only the whole command.
        }

        var outcome = Run("build", "drill.sispam", "--language", language);

        Assert.Equal((2, ""), (outcome.Status, outcome.Out));
        Assert.Contains(words, outcome.Error);
        Assert.Contains(Path.Combine(Whole, "sispam"), outcome.Error);
    }

    [Fact]
    public void Everything_else_it_does_itself()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "a.sispam"), "phase Rekap: crowd escalates -> deploy Dalmas\n");

        Assert.Contains("Rekap", Run("run", "a.sispam", "--until", "1 min").Out);
        Assert.Contains("simulate", Run("--help").Out);
        Assert.Contains("--seed", Run("run", "--help").Out);
    }

    private Outcome Run(params string[] arguments)
    {
        var settings = JsonNode.Parse(
            File.ReadAllText(Path.ChangeExtension(SispamProcess.Assembly, ".runtimeconfig.json"))
        )!;
        settings["runtimeOptions"]!["configProperties"]![
            "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported"
        ] = false;
        var path = Path.Combine(_folder.Path, "runtimeconfig.json");
        File.WriteAllText(path, settings.ToJsonString());
        return SispamProcess.Run(
            _folder.Path,
            "dotnet",
            "",
            ["exec", "--runtimeconfig", path, SispamProcess.Assembly, .. arguments]
        );
    }
}
