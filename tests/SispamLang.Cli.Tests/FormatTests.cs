using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public class FormatTests
{
    private const string Written = "phase  Rekap : crowd escalates→deploy Dalmas\n";
    private const string LaidOut = "phase Rekap: crowd escalates -> deploy Dalmas\n";

    [Fact]
    public void Files_are_written_only_if_they_change()
    {
        using var folder = new Folder();
        var changed = folder.Write("drills/a.sispam", Written);
        var same = folder.Write("drills/b.sispam", LaidOut);
        var time = File.GetLastWriteTimeUtc(same);
        File.SetLastWriteTimeUtc(same, time.AddDays(-1));

        var outcome = Sispam.In(folder.Path, "format", "drills", changed);

        Assert.Equal(ExitStatus.Ok, outcome.Status);
        Assert.Empty(outcome.Out);
        Assert.Equal("sispam: Wrote drills/a.sispam\n", outcome.Error);
        Assert.Equal(LaidOut, File.ReadAllText(changed));
        Assert.Equal(time.AddDays(-1), File.GetLastWriteTimeUtc(same));
        Assert.Equal(["drills/a.sispam", "drills/b.sispam"], folder.Files());
    }

    [Fact]
    public void Check_lists_the_files_that_would_change_and_writes_nothing()
    {
        using var folder = new Folder();
        var file = folder.Write("a.sispam", Written);
        folder.Write("b.sispam", LaidOut);

        var outcome = Sispam.In(folder.Path, "format", "--check", ".");

        Assert.Equal(ExitStatus.NotFormatted, outcome.Status);
        Assert.Equal("a.sispam\n", outcome.Out);
        Assert.Empty(outcome.Error);
        Assert.Equal(Written, File.ReadAllText(file));
        Assert.Equal(ExitStatus.Ok, Sispam.In(folder.Path, "format", "--check", "b.sispam").Status);
    }

    [Fact]
    public void Standard_input_goes_to_standard_output()
    {
        var outcome = Sispam.WithInput(Path.GetTempPath(), "\uFEFF" + Written, "format", "-");

        Assert.Equal(new Outcome(ExitStatus.Ok, "\uFEFF" + LaidOut, ""), outcome);
        Assert.Equal("-\n", Sispam.WithInput(Path.GetTempPath(), Written, "format", "-", "--check").Out);
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_stay()
    {
        using var folder = new Folder();
        var file = folder.Write("a.sispam", "\uFEFFevent  a\r\nevent b\r\n"u8.ToArray());

        Sispam.In(folder.Path, "format", "a.sispam");

        Assert.Equal("\uFEFFevent a\r\nevent b\r\n"u8.ToArray(), File.ReadAllBytes(file));
    }

    [Fact]
    public void A_declaration_with_errors_stays_and_the_rest_is_laid_out()
    {
        using var folder = new Folder();
        var file = folder.Write("a.sispam", "event  a\nphse  B:\n   at start ->\n");

        var outcome = Sispam.In(folder.Path, "format", "a.sispam", "--language", "en");

        Assert.Equal(ExitStatus.Ok, outcome.Status);
        Assert.StartsWith("sispam: a.sispam: has errors.", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("event a\nphse  B:\n   at start ->\n", File.ReadAllText(file));
    }

    [Fact]
    public void What_is_no_text_stays_as_it_is()
    {
        using var folder = new Folder();
        byte[] bytes = [.. "event  a # "u8, 0xFF, 0xFE];
        var file = folder.Write("a.sispam", bytes);

        var outcome = Sispam.In(folder.Path, "format", "a.sispam");

        Assert.Equal(ExitStatus.BadUsage, outcome.Status);
        Assert.Contains("SIS1023", outcome.Error);
        Assert.Empty(outcome.Out);
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_of_and_the_others_are_laid_out()
    {
        using var folder = new Folder();
        var file = folder.Write("a.sispam", Written);

        var outcome = Sispam.In(folder.Path, "format", "nowhere.sispam", "a.sispam");

        Assert.Equal(ExitStatus.BadUsage, outcome.Status);
        Assert.Contains("nowhere.sispam: there is no such file.", outcome.Error);
        Assert.Equal(LaidOut, File.ReadAllText(file));
    }

    [Fact]
    public void A_link_stays_a_link_and_permissions_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions, and links need a privilege.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new Folder();
        var file = folder.Write("shared/a.sispam", Written);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var link = folder.PathOf("link.sispam");
        File.CreateSymbolicLink(link, "shared/a.sispam");

        Assert.Equal(ExitStatus.Ok, Sispam.In(folder.Path, "format", "link.sispam").Status);

        Assert.Equal("shared/a.sispam", new FileInfo(link).LinkTarget);
        Assert.Equal(LaidOut, File.ReadAllText(file));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
            File.GetUnixFileMode(file)
        );
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_told_of()
    {
        using var folder = new Folder();
        var file = folder.Write("a.sispam", Written);
        using var held = Hold(file);

        var outcome = Sispam.In(folder.Path, "format", "a.sispam");

        Assert.Equal(ExitStatus.BadUsage, outcome.Status);
        Assert.Contains("can't be written", outcome.Error);
        Assert.Equal(["a.sispam"], folder.Files());
    }

    // Even one who may write everything can't open it for writing now.
    private static FileStream Hold(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
}
