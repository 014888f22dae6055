using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SispamLang.Analysis.Verification;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Verifying;

/// <summary>The courses of events that were found, each as a trace that <c>sispam run --events</c> repeats.</summary>
/// <param name="call">Who asked.</param>
/// <param name="info">The drill.</param>
/// <param name="language">The language of the texts.</param>
/// <param name="directory">The folder for them; null: they are not written.</param>
/// <param name="parameters">The params that were set, by name.</param>
internal sealed class TraceFiles(
    Call call,
    DrillInfo info,
    Dialect language,
    string? directory,
    IReadOnlyDictionary<string, long> parameters
)
{
    private const string NoWayBack = "no-way-back.jsonl";
    private const string Unsettled = "does-not-settle.jsonl";

    /// <summary>The file with the course of a property.</summary>
    /// <returns>Null if it has none, or was not written.</returns>
    public string? Of(PropertyResult property) =>
        property.Course.IsEmpty || directory is null ? null : PathOf(NameOf(property));

    /// <summary>The file with the course to an instant that does not settle, if there were one.</summary>
    public string? OfUnsettled => directory is null ? null : PathOf(Unsettled);

    /// <summary>The file with the course to a state without a way back to calm, if there were one.</summary>
    public string? OfNoWayBack => directory is null ? null : PathOf(NoWayBack);

    /// <summary>The lines of a trace.</summary>
    public string Lines(ImmutableArray<TraceEntry> course)
    {
        using var lines = new MemoryStream();
        using var json = new TraceJson(lines, info, language.ShortName(), ToolVersion.Text, parameters);
        foreach (var entry in course)
        {
            json.Write(entry);
        }

        return Encoding.UTF8.GetString(lines.ToArray());
    }

    /// <summary>Writes the files.</summary>
    /// <returns>What went wrong, or null.</returns>
    public Notice? Write(VerificationResult result, WayBackResult? wayBack)
    {
        if (directory is null)
        {
            return null;
        }

        if (FullPath.Of(call.Host.Directory, directory) is not { } full || !TryCreate(full))
        {
            return new Notice(Message.CantWrite, directory);
        }

        foreach (var property in result.Properties.Where(p => !p.Course.IsEmpty))
        {
            if (!TryWrite(PathOf(NameOf(property)), property.Course))
            {
                return new Notice(Message.CantWrite, PathOf(NameOf(property)));
            }
        }

        return TryWriteOther(Unsettled, result.DoesNotSettle) ?? TryWriteOther(NoWayBack, wayBack?.Course ?? []);
    }

    private Notice? TryWriteOther(string name, ImmutableArray<TraceEntry> course) =>
        course.IsEmpty || TryWrite(PathOf(name), course) ? null : new Notice(Message.CantWrite, PathOf(name));

    private static string NameOf(PropertyResult property) =>
        string.Create(CultureInfo.InvariantCulture, $"property-{property.Property + 1}.jsonl");

    private string PathOf(string name) => Path.Combine(directory!, name).Replace('\\', '/');

    private bool TryWrite(string path, ImmutableArray<TraceEntry> course)
    {
        using var file = Document.Open(call.Host, path);
        file?.Writer.Write(Lines(course));
        file?.Keep();
        return file is not null;
    }

    private static bool TryCreate(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
