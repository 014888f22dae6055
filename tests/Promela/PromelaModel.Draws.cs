using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// What chance gives is chosen before the instant is settled, for all that may be drawn in it.
internal sealed partial class PromelaModel
{
    private const long Certain = 10_000;

    /// <summary>A place that draws.</summary>
    /// <param name="Guard">Where it is not so, it does not draw in this instant.</param>
    /// <param name="Outcomes">What it can give; -1: nothing.</param>
    /// <param name="IsOnce">It is known to draw no more than once in an instant.</param>
    /// <param name="At">Where in <c>choice</c> its bits begin.</param>
    /// <param name="Mask">Its bits.</param>
    private sealed record Draw(string Guard, ImmutableArray<int> Outcomes, bool IsOnce, int At, int Mask);

    private readonly Dictionary<(int Timer, int Rule, int Step), Draw> _draws = [];

    private void FindDraws()
    {
        for (int timer = 0; timer < _program.Timers.Length; timer++)
        {
            (TimerKind kind, int subject, int clause) = _program.Timers[timer];
            if (kind == TimerKind.CrowdBehaves && !_program.Crowds[subject].Behaviours[clause].Leaves)
            {
                Add((timer, -1, -1), $"timer_{timer} == 1", _program.Crowds[subject].Behaviours[clause].Outcomes, true);
            }
            else if (kind == TimerKind.EventRolls)
            {
                ImmutableArray<Outcome> one = [new(SignalKind.EventHappens, _program.Events[subject].Chance)];
                Add((timer, -1, -1), $"timer_{timer} == 1", one, true);
            }
        }

        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            ImmutableArray<Instruction> body = _program.Rules[rule].Body;
            for (int step = 0; step < body.Length; step++)
            {
                if (body[step] is Chance chance)
                {
                    Add((-1, rule, step), "1", [new(SignalKind.EventHappens, chance.Percentage)], false);
                }
                else if (body[step] is Finish finish)
                {
                    bool lasts = step > 0 && body[step - 1] is Last last && Steps(last.Time) > 0;
                    int timer = Timer(TimerKind.RuleStep, rule);
                    Add(
                        (-1, rule, step),
                        lasts ? $"timer_{timer} == 1 && step_{rule} == {step}" : "1",
                        _program.Activities[finish.Activity].Effects,
                        lasts
                    );
                }
            }
        }
    }

    private void Add((int, int, int) place, string guard, ImmutableArray<Outcome> outcomes, bool isOnce)
    {
        List<int> given = [];
        long sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            long share = PromelaConditions.Constant(outcomes[i].Chance);
            if (share > 0 && sum < Certain)
            {
                given.Add(i);
            }

            sum += share;
        }

        if (sum < Certain)
        {
            given.Add(-1);
        }

        int bits = 1;
        while (1 << bits < given.Count)
        {
            bits++;
        }

        bits = given.Count == 1 ? 0 : bits;
        PromelaFragment.Refuse(_bits + bits > MostBits, "so much chance in one instant");
        _draws.Add(place, new Draw(guard, [.. given], isOnce, _bits, (1 << bits) - 1));
        _bits += bits;
    }

    private Draw DrawOf(int timer) => _draws[(timer, -1, -1)];

    private Draw DrawOf(int rule, int step) => _draws[(-1, rule, step)];

    private void WriteChoices()
    {
        foreach (Draw draw in _draws.Values.Where(d => d.Outcomes.Length > 1))
        {
            Block(
                "if",
                () =>
                {
                    for (int i = 0; i < draw.Outcomes.Length; i++)
                    {
                        Line($":: ({draw.Guard}) -> choice = choice | {i << draw.At}");
                    }

                    Line(":: else");
                },
                "fi;"
            );
        }
    }

    // What a roll leads to: what is given is the number of the outcome, or -1.
    private void Roll(Draw draw, Action<int> then, Action? nothing = null)
    {
        if (draw.Outcomes.Length == 1)
        {
            Follow(draw.Outcomes[0]);
            return;
        }

        if (!draw.IsOnce)
        {
            int bits = draw.Mask << draw.At;
            If($"used & {bits}", () => Line(Failed));
            Line($"used |= {bits};");
        }

        _text.Switch(
            $"(choice >> {draw.At}) & {draw.Mask}",
            draw.Outcomes.Select((outcome, i) => (i, (Action)(() => Follow(outcome)))),
            () => Line(Failed)
        );

        void Follow(int outcome)
        {
            if (outcome >= 0)
            {
                then(outcome);
            }
            else
            {
                nothing?.Invoke();
            }
        }
    }
}
