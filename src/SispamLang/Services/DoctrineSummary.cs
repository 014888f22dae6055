using System.Globalization;
using SispamLang.Binding;
using SispamLang.Dialects;

namespace SispamLang.Services;

/// <summary>What a planner wants to know of a doctrine or of a rule of it, as Markdown.</summary>
internal static class DoctrineSummary
{
    public static string Of(DoctrineMention mention, BoundDrill drill, Dialect language) =>
        mention.Rule is { } rule ? Of(rule, drill, language) : Of(mention.Doctrine, language);

    /// <summary>The summary of a doctrine.</summary>
    public static string Of(Doctrine doctrine, Dialect language)
    {
        var facts = new List<string>();
        if (doctrine.Edition > 0)
        {
            facts.Add(Wording.Edition.In(language, doctrine.Edition.ToString(CultureInfo.InvariantCulture)));
        }

        facts.Add(Wording.RuleCount.In(language, string.Join(", ", doctrine.Rules.Select(rule => rule.Id))));
        return Head(Concept.Doctrine, doctrine.Name, doctrine.Title, language) + Markdown.Items(facts);
    }

    /// <summary>The summary of a rule.</summary>
    public static string Of(DoctrineRule rule, BoundDrill drill, Dialect language)
    {
        var facts = new List<string>();
        if (rule.Reason.Length > 0)
        {
            facts.Add(rule.Reason);
        }

        facts.Add(
            (
                rule.Confidence switch
                {
                    Confidence.High => Wording.ConfidenceHigh,
                    Confidence.Medium => Wording.ConfidenceMedium,
                    _ => Wording.ConfidenceRecalled,
                }
            ).In(language)
        );
        if ((rule.Property ?? (Syntax.SyntaxNode?)rule.Syntax.Body?.Clause(Concept.Check)) is { } asked)
        {
            facts.Add(Wording.DoctrineAsks.In(language, asked.ToOneLine()));
        }

        facts.AddRange(
            drill.Waivers.Where(w => w.Rule == rule).Select(w => Wording.WaivedBecause.In(language, w.Reason))
        );
        return Head(Concept.Doctrine, rule.FullName, rule.Article, language) + Markdown.Items(facts);
    }

    private static string Head(Concept kind, string name, string title, Dialect language) =>
        Words.Canonical(kind, language)
        + " **"
        + Markdown.Escape(name)
        + "**"
        + (title.Length == 0 ? "" : ": " + Markdown.Escape(title))
        + "\n\n";
}
