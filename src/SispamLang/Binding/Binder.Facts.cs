using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>What a drill says of itself.</summary>
internal sealed partial class Binder
{
    private DrillFacts BindFacts(out BoundSpan endsAfter)
    {
        endsAfter = BoundSpan.Fixed(4 * 3_600_000);
        var facts = new DrillFacts
        {
            Title = TitleOfFile(_main.Tree.Text.Path),
            Language = _main.Dialect.ShortName(),
            EndsAfter = new Amount(0),
        };
        var drills = _main.Tree.Root.Declarations.Where(d => d.Kind == Concept.Drill).ToList();
        foreach (var second in drills.Skip(1))
        {
            Report(DiagnosticCode.DeclaredTwice, second.Children[0].Span, second.Children[0].ToString());
        }

        if (drills.Count == 0)
        {
            return facts;
        }

        var drill = drills[0];
        facts = drill.Title is { } title && title.Value.Length > 0 ? facts with { Title = title.Value } : facts;
        var seen = new HashSet<Concept>();
        foreach (var item in drill.Body?.All<ClauseSyntax>() ?? [])
        {
            if (item.Kind is not (Concept.None or Concept.DrillObjective) && !seen.Add(item.Kind))
            {
                Report(DiagnosticCode.ClauseTwice, item.Span, item.Children[0].ToString());
                continue;
            }

            if (item.Kind == Concept.EndsAfter && item.First<ValueSyntax>() is { } length)
            {
                endsAfter = BindSpan(length);
                if (endsAfter.IsRange)
                {
                    Report(DiagnosticCode.WrongSortOfValue, length.Span, Quoted(length), Term.ADuration);
                    endsAfter = new BoundSpan(endsAfter.High, endsAfter.High);
                }
            }

            facts = WithItem(facts, item);
        }

        return facts;
    }

    private DrillFacts WithItem(DrillFacts facts, ClauseSyntax item)
    {
        var text = item.First<StringSyntax>()?.Value ?? "";
        return item.Kind switch
        {
            Concept.Operation => facts with { Operation = text },
            Concept.Date => facts with { Date = item.First<DateSyntax>()?.ToString() ?? "" },
            Concept.Starts => facts with
            {
                StartsAtMs = item.First<ClockSyntax>()?.Ms,
                Zone = item.All<KeywordSyntax>().Skip(1).FirstOrDefault() is { } zone
                    ? Words.Canonical(zone.Concept, _unit.Dialect)
                    : "",
            },
            Concept.Venue => facts with { Venue = text },
            Concept.Host => facts with { Host = text },
            Concept.DrillObjective => facts with { Objectives = facts.Objectives.Add(text) },
            Concept.Observers => facts with { Observers = text },
            Concept.Participants => facts with { Participants = text },
            Concept.SafetyOfficer => facts with { SafetyOfficer = BindSafetyOfficer(item) },
            Concept.StopWord => facts with { StopWord = text },
            Concept.Personnel => facts with { Personnel = BindPersonnel(item) },
            _ => facts,
        };
    }

    private string BindSafetyOfficer(ClauseSyntax item) =>
        item.First<PhraseSyntax>() is { IsMissing: false } phrase && Resolve<RoleSymbol>(phrase, Term.ARole) is { } role
            ? role.Name
            : "";

    // personnel about 367 with players
    private AnnouncedStrength? BindPersonnel(ClauseSyntax item)
    {
        if (item.First<NumberSyntax>() is not { IsMissing: false } figure)
        {
            return null;
        }

        var words = item.All<KeywordSyntax>().Select(word => word.Concept).ToList();
        return new AnnouncedStrength(
            (int)BindNumber(figure, 0, 1_000_000).Constant,
            words.Contains(Concept.About) ? Exactness.About
                : words.Contains(Concept.MoreThan) ? Exactness.Over
                : Exactness.Exact,
            words.Contains(Concept.Players)
        );
    }

    private static string TitleOfFile(string path)
    {
        var slash = path.LastIndexOfAny(['/', '\\']);
        var name = path.Substring(slash + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
