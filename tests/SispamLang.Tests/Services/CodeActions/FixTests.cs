using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Formatting;
using SispamLang.Services.CodeActions;
using SispamLang.Text;
using SispamLang.Translation;

namespace SispamLang.Tests.Services.CodeActions;

/// <summary>Every message has a fix, or a reason why it has none; and a fix leaves nothing to put right.</summary>
public sealed class FixTests
{
    private const string OtherFile = "what is wrong is not in the drill's own file";
    private const string Planner = "only the planner knows what is meant";
    private const string Run = "it comes from a run or a command, not from a text";

    private static readonly Dictionary<DiagnosticCode, string> WithoutFix = new()
    {
        [DiagnosticCode.TooDeep] = "how to split what is too deep is the planner's to say",
        [DiagnosticCode.TooLong] = "the text was not read",
        [DiagnosticCode.NotUtf8] = "the text was not read",
        [DiagnosticCode.TooMany] = "which ones are too many is the planner's to say",
        [DiagnosticCode.NoSuchTime] = Planner,
        [DiagnosticCode.SettingForUnknownCode] = OtherFile,
        [DiagnosticCode.UnknownSeverity] = OtherFile,
        [DiagnosticCode.ErrorStaysError] = OtherFile,
        [DiagnosticCode.WrongSortOfName] = Planner,
        [DiagnosticCode.WrongSortOfValue] = Planner,
        [DiagnosticCode.UseNotFound] = "the file may be elsewhere, or have another name",
        [DiagnosticCode.UseOutsideRoot] = "the file has to be moved",
        [DiagnosticCode.NameFromTwoFiles] = OtherFile,
        [DiagnosticCode.LibraryPartIgnored] = OtherFile,
        [DiagnosticCode.UnitWithoutStrength] = Planner,
        [DiagnosticCode.NeverHappens] = Planner,
        [DiagnosticCode.PhaseNeverReached] = Planner,
        [DiagnosticCode.UnitTooLate] = Planner,
        [DiagnosticCode.OutsideDrillTime] = Planner,
        [DiagnosticCode.NoEffectPossible] = Planner,
        [DiagnosticCode.PropertyCannotBeKept] = Planner,
        [DiagnosticCode.InTwoPlaces] = Planner,
        [DiagnosticCode.InTwoFormations] = Planner,
        [DiagnosticCode.PlayersSentAsUnit] = Planner,
        [DiagnosticCode.PlaysTwoCrowds] = Planner,
        [DiagnosticCode.Waived] = "it is a decision, and nothing is wrong",
        [DiagnosticCode.MeansOtherTranslated] = Run,
        [DiagnosticCode.DoesNotSettle] = Run,
        [DiagnosticCode.NoSuchOutsideEvent] = Run,
        [DiagnosticCode.BadEventLine] = Run,
    };

    public static TheoryData<DiagnosticCode> Codes => [.. DiagnosticCatalogue.Codes];

    public static TheoryData<DiagnosticCode> CodesWithFix =>
        [.. DiagnosticCatalogue.Codes.Where(code => Fixes.Has(code) && DiagnosticCatalogue.Get(code).Wrong.Length > 0)];

    public static TheoryData<DiagnosticCode> CodesToIgnore =>
        [
            .. DiagnosticCatalogue.Codes.Where(code =>
                DiagnosticCatalogue.Get(code) is { Severity: not DiagnosticSeverity.Error, Wrong.Length: > 0 }
                && code
                    is not (
                        DiagnosticCode.LanguageLineMisplaced
                        or DiagnosticCode.IgnoreWithoutReason
                        or DiagnosticCode.IgnoresUnknownCode
                        or DiagnosticCode.IgnoresError
                        or DiagnosticCode.IgnoresNothing
                        or DiagnosticCode.Waived
                    )
            ),
        ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_message_has_a_fix_or_a_reason_for_none(DiagnosticCode code) =>
        Assert.NotEqual(Fixes.Has(code), WithoutFix.ContainsKey(code));

    [Theory]
    [MemberData(nameof(CodesWithFix))]
    public void Each_fix_of_the_wrong_example_puts_it_right(DiagnosticCode code) =>
        Check(code, DiagnosticCatalogue.Get(code).Wrong, "\n");

    [Theory]
    [MemberData(nameof(CodesWithFix))]
    public void Lines_may_end_in_CR_LF_and_do_so_after_the_fix(DiagnosticCode code) =>
        Check(code, DiagnosticCatalogue.Get(code).Wrong, "\r\n");

    [Theory]
    [MemberData(nameof(CodesWithFix))]
    public void In_Bahasa_Indonesia_a_fix_speaks_it_too(DiagnosticCode code)
    {
        var wrong = new SourceText("drill.sispam", DiagnosticCatalogue.Get(code).Wrong);

        // What has errors can't be translated.
        if (Translator.Translate(wrong, UseResult.None, Dialect.Indonesian).Text is { } translated)
        {
            Check(code, translated, "\n");
        }
    }

    [Theory]
    [MemberData(nameof(CodesWithFix))]
    public void A_laid_out_drill_stays_so(DiagnosticCode code)
    {
        string wrong = Formatter.Format(Actions.Compile(DiagnosticCatalogue.Get(code).Wrong).Main);

        // Who could say how broken lines should stand?
        if (Actions.Compile(wrong).Main.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error))
        {
            Assert.All(
                FixesOf(code, wrong),
                fix => Assert.Equal(fix.Text, Formatter.Format(Actions.Compile(fix.Text).Main))
            );
        }
    }

    [Theory]
    [MemberData(nameof(CodesToIgnore))]
    public void What_is_no_error_can_be_ignored_with_a_reason(DiagnosticCode code)
    {
        string wrong = DiagnosticCatalogue.Get(code).Wrong;
        Compilation before = Actions.Compile(wrong);

        CodeAction ignore = Assert.Single(
            CodeActionList.At(before, before.Diagnostics[0].Span, CodeActionKinds.QuickFix),
            action => action.Title(Dialect.English).StartsWith("Ignore", StringComparison.Ordinal)
        );

        Compilation after = Actions.Compile(Actions.Apply(wrong, ignore));
        Assert.Equal(before.Diagnostics.Length - Silenced(before), after.Diagnostics.Length);
        Assert.NotEmpty(after.Suppressed);
    }

    // All messages of the code on the line.
    private static int Silenced(Compilation drill)
    {
        int Line(Diagnostic diagnostic) => drill.Main.Text.PositionOf(diagnostic.Span.Start).Line;
        Diagnostic first = drill.Diagnostics[0];
        return drill.Diagnostics.Count(other => other.Code == first.Code && Line(other) == Line(first));
    }

    private static void Check(DiagnosticCode code, string example, string lineEnd)
    {
        string wrong = example.ReplaceLineEndings(lineEnd);
        Compilation before = Actions.Compile(wrong);
        List<(CodeAction Action, string Text)> fixes = [.. FixesOf(code, wrong)];

        Assert.NotEmpty(fixes);
        Assert.All(
            fixes,
            fix =>
            {
                Compilation after = Actions.Compile(fix.Text);
                Assert.Equal(fix.Text.ReplaceLineEndings(lineEnd), fix.Text);
                Assert.Equal(Count(before, code) - 1, Count(after, code));
                Assert.Empty(
                    after
                        .Diagnostics.Where(d => d.Code != code && d.Severity == DiagnosticSeverity.Error)
                        .Select(d => DiagnosticCatalogue.Render(d, Dialect.English))
                );
            }
        );
    }

    private static int Count(Compilation drill, DiagnosticCode code) =>
        drill.Diagnostics.Count(diagnostic => diagnostic.Code == code);

    // Those of the first message, but for the comment that silences it.
    private static IEnumerable<(CodeAction Action, string Text)> FixesOf(DiagnosticCode code, string text)
    {
        Compilation drill = Actions.Compile(text);
        Diagnostic first = drill.Diagnostics.First(diagnostic => diagnostic.Code == code);
        return CodeActionList
            .At(drill, first.Span, CodeActionKinds.QuickFix)
            .Where(action => action.Diagnostics is [var only] && only == first)
            .Where(action => !action.Title(Dialect.English).StartsWith("Ignore", StringComparison.Ordinal))
            .Select(action => (action, Actions.Apply(text, action)));
    }
}
