using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>The steps of <c>test</c> blocks.</summary>
internal sealed partial class Parser
{
    private SyntaxBranch ParseTestStep()
    {
        if (TryKeyword(Concept.StartPhase) is { } start)
        {
            return Clause(start, ParsePhrase(Term.APhase));
        }

        if (TryKeyword(Concept.After) is { } after)
        {
            return Clause(after, ParseDuration());
        }

        if ((TryKeyword(Concept.ChanceHolds) ?? TryKeyword(Concept.ChanceFails)) is { } given)
        {
            return Clause(given.Concept, given);
        }

        if (TryKeyword(Concept.Seed) is { } seed)
        {
            return Clause(seed, ParseNumber());
        }

        if (FormAt(_position, Concept.Expect) is { } expect)
        {
            var next = _position + expect.Words.Length;
            if (FormAt(next, Concept.No) is not null && FormAt(next, Concept.NoThreat) is null)
            {
                return ParseExpectNo();
            }

            if (FormAt(next, Concept.Phase) is not null)
            {
                var keyword = TakeKeyword(expect);
                var phase = TryKeyword(Concept.Phase)!; // Just looked.
                return Clause(Concept.Phase, keyword, phase, ParsePhrase(Term.APhase));
            }
        }

        if (Array.Exists(PropertyKinds, AtKeyword) && ParsePropertyHere() is { } property)
        {
            return property;
        }

        return ParseOrder(); // Something that happens, as often as it says.
    }

    private ClauseSyntax ParseExpectNo()
    {
        var parts = Rent();
        parts.Add(TryKeyword(Concept.Expect)!); // The caller has looked at both.
        parts.Add(TryKeyword(Concept.No)!);
        ParseHappening(parts);
        return new ClauseSyntax(Concept.No, Finish(parts));
    }
}
