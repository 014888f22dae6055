using SispamLang.CodeGeneration;
using SispamLang.Tests.Programs;

namespace SispamLang.Compiler.Tests;

public class WorkloadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_engines_run_one_crowd_for_an_hour_alike(ulong seed) =>
        Engines.AssertSame(Workload.OneCrowd(), seed);

    [Fact]
    public void The_same_program_gives_the_same_text()
    {
        Assert.Equal(
            CSharpEmitter.Emit(Workload.OneCrowd(), new EmitOptions()),
            CSharpEmitter.Emit(Workload.OneCrowd(), new EmitOptions())
        );
    }
}
