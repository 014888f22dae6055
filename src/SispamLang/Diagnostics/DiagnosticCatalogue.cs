using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SispamLang.Dialects;

namespace SispamLang.Diagnostics;

/// <summary>What there is to know about a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="English">The English message; <c>{0}</c> and so on are gaps. It may end in <c>[one|other]</c>: the one is said if
/// its gaps are filled, the other if they are empty.</param>
/// <param name="Indonesian">The Indonesian message.</param>
/// <param name="EnglishText">The English explanation, Markdown.</param>
/// <param name="IndonesianText">The Indonesian explanation, Markdown.</param>
/// <param name="Wrong">A drill that gives the message; empty for what no text alone can cause.</param>
/// <param name="Right">The same drill put right.</param>
public sealed record DiagnosticDocument(
    DiagnosticCode Code,
    DiagnosticSeverity Severity,
    string English,
    string Indonesian,
    string EnglishText,
    string IndonesianText,
    string Wrong,
    string Right
)
{
    /// <summary>The place that the message is about is not needed: editors may fade it.</summary>
    public bool IsUnnecessary { get; init; }
}

/// <summary>Reads the documents of the codes and puts messages into words.</summary>
public static class DiagnosticCatalogue
{
    private const int MostGaps = 10;

    private static readonly ConcurrentDictionary<DiagnosticCode, DiagnosticDocument> Documents = new();

    /// <summary>All codes.</summary>
    public static ImmutableArray<DiagnosticCode> Codes =>
        [
            .. Enum.GetNames(typeof(DiagnosticCode))
                .Select(name => (DiagnosticCode)Enum.Parse(typeof(DiagnosticCode), name)),
        ];

    /// <summary>The code as users see it, such as <c>SIS1001</c>.</summary>
    public static string IdOf(DiagnosticCode code) => "SIS" + ((int)code).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The code of such a name, or null.</summary>
    public static DiagnosticCode? FromId(string id) =>
        id.Length == 7
        && id.StartsWith("SIS", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(id.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Enum.IsDefined(typeof(DiagnosticCode), number)
            ? (DiagnosticCode)number
            : null;

    /// <summary>The document of a code.</summary>
    public static DiagnosticDocument Get(DiagnosticCode code) => Documents.GetOrAdd(code, Read);

    /// <summary>A message in words.</summary>
    /// <param name="diagnostic">The message.</param>
    /// <param name="language">The reader's language.</param>
    public static string Render(Diagnostic diagnostic, Dialect language)
    {
        var document = Get(diagnostic.Code);
        var format = language == Dialect.English ? document.English : document.Indonesian;
        var arguments = new object[diagnostic.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = diagnostic.Arguments[i] switch
            {
                Term term => term.In(language),
                string text => text,
                ImmutableArray<string> several => string.Join(", ", several),
                var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
            };
        }

        return string.Format(CultureInfo.InvariantCulture, Choose(format, arguments), arguments);
    }

    /// <summary>The message of a code in words, its gaps shown as gaps.</summary>
    public static string RenderGaps(DiagnosticDocument document, Dialect language)
    {
        var format = language == Dialect.English ? document.English : document.Indonesian;
        var gaps = Enumerable.Repeat<object>("…", MostGaps).ToArray();
        return string.Format(CultureInfo.InvariantCulture, Choose(format, gaps), gaps);
    }

    // [Nearest: {1}.|Nothing is like it.]: the former if there is something to fill its gap with, else the latter.
    private static string Choose(string format, object[] arguments)
    {
        var start = format.IndexOf('[');
        if (start < 0)
        {
            return format;
        }

        var parts = format.Substring(start + 1).TrimEnd(']').Split('|');
        var isKnown = !arguments.Where((argument, i) => argument is "" && parts[0].Contains("{" + i + "}")).Any();
        return format.Substring(0, start) + (isKnown ? parts[0] : parts[1]);
    }

    /// <summary>What there is to say about a code, as a page of Markdown in both languages.</summary>
    public static string PageOf(DiagnosticCode code)
    {
        var source = SourceOf(code);
        var document = Get(code);
        var head = new[]
        {
            "# " + IdOf(code),
            RenderGaps(document, Dialect.English),
            RenderGaps(document, Dialect.Indonesian),
            source.Substring(source.IndexOf("## ", StringComparison.Ordinal)),
        };
        return string.Join("\n\n", head);
    }

    // The document as it is written.
    private static string SourceOf(DiagnosticCode code)
    {
        var name = "Diagnostics/Documents/" + IdOf(code) + ".md";
        using var stream =
            typeof(DiagnosticCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("The document " + name + " is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static DiagnosticDocument Read(DiagnosticCode code) => Parse(code, SourceOf(code));

    /// <summary>
    /// Reads a document: lines <c>severity:</c>, <c>en:</c>, <c>id:</c> and perhaps <c>place: unnecessary</c> under the title,
    /// then the sections <c>## English</c>, <c>## Bahasa Indonesia</c>, <c>## Wrong</c> and <c>## Right</c>.
    /// </summary>
    internal static DiagnosticDocument Parse(DiagnosticCode code, string content)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var sections = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder? section = null;
        foreach (var line in content.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections[line.Substring(3).Trim()] = section = new StringBuilder();
            }
            else if (section is not null)
            {
                section.Append(line).Append('\n');
            }
            else if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            {
                head[line.Substring(0, colon)] = line.Substring(colon + 2).Trim();
            }
        }

        return new DiagnosticDocument(
            code,
            (DiagnosticSeverity)Enum.Parse(typeof(DiagnosticSeverity), head["severity"], ignoreCase: true),
            head["en"],
            head["id"],
            Section("English"),
            Section("Bahasa Indonesia"),
            Code("Wrong"),
            Code("Right")
        )
        {
            IsUnnecessary = head.TryGetValue("place", out var place) && place == "unnecessary",
        };

        string Section(string name) => sections.TryGetValue(name, out var text) ? text.ToString().Trim() : "";

        string Code(string name)
        {
            var text = Section(name);
            var start = text.IndexOf('\n');
            var end = text.LastIndexOf("```", StringComparison.Ordinal);
            return start < 0 || end <= start ? "" : text.Substring(start + 1, end - start - 1);
        }
    }
}
