using System.Text;

namespace SispamLang.Benchmarks;

/// <summary>Texts of a given length that look like what people write, without repeating themselves word for word.</summary>
internal static class GeneratedText
{
    /// <summary>A drill of about so many lines: fifty units, twenty phases' worth of rules of all common forms.</summary>
    public static string Drill(int lines)
    {
        var text = new StringBuilder();
        text.Append(
            "drill \"Generated\":\n  starts 08:00 WIB\n  ends after 12 h\n\nplace KPU: risk high\nplace Alun-alun\n"
        );
        for (var i = 0; i < 50; i++)
        {
            Add(
                text,
                $"unit Dalmas Lanjut {i}: 38 personnel of Sat Samapta, ready in 3 min, with 30 shields, 30 batons"
            );
            Add(text, $"role Danki {i} commands Dalmas Lanjut {i}");
            Add(text, $"counter injured {i}: 0..50");
        }

        Add(text, "crowd Massa: 150 people, restless, at KPU");
        var count = 160;
        for (var phase = 0; count < lines; phase++)
        {
            Add(text, $"phase Stage {phase} \"Stage number {phase}\" for 30 min:");
            count++;
            for (var rule = 0; rule < 60 && count < lines; rule++)
            {
                var unit = ((phase * 7) + rule) % 50;
                Add(
                    text,
                    $"  crowd escalates if injured {unit} > {rule} -> deploy Dalmas Lanjut {unit} to KPU by Danki {unit}"
                );
                Add(text, $"  Dalmas Lanjut {unit} arrives ->");
                Add(text, "    warn crowd 3 times every 30 s");
                Add(text, $"    push back crowd by Danki {unit}, add 1 to injured {unit}");
                Add(text, $"  if anarchic and injured {unit} >= {rule} or Dalmas Lanjut {unit} at KPU ->");
                Add(
                    text,
                    $"    chance 60%: water cannon until dispersed otherwise: announce \"Stage {phase}, rule {rule}\""
                );
                Add(text, $"  after {rule + 1} min -> withdraw Dalmas Lanjut {unit}, wait 30 s, next phase");
                count += 7;
            }
        }

        return text.ToString();
    }

    /// <summary>Dense C# of about so many lines and characters: of methods that are full of expressions a longer and a
    /// shorter one, whichever keeps the lines as long as they should be.</summary>
    public static string CSharp(int lines, int characters)
    {
        var text = new StringBuilder(
            "using System.Collections.Generic;\nnamespace Generated;\npublic static class Program\n{\n"
        );
        var methods = (lines - 5) / 8;
        for (var i = 0; i < methods; i++)
        {
            if (text.Length < (long)characters * i / methods)
            {
                AddLongMethod(text, i);
            }
            else
            {
                AddShortMethod(text, i);
            }
        }

        return text.Append("}\n").ToString();
    }

    private static void AddLongMethod(StringBuilder text, int i)
    {
        Add(text, $"    public static int Compute{i}(int first, int second, List<int> items)");
        Add(text, "    {");
        Add(
            text,
            $"        var total = first * {i} + second / (items.Count + 1) - (first > second ? items[0] : {i + 3});"
        );
        Add(
            text,
            $"        for (var index = 0; index < items.Count && total < {i * 1000}; index++) total += items[index] % 7;"
        );
        Add(
            text,
            $"        if (total is > {i} and < {i + 100} || first == second) {{ items.Add(total); return Compute{i}(first - 1, 2, items); }}"
        );
        Add(
            text,
            $"        var text = $\"value {{total}} of {{items.Count}}\" + nameof(Compute{i}) + first.ToString();"
        );
        Add(text, $"        return text.Length + total switch {{ 0 => 1, 1 or 2 => {i}, _ => second << 2 }};");
        Add(text, "    }");
    }

    private static void AddShortMethod(StringBuilder text, int i)
    {
        Add(text, $"    public static int Sum{i}(int first, List<int> items)");
        Add(text, "    {");
        Add(text, $"        var total = first * {i} + items[^1] / (items.Count + 1);");
        Add(text, "        for (var j = 0; j < items.Count; j++) total += items[j] % 7;");
        Add(text, $"        if (total is > {i} and < 100) return Sum{i}(first - 1, items);");
        Add(text, $"        var text = $\"value {{total}}\" + nameof(Sum{i});");
        Add(text, "        return text.Length + total switch { 0 => 1, _ => first << 2 };");
        Add(text, "    }");
    }

    private static void Add(StringBuilder text, string line) => text.Append(line).Append('\n');
}
