using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Something with a name in a workspace.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The file it is in.</param>
/// <param name="NameSpan">Where its name stands.</param>
public sealed record WorkspaceSymbol(OutlineKind Kind, string Name, SourceText Text, TextSpan NameSpan);

/// <summary>Finds what has a name in all files of a user.</summary>
public static class WorkspaceSymbols
{
    /// <summary>What has the letters of a query in its name, in their order; the closest first. Everything for an empty
    /// query.</summary>
    /// <param name="query">The query; case and blanks do not count.</param>
    /// <param name="workspace">All compilations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<WorkspaceSymbol> Find(
        string query,
        IEnumerable<Compilation> workspace,
        CancellationToken cancellationToken = default
    )
    {
        var letters = string.Concat(NameTable.Key(query).Where(c => c != ' '));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(WorkspaceSymbol Symbol, int Distance)>();
        var sources = workspace.SelectMany(compilation => compilation.Drill.Sources).Where(source => source.IsOwn);
        foreach (var source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(source.Tree.Text.Path))
            {
                continue; // Seen in another compilation.
            }

            foreach (var item in Named(source.Tree))
            {
                if (Distance(NameTable.Key(item.Name), letters) is { } distance)
                {
                    found.Add((new WorkspaceSymbol(item.Kind, item.Name, source.Tree.Text, item.NameSpan), distance));
                }
            }
        }

        return
        [
            .. found
                .OrderBy(entry => entry.Distance)
                .ThenBy(entry => entry.Symbol.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Symbol.Text.Path, StringComparer.Ordinal)
                .Select(entry => entry.Symbol),
        ];
    }

    private static IEnumerable<OutlineItem> Named(SyntaxTree tree) =>
        DocumentSymbols
            .In(tree)
            .SelectMany(item => item.Children.Where(child => child.Kind == OutlineKind.DoctrineRule).Prepend(item))
            .Where(item =>
                item.Kind
                    is not (OutlineKind.Property or OutlineKind.Waiver or OutlineKind.Use or OutlineKind.Throughout)
            );

    // How many letters are passed over; those before the first one count less than those between. Null if one is missing.
    private static int? Distance(string name, string letters)
    {
        var distance = 0;
        var position = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var next = name.IndexOf(letters[i], position);
            if (next < 0)
            {
                return null;
            }

            distance += (next - position) * (i == 0 ? 1 : 4);
            position = next + 1;
        }

        return distance;
    }
}
