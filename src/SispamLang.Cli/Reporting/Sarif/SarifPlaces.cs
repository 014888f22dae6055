using SispamLang.Cli.Files;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Reporting.Sarif;

/// <summary>Files and places as SARIF names them.</summary>
/// <param name="directory">The current directory, from which paths count.</param>
internal sealed class SarifPlaces(string directory)
{
    private const string Root = "SRCROOT";

    /// <summary>What the roots of relative addresses are.</summary>
    public IReadOnlyDictionary<string, SarifArtifactLocation> Roots { get; } =
        new Dictionary<string, SarifArtifactLocation>
        {
            [Root] = new(FileUri.Of(Path.EndsInDirectorySeparator(directory) ? directory : directory + "/")),
        };

    /// <summary>A place in a text.</summary>
    public SarifPhysicalLocation Of(SourceText text, TextSpan span)
    {
        var start = text.PositionOf(span.Start);
        var end = text.PositionOf(span.End);
        return new SarifPhysicalLocation(
            Of(text.Path),
            new SarifRegion(start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1)
        );
    }

    /// <summary>A file, by the name it has in messages.</summary>
    private SarifArtifactLocation Of(string path)
    {
        if (path == Workspace.StandardInput)
        {
            return new SarifArtifactLocation("stdin:");
        }

        // From a root an address may only lead down.
        return FullPath.Of(directory, path) is { } full && !FullPath.IsWithin(full, directory)
            ? new SarifArtifactLocation(FileUri.Of(full))
            : new SarifArtifactLocation(FileUri.Escape(path), Root);
    }
}
