using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SispamLang.Compiler;

/// <summary>A file that a cached drill used, and the hash of the text it had then (<see cref="CacheKey.HashOf"/>).</summary>
public readonly record struct UsedFile(string Path, string Hash);

/// <summary>One entry of the cache.</summary>
/// <param name="Drill">The compiled drill.</param>
/// <param name="Uses">The files that the drill used besides those that the key is made of. The entry counts only while they are
/// unchanged; so an entry can be found by the drill's own file alone, before anything is parsed.</param>
/// <param name="Notes">What the host wants back with it, such as the warnings of the drill.</param>
public sealed record CacheEntry(CompiledDrill Drill, ImmutableArray<UsedFile> Uses, string Notes = "")
{
    private const ulong Magic = 0x31_45_48_43_4D_50_53_49; // "ISPMCHE1"

    /// <summary>The entry as a file: a mark, the SHA-256 of the rest, the rest.</summary>
    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.Unicode, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(new byte[SHA256.HashSizeInBytes]);
            writer.Write(Drill.TypeName);
            writer.Write(Notes);
            writer.Write(Uses.Length);
            foreach (var use in Uses)
            {
                writer.Write(use.Path);
                writer.Write(use.Hash);
            }

            writer.Write(Drill.Symbols.Length);
            writer.Write(Drill.Symbols.Span);
            writer.Write(Drill.Assembly.Length);
            writer.Write(Drill.Assembly.Span);
        }

        var bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(HeaderSize), bytes.AsSpan(sizeof(ulong)));
        return bytes;
    }

    /// <summary>Reads an entry; null if it is not what was written.</summary>
    internal static CacheEntry? FromBytes(byte[] bytes)
    {
        if (
            bytes.Length < HeaderSize
            || BitConverter.ToUInt64(bytes) != Magic
            || !SHA256
                .HashData(bytes.AsSpan(HeaderSize))
                .AsSpan()
                .SequenceEqual(bytes.AsSpan(sizeof(ulong), SHA256.HashSizeInBytes))
        )
        {
            return null;
        }

        using var stream = new MemoryStream(bytes, writable: false);
        using var reader = new BinaryReader(stream, Encoding.Unicode);
        stream.Position = HeaderSize;
        var typeName = reader.ReadString();
        var notes = reader.ReadString();
        var uses = ImmutableArray.CreateBuilder<UsedFile>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            uses.Add(new UsedFile(reader.ReadString(), reader.ReadString()));
        }

        var symbols = Part();
        var assembly = Part();
        return new CacheEntry(new CompiledDrill(typeName, assembly, symbols), uses.ToImmutable(), notes);

        ReadOnlyMemory<byte> Part()
        {
            var length = reader.ReadInt32();
            var part = bytes.AsMemory((int)stream.Position, length);
            stream.Position += length;
            return part;
        }
    }

    private const int HeaderSize = sizeof(ulong) + SHA256.HashSizeInBytes;
}
