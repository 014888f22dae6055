using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SispamLang.Binding;

namespace SispamLang;

/// <summary>Tells whether two results come from the same texts.</summary>
internal static class SourceHash
{
    private const int ShownBytes = 8;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of what was written for a drill, each text after its length;
    /// not of the paths, which differ from machine to machine, nor of prelude and doctrines, which come with the tool's version.</summary>
    public static string Of(BoundDrill drill)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[sizeof(int)];
        foreach (var source in drill.Sources.Where(source => source.IsOwn))
        {
            var bytes = Encoding.UTF8.GetBytes(source.Tree.Text.Content);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        var text = new StringBuilder(2 * ShownBytes);
        foreach (var value in hash.GetHashAndReset().AsSpan(0, ShownBytes))
        {
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
