using System.Text.RegularExpressions;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Diagnostics;

public partial class DocumentTests
{
    // What needs more than one text to show: another file, settings, a file of 16 MiB or of 10,000 rules, a run.
    private static readonly HashSet<DiagnosticCode> WithoutExample =
    [
        DiagnosticCode.TooLong,
        DiagnosticCode.NotUtf8,
        DiagnosticCode.TooMany,
        DiagnosticCode.SettingForUnknownCode,
        DiagnosticCode.UnknownSeverity,
        DiagnosticCode.ErrorStaysError,
        DiagnosticCode.UseNotFound,
        DiagnosticCode.UseOutsideRoot,
        DiagnosticCode.UseCycle,
        DiagnosticCode.NameFromTwoFiles,
        DiagnosticCode.LibraryPartIgnored,
        DiagnosticCode.DoesNotSettle,
        DiagnosticCode.NoSuchOutsideEvent,
        DiagnosticCode.MeansOtherTranslated,
        DiagnosticCode.BadEventLine,
    ];

    public static TheoryData<DiagnosticCode> Codes => [.. DiagnosticCatalogue.Codes];

    public static TheoryData<DiagnosticCode> CodesWithExample =>
        [.. DiagnosticCatalogue.Codes.Where(code => !WithoutExample.Contains(code))];

    [Fact]
    public void The_page_of_a_code_begins_with_its_message_in_both_languages() =>
        Assert.StartsWith(
            "# SIS2001\n\nExpected … here, but none is called …. Nearest name: ….\n\nDi sini seharusnya …",
            DiagnosticCatalogue.PageOf(DiagnosticCode.UnknownName),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_whole_document_in_both_languages(DiagnosticCode code)
    {
        DiagnosticDocument document = DiagnosticCatalogue.Get(code);

        Assert.NotEmpty(document.English);
        Assert.NotEmpty(document.Indonesian);
        Assert.True(Sentences(document.EnglishText) is >= 1 and <= 6, document.EnglishText);
        Assert.True(Sentences(document.IndonesianText) is >= 1 and <= 6, document.IndonesianText);
        Assert.Equal(WithoutExample.Contains(code), document.Wrong.Length == 0);
        Assert.Equal(WithoutExample.Contains(code), document.Right.Length == 0);
    }

    [Fact]
    public void Every_document_belongs_to_a_code()
    {
        string folder = Repository.PathOf("src/SispamLang/Diagnostics/Documents");
        string[] names =
        [
            .. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(DiagnosticCatalogue.Codes.Select(code => DiagnosticCatalogue.IdOf(code) + ".md"), names);
        Assert.All(
            names,
            name =>
                Assert.StartsWith(
                    "# " + name[..7] + "\n",
                    File.ReadAllText(Path.Combine(folder, name)),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_message_has_the_same_gaps_in_both_languages(DiagnosticCode code)
    {
        DiagnosticDocument document = DiagnosticCatalogue.Get(code);

        string[] english = Gaps(document.English);
        Assert.Equal(english, Gaps(document.Indonesian));
        Assert.Equal(Enumerable.Range(0, english.Length).Select(i => $"{{{i}}}"), english);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_message_is_one_or_two_short_sentences(DiagnosticCode code)
    {
        DiagnosticDocument document = DiagnosticCatalogue.Get(code);

        foreach (string message in (string[])[document.English, document.Indonesian])
        {
            Assert.EndsWith(".", message.TrimEnd('”', ']'), StringComparison.Ordinal);
            Assert.InRange(message.Length, 10, 200);
            Assert.Matches(Choice(), message);
        }
    }

    [Theory]
    [InlineData(
        "Dalmas Lanjutt",
        "Expected a unit or formation here, but none is called “Dalmas Lanjutt”. Nearest name: “Dalmas Lanjut”."
    )]
    [InlineData(
        "Xyzzy",
        "Expected a unit or formation here, but none is called “Xyzzy”. Declare it first, or use one that exists."
    )]
    public void Where_nothing_is_near_a_message_says_what_to_do(string unit, string expected)
    {
        Diagnostic diagnostic = Assert.Single(DiagnosticsOf($"phase Rekap: crowd escalates -> deploy {unit}\n"));
        Assert.Equal(expected, DiagnosticCatalogue.Render(diagnostic, Dialect.English));
    }

    [Fact]
    public void Codes_are_found_by_their_names_and_by_nothing_else()
    {
        Assert.All(
            DiagnosticCatalogue.Codes,
            code => Assert.Equal(code, DiagnosticCatalogue.FromId(DiagnosticCatalogue.IdOf(code)))
        );
        Assert.Equal(DiagnosticCode.UnclosedString, DiagnosticCatalogue.FromId("sis1002"));
        foreach (
            string other in (string[])["", "SIS", "SIS0000", "SIS9999", "SIS 100", "SIS+100", "SIS10011", "XYZ1001"]
        )
        {
            Assert.Null(DiagnosticCatalogue.FromId(other));
        }
    }

    [Theory]
    [MemberData(nameof(CodesWithExample))]
    public void The_wrong_example_gives_exactly_its_code(DiagnosticCode code)
    {
        DiagnosticDocument document = DiagnosticCatalogue.Get(code);
        IReadOnlyList<Diagnostic> diagnostics = DiagnosticsOf(document.Wrong);

        Assert.NotEmpty(diagnostics);
        Assert.All(
            diagnostics.Select(In(Dialect.English)),
            message => Assert.StartsWith(DiagnosticCatalogue.IdOf(code) + " ", message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(CodesWithExample))]
    public void The_right_example_gives_nothing(DiagnosticCode code) =>
        Assert.Empty(DiagnosticsOf(DiagnosticCatalogue.Get(code).Right).Select(In(Dialect.English)));

    [Theory]
    [MemberData(nameof(CodesWithExample))]
    public void The_message_of_the_wrong_example_leaves_no_gap_and_no_argument_over(DiagnosticCode code)
    {
        DiagnosticDocument document = DiagnosticCatalogue.Get(code);
        foreach (Diagnostic diagnostic in DiagnosticsOf(document.Wrong))
        {
            Assert.Equal(Gaps(document.English).Length, diagnostic.Arguments.Length);
            Assert.DoesNotMatch(Gap(), DiagnosticCatalogue.Render(diagnostic, Dialect.English));
            Assert.DoesNotMatch(Gap(), DiagnosticCatalogue.Render(diagnostic, Dialect.Indonesian));
            Assert.DoesNotContain(
                "““",
                DiagnosticCatalogue.Render(diagnostic, Dialect.English),
                StringComparison.Ordinal
            );
        }
    }

    private static IReadOnlyList<Diagnostic> DiagnosticsOf(string text) =>
        Compilation.Create(new SourceText("example.sispam", text), UseResult.None).Diagnostics;

    private static Func<Diagnostic, string> In(Dialect language) =>
        diagnostic => $"{diagnostic.Id} {DiagnosticCatalogue.Render(diagnostic, language)}";

    private static string[] Gaps(string message) =>
        [.. Gap().Matches(message).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static int Sentences(string text) => SentenceEnd().Count(text);

    // At the most one choice of two, at the end.
    [GeneratedRegex(@"^[^\[\]|]*(\[[^\[\]|]+\|[^\[\]|{}]+\])?$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[.?!](\s|$)")]
    private static partial Regex SentenceEnd();
}
