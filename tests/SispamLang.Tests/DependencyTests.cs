using System.Reflection;

namespace SispamLang.Tests;

public class DependencyTests
{
    [Fact]
    public void The_language_references_nothing_but_the_framework()
    {
        IEnumerable<string?> references = Assembly.Load("SispamLang").GetReferencedAssemblies().Select(a => a.Name);

        Assert.All(references, name => Assert.StartsWith("System.", name));
    }

    [Fact]
    public void The_language_knows_no_console_and_no_JSON()
    {
        IEnumerable<string?> references = Assembly.Load("SispamLang").GetReferencedAssemblies().Select(a => a.Name);

        Assert.DoesNotContain("System.Console", references);
        Assert.DoesNotContain("System.Text.Json", references);
    }
}
