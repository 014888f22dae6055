using SispamLang.Cli.Reporting;
using SispamLang.Runtime;

namespace SispamLang.Cli.Verifying;

/// <summary>How a property is called.</summary>
internal static class PropertyNames
{
    /// <summary>Its text, and for a rule of a doctrine where it comes from.</summary>
    public static string Of(PropertyInfo property)
    {
        if (property.IsOwn)
        {
            return Visible.Line(property.Text);
        }

        var article = property.Article.Length > 0 ? ", " + property.Article : "";
        return Visible.Line($"{property.Doctrine}/{property.Rule}{article}: {property.Text}");
    }
}
