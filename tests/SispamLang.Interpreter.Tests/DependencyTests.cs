using System.Reflection;

namespace SispamLang.Interpreter.Tests;

public class DependencyTests
{
    [Fact]
    public void The_interpreter_does_without_the_CSharp_compiler()
    {
        IEnumerable<string?> references = Assembly
            .Load("SispamLang.Interpreter")
            .GetReferencedAssemblies()
            .Select(a => a.Name);

        Assert.DoesNotContain(references, name => name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }
}
