using BenchmarkDotNet.Running;
using SispamLang.Benchmarks;
using SispamLang.Benchmarks.Runners;

if (args is ["ratio"])
{
    Ratio.Run();
    return;
}

if (args is ["simulate"])
{
    Simulating.Run();
    return;
}

if (args is ["watch", var watched])
{
    Watching.Run(watched);
    return;
}

if (args is ["startup", var sispam, var drill])
{
    Startup.Run(sispam, drill);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
