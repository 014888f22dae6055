using System.Collections.Immutable;
using System.Numerics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Draws: lengths of time and rolls.</summary>
internal static class ChanceCode
{
    /// <summary>Hundredths of a percent in all.</summary>
    public const long Certain = 10_000;

    private const int FewStreams = 4;

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
            $"Draw<TSink>(ref s, ref _streams.Stream{span.Stream}, {Arguments(emission, span.Stream)}, {low}, {count}, {cause})";
        return isConstant ? draw : $"({high} > {low} ? {draw} : {low})";
    }

    /// <summary>Whether a span may turn out to be no time at all.</summary>
    public static bool MayBeZero(Span span) => span.Low.Param >= 0 || span.Low.Constant <= 0;

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
    private const string LastEntry = "LastEntry<TSink>(ref s)";

    /// <summary>An expression for one roll from 0 to 9,999.</summary>
    public static string Draw(Emission emission, int stream, string cause) =>
        $"Draw<TSink>(ref s, ref _streams.Stream{stream}, {Arguments(emission, stream)}, 0, {Certain}, {cause})";

    /// <summary>
    /// An expression for whether a chance comes true whose percentage is known. A roll is the high word of 64 random bits
    /// times 10,000; it is less than the percentage if the bits are less than a number that is known as well.
    /// </summary>
    public static string ComesTrue(Emission emission, Chance chance, string cause)
    {
        var percentage = chance.Percentage.Constant;
        var bits = (ulong)(((BigInteger.One << 64) * percentage + Certain - 1) / Certain);
        return $"Chance<TSink>(ref s, ref _streams.Stream{chance.Stream}, {Arguments(emission, chance.Stream)}, {Literal.Of(percentage)}, {InfoCode.Hash(bits)}, {cause})";
    }

    /// <summary>A few streams are seeded at the start, so that no draw has to ask.</summary>
    public static bool SeedsAtStart(DrillProgram program) => program.Streams.Length <= FewStreams;

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
            "private long Draw<TSink>(ref State s, ref Rt::RandomStream stream, int number, ulong seed, int site, long low, long count, int cause)"
                + FileCode.Where
        );
        if (emission.Options.Explored is not null)
        {
            code.Line("return Drawn(number, low, count);");
            code.Close();
            WriteChance(emission);
            return;
        }

        code.Open("if (TSink.IsOn)");
        code.Line("return DrawAndTell<TSink>(ref s, ref stream, number, seed, site, low, count, cause);");
        code.Close();
        code.Blank();
        WriteSeed(emission);
        code.Line("return low + (long)stream.NextBelow((ulong)count);");
        code.Close();
        WriteChance(emission);

        code.Blank();
        code.Open(
            "private long DrawAndTell<TSink>(ref State s, ref Rt::RandomStream stream, int number, ulong seed, int site, long low, long count, int cause)"
                + FileCode.Where
        );
        code.Line("long value = low + (long)stream.NextBelow((ulong)count, s.Seed + seed);");
        code.Open("if (ForcedDraws?.Invoke(number) is long forced)");
        code.Line("value = forced < low ? low : forced > low + count - 1 ? low + count - 1 : forced;");
        code.Close();
        code.Blank();
        code.Line("Tell<TSink>(ref s, Rt::TraceCode.Draw, number, 0, value, -1, cause, site);");
        code.Line("return value;");
        code.Close();
    }

    private static void WriteChance(Emission emission)
    {
        var code = emission.Out;
        if (!emission.Program.Rules.SelectMany(rule => rule.Body).OfType<Chance>().Any())
        {
            return;
        }

        code.Blank();
        code.Summary("Whether a roll comes out below a percentage, that is, the random bits below that number.");
        code.Line(FileCode.Inline);
        code.Open(
            "private bool Chance<TSink>(ref State s, ref Rt::RandomStream stream, int number, ulong seed, int site, long percentage, ulong bits, int cause)"
                + FileCode.Where
        );
        if (emission.Options.Explored is not null)
        {
            code.Line($"return Drawn(number, 0, {Certain}) < percentage;");
            code.Close();
            return;
        }

        code.Open("if (TSink.IsOn)");
        code.Line(
            $"return DrawAndTell<TSink>(ref s, ref stream, number, seed, site, 0, {Certain}, cause) < percentage;"
        );
        code.Close();
        code.Blank();
        WriteSeed(emission);
        code.Line("return stream.Next() < bits;");
        code.Close();
    }

    private static void WriteSeed(Emission emission)
    {
        if (!SeedsAtStart(emission.Program))
        {
            var code = emission.Out;
            code.Open("if (!stream.IsSeeded)");
            code.Line("stream.Seed(s.Seed + seed);");
            code.Close();
            code.Blank();
        }
    }

    private static string Arguments(Emission emission, int stream)
    {
        var spec = emission.Program.Streams[stream];
        return $"{stream}, {InfoCode.Hash(spec.Seed)}, {spec.Site}";
    }
}
