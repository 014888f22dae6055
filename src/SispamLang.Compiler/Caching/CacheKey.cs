using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Compiler;

/// <summary>What a cached drill is found by: all that its assembly depends on.</summary>
public readonly record struct CacheKey
{
    private CacheKey(string value) => Value = value;

    /// <summary>64 hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>
    /// The key for these inputs (paths as they appear in traces, texts, options), this build of the compiler and the
    /// framework it runs on. The order counts, and where one input ends and the next begins.
    /// </summary>
    public static CacheKey Of(params ReadOnlySpan<string> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(CacheKey).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture));
        Add(hash, typeof(DrillProgram).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture));
        Add(hash, typeof(Runner).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture));
        Add(hash, Environment.Version.ToString());
        foreach (var input in inputs)
        {
            Add(hash, input);
        }

        return new CacheKey(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The hash of a used file's text, as <see cref="UsedFile"/> holds it.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));

    private static void Add(IncrementalHash hash, string input)
    {
        // Hashed as UTF-16, so that half a surrogate pair counts as what it is.
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, input.Length);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(input.AsSpan()));
    }
}
