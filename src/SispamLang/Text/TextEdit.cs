namespace SispamLang.Text;

/// <summary>A change of a text: what stands in a span is replaced.</summary>
/// <param name="Span">What is replaced; of no characters where something is only put in.</param>
/// <param name="NewText">What stands there afterwards.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText);
