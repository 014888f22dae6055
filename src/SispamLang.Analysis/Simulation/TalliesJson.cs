using System.Globalization;
using System.Text.Json;

namespace SispamLang.Analysis.Simulation;

/// <summary>Writes tallies as JSON, nothing rounded, and reads them back.</summary>
internal static class TalliesJson
{
    public static void Write(Utf8JsonWriter json, Tallies tallies)
    {
        json.WriteStartObject();
        json.WriteNumber("runs"u8, tallies.Runs);
        json.WriteNumber("peaceful"u8, tallies.Peaceful);
        json.WriteNumber("first_peaceful"u8, tallies.FirstPeaceful);
        json.WriteNumber("first_red"u8, tallies.FirstRed);
        json.WriteNumber("longest"u8, tallies.Longest);
        json.WriteNumber("longest_ms"u8, tallies.LongestMs);
        WriteNumbers("endings"u8, tallies.Endings);
        WriteNumbers("first_ending"u8, tallies.FirstEnding);
        WriteNumbers("first_broken"u8, tallies.FirstBroken);
        WriteTable("final_moods"u8, tallies.FinalMoods);
        WriteTable("verdicts"u8, tallies.Verdicts);
        json.WriteStartArray("distributions"u8);
        Array.ForEach(tallies.Distributions, WriteDistribution);
        json.WriteEndArray();
        json.WriteEndObject();

        void WriteNumbers(ReadOnlySpan<byte> name, long[] numbers)
        {
            json.WriteStartArray(name);
            Array.ForEach(numbers, json.WriteNumberValue);
            json.WriteEndArray();
        }

        void WriteTable(ReadOnlySpan<byte> name, long[][] table)
        {
            json.WriteStartArray(name);
            foreach (var row in table)
            {
                json.WriteStartArray();
                Array.ForEach(row, json.WriteNumberValue);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        // Most bins are empty: each that is not as its number and its count. The sums may be too large for a number.
        void WriteDistribution(Distribution values)
        {
            json.WriteStartObject();
            json.WriteString("sum"u8, values.Sum.ToString(CultureInfo.InvariantCulture));
            json.WriteString("squares"u8, values.SumOfSquares.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("least"u8, values.Least);
            json.WriteNumber("most"u8, values.Most);
            json.WriteStartArray("bins"u8);
            for (var i = 0; i < values.Bins.Length; i++)
            {
                if (values.Bins[i] != 0)
                {
                    json.WriteNumberValue(i);
                    json.WriteNumberValue(values.Bins[i]);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <exception cref="InvalidDataException">They are not those of this drill.</exception>
    public static Tallies Read(JsonElement element, MeasureTable measures)
    {
        var tallies = new Tallies(measures)
        {
            Runs = element.GetProperty("runs"u8).GetInt64(),
            Peaceful = element.GetProperty("peaceful"u8).GetInt64(),
            FirstPeaceful = element.GetProperty("first_peaceful"u8).GetInt64(),
            FirstRed = element.GetProperty("first_red"u8).GetInt64(),
            Longest = element.GetProperty("longest"u8).GetInt64(),
            LongestMs = element.GetProperty("longest_ms"u8).GetInt64(),
        };
        ReadNumbers(element.GetProperty("endings"u8), tallies.Endings);
        ReadNumbers(element.GetProperty("first_ending"u8), tallies.FirstEnding);
        ReadNumbers(element.GetProperty("first_broken"u8), tallies.FirstBroken);
        ReadTable(element.GetProperty("final_moods"u8), tallies.FinalMoods);
        ReadTable(element.GetProperty("verdicts"u8), tallies.Verdicts);
        var distributions = element.GetProperty("distributions"u8);
        Require(distributions.GetArrayLength() == tallies.Distributions.Length);
        for (var i = 0; i < tallies.Distributions.Length; i++)
        {
            tallies.Distributions[i] = ReadDistribution(distributions[i], measures.All[i].Scale);
        }

        return tallies;
    }

    private static void ReadNumbers(JsonElement element, long[] numbers)
    {
        Require(element.GetArrayLength() == numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = element[i].GetInt64();
        }
    }

    private static void ReadTable(JsonElement element, long[][] table)
    {
        Require(element.GetArrayLength() == table.Length);
        for (var i = 0; i < table.Length; i++)
        {
            ReadNumbers(element[i], table[i]);
        }
    }

    private static Distribution ReadDistribution(JsonElement element, BinScale scale)
    {
        var bins = new long[scale.Count];
        var counts = element.GetProperty("bins"u8);
        Require(counts.GetArrayLength() % 2 == 0);
        for (var i = 0; i < counts.GetArrayLength(); i += 2)
        {
            var bin = counts[i].GetInt32();
            Require(bin >= 0 && bin < bins.Length);
            bins[bin] = counts[i + 1].GetInt64();
        }

        return new Distribution(
            scale,
            bins,
            Int128.Parse(element.GetProperty("sum"u8).GetString() ?? "", CultureInfo.InvariantCulture),
            UInt128.Parse(element.GetProperty("squares"u8).GetString() ?? "", CultureInfo.InvariantCulture),
            element.GetProperty("least"u8).GetInt64(),
            element.GetProperty("most"u8).GetInt64()
        );
    }

    private static void Require(bool fits)
    {
        if (!fits)
        {
            throw new InvalidDataException("These are the counts of another drill.");
        }
    }
}
