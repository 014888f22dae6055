namespace SispamLang.Export;

/// <summary>Whom a paper is for.</summary>
public enum Audience
{
    /// <summary>Who takes part: what concerns each, and nothing of what is still to surprise them.</summary>
    Players,

    /// <summary>The control staff: everything.</summary>
    Controllers,

    /// <summary>Who watches: what can be seen, where and about when.</summary>
    Observers,
}
