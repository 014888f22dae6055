using System.Reflection;

namespace SispamLang.Runtime.Tests;

public class DependencyTests
{
    [Fact]
    public void The_runtime_references_nothing_but_the_framework()
    {
        IEnumerable<string?> references = Assembly
            .Load("SispamLang.Runtime")
            .GetReferencedAssemblies()
            .Select(a => a.Name);

        Assert.All(references, name => Assert.StartsWith("System.", name));
    }
}
