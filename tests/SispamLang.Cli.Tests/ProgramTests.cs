using System.Reflection;

namespace SispamLang.Cli.Tests;

public class ProgramTests
{
    [Fact]
    public void The_command_is_an_executable_named_sispam()
    {
        Assert.NotNull(Assembly.Load("sispam").EntryPoint);
    }
}
