using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Runs of words that mean a crowd, units, or an activity.</summary>
internal sealed partial class Binder
{
    /// <summary>What a run of words says of which crowd.</summary>
    private readonly record struct CrowdReference(CrowdSymbol? Crowd, bool IsEach);

    /// <summary>Reads a whole run of words as a crowd: its name, the word for any, or <c>each crowd</c>. No words at all
    /// mean any.</summary>
    private CrowdReference? ReadCrowd(int first, int end)
    {
        if (first == end)
        {
            return new CrowdReference(null, false);
        }

        var key = NameAt(first, end);
        var symbol = FindCrowd(key);
        var word = WordRange(first, end, WordPosition.Subject);
        if (
            symbol is not null
            && (word == Concept.None || !IsSpelledAs(first, end, word) || IsSpelledAs(first, end, symbol))
        )
        {
            Take(symbol, first, end);
            return new CrowdReference(symbol, false);
        }

        if (word == Concept.None)
        {
            return null;
        }

        TakeWord(word, first, end);
        return new CrowdReference(null, word == Concept.EachCrowd);
    }

    // The crowds of the drill, seen from everywhere: a library may speak of the drill's crowd by name.
    private CrowdSymbol? FindCrowd(Name key) =>
        Find<CrowdSymbol>(key) is { } crowd && _crowds.Contains(crowd) ? crowd : null;

    private Concept WordRange(int first, int end, WordPosition position)
    {
        foreach (var form in Words.FormsFrom(Tokens[first].Word))
        {
            if (form.Position == position && form.Words.Length == end - first && Matches(form, first))
            {
                return form.Concept;
            }
        }

        return Concept.None;
    }

    // Capitals decide between a name and a built-in word.
    private bool IsSpelledAs(int first, int end, Symbol symbol) =>
        string.Equals(NameTable.NameOf(Tokens, first, end), symbol.Name, StringComparison.Ordinal);

    private bool IsSpelledAs(int first, int end, Concept word)
    {
        var written = NameTable.NameOf(Tokens, first, end);
        foreach (var form in Words.FormsOf(word))
        {
            if (string.Equals(form.Text, written, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The crowd meant; with several and none named, a message and null.</summary>
    private CrowdSymbol? TheCrowd(CrowdReference reference, SyntaxNode at)
    {
        if (reference.Crowd is not null)
        {
            return reference.Crowd;
        }

        if (_asked?.Crowd is { } inTurn)
        {
            _asked.CrowdWasAsked = true;
            return inTurn;
        }

        if (_crowds.Length == 1)
        {
            return _crowds[0];
        }

        Report(
            DiagnosticCode.WhichCrowd,
            at.Span,
            Quoted(at),
            string.Join(", ", _crowds.Select(c => c.Name)),
            "“" + Words.Canonical(Concept.EachCrowd, _unit.Dialect) + "”"
        );
        return null;
    }

    /// <summary>Units by name; a formation stands for its units.</summary>
    private ImmutableArray<UnitSymbol> ResolveUnits(int first, int end, SyntaxNode at, bool isOrder = false)
    {
        if (TryResolve<FormationSymbol>(first, end) is { } formation)
        {
            formation.IsOrdered |= isOrder;
            return formation.Units;
        }

        return Resolve<UnitSymbol>(first, end, Term.AUnitOrFormation, at) is { } unit ? unit.Alone : [];
    }

    private ImmutableArray<UnitSymbol> ResolveUnits(PhraseSyntax phrase, bool isOrder = false) =>
        phrase.IsMissing ? [] : ResolveUnits(phrase.FirstToken, phrase.EndToken, phrase, isOrder);

    private ImmutableArray<UnitSymbol>? TryUnits(int first, int end)
    {
        if (TryResolve<FormationSymbol>(first, end) is { } formation)
        {
            return formation.Units;
        }

        return TryResolve<UnitSymbol>(first, end) is { } unit ? unit.Alone : null;
    }

    /// <summary>The longest tactic's name that a run of words starts with, the rest being a crowd or nothing.</summary>
    private (TacticSymbol Tactic, CrowdReference Crowd)? ReadTactic(int first, int end)
    {
        for (var next = end; next > first; next--)
        {
            if (Find<TacticSymbol>(NameAt(first, next)) is { } tactic && ReadCrowd(next, end) is { } crowd)
            {
                Take(tactic, first, next);
                return (tactic, crowd);
            }
        }

        return null;
    }

    private static ActivityKind? HandOverOf(Concept verb) =>
        verb switch
        {
            Concept.Relieve => ActivityKind.Relieve,
            Concept.LapisGanti => ActivityKind.LapisGanti,
            Concept.LintasGanti => ActivityKind.LintasGanti,
            _ => null,
        };

    /// <summary>A tactic or hand-over that is named so as to wait for it, ask for it or stop it.</summary>
    private ActivityPattern? ReadActivity(int first, int end, SyntaxBranch clauses)
    {
        var verb = WordAtStart(first, end, WordPosition.Verb, out var next);
        if (HandOverOf(verb) is { } kind)
        {
            TakeWord(verb, first, next);
            var second = kind == ActivityKind.Relieve ? Concept.With : Concept.To;
            var to = clauses.Clause(second)?.First<PhraseSyntax>();
            return new ActivityPattern(
                kind,
                null,
                null,
                next == end ? [] : ResolveUnits(next, end, clauses),
                to is null ? [] : ResolveUnits(to)
            );
        }

        return ReadTactic(first, end) is { } found
            ? new ActivityPattern(ActivityKind.Tactic, found.Tactic, CrowdOf(found.Tactic, found.Crowd.Crowd), [], [])
            : null;
    }

    // In a property it may be a kind too, and is bound with the event.
    private RoleSymbol? BindBy(SyntaxBranch node) =>
        _asked is null && node.Clause(Concept.By)?.First<PhraseSyntax>() is { } phrase
            ? Resolve<RoleSymbol>(phrase, Term.ARole)
            : null;
}
