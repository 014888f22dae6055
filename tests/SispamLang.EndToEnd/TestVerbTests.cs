using System.Xml.Linq;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>The tests of drills, as a build server would run them.</summary>
public class TestVerbTests
{
    [Theory]
    [InlineData("en", "test \"never\": expect anarchic", "failed: never", "2 passed, 1 failed in ")]
    [InlineData("id", "uji \"tak pernah\": harapkan anarkis", "gagal: tak pernah", "2 lulus, 1 gagal dalam ")]
    public void A_started_drill_passes_its_tests_and_a_wrong_test_fails(
        string language,
        string test,
        string failed,
        string counts
    )
    {
        using var folder = new Folder();
        Assert.Equal(0, SispamProcess.In(folder.Path, "new", "Kota", "--language", language).Status);
        var passed = SispamProcess.In(folder.Path, "test", "kota");
        Assert.Equal((0, ""), (passed.Status, passed.Error));

        var drill = folder.PathOf("kota/kota.sispam");
        File.AppendAllText(drill, "\n" + test + "\n");
        var outcome = SispamProcess.In(folder.Path, "test", "kota", "--report", "junit=tests.xml");

        Assert.Equal(1, outcome.Status);
        Assert.Contains(failed, outcome.Out);
        Assert.Contains("\n" + counts, outcome.Out);
        Assert.Equal("", outcome.Error);
        Assert.Equal("3", (string?)XDocument.Load(folder.PathOf("tests.xml")).Root!.Attribute("tests"));
    }

    [Fact]
    public void The_examples_pass_their_tests()
    {
        var outcome = SispamProcess.In(Repository.Root, "test", "examples");

        Assert.Equal(0, outcome.Status);
        Assert.Contains(" passed, 0 failed in ", outcome.Out);
    }
}
