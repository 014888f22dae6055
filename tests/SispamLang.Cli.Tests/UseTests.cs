using SispamLang.Cli.Files;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Cli.Tests;

public sealed class UseTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("b.sispam", "d/b.sispam")]
    [InlineData("./b.sispam", "d/b.sispam")]
    [InlineData("e/../b.sispam", "d/b.sispam")]
    [InlineData("../c.sispam", "c.sispam")]
    public void A_file_has_one_path_however_it_is_named(string path, string name)
    {
        Layout();
        var found = Resolve("work", "d/a.sispam", path);

        Assert.Equal(UseOutcome.Found, found.Outcome);
        Assert.Equal(name, found.Text!.Path);
    }

    [Fact]
    public void A_link_gives_the_file_that_it_leads_to()
    {
        Layout();
        File.CreateSymbolicLink(_folder.PathOf("work/d/link.sispam"), _folder.PathOf("work/d/b.sispam"));
        var workspace = WorkspaceIn("work");
        var main = workspace.Read("d/a.sispam").Text!;
        var used = workspace.UsedFilesOf(main);

        var direct = used.Resolve(main, "b.sispam");
        var linked = used.Resolve(main, "link.sispam");
        Assert.Same(direct.Text, linked.Text);
    }

    [Fact]
    public void A_drill_that_uses_itself_by_a_link_gets_itself()
    {
        Layout();
        File.CreateSymbolicLink(_folder.PathOf("work/d/self.sispam"), "a.sispam");
        var workspace = WorkspaceIn("work");
        var main = workspace.Read("d/a.sispam").Text!;

        Assert.Same(main, workspace.UsedFilesOf(main).Resolve(main, "self.sispam").Text);
    }

    [Theory]
    [InlineData("../../outside.sispam")]
    [InlineData("../../../../../../../../etc/passwd")]
    [InlineData("../../missing.sispam")]
    [InlineData("../../missing/missing.sispam")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/windows/win.ini")]
    [InlineData("\\\\server\\share")]
    [InlineData("out/outside.sispam")]
    [InlineData("out/missing.sispam")]
    [InlineData("outside-link.sispam")]
    [InlineData("nowhere.sispam")]
    public void Nothing_outside_the_root_is_used(string path)
    {
        Layout();
        Directory.CreateSymbolicLink(_folder.PathOf("work/d/out"), _folder.Path);
        File.CreateSymbolicLink(_folder.PathOf("work/d/outside-link.sispam"), _folder.PathOf("outside.sispam"));
        File.CreateSymbolicLink(_folder.PathOf("work/d/nowhere.sispam"), _folder.PathOf("nowhere.sispam"));

        Assert.Equal(UseOutcome.OutsideRoot, Resolve("work", "d/a.sispam", path).Outcome);
    }

    [Theory]
    [InlineData("missing.sispam")]
    [InlineData("missing/b.sispam")]
    [InlineData("b.sispam/c.sispam")]
    [InlineData("e")]
    [InlineData("..")]
    [InlineData("e\\b.sispam")]
    [InlineData("b\0.sispam")]
    [InlineData("")]
    [InlineData("binary.sispam")]
    [InlineData("loop.sispam")]
    public void What_is_no_readable_file_is_not_found(string path)
    {
        Layout();
        _folder.Write("work/d/binary.sispam", [0xff, 0xfe, 0x00]);
        File.CreateSymbolicLink(_folder.PathOf("work/d/loop.sispam"), "loop.sispam");

        Assert.NotEqual(UseOutcome.Found, Resolve("work", "d/a.sispam", path).Outcome);
        if (path != "loop.sispam")
        {
            Assert.Equal(UseOutcome.NotFound, Resolve("work", "d/a.sispam", path).Outcome);
        }
    }

    [Fact]
    public void The_root_of_a_drill_elsewhere_is_its_folder()
    {
        Layout();

        Assert.Equal(UseOutcome.Found, Resolve("work/d/e", "../a.sispam", "b.sispam").Outcome);
        Assert.Equal(UseOutcome.OutsideRoot, Resolve("work/d/e", "../a.sispam", "../c.sispam").Outcome);
        Assert.Equal(UseOutcome.Found, Resolve("", "work/d/a.sispam", "../c.sispam").Outcome);
    }

    [Theory]
    [InlineData("work", "./d/../d/a.sispam", "d/a.sispam")]
    [InlineData("work/d", "../c.sispam", "../c.sispam")]
    public void A_drill_is_called_by_its_path_from_the_current_directory(string directory, string path, string name)
    {
        Layout();

        Assert.Equal(name, WorkspaceIn(directory).Read(path).Text!.Path);
    }

    [Fact]
    public void A_drill_elsewhere_that_is_named_by_its_full_path_is_called_by_it()
    {
        Layout();
        var full = _folder.PathOf("outside.sispam");

        Assert.Equal(full, WorkspaceIn("work").Read(full).Text!.Path);
        Assert.Equal("d/a.sispam", WorkspaceIn("work").Read(_folder.PathOf("work/d/a.sispam")).Text!.Path);
    }

    private void Layout()
    {
        _folder.Write("outside.sispam", "unit X: 1 personnel\n");
        _folder.Write("work/c.sispam", "unit C: 1 personnel\n");
        _folder.Write("work/d/a.sispam", "phase A for 1 min:\n");
        _folder.Write("work/d/b.sispam", "unit B: 1 personnel\n");
        Directory.CreateDirectory(_folder.PathOf("work/d/e"));
    }

    private UseResult Resolve(string directory, string main, string path)
    {
        var workspace = WorkspaceIn(directory);
        SourceText text = workspace.Read(main).Text!;
        return workspace.UsedFilesOf(text).Resolve(text, path);
    }

    private Workspace WorkspaceIn(string directory) =>
        new(
            new Host
            {
                Out = TextWriter.Null,
                Error = TextWriter.Null,
                OpenInput = () => Stream.Null,
                Directory = _folder.PathOf(directory).TrimEnd('/'),
            }
        );
}
