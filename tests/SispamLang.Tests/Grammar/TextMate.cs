using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SispamLang.Dialects;

namespace SispamLang.Tests.Grammar;

/// <summary>Makes <c>grammar/sispam.tmLanguage.json</c>: the colours of editors, with every word of both dialects.</summary>
/// <remarks>Highlighting knows one line at a time. So a word counts where it can only be meant as such: structural words
/// anywhere, words of a clause where one begins, units behind a number. Words in phrases have to be in small letters, for where
/// a name differs by capitals only, the capitals decide.</remarks>
internal static class TextMate
{
    private const string Part = @"[\p{L}\p{N}]";
    private const string Joint = "[-'.&]";
    private const string Start = $"(?<!{Part})(?<!{Part}{Joint})";
    private const string End = $"(?!{Part}|{Joint}{Part})";
    private const string Number = @"\d+(?:\.\d+)?";

    // Where a statement or clause begins: the start of a line, or behind a sign.
    private const string Beginning = @"(^|[:;,]|->|→)(\s*)";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Concept[] Promises = [Concept.Never, Concept.Always, Concept.Expect, Concept.Require];

    // Declarations whose keyword is not followed by a name.
    private static readonly Concept[] Nameless =
    [
        Concept.Drill,
        Concept.Use,
        Concept.Throughout,
        Concept.Waive,
        Concept.Test,
        .. Promises,
    ];

    private static readonly Concept[] Logical = [Concept.And, Concept.Or, Concept.Not];

    private static readonly Concept[] Control =
    [
        Concept.If,
        Concept.Otherwise,
        Concept.While,
        Concept.Until,
        Concept.Every,
        Concept.After,
        Concept.UpTo,
    ];

    /// <summary>The file.</summary>
    public static string Make() =>
        new JsonObject
        {
            ["$schema"] = "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
            ["name"] = "SispamLang",
            ["scopeName"] = "source.sispam",
            ["fileTypes"] = new JsonArray("sispam"),
            ["patterns"] = new JsonArray([.. Patterns()]),
            ["repository"] = new JsonObject
            {
                ["signs"] = new JsonObject { ["patterns"] = new JsonArray([.. Signs()]) },
            },
        }.ToJsonString(Layout) + "\n";

    private static IEnumerable<JsonNode> Patterns()
    {
        yield return Match(
            $@"(#) (sispam:\s*(?:{OneOf(FormsAt(WordPosition.Comment))})){End}(?:\s+(SIS\d{{4}}))?.*$",
            "comment.line.number-sign",
            "punctuation.definition.comment",
            "keyword.other.directive",
            "constant.other.code"
        );
        yield return Match(
            @"(#) (language|sispam):\s*(id|en|\d+)\s*$",
            "comment.line.number-sign",
            "punctuation.definition.comment",
            "keyword.other.directive",
            "constant.other.directive"
        );
        yield return Match("(#).*$", "comment.line.number-sign", "punctuation.definition.comment");
        yield return new JsonObject
        {
            ["begin"] = "\"",
            ["end"] = "\"|$",
            ["name"] = "string.quoted.double.sispam",
            ["patterns"] = new JsonArray(
                Match(@"\\[""\\]", "constant.character.escape"),
                Match(@"\\.", "invalid.illegal.escape")
            ),
        };

        // Declarations
        string[] structural = FormsAt(WordPosition.Structure);
        string name = $@"(?!(?:{OneOf(structural)}){End})\p{{L}}(?:{Part}|{Joint}{Part})*|\d+{End}";
        yield return Match(
            $@"^(?i:({OneOf(DeclarationsOf(hasName: true))})){End}(?:\s+((?:{name})(?:\s+(?:{name}))*|""[^""]*""))?",
            null,
            "storage.type",
            "entity.name.type"
        );
        yield return Match($"^(?i:({OneOf(DeclarationsOf(hasName: false))})){End}", null, "storage.type");

        // What begins a statement or clause
        yield return AtBeginning(FormsAt(WordPosition.Trigger), "keyword.control");
        yield return Match(
            $@"{Beginning}(?i:({OneOf(FormsOf(Concept.Check))}))\s+(?i:({OneOf(FormsAt(WordPosition.BuiltInCheck))})){End}",
            null,
            "#signs",
            "",
            "keyword.other",
            "constant.language"
        );
        yield return Match(
            $@"{Beginning}(?i:({OneOf(FormsOf(Concept.Expect))}))\s+(?i:({OneOf(FormsOf(Concept.No), FormsOf(Concept.Phase))})){End}",
            null,
            "#signs",
            "",
            "keyword.other.promise",
            "keyword.other"
        );
        yield return AtBeginning([.. Promises.SelectMany(FormsOf)], "keyword.other.promise");
        yield return AtBeginning(
            [
                .. FormsAt(WordPosition.DrillItem),
                .. FormsAt(WordPosition.Clause),
                .. FormsAt(WordPosition.DoctrineItem),
                .. FormsAt(WordPosition.TestStep).Except(FormsOf(Concept.No)),
            ],
            "keyword.other"
        );

        // What stands with a number
        yield return Match(
            $@"{Start}({Number})\s+(?i:({OneOf(
                FormsAt(WordPosition.TimeUnit),
                FormsAt(WordPosition.Count),
                FormsAt(WordPosition.Strength)
            )})){End}",
            null,
            "constant.numeric",
            "keyword.other.unit"
        );
        yield return Match(
            $@"{Start}(?i:({OneOf(FormsAt(WordPosition.Share))}))\s+(?={Number}\s*%)",
            null,
            "keyword.other"
        );
        yield return Match(
            $@"({Number}\s*%)\s+(?i:({OneOf(FormsOf(Concept.OfRuns))})){End}",
            null,
            "constant.numeric",
            "keyword.other.unit"
        );
        yield return Match(
            $@"{Start}(?i:({OneOf(FormsAt(WordPosition.PersonnelFigure))}))\s+(?=\d)",
            null,
            "keyword.other"
        );
        yield return Match(
            $@"{Start}(?i:({OneOf(FormsAt(WordPosition.Measure))}))(?=\s*[<>=!≤≥≠])",
            null,
            "variable.language"
        );
        yield return Match($"{Start}\\d{{4}}-\\d\\d-\\d\\d{End}", "constant.numeric.date");
        yield return Match(
            $@"{Start}(\d{{1,2}}:\d\d)(?:\s+({OneOf(FormsAt(WordPosition.Zone))}))?{End}",
            null,
            "constant.numeric.time",
            "keyword.other.unit"
        );

        // Words anywhere
        yield return Anywhere([.. Control.SelectMany(FormsOf)], "keyword.control", anyCase: true);
        yield return Anywhere([.. Logical.SelectMany(FormsOf)], "keyword.operator.logical", anyCase: true);
        yield return Anywhere(structural, "keyword.other", anyCase: true);
        yield return Anywhere(FormsAt(WordPosition.Branch), "keyword.control");
        yield return Match(
            $@"{Start}({OneOf(FormsAt(WordPosition.RiskLevel), FormsAt(WordPosition.ConfidenceLevel))})(?=\s*(?:[,;:#]|$))",
            null,
            "constant.language"
        );
        yield return Anywhere(FormsAt(WordPosition.State), "constant.language");
        yield return Anywhere(FormsAt(WordPosition.Verb), "support.function");
        yield return Anywhere(
            [.. FormsAt(WordPosition.CrowdEvent), .. FormsAt(WordPosition.Happening)],
            "support.function.event"
        );
        yield return Anywhere(FormsAt(WordPosition.Subject), "variable.language");
        yield return Match($"{Start}{Number}\\s*%?", "constant.numeric");
        yield return new JsonObject { ["include"] = "#signs" };
    }

    private static IEnumerable<JsonNode> Signs()
    {
        yield return Match("->|→", "keyword.operator.arrow");
        yield return Match("<=|>=|!=|[<>=≤≥≠]", "keyword.operator.comparison");
        yield return Match(@"\.\.", "keyword.operator.range");
        yield return Match("[:;,/]", "punctuation.separator");
    }

    private static JsonObject AtBeginning(string[] forms, string scope) =>
        Match($"{Beginning}(?i:({OneOf(forms)})){End}", null, "#signs", "", scope);

    private static JsonObject Anywhere(string[] forms, string scope, bool anyCase = false) =>
        Match(anyCase ? $"{Start}(?i:{OneOf(forms)}){End}" : $"{Start}(?:{OneOf(forms)}){End}", scope);

    // A scope for the whole, if any, and for each group: none, a name, or what it is matched by in turn.
    private static JsonObject Match(string regex, string? scope, params string[] groups)
    {
        var pattern = new JsonObject();
        if (scope is not null)
        {
            pattern["name"] = scope + ".sispam";
        }

        pattern["match"] = regex;
        var captures = new JsonObject();
        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i].Length > 0)
            {
                captures[(i + 1).ToString()] =
                    groups[i][0] == '#'
                        ? new JsonObject { ["patterns"] = new JsonArray(new JsonObject { ["include"] = groups[i] }) }
                        : new JsonObject { ["name"] = groups[i] + ".sispam" };
            }
        }

        if (captures.Count > 0)
        {
            pattern["captures"] = captures;
        }

        return pattern;
    }

    private static string[] DeclarationsOf(bool hasName) =>
        [
            .. Words
                .FormsOf(WordPosition.Declaration)
                .Where(form => Nameless.Contains(form.Concept) != hasName)
                .Select(form => form.Text),
        ];

    private static string[] FormsAt(WordPosition position) => [.. Words.FormsOf(position).Select(form => form.Text)];

    private static string[] FormsOf(Concept concept) => [.. Words.FormsOf(concept).Select(form => form.Text)];

    // Longer ones first, so that none hides behind its beginning.
    private static string OneOf(params string[][] forms) =>
        string.Join(
            '|',
            forms
                .SelectMany(f => f)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(form => form.Length)
                .ThenBy(form => form, StringComparer.Ordinal)
                .Select(form => form.Replace(" ", @"\s+", StringComparison.Ordinal))
        );
}
