using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;

namespace SispamLang.LanguageServer.Protocol;

/// <summary>Takes messages out of a stream of bytes: header lines, an empty line, a body of the length they give.</summary>
internal sealed class MessageReader(PipeReader input)
{
    /// <summary>The longest body that is taken: the longest text with each character escaped, and something to spare.</summary>
    public const int MostBytes = 128 * 1024 * 1024;

    private const int MostHeaderBytes = 8 * 1024;

    /// <summary>The next body; null at the end of the input.</summary>
    /// <exception cref="BrokenHeaderException">No one can say where the next message starts.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = -1;
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (length < 0 && TryReadHeaders(ref buffer, out length) && length < 0)
            {
                throw new BrokenHeaderException("a message without Content-Length");
            }

            if (length >= 0 && buffer.Length >= length)
            {
                var body = buffer.Slice(0, length).ToArray();
                input.AdvanceTo(buffer.GetPosition(length));
                return body;
            }

            input.AdvanceTo(buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    // Leaves the buffer as it is as long as the empty line has not come.
    private static bool TryReadHeaders(ref ReadOnlySequence<byte> buffer, out int length)
    {
        length = -1;
        var found = -1;
        var reader = new SequenceReader<byte>(buffer);
        while (reader.TryReadTo(out ReadOnlySequence<byte> bytes, (byte)'\n'))
        {
            var line = Encoding
                .Latin1.GetString(bytes.Length <= MostHeaderBytes ? bytes : bytes.Slice(0, 80))
                .TrimEnd('\r');
            if (line.Length == 0)
            {
                buffer = buffer.Slice(reader.Position);
                length = found;
                return true;
            }

            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                throw new BrokenHeaderException($"the header line \"{line}\"");
            }

            if (line.AsSpan(0, colon).Trim().Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                found = LengthIn(line.AsSpan(colon + 1).Trim());
            }
        }

        return buffer.Length > MostHeaderBytes
            ? throw new BrokenHeaderException($"a header of more than {MostHeaderBytes} bytes")
            : false;
    }

    private static int LengthIn(ReadOnlySpan<char> value)
    {
        Span<byte> digits = stackalloc byte[10];
        return
            value.Length <= digits.Length
            && Encoding.ASCII.GetBytes(value, digits) is var count
            && Utf8Parser.TryParse(digits[..count], out uint length, out var used)
            && used == count
            && length <= MostBytes
            ? (int)length
            : throw new BrokenHeaderException($"the Content-Length \"{value}\"");
    }
}

/// <summary>A header that can't be read: what follows it is lost.</summary>
internal sealed class BrokenHeaderException(string what) : Exception("The input has " + what + ".");
