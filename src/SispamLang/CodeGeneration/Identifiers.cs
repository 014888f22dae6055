using System.Globalization;
using System.Text;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Makes C# identifiers of a drill's names. They consist of ASCII letters, digits and underscores and never start with a
/// small letter, so that none can be a keyword; within one scope all differ.
/// </summary>
internal sealed class Identifiers
{
    private readonly HashSet<string> _taken;

    /// <summary>Starts a scope in which these are taken already.</summary>
    public Identifiers(params string[] taken) => _taken = new HashSet<string>(taken, StringComparer.Ordinal);

    /// <summary>An identifier for a name that nothing else in this scope has.</summary>
    public string Unique(string name, string prefix = "")
    {
        var wanted = prefix + Pascal(name, mayStartWithDigit: prefix.Length > 0);
        var unique = wanted;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = wanted + "_" + number.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>A name as one word in PascalCase: <c>Dalmas Lanjut</c> becomes <c>DalmasLanjut</c>.</summary>
    public static string Pascal(string name, bool mayStartWithDigit = false)
    {
        var word = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                word.Append(startsWord && character >= 'a' ? (char)(character - 32) : character);
                startsWord = false;
            }
            else if (character > '\u007F')
            {
                // Other scripts are spelt by number: what counts as a letter depends on the framework's tables.
                word.Append('U').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        if (word.Length == 0)
        {
            return "Unnamed";
        }

        return word[0] is >= '0' and <= '9' && !mayStartWithDigit ? "_" + word : word.ToString();
    }

    /// <summary>A namespace whose parts may be anything: each becomes an identifier that is no keyword.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(Part));

    /// <summary>What a host asks for, kept where it is an identifier. One in small letters gets an <c>@</c>, as it might be a
    /// keyword.</summary>
    public static string Part(string part)
    {
        var isIdentifier =
            part.Length > 0
            && part[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
            && part.All(character =>
                character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            );
        return !isIdentifier ? Pascal(part)
            : part[0] is >= 'a' and <= 'z' ? "@" + part
            : part;
    }
}
