using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Names as they are written.</summary>
public static class NameText
{
    /// <summary>A name without its quotes, or with single blanks between its words.</summary>
    public static string Unquoted(string written)
    {
        var trimmed = written.Trim();
        return trimmed.Length > 1 && trimmed[0] == '"' && StringSyntax.IsClosed(trimmed.AsSpan())
            ? StringSyntax.Unescape(trimmed.AsSpan())
            : string.Join(" ", trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The name that stands at a place.</summary>
    public static string Written(NameOccurrence name) => Unquoted(name.Source.Tree.Text.ToString(name.Span));

    /// <summary>The ways in which a name may be written: as it is, if that is read as one name, and in quotes.</summary>
    public static IEnumerable<string> Spellings(string name)
    {
        var declaration = Words.Canonical(Concept.Place, Dialect.English) + " " + name;
        var read = SyntaxTree.Parse(new SourceText("", declaration));
        if (
            read.Diagnostics.IsEmpty
            && read.Root.Declarations.FirstOrDefault() is { Name: { IsQuoted: false } phrase }
            && phrase.ToString() == name
        )
        {
            yield return name;
        }

        yield return Quoted(name);
    }

    /// <summary>A name in quotes.</summary>
    public static string Quoted(string name) => "\"" + name.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
