using SispamLang.Settings;

namespace SispamLang.Tests.Settings;

public class GlobTests
{
    /// <summary>What https://spec.editorconfig.org says of patterns, line by line.</summary>
    [Theory]
    // Without a slash: names, anywhere below.
    [InlineData("*.sispam", "a.sispam", true)]
    [InlineData("*.sispam", "x/y/a.sispam", true)]
    [InlineData("*.sispam", "a.sispam.txt", false)]
    [InlineData("*.sispam", ".sispam", true)]
    [InlineData("a.sispam", "x/a.sispam", true)]
    [InlineData("a.sispam", "xa.sispam", false)]
    [InlineData("*", "x/y", true)]
    // With one: paths from the folder.
    [InlineData("x/*.sispam", "x/a.sispam", true)]
    [InlineData("/x/*.sispam", "x/a.sispam", true)]
    [InlineData("x/*.sispam", "x/y/a.sispam", false)]
    [InlineData("x/*.sispam", "y/x/a.sispam", false)]
    [InlineData("/*.sispam", "a.sispam", true)]
    [InlineData("/*.sispam", "x/a.sispam", false)]
    // ** crosses folders, and stands for none too.
    [InlineData("x/**.sispam", "x/y/z/a.sispam", true)]
    [InlineData("x/**.sispam", "a.sispam", false)]
    [InlineData("x/**/a.sispam", "x/a.sispam", true)]
    [InlineData("x/**/a.sispam", "x/y/z/a.sispam", true)]
    [InlineData("x/**/a.sispam", "x/yza.sispam", false)]
    [InlineData("**/a.sispam", "a.sispam", true)]
    [InlineData("**/a.sispam", "x/y/a.sispam", true)]
    [InlineData("x**a", "x/y/a", true)]
    [InlineData("x/**", "x/y/a", true)]
    // ? is one character and no slash.
    [InlineData("?.sispam", "a.sispam", true)]
    [InlineData("?.sispam", "ab.sispam", false)]
    [InlineData("x?a", "x/a", false)]
    // [ ] is one of some.
    [InlineData("[ab].sispam", "b.sispam", true)]
    [InlineData("[ab].sispam", "c.sispam", false)]
    [InlineData("[!ab].sispam", "c.sispam", true)]
    [InlineData("[!ab].sispam", "a.sispam", false)]
    [InlineData("x[!b]a", "x/a", false)]
    [InlineData("[a-c1-3].sispam", "2.sispam", true)]
    [InlineData("[a-c1-3].sispam", "4.sispam", false)]
    [InlineData("[-a].sispam", "-.sispam", true)]
    [InlineData("[a-].sispam", "-.sispam", true)]
    [InlineData("[\\]].sispam", "].sispam", true)]
    [InlineData("[ab.sispam", "[ab.sispam", true)]
    [InlineData("a[b/c]d", "a[b/c]d", true)]
    [InlineData("a[b/c]d", "abd", false)]
    [InlineData("[]a", "[]a", true)]
    // { } is one of several.
    [InlineData("{a,b}.sispam", "a.sispam", true)]
    [InlineData("{a,b}.sispam", "b.sispam", true)]
    [InlineData("{a,b}.sispam", "{a,b}.sispam", false)]
    [InlineData("{a,b*}{.sispam,}", "bcd", true)]
    [InlineData("x{,y}z", "xz", true)]
    [InlineData("{x/a,y/{b,c}}.sispam", "y/c.sispam", true)]
    [InlineData("{a}.sispam", "{a}.sispam", true)]
    [InlineData("{a}.sispam", "a.sispam", false)]
    [InlineData("{}.sispam", "{}.sispam", true)]
    [InlineData("{a*}.sispam", "{abc}.sispam", true)]
    [InlineData("{a,b.sispam", "{a,b.sispam", true)]
    [InlineData("a,b}.sispam", "a,b}.sispam", true)]
    [InlineData("{a\\,b,c}", "a,b", true)]
    [InlineData("{a\\},b}", "a}", true)]
    [InlineData("{a,[}]", "}", true)]
    // {1..9} is a whole number.
    [InlineData("drill{3..120}", "drill3", true)]
    [InlineData("drill{3..120}", "drill120", true)]
    [InlineData("drill{120..3}", "drill60", true)]
    [InlineData("drill{3..120}", "drill2", false)]
    [InlineData("drill{3..120}", "drill121", false)]
    [InlineData("drill{3..120}", "drill060", false)]
    [InlineData("drill{3..120}", "drill60a", false)]
    [InlineData("drill{-3..3}", "drill-2", true)]
    [InlineData("drill{0..3}", "drill0", true)]
    [InlineData("drill{a..c}", "drill{a..c}", true)]
    [InlineData("drill{a..c}", "drillb", false)]
    // \ takes the meaning away.
    [InlineData("\\*.sispam", "*.sispam", true)]
    [InlineData("\\*.sispam", "a.sispam", false)]
    [InlineData("\\\\", "\\", true)]
    [InlineData("a\\", "a\\", true)]
    // Capitals matter.
    [InlineData("*.SISPAM", "a.sispam", false)]
    public void A_pattern_matches_what_the_specification_says(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Glob.Parse(pattern).Matches(path));

    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*ab")]
    [InlineData(
        "{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}b"
    )]
    [InlineData("**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/**/b")]
    public void No_pattern_is_slow(string pattern) =>
        // Tried one way after the other, these would not end.
        Assert.False(Glob.Parse(pattern).Matches(string.Concat(Enumerable.Repeat("aa/", 300)) + new string('a', 300)));

    [Fact]
    public void Deep_braces_do_not_overflow()
    {
        var deep = new string('{', 100_000) + "a,b" + new string('}', 100_000);

        Assert.False(Glob.Parse(deep).Matches("a"));
    }
}
