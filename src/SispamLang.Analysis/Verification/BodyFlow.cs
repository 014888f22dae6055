using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>At which steps of a rule's procedure its count and its noted time will still be read.</summary>
internal sealed class BodyFlow
{
    private readonly bool[] _readsCount;
    private readonly bool[] _readsNoted;

    /// <summary>Looks through a rule's body.</summary>
    public BodyFlow(RuleSpec rule)
    {
        _readsCount = After(rule, i => i is CountDown, i => i is SetCount);
        _readsNoted = After(rule, i => i is WaitForNext, i => i is MarkNext);
    }

    /// <summary>A procedure that stands in a step will count on.</summary>
    public bool ReadsCount(int step) => step >= 0 && _readsCount[step];

    /// <summary>A procedure that stands in a step will look at the time that it noted.</summary>
    public bool ReadsNoted(int step) => step >= 0 && _readsNoted[step];

    // Whether something is read on some way on from each step before it is written.
    private static bool[] After(RuleSpec rule, Func<Instruction, bool> reads, Func<Instruction, bool> writes)
    {
        bool[] before = new bool[rule.Body.Length + 1];
        bool[] after = new bool[rule.Body.Length + 1];
        for (bool changed = true; changed; )
        {
            changed = false;
            for (int step = rule.Body.Length - 1; step >= 0; step--)
            {
                Instruction instruction = rule.Body[step];
                after[step] = Next(instruction, step).Any(next => before[next]);
                bool now = reads(instruction) || (after[step] && !writes(instruction));
                changed |= now != before[step];
                before[step] = now;
            }
        }

        return after;
    }

    private static IEnumerable<int> Next(Instruction instruction, int step) =>
        instruction switch
        {
            Jump i => [i.Target],
            JumpUnless i => [step + 1, i.Target],
            Chance i => [step + 1, i.Target],
            CountDown i => [step + 1, i.Target],
            WaitForNext i => [step + 1, i.Target],
            WaitUntil i => [step + 1, i.Target],
            Muster i => [step + 1, i.Target],
            Last i => [step + 1, i.CutTarget, i.CutTarget + 1],
            AwaitHandOver i => [step + 1, i.CutTarget, i.CutTarget + 1],
            _ => [step + 1],
        };
}
