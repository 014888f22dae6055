namespace SispamLang.Export.Tests;

public class LinearScaleTests
{
    [Fact]
    public void A_value_has_its_place_between_the_ends()
    {
        var scale = new LinearScale(0, 50, 100, 200);

        Assert.Equal([100, 150, 200], new double[] { 0, 25, 50 }.Select(scale.At));
        Assert.Equal(100, new LinearScale(5, 5, 100, 200).At(5));
    }

    [Fact]
    public void Ticks_are_round()
    {
        Assert.Equal([0, 20, 40, 60, 80], new LinearScale(0, 93, 0, 1).Ticks(6));
        Assert.Equal([0.5, 1, 1.5], new LinearScale(0.3, 1.6, 0, 1).Ticks(3));
        Assert.Equal([7], new LinearScale(7, 7, 0, 1).Ticks(5));
    }

    [Fact]
    public void Ticks_of_times_are_those_of_a_clock()
    {
        Assert.Equal([0, 900_000, 1_800_000], new LinearScale(0, 2_000_000, 0, 1).TimeTicks(3));
        Assert.Equal([0, 30_000, 60_000], new LinearScale(0, 60_000, 0, 1).TimeTicks(3));
    }
}
