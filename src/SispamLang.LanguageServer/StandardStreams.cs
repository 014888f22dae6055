using System.IO.Pipelines;
using System.Text;
using SispamLang.Dialects;

namespace SispamLang.LanguageServer;

/// <summary>A server on standard input and output, where editors start it.</summary>
public static class StandardStreams
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Serves one client.</summary>
    /// <param name="clientProcessId">The process of the client, if it is known.</param>
    /// <param name="language">The language of messages if the client sets none; null for that of each file.</param>
    /// <returns>The exit status.</returns>
    public static int Serve(int? clientProcessId, Dialect? language = null)
    {
        using var log = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        var input = Console.OpenStandardInput();
        var output = Console.OpenStandardOutput();

        // Nothing but the protocol belongs there, whoever writes.
        Console.SetOut(log);
        var fromClient = new Pipe();
        var toClient = new Pipe(new PipeOptions(pauseWriterThreshold: 0));

        // Both wait for the other side, so each has a thread of its own and takes none from the pool.
        new Thread(() => Pump(input, fromClient.Writer)) { IsBackground = true }.Start();
        var writing = new Thread(() => Pump(toClient.Reader, output));
        writing.Start();
        var server = new Server(fromClient.Reader, toClient.Writer, TextWriter.Synchronized(log), language);
        var status = server.RunAsync(clientProcessId).GetAwaiter().GetResult();
        writing.Join(TimeSpan.FromSeconds(1));
        return status;
    }

    /// <summary>Reads the arguments of a server that editors give: <c>--stdio</c>, <c>--clientProcessId N</c>.</summary>
    /// <returns>The process of the client, if it is among them.</returns>
    public static int? ClientProcessIn(ReadOnlySpan<string> arguments)
    {
        const string name = "--clientProcessId";
        for (var i = 0; i < arguments.Length; i++)
        {
            var value =
                arguments[i].StartsWith(name + "=", StringComparison.Ordinal) ? arguments[i][(name.Length + 1)..]
                : arguments[i] == name && i + 1 < arguments.Length ? arguments[i + 1]
                : null;
            if (int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id))
            {
                return id;
            }
        }

        return null;
    }

    private static void Pump(Stream from, PipeWriter to)
    {
        try
        {
            for (int count; (count = from.Read(to.GetSpan(BufferBytes))) > 0; )
            {
                to.Advance(count);
                to.FlushAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (IOException)
        {
            // The same as its end.
        }

        to.Complete();
    }

    private static void Pump(PipeReader from, Stream to)
    {
        try
        {
            while (true)
            {
                var read = from.ReadAsync().AsTask().GetAwaiter().GetResult();
                foreach (var bytes in read.Buffer)
                {
                    to.Write(bytes.Span);
                }

                to.Flush();
                from.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // Nobody reads any more; that the client is gone is seen elsewhere.
        }
    }
}
