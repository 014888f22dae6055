using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>Drills in the builds of strangers, through the packed packages.</summary>
[Collection(nameof(Packages))]
public sealed class PackageTests(Packages packages)
{
    [Fact]
    public void The_page_about_builds_does_what_it_says()
    {
        var folder = Directory.CreateDirectory(packages.PathOf("page")).FullName;
        foreach (var (command, output) in Markdown.Commands(Repository.PathOf("docs/builds.md")))
        {
            var status = command.Contains("# exit status 1", StringComparison.Ordinal) ? 1 : 0;
            var outcome = packages.Run(folder, command);
            Assert.True(status == outcome.Status, $"{command}\n{outcome.Status}\n{outcome.Out}\n{outcome.Error}");
            // The page shows the part that matters.
            Assert.All(
                (output ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
                line => Assert.Contains(line.Replace("…", "", StringComparison.Ordinal), outcome.Out)
            );
        }
    }

    [Fact]
    public void The_example_projects_build_and_run()
    {
        packages.CopyFolder("examples");

        var table = packages.Succeed(packages.PathOf("examples/compare"), "dotnet run");
        Assert.Matches(@"(?m)^Sispamkota Pilkada 2024 Polres Blitar Kota +T\+\d\d:\d\d:\d\d +\d+ +\d+$", table);

        var tests = packages.Succeed(packages.PathOf("examples/drill-tests"), "dotnet test");
        Assert.Contains("Failed:     0, Passed:     5", tests);

        var page = packages.Succeed(
            packages.PathOf("examples/live"),
            """
            dotnet build
            touch log.txt
            dotnet bin/Debug/net10.0/live.dll --speed 6000 --urls http://127.0.0.1:0 > log.txt &
            live=$!
            trap 'kill $live' EXIT
            for try in $(seq 60); do
                url=$(sed -n 's/.*listening on: //p' log.txt)
                test -z "$url" || break
                sleep 1
            done
            curl -sf "$url/" | grep '<title>'
            curl -sfN --max-time 60 "$url/trace"
            """
        );
        Assert.Contains("<title>EXERCISE: a drill, live</title>", page);
        Assert.Contains("\"text\":\"EXERCISE Sispamkota Pemilu 2024 Polres Pasuruan Kota\"", page);
        Assert.Contains("\"kind\":\"end\"", page);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void A_project_for_any_framework_takes_drills(string framework)
    {
        var folder = packages.NewProject(framework, framework);

        packages.Succeed(folder, "dotnet build");

        var ran = packages.Succeed(folder, $"dotnet exec --roll-forward Major bin/Debug/{framework}/book.dll");
        Assert.Equal("Dispersed\n", ran);
    }

    [Fact]
    public void A_second_build_makes_nothing_and_a_drill_that_is_renamed_leaves_nothing_behind()
    {
        var folder = packages.NewProject("again", "net10.0");
        packages.Succeed(folder, "dotnet build");
        var assembly = Path.Combine(folder, "obj/Debug/net10.0/book.dll");
        var made = File.GetLastWriteTimeUtc(assembly);

        packages.Succeed(folder, "dotnet build");
        Assert.Equal(made, File.GetLastWriteTimeUtc(assembly));

        File.Move(Path.Combine(folder, "rekap.sispam"), Path.Combine(folder, "count.sispam"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(new Book.Count().Info.Title);");
        packages.Succeed(folder, "dotnet build");
        var generated = Directory.GetFiles(
            Path.Combine(folder, "obj/Debug/net10.0/generated"),
            "*.cs",
            SearchOption.AllDirectories
        );
        Assert.Equal(["Book.Count.g.cs"], generated.Select(Path.GetFileName));
    }

    [Fact]
    public void A_changed_library_builds_what_uses_it_anew()
    {
        var folder = packages.NewProject("library", "net10.0");
        File.WriteAllText(Path.Combine(folder, "lib.sispam"), "unit Tameng: 40 personnel\n");
        File.WriteAllText(
            Path.Combine(folder, "rekap.sispam"),
            "use \"lib.sispam\"\nphase Rekap: crowd escalates -> deploy Tameng\n"
        );
        packages.Succeed(folder, "dotnet build");

        File.WriteAllText(Path.Combine(folder, "lib.sispam"), "unit Perisai: 40 personnel\n");
        var outcome = packages.Run(folder, "dotnet build");

        Assert.Equal(1, outcome.Status);
        Assert.Contains("rekap.sispam(2,40): error SIS2001: ", outcome.Out);
        Assert.DoesNotContain("error CS", outcome.Out);
    }

    [Fact]
    public void A_stack_trace_leads_to_the_line_of_the_drill()
    {
        var folder = packages.NewProject("trace", "net10.0");
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"),
            """
            var drill = new Book.Rekap();
            drill.Trace = entry =>
            {
                if (entry.Code == SispamLang.Runtime.TraceCode.Deploy)
                {
                    throw new System.InvalidOperationException("Enough.");
                }
            };
            drill.Start(1);
            drill.RaiseCrowdEscalates();
            """
        );
        packages.Succeed(folder, "dotnet build");

        var outcome = packages.Run(folder, "dotnet bin/Debug/net10.0/book.dll");

        Assert.Contains(Path.Combine(folder, "rekap.sispam") + ":line 1", outcome.Error);
    }
}
