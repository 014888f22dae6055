using BenchmarkDotNet.Running;
using SispamLang.Benchmarks.Runners;

if (args is ["ratio"])
{
    Ratio.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
