namespace SispamLang.Text;

/// <summary>
/// A letter and its marks as one character where Unicode has one, so that a name is the same however it was typed: Unicode NFC
/// (Unicode Standard Annex 15) for small Latin letters. .NET has it for all scripts, but not where it is without the tables of ICU, and
/// a name has to mean the same everywhere.
/// </summary>
internal static class Composition
{
    // The marks, each with its class (of one class their order is kept) and the letters that can have it, without and with it.
    private static readonly (char Mark, int Class, string Letters)[] Marks =
    [
        ('\u0300', 230, "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳ"),
        ('\u0301', 230, "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"),
        ('\u0302', 230, "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
        ('\u0303', 230, "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
        ('\u0304', 230, "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝ"),
        ('\u0306', 230, "aăeĕgğiĭoŏuŭȩḝạặ"),
        ('\u0307', 230, "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
        ('\u0308', 230, "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗ"),
        ('\u0309', 230, "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
        ('\u030a', 230, "aåuůwẘyẙ"),
        ('\u030b', 230, "oőuű"),
        ('\u030c', 230, "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
        ('\u030f', 230, "aȁeȅiȉoȍrȑuȕ"),
        ('\u0311', 230, "aȃeȇiȋoȏrȓuȗ"),
        ('\u031b', 216, "oơuư"),
        ('\u0323', 220, "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
        ('\u0324', 220, "uṳ"),
        ('\u0325', 220, "aḁ"),
        ('\u0326', 220, "sștț"),
        ('\u0327', 202, "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
        ('\u0328', 202, "aąeęiįuųoǫ"),
        ('\u032d', 220, "dḓeḙlḽnṋtṱuṷ"),
        ('\u032e', 220, "hḫ"),
        ('\u0330', 220, "eḛiḭuṵ"),
        ('\u0331', 220, "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = Table();
    private static readonly Dictionary<char, (char Letter, char Mark)> Decomposed = Composed.ToDictionary(
        pair => pair.Value,
        pair => pair.Key
    );

    /// <summary>The text with each small Latin letter and its marks composed.</summary>
    public static string Compose(string text)
    {
        var result = new List<char>(text.Length);
        var marks = new List<char>();
        foreach (var c in text)
        {
            Take(c, result, marks);
        }

        Close(result, marks);
        return new string([.. result]);
    }

    // A letter is taken apart, as its marks may belong into another order with those that follow.
    private static void Take(char c, List<char> result, List<char> marks)
    {
        if (Decomposed.TryGetValue(c, out var parts))
        {
            Take(parts.Letter, result, marks);
            marks.Add(parts.Mark);
        }
        else if (ClassOf(c) > 0)
        {
            marks.Add(c);
        }
        else
        {
            Close(result, marks);
            result.Add(c);
        }
    }

    // Marks of different classes stand apart and may come in any order; of one class the first is nearest to the letter.
    private static void Close(List<char> result, List<char> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var last = 0;
        var letter = result.Count - 1;
        foreach (var mark in marks.OrderBy(ClassOf).ToList())
        {
            var isNext = letter >= 0 && ClassOf(mark) > last;
            if (isNext && Composed.TryGetValue((result[letter], mark), out var both))
            {
                result[letter] = both;
            }
            else
            {
                last = ClassOf(mark);
                result.Add(mark);
            }
        }

        marks.Clear();
    }

    private static int ClassOf(char c)
    {
        foreach (var (mark, group, _) in Marks)
        {
            if (mark == c)
            {
                return group;
            }
        }

        return 0;
    }

    private static Dictionary<(char Letter, char Mark), char> Table()
    {
        var table = new Dictionary<(char Letter, char Mark), char>();
        foreach (var (mark, _, letters) in Marks)
        {
            for (var i = 0; i < letters.Length; i += 2)
            {
                table.Add((letters[i], mark), letters[i + 1]);
            }
        }

        return table;
    }
}
