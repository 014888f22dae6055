namespace SispamLang.EndToEnd;

/// <summary>What <c>dotnet new</c> writes from the packed templates works at once, whatever it is called.</summary>
[Collection(nameof(Packages))]
public sealed class TemplateTests(Packages packages)
{
    [Theory]
    [InlineData("en", "City \"Hall\" 2026", "city-hall-2026.sispam")]
    [InlineData("id", "Balai Kota", "balai-kota.sispam")]
    public void A_drill_from_the_template_passes_its_tests(string dialect, string name, string file)
    {
        var folder = NewFolder("drill-" + dialect);

        New(folder, $"sispam-drill --dialect {dialect} --name '{name}'");

        Assert.Equal([Path.Combine(folder, file)], Directory.GetFiles(folder, "*.sispam"));
        var title = name.Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Contains($" \"{title}\":\n", File.ReadAllText(Path.Combine(folder, file)));
        Assert.Equal(0, SispamProcess.In(folder, "test", file).Status);
    }

    [Theory]
    [InlineData("en", "My drills", "net10.0", "EXERCISE My drills")]
    [InlineData("id", "class", "net8.0", "LATIHAN class")]
    public void A_program_from_the_template_runs_its_drill(
        string dialect,
        string name,
        string framework,
        string expected
    )
    {
        var folder = NewFolder("runner-" + dialect);

        New(folder, $"sispam-runner --dialect {dialect} --framework {framework} --name '{name}'");

        var ran = packages.Succeed(Path.Combine(folder, name), "DOTNET_ROLL_FORWARD=Major dotnet run");
        Assert.Contains(expected, ran);
        Assert.EndsWith("\nDalmas Awal: Back\n", ran);
    }

    private string NewFolder(string name)
    {
        var folder = Directory.CreateDirectory(packages.PathOf(name)).FullName;
        packages.UseFeedIn(folder);
        New(folder, $"install '{packages.Feed}'/SispamLang.Templates.*.nupkg");
        return folder;
    }

    // Nobody's own templates are changed.
    private void New(string folder, string arguments) =>
        packages.Succeed(folder, $"DOTNET_CLI_HOME='{folder}/.home' dotnet new {arguments}");
}
