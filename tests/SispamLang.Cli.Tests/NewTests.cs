using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class NewTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Protesters")]
    [InlineData("id", "Pengunjuk Rasa")]
    public void A_new_drill_checks_clean_passes_its_tests_and_runs(string language, string crowd)
    {
        Assert.Equal(0, Sispam.In(_folder.Path, "new", "Balai Kota", "--language", language).Status);
        Assert.Equal(["balai-kota/.vscode/settings.json", "balai-kota/balai-kota.sispam"], _folder.Files());

        var check = Sispam.In(_folder.Path, "check", "balai-kota", "--format", "json");
        Assert.Equal(new Outcome(0, "[]\n", ""), check);
        var test = Sispam.In(_folder.Path, "test", "balai-kota", "--language", "en");
        Assert.Equal((0, ""), (test.Status, test.Error));
        Assert.StartsWith("2 passed, 0 failed in ", test.Out);
        var run = Sispam.In(_folder.Path, "run", "balai-kota/balai-kota.sispam");
        Assert.Equal(0, run.Status);
        Assert.Contains(crowd, run.Out);
        Assert.Contains("Balai Kota", run.Out);
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        Sispam.In(_folder.Path, "new", "A", "--output", "d");
        _folder.Write("d/a.sispam", "mine");
        _folder.Write("d/.vscode/settings.json", "mine");

        var again = Sispam.In(_folder.Path, "new", "A", "--output", "d");
        Assert.Equal(2, again.Status);
        Assert.Equal("sispam: d/a.sispam is there already and stays as it is. Nothing was written.\n", again.Error);
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("d/a.sispam")));

        Assert.Equal(0, Sispam.In(_folder.Path, "new", "B", "--output", "d").Status);
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("d/.vscode/settings.json")));
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc-passwd/etc-passwd.sispam")]
    [InlineData("A \"quoted\" \\ {name}", "a-quoted-name/a-quoted-name.sispam")]
    [InlineData("Siaga\n2024", "siaga-2024/siaga-2024.sispam")]
    public void Any_name_gives_a_file_here_and_a_clean_drill(string name, string file)
    {
        Assert.Equal(0, Sispam.In(_folder.Path, "new", name).Status);
        Assert.Contains(file, _folder.Files());
        Assert.Equal("[]\n", Sispam.In(_folder.Path, "check", file, "--format", "json").Out);
    }

    [Fact]
    public void A_name_needs_a_letter_or_a_digit() => Assert.Equal(2, Sispam.In(_folder.Path, "new", "../..").Status);
}
