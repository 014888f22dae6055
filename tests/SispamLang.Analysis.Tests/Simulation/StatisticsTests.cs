using SispamLang.Analysis.Simulation;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Tests.Simulation;

public class StatisticsTests
{
    // From R: prop.test(x, n, correct = FALSE).
    [Theory]
    [InlineData(0, 10, 0, 0.2775328)]
    [InlineData(1, 10, 0.01787621, 0.4041500)]
    [InlineData(5, 10, 0.2365931, 0.7634069)]
    [InlineData(10, 10, 0.7224672, 1)]
    [InlineData(620, 1000, 0.5895, 0.6496)]
    public void A_share_has_the_interval_of_Wilson(long hits, long runs, double low, double high)
    {
        var interval = ShareInterval.Of(hits, runs);

        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    [Fact]
    public void No_runs_say_nothing() => Assert.Equal(new ShareInterval(0, 1), ShareInterval.Of(0, 0));

    [Fact]
    public void So_many_runs_as_are_said_to_be_needed_do_tell_and_fewer_do_not()
    {
        var needed = ShareInterval.RunsToTell(0.6, 0.5)!.Value;

        Assert.True(ShareInterval.Of((long)(0.6 * (needed + 5)), needed + 5).Low >= 0.5);
        Assert.True(ShareInterval.Of((long)(0.6 * (needed - 5)), needed - 5).Low < 0.5);
        Assert.Null(ShareInterval.RunsToTell(0.5, 0.5));
    }

    [Fact]
    public void Quantiles_are_rounded_down_to_a_bin_and_never_below_the_least()
    {
        var values = new Distribution(new BinScale(0, 10, 20));
        foreach (var value in (long[])[13, 18, 25, 31, 99])
        {
            values.Add(value);
        }

        Assert.Equal(13, values.Quantile(5));
        Assert.Equal(20, values.Quantile(50));
        Assert.Equal(90, values.Quantile(95));
        Assert.Equal((13, 99), (values.Least, values.Most));
        Assert.Equal(37.2, values.Mean, 1e-9);
        // The sample's standard deviation, 35.2165, over the root of 5.
        Assert.Equal(15.7493, values.StandardError, 0.001);
    }

    [Fact]
    public void Merging_is_exact_in_any_order()
    {
        var random = new Random(3);
        var scale = BinScale.ForTimes(7_200_000);
        var all = new Distribution(scale);
        var parts = Enumerable.Range(0, 5).Select(_ => new Distribution(scale)).ToArray();
        for (var i = 0; i < 1000; i++)
        {
            var value = random.NextInt64(7_200_001);
            all.Add(value);
            parts[random.Next(5)].Add(value);
        }

        foreach (
            var order in (int[][])
                [
                    [0, 1, 2, 3, 4],
                    [3, 1, 4, 0, 2],
                ]
        )
        {
            var merged = new Distribution(scale);
            Array.ForEach(order, part => merged.Add(parts[part]));
            Assert.Equal(all.Bins.ToArray(), merged.Bins.ToArray());
            Assert.Equal((all.Sum, all.SumOfSquares, all.Count), (merged.Sum, merged.SumOfSquares, merged.Count));
            Assert.Equal((all.Least, all.Most), (merged.Least, merged.Most));
        }
    }

    [Theory]
    [InlineData(0, 3_600_000, 3_600_000)]
    [InlineData(0, 7_200_000, 1L << 28)]
    [InlineData(0, 400_000_000_000, 500_000_000_000)]
    [InlineData(0, 36_000_000, 268_435_455)]
    [InlineData(-268_435_455, 268_435_455, 268_435_455)]
    [InlineData(-300_000_000, 100_000_000, 110_000_000)]
    [InlineData(-7, 7, 9)]
    [InlineData(0, 8191, 8191)]
    [InlineData(-4_000_000_000_000, 5_000_000_000_000, 6_000_000_000_000)]
    public void Values_counted_many_at_a_time_come_to_the_same(long low, long high, long most)
    {
        var random = new Random(5);
        var scale = BinScale.ForNumbers(low, high);
        var (each, many) = (new Distribution(scale), new Distribution(scale));
        var values = new long[Distribution.AtATime];
        many.Add(Enumerable.Repeat(MeasuringRunner.Absent, values.Length).ToArray());
        Assert.Equal((0, 0, 0), (many.Count, many.Least, many.Most));
        for (var i = 0; i < 100; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                var value =
                    random.Next(2) == 0 ? random.NextInt64(low, most + 1) : scale.StartOf(random.Next(scale.Count));
                values[j] = random.Next(5) == 0 ? MeasuringRunner.Absent : value - random.Next(2);
            }

            many.Add(values);
            Array.ForEach(values.Where(value => value != MeasuringRunner.Absent).ToArray(), each.Add);
        }

        Assert.Equal(each.Bins.ToArray(), many.Bins.ToArray());
        Assert.Equal((each.Sum, each.SumOfSquares, each.Count), (many.Sum, many.SumOfSquares, many.Count));
        Assert.Equal((each.Least, each.Most), (many.Least, many.Most));
    }

    [Fact]
    public void Bins_are_no_more_than_a_thousand_of_a_width_that_people_can_read()
    {
        Assert.Equal(10_000, BinScale.ForTimes(2 * 3_600_000).Width);
        Assert.Equal(1_000, BinScale.ForTimes(60_000).Width);
        Assert.Equal(1_000, BinScale.ForTimes(0).Width);
        Assert.InRange(BinScale.ForTimes(40_000L * 3_600_000).Count, 900, 1001);
        Assert.Equal(new BinScale(-5, 1, 11), BinScale.ForNumbers(-5, 5));
    }

    [Theory]
    [InlineData(-1, 100, 0, JudgementKind.Holds)]
    [InlineData(-1, 99, 1, JudgementKind.Fails)]
    [InlineData(-1, 0, 0, JudgementKind.NotTested)]
    [InlineData(5000, 70, 30, JudgementKind.Holds)]
    [InlineData(5000, 30, 70, JudgementKind.Fails)]
    [InlineData(5000, 55, 45, JudgementKind.Undecided)]
    [InlineData(10_000, 100, 0, JudgementKind.Undecided)]
    [InlineData(10_000, 90, 10, JudgementKind.Fails)]
    public void A_property_is_judged_by_the_runs_that_kept_or_broke_it(
        int share,
        long kept,
        long broken,
        JudgementKind kind
    )
    {
        var happening = new Happening([], new ConstantCondition(true), 1);
        var property = new PropertySpec(
            "expect it",
            PropertyPattern.Expect,
            -1,
            null,
            happening,
            null,
            null,
            null,
            false,
            share,
            "",
            "",
            "",
            0
        );

        // By the runtime's verdicts: not tested, kept, broken, open.
        var judgement = Judgement.Of(property, [7, kept, broken, 3]);

        Assert.Equal(kind, judgement.Kind);
        Assert.Equal((7, kept, broken, 3), (judgement.NotTested, judgement.Kept, judgement.Broken, judgement.Open));
    }

    [Fact]
    public void Seeds_of_runs_are_all_different()
    {
        var plan = new SimulationPlan(10_000, 1);

        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(run => plan.SeedOf(run)).Distinct().Count());
    }
}
