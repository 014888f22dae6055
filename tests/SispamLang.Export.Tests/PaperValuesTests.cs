using SispamLang.Dialects;

namespace SispamLang.Export.Tests;

public class PaperValuesTests
{
    private static readonly PaperValues English = new(Dialect.English);
    private static readonly PaperValues Indonesian = new(Dialect.Indonesian);

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(999, "999", "999")]
    [InlineData(1000, "1,000", "1.000")]
    [InlineData(1234567, "1,234,567", "1.234.567")]
    public void A_number_is_grouped_as_the_language_does(long number, string english, string indonesian) =>
        Assert.Equal((english, indonesian), (English.Number(number), Indonesian.Number(number)));

    [Theory]
    [InlineData(4000, "40%", "40%")]
    [InlineData(1250, "12.5%", "12,5%")]
    public void A_percentage_has_the_sign_of_the_language(long hundredths, string english, string indonesian) =>
        Assert.Equal((english, indonesian), (English.Percentage(hundredths), Indonesian.Percentage(hundredths)));

    [Fact]
    public void A_date_has_its_month_in_words()
    {
        Assert.Equal("12 June 2024", English.Date("2024-06-12"));
        Assert.Equal("12 Juni 2024", Indonesian.Date("2024-06-12"));
    }

    [Theory]
    [InlineData(0, "0 seconds", "0 detik")]
    [InlineData(1000, "1 second", "1 detik")]
    [InlineData(90_000, "1 minute 30 seconds", "1 menit 30 detik")]
    [InlineData(5_400_000, "1 hour 30 minutes", "1 jam 30 menit")]
    [InlineData(1500, "1.5 seconds", "1,5 detik")]
    public void A_length_of_time_is_written_out(long ms, string english, string indonesian) =>
        Assert.Equal((english, indonesian), (English.Duration(ms), Indonesian.Duration(ms)));

    [Fact]
    public void A_range_has_one_unit_where_it_can()
    {
        Assert.Equal("4 to 8 minutes", English.Durations(240_000, 480_000));
        Assert.Equal("30 sampai 90 detik", Indonesian.Durations(30_000, 90_000));
        Assert.Equal("5 minutes", English.Durations(300_000, 300_000));
    }

    [Fact]
    public void A_time_of_day_has_the_sign_of_the_language()
    {
        Assert.Equal("09:30 WIB", English.Clock(34_200_000, "WIB"));
        Assert.Equal("09.30 WIB", Indonesian.Clock(34_200_000, "WIB"));
        Assert.Equal("00.00.05", Indonesian.Clock(86_405_000, ""));
    }

    [Theory]
    [InlineData(0, "T+00:00")]
    [InlineData(754_999, "T+00:12:34")]
    [InlineData(90_000_000, "T+25:00")]
    public void A_time_of_the_drill_counts_from_its_start(long ms, string text) =>
        Assert.Equal(text, PaperValues.Elapsed(ms));

    [Fact]
    public void The_last_of_a_list_is_joined_by_a_word()
    {
        Assert.Equal("A, B and C", English.And(["A", "B", "C"]));
        Assert.Equal("A atau B", Indonesian.Or(["A", "B"]));
        Assert.Equal("A", English.And(["A"]));
        Assert.Equal("", English.And([]));
    }
}
