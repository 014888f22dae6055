using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SispamLang.Compiler.Tests;

public class DrillReferenceTests
{
    private static readonly Assembly Compiler = Assembly.Load("SispamLang.Compiler");

    [Theory]
    [InlineData("System.Collections")]
    [InlineData("System.Memory")]
    [InlineData("System.Numerics.Vectors")]
    [InlineData("System.Runtime")]
    [InlineData("System.Runtime.CompilerServices.Unsafe")]
    [InlineData("System.Runtime.InteropServices")]
    [InlineData("SispamLang.Runtime")]
    public void A_reference_travels_in_the_compiler(string name)
    {
        using Stream? image = Compiler.GetManifestResourceStream($"ref/{name}.dll");
        Assert.NotNull(image);

        using PEReader reader = new(image);
        MetadataReader metadata = reader.GetMetadataReader();
        Assert.Equal(name, metadata.GetString(metadata.GetAssemblyDefinition().Name));
    }

    [Fact]
    public void All_of_them_belong_to_net8()
    {
        foreach (
            string resource in Compiler
                .GetManifestResourceNames()
                .Where(r => r.StartsWith("ref/", StringComparison.Ordinal))
        )
        {
            using PEReader reader = new(Compiler.GetManifestResourceStream(resource)!);
            MetadataReader metadata = reader.GetMetadataReader();
            Version framework = metadata
                .AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Where(r => metadata.GetString(r.Name) == "System.Runtime")
                .Select(r => r.Version)
                .DefaultIfEmpty(metadata.GetAssemblyDefinition().Version)
                .First();

            Assert.True(framework.Major == 8, $"{resource} is for {framework}");
        }
    }
}
