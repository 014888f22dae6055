namespace SispamLang.EndToEnd;

/// <summary>Programs with drills in them are published as small as others, and watched while they are written.</summary>
[Collection(nameof(Packages))]
public sealed class PublishTests(Packages packages)
{
    private const string Program = """
        using SispamLang.Runtime;

        foreach (var drill in DrillDefinition.In(typeof(Book.Rekap).Assembly))
        {
            var runner = drill.CreateRunner();
            runner.Start(1);
            runner.Raise("crowd escalates");
            var other = drill.CreateRunner();
            System.Console.WriteLine(drill.Info.Title + " " + SnapshotJson.Restore(other, SnapshotJson.Write(runner)));
        }
        """;

    [Fact]
    public void A_trimmed_program_knows_its_drills()
    {
        var folder = packages.NewProject("trimmed", "net10.0", Program);

        var built = packages.Succeed(
            folder,
            "dotnet publish -r linux-x64 --self-contained -p:PublishTrimmed=true -p:UseAppHost=true -o out"
        );

        Assert.DoesNotContain("warning IL", built);
        Assert.Equal("rekap Restored\n", packages.Succeed(folder, "out/book"));
    }

    [Fact]
    public void A_watched_build_makes_a_changed_drill_anew()
    {
        var folder = packages.NewProject("watched", "net10.0", Program);

        packages.Succeed(
            folder,
            """
            DOTNET_USE_POLLING_FILE_WATCHER=1 dotnet watch --non-interactive build > watch.txt 2>&1 &
            watch=$!
            trap 'kill $watch' EXIT
            wait_for() { for try in $(seq 500); do if eval "$1"; then return; fi; sleep 0.5; done; cat watch.txt; exit 1; }
            wait_for 'grep -q "Build succeeded" watch.txt'
            echo 'phase Counting for 10 min: crowd escalates -> deploy Dalmas' > rekap.sispam
            wait_for 'grep -q Counting obj/Debug/net10.0/generated/*/*/Book.Rekap.g.cs 2>/dev/null'
            """
        );
    }
}
