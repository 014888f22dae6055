using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>The files that a file names can be opened from it.</summary>
public sealed class DocumentLinksTests
{
    [Fact]
    public void Used_files_and_doctrines_are_links_and_what_is_not_there_is_none()
    {
        var files = new Workspace(
            ("lib.sispam", "unit Ton: 3 personnel\n"),
            (
                "drill.sispam",
                """
                drill "X":
                  follows perkap-2-2019, nothing-of-the-sort
                use "lib.sispam"
                use "gone.sispam"
                waive perkap-2-2019/three-appeals "x"
                """
            )
        );

        var links = DocumentLinks.In(files.Compilations[1], files.Compilations[1].Drill.Sources[^1]);

        Assert.Equal(
            [
                "perkap-2-2019 -> perkap-2-2019.sispam",
                "\"lib.sispam\" -> lib.sispam",
                "perkap-2-2019 -> perkap-2-2019.sispam",
                "three-appeals -> perkap-2-2019.sispam",
            ],
            links.Select(link => $"{files.Compilations[1].Main.Text.ToString(link.Span)} -> {link.Target.Text.Path}")
        );
    }
}
