using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>How a rule, which has no name, is called.</summary>
internal static class RuleText
{
    /// <summary>Its trigger and guard as written, on one line.</summary>
    public static string TriggerOf(RuleSyntax rule) =>
        rule.Guard is { } guard ? rule.Trigger.ToOneLine() + " " + guard.ToOneLine() : rule.Trigger.ToOneLine();

    /// <summary>The place of its trigger and guard.</summary>
    public static TextSpan SpanOf(RuleSyntax rule) =>
        TextSpan.FromBounds(rule.Trigger.Span.Start, (rule.Guard ?? rule.Trigger).Span.End);

    /// <summary>Its trigger with the phase it belongs to, <c>Rekap: crowd escalates</c>.</summary>
    public static string Of(BoundRule rule, Dialect language) =>
        (rule.Phase?.Name ?? Words.Canonical(Concept.Throughout, language)) + ": " + TriggerOf(rule.Syntax);
}
