using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Draws: lengths of time and rolls.</summary>
internal static class ChanceCode
{
    private const long Certain = 10_000;

    /// <summary>An expression for the milliseconds of a span; draws if need be.</summary>
    public static string Span(Emission emission, Span span, string cause)
    {
        var low = emission.Amount(span.Low);
        var high = emission.Amount(span.High);
        if (span.Stream < 0 || low == high)
        {
            return low;
        }

        var isConstant = span.Low.Param < 0 && span.High.Param < 0;
        if (isConstant && span.High.Constant <= span.Low.Constant)
        {
            return low;
        }

        var count = isConstant ? Literal.Of(span.High.Constant - span.Low.Constant + 1) : $"{high} - {low} + 1";
        var draw =
            $"Draw<TSink>(ref s.Stream{span.Stream}, {Arguments(emission, span.Stream)}, {low}, {count}, {cause})";
        return isConstant ? draw : $"({high} > {low} ? {draw} : {low})";
    }

    /// <summary>The span if it is known to be one number; null otherwise.</summary>
    public static long? Constant(Span span) =>
        span.Low.Param >= 0 ? null
        : span.Stream < 0 || (span.High.Param < 0 && span.High.Constant <= span.Low.Constant) ? span.Low.Constant
        : null;

    /// <summary>
    /// Writes one roll. <paramref name="then"/> writes what an outcome does, given an expression for its cause; for a
    /// drawn roll that is the draw's entry.
    /// </summary>
    public static void Roll(
        Emission emission,
        ImmutableArray<Outcome> outcomes,
        int stream,
        string cause,
        Action<Outcome, string> then
    )
    {
        var code = emission.Out;
        if (outcomes.All(outcome => outcome.Chance.Param < 0))
        {
            var possible = outcomes.Where(outcome => outcome.Chance.Constant > 0).ToImmutableArray();
            if (possible.IsEmpty)
            {
                return;
            }

            if (possible[0].Chance.Constant >= Certain)
            {
                then(possible[0], cause);
                return;
            }

            code.Open();
            code.Line($"long roll = {Draw(emission, stream, cause)};");
            long sum = 0;
            foreach (var outcome in possible)
            {
                var keyword = sum == 0 ? "if" : "else if";
                sum += outcome.Chance.Constant;
                code.Open($"{keyword} (roll < {Literal.Of(sum)})");
                then(outcome, LastEntry);
                code.Close();
            }

            code.Close();
            return;
        }

        // A param decides: whether there is a roll at all is only known when the run starts.
        code.Open();
        for (var i = 0; i < outcomes.Length; i++)
        {
            code.Line($"long chance{i} = {emission.Amount(outcomes[i].Chance)};");
        }

        var chances = Enumerable.Range(0, outcomes.Length).Select(i => $"chance{i}").ToList();
        var first = "0";
        for (var i = outcomes.Length - 1; i >= 0; i--)
        {
            first = i == outcomes.Length - 1 ? chances[i] : $"{chances[i]} > 0 ? {chances[i]} : {first}";
        }

        code.Line($"long first = {first};");
        code.Line("int reason = " + cause + ";");
        code.Line("long roll = 0;");
        code.Open($"if (first > 0 && first < {Certain})");
        code.Line($"roll = {Draw(emission, stream, cause)};");
        code.Line($"reason = {LastEntry};");
        code.Close();
        code.Blank();
        var below = "0";
        for (var i = 0; i < outcomes.Length; i++)
        {
            below = i == 0 ? chances[0] : $"{below} + {chances[i]}";
            code.Open($"{(i == 0 ? "if" : "else if")} ({chances[i]} > 0 && roll < {below})");
            then(outcomes[i], "reason");
            code.Close();
        }

        code.Close();
    }

    /// <summary>The entry of the draw just made.</summary>
    private const string LastEntry = "LastEntry<TSink>()";

    /// <summary>An expression for one roll from 0 to 9,999.</summary>
    public static string Draw(Emission emission, int stream, string cause) =>
        $"Draw<TSink>(ref s.Stream{stream}, {Arguments(emission, stream)}, 0, {Certain}, {cause})";

    /// <summary>Writes the methods that draw.</summary>
    public static void WriteHelpers(Emission emission)
    {
        var code = emission.Out;
        if (emission.Program.Streams.IsEmpty)
        {
            return;
        }

        code.Blank();
        code.Summary("Draws from a stream, which is seeded at its first draw: low and the count - 1 numbers above it.");
        code.Line(FileCode.Inline);
        code.Open(
            "private long Draw<TSink>(ref Rt::RandomStream stream, int number, ulong seed, int site, long low, long count, int cause)"
                + FileCode.Where
        );
        code.Open("if (TSink.IsOn)");
        code.Line("return DrawAndTell<TSink>(ref stream, number, seed, site, low, count, cause);");
        code.Close();
        code.Blank();
        code.Open("if (!stream.IsSeeded)");
        code.Line("stream.Seed(_state.Seed + seed);");
        code.Close();
        code.Blank();
        code.Line("return low + (long)stream.NextBelow((ulong)count);");
        code.Close();
        code.Blank();
        code.Open(
            "private long DrawAndTell<TSink>(ref Rt::RandomStream stream, int number, ulong seed, int site, long low, long count, int cause)"
                + FileCode.Where
        );
        code.Line("long value;");
        code.Open("if (ForcedDraws?.Invoke(number) is long forced)");
        code.Line("value = forced < low ? low : forced > low + count - 1 ? low + count - 1 : forced;");
        code.Close();
        code.Open("else");
        code.Line("value = low + (long)stream.NextBelow((ulong)count, _state.Seed + seed);");
        code.Close();
        code.Blank();
        code.Line("Tell<TSink>(Rt::TraceCode.Draw, number, 0, value, -1, cause, site);");
        code.Line("return value;");
        code.Close();
    }

    private static string Arguments(Emission emission, int stream)
    {
        var spec = emission.Program.Streams[stream];
        return $"{stream}, {InfoCode.Hash(spec.Seed)}, {spec.Site}";
    }
}
