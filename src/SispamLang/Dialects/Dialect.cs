namespace SispamLang.Dialects;

/// <summary>The languages in which a drill may be written.</summary>
public enum Dialect
{
    /// <summary>English (<c>en</c>).</summary>
    English,

    /// <summary>Bahasa Indonesia (<c>id</c>).</summary>
    Indonesian,
}

/// <summary>Names of dialects.</summary>
public static class DialectNames
{
    /// <summary>The short name, <c>en</c> or <c>id</c>.</summary>
    public static string ShortName(this Dialect dialect) => dialect == Dialect.English ? "en" : "id";

    /// <summary>The dialect of a short name, or null.</summary>
    public static Dialect? FromShortName(string? name) =>
        name switch
        {
            "en" => Dialect.English,
            "id" => Dialect.Indonesian,
            _ => null,
        };
}
