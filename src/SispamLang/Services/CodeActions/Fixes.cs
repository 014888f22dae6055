using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Which messages can be put right, and how.</summary>
internal static class Fixes
{
    private static readonly Dictionary<DiagnosticCode, FixSource> Table = new()
    {
        [DiagnosticCode.UnexpectedCharacter] = SignFixes.Character,
        [DiagnosticCode.UnclosedString] = SignFixes.Quote,
        [DiagnosticCode.BadEscape] = SignFixes.Backslash,
        [DiagnosticCode.TabsAndBlanks] = LayoutFixes.Blanks,
        [DiagnosticCode.MisplacedLine] = LayoutFixes.Align,
        [DiagnosticCode.Expected] = SignFixes.Expected,
        [DiagnosticCode.UnknownStart] = WordFixes.Suggestion,
        [DiagnosticCode.EmptyBlock] = SignFixes.EmptyBlock,
        [DiagnosticCode.WrongDialect] = WordFixes.Suggestion,
        [DiagnosticCode.LanguageLineMisplaced] = CommentFixes.MoveOrRemoveLanguage,
        [DiagnosticCode.UnknownLanguage] = WordFixes.Language,
        [DiagnosticCode.NewerEdition] = WordFixes.Edition,
        [DiagnosticCode.NumberTooLarge] = ValueFixes.LargeNumber,
        [DiagnosticCode.DurationOutOfRange] = ValueFixes.Duration,
        [DiagnosticCode.PercentageOutOfRange] = ValueFixes.Percentage,
        [DiagnosticCode.RangeUpsideDown] = ValueFixes.Range,
        [DiagnosticCode.ArrowForColon] = SignFixes.Colon,
        [DiagnosticCode.UnknownClause] = WordFixes.Suggestion,
        [DiagnosticCode.ClauseTwice] = RemoveFixes.Clause,
        [DiagnosticCode.WholeNumberWanted] = ValueFixes.WholeNumber,
        [DiagnosticCode.NothingInFile] = DrillFixes.FirstPhase,
        [DiagnosticCode.UnexpectedRest] = SignFixes.Separator,
        [DiagnosticCode.IgnoreWithoutReason] = CommentFixes.GiveReason,
        [DiagnosticCode.IgnoresUnknownCode] = CommentFixes.RespellOrRemove,
        [DiagnosticCode.IgnoresError] = CommentFixes.Remove,
        [DiagnosticCode.IgnoresNothing] = CommentFixes.Remove,
        [DiagnosticCode.UnknownName] = DeclareFixes.Name,
        [DiagnosticCode.DeclaredTwice] = RemoveFixes.SecondDeclaration,
        [DiagnosticCode.UnknownAction] = DeclareFixes.Action,
        [DiagnosticCode.UnknownCondition] = DeclareFixes.Condition,
        [DiagnosticCode.WhichCrowd] = RuleFixes.WhichCrowd,
        [DiagnosticCode.ClauseDoesNotFit] = RemoveFixes.Clause,
        [DiagnosticCode.PartMissing] = WordFixes.MissingName,
        [DiagnosticCode.UseCycle] = RemoveFixes.Declaration,
        [DiagnosticCode.ParamOutOfBounds] = ValueFixes.Param,
        [DiagnosticCode.EventWanted] = RuleFixes.State,
        [DiagnosticCode.ConditionWanted] = RuleFixes.Event,
        [DiagnosticCode.TakesTimeAtEnd] = RemoveFixes.Action,
        [DiagnosticCode.NeedsStartTime] = DrillFixes.Start,
        [DiagnosticCode.ChancesOverHundred] = ValueFixes.Chances,
        [DiagnosticCode.NumberOutOfRange] = ValueFixes.Number,
        [DiagnosticCode.UnknownTimeZone] = WordFixes.Zone,
        [DiagnosticCode.NotForTests] = RuleFixes.Expect,
        [DiagnosticCode.StartIsFirst] = RuleFixes.FirstStep,
        [DiagnosticCode.RoleDoesNotCommand] = RuleFixes.Commander,
        [DiagnosticCode.HandOverBetweenWrongKinds] = RuleFixes.AnyHandOver,
        [DiagnosticCode.NeverUsed] = RemoveFixes.Declaration,
        [DiagnosticCode.LongerThanDrill] = DrillFixes.Length,
        [DiagnosticCode.LooksLikeMisspelling] = WordFixes.Suggestion,
        [DiagnosticCode.PropertyIsIdle] = RemoveFixes.Declaration,
        [DiagnosticCode.StrengthDiffers] = ValueFixes.Strength,
        [DiagnosticCode.KitWithoutPeople] = ValueFixes.Kit,
        [DiagnosticCode.DoctrineNotKept] = DrillFixes.Doctrine,
        [DiagnosticCode.UnusedWaiver] = RemoveFixes.Declaration,
    };

    // What changes nothing that the drill says: an editor may do it each time that a file is saved.
    private static readonly HashSet<DiagnosticCode> Safe =
    [
        DiagnosticCode.BadEscape,
        DiagnosticCode.TabsAndBlanks,
        DiagnosticCode.UnknownStart,
        DiagnosticCode.WrongDialect,
        DiagnosticCode.ArrowForColon,
        DiagnosticCode.UnknownClause,
        DiagnosticCode.IgnoresError,
        DiagnosticCode.IgnoresNothing,
        DiagnosticCode.UnusedWaiver,
    ];

    /// <summary>There are fixes for such messages.</summary>
    public static bool Has(DiagnosticCode code) => Table.ContainsKey(code);

    /// <summary>Such messages may be put right without being looked at.</summary>
    public static bool AreSafe(DiagnosticCode code) => Safe.Contains(code);

    /// <summary>The ways to put a message right, the best first.</summary>
    public static IEnumerable<Fix> Of(FixContext context, Diagnostic diagnostic) =>
        Table.TryGetValue(diagnostic.Code, out var source)
            ? source(context, diagnostic).Where(fix => !fix.Edits.All(edit => IsThere(context, edit)))
            : [];

    private static bool IsThere(FixContext context, TextEdit edit) =>
        context.Text.Slice(edit.Span).SequenceEqual(edit.NewText.AsSpan());
}
