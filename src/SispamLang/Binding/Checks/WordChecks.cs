using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>Names that are declared and never used, free words that look like slips.</summary>
internal sealed class WordChecks(BoundDrill drill, ActionIndex index, Findings findings)
{
    public void Check()
    {
        CheckUnused();
        CheckSpelling();
    }

    private void CheckUnused()
    {
        foreach (var symbol in findings.Main.Names.All.Where(s => !s.IsUsed))
        {
            if (symbol is ParamSymbol or CounterSymbol or FormationSymbol or TacticSymbol or TemperSymbol)
            {
                findings.Report(DiagnosticCode.NeverUsed, findings.Main, symbol.Span, Findings.Quote(symbol.Name));
            }
        }
    }

    // Agencies and channels are free words; one used once that is close to one used more often is probably a slip.
    private void CheckSpelling()
    {
        var agencies = drill
            .Units.Where(u => u.Source.Kind != SourceUnitKind.Prelude && u.Agency.Length > 0)
            .Select(u => new FreeWord(u.Agency, u.Source, u.Span, AgencyOf(u)?.Span ?? u.Span));
        var channels = index
            .Injects.Where(a => a.Inject.Via.Length > 0)
            .Select(a => new FreeWord(a.Inject.Via, a.Rule.Source, a.Inject.Syntax.Span, ChannelOf(a.Inject)));
        foreach (var words in new[] { agencies.ToList(), channels.ToList() })
        {
            var groups = words.GroupBy(w => NameTable.Key(w.Word), StringComparer.Ordinal).ToList();
            foreach (var single in groups.Where(g => g.Count() == 1).Select(g => g.First()))
            {
                var others = groups.Where(g => g.Count() > 1 && Math.Abs(g.Key.Length - single.Word.Length) <= 1);
                if (
                    single.Word.Length > 3
                    && Nearest.To(single.Word, others.Select(g => g.First().Word)) is { } similar
                    && Nearest.IsOneSlip(single.Word, similar)
                )
                {
                    findings.Report(
                        DiagnosticCode.LooksLikeMisspelling,
                        single.Source,
                        single.Span,
                        (single.Written, similar),
                        Findings.Quote(single.Word),
                        Findings.Quote(similar)
                    );
                }
            }
        }
    }

    private static SyntaxNode? AgencyOf(UnitSymbol unit) =>
        unit
            .Declaration.Clauses.Where(c => c.Kind is Concept.PersonnelCount or Concept.Vehicles or Concept.Players)
            .SelectMany(c => c.All<PhraseSyntax>())
            .LastOrDefault();

    private static TextSpan ChannelOf(BoundInject inject) =>
        ((SyntaxBranch)inject.Syntax).Clause(Concept.Via)?.First<PhraseSyntax>()?.Span ?? inject.Syntax.Span;

    /// <summary>A word that need not be declared.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Source">The file.</param>
    /// <param name="Span">What it is said of.</param>
    /// <param name="Written">Where it stands.</param>
    private sealed record FreeWord(string Word, SourceUnit Source, TextSpan Span, TextSpan Written);
}
