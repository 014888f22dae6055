using System.Globalization;
using BenchmarkDotNet.Running;
using SispamLang.Benchmarks;
using SispamLang.Benchmarks.Builds;
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

if (args is ["verify", var states, .. var drills])
{
    Verifying.Run(int.Parse(states, CultureInfo.InvariantCulture), drills);
    return;
}

if (args is ["verify-spin", .. var crowds])
{
    VerifyBesideSpin.Run(crowds.Length == 0 ? [1, 2, 3, 4, 5, 6, 7] : Counts(crowds));
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

if (args is ["builds", var copied, var feed, .. var projects])
{
    ProjectBuilds.Run(copied, feed, Counts(projects));
    return;
}

if (args is ["keys", var typed, .. var sizes])
{
    GeneratorKeys.Run(typed, Counts(sizes));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

static int[] Counts(string[] given) =>
    given.Length == 0 ? [1, 10, 100] : [.. given.Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
