using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Figures that can't be, or don't add up.</summary>
internal static class ValueFixes
{
    private const int HundredPercent = 100;

    /// <summary>A number between its bounds, which the message names.</summary>
    public static IEnumerable<Fix> Number(FixContext context, Diagnostic diagnostic)
    {
        if (
            diagnostic.Arguments is [string written, string low, string high]
            && context.At<NumberSyntax>(diagnostic.Span) is not null
            && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
        )
        {
            yield return Nearest(diagnostic.Span, number < least ? low : high);
        }
    }

    public static IEnumerable<Fix> LargeNumber(FixContext context, Diagnostic diagnostic) =>
        [Nearest(diagnostic.Span, Parser.LargestNumber.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The value of a param between its bounds.</summary>
    public static IEnumerable<Fix> Param(FixContext context, Diagnostic diagnostic) =>
        diagnostic.Arguments is [_, _, string low, string high]
            ? [Nearest(diagnostic.Span, low) with { IsPreferred = false }, Nearest(diagnostic.Span, high)]
            : [];

    public static IEnumerable<Fix> Duration(FixContext context, Diagnostic diagnostic)
    {
        var isNothing = context.Text.ToString(diagnostic.Span).All(c => c is not (>= '1' and <= '9'));
        yield return Nearest(
            diagnostic.Span,
            isNothing
                ? $"1 {context.Word(Concept.Seconds)}"
                : $"{(Parser.LongestMs / 3_600_000).ToString(CultureInfo.InvariantCulture)} {context.Word(Concept.Hours)}"
        );
    }

    public static IEnumerable<Fix> Percentage(FixContext context, Diagnostic diagnostic)
    {
        var digits = context.Text.ToString(diagnostic.Span).TrimEnd('%', ' ');
        var value = decimal.TryParse(
            digits,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var percent
        )
            ? Math.Min(percent, HundredPercent)
            : HundredPercent;
        yield return Nearest(diagnostic.Span, Text(value));
    }

    /// <summary>The ends of a range the other way round.</summary>
    public static IEnumerable<Fix> Range(FixContext context, Diagnostic diagnostic)
    {
        if (context.At<ClauseSyntax>(diagnostic.Span) is { Kind: Concept.From } bounds)
        {
            var ends = bounds.All<ValueSyntax>().ToList();
            yield return Swap(context, ends[0].Span, ends[ends.Count - 1].Span, diagnostic.Span);
            yield break;
        }

        var tokens = context.Tokens;
        var first = SyntaxPath.TokenFrom(tokens, diagnostic.Span.Start);
        var end = SyntaxPath.TokenFrom(tokens, diagnostic.Span.End);
        var dots = first;
        while (dots < end && tokens[dots].Kind != TokenKind.Range)
        {
            dots++;
        }

        // In 8..4 min the unit belongs to both.
        var last = dots == first + 1 || end == dots + 2 ? dots + 1 : end - 1;
        if (dots > first && last < end)
        {
            yield return Swap(
                context,
                TextSpan.FromBounds(tokens[first].Start, tokens[dots - 1].End),
                TextSpan.FromBounds(tokens[dots + 1].Start, tokens[last].End),
                diagnostic.Span
            );
        }
    }

    /// <summary>A whole number in place of one with decimals: of a smaller unit of time, or the nearest.</summary>
    public static IEnumerable<Fix> WholeNumber(FixContext context, Diagnostic diagnostic)
    {
        if (
            !decimal.TryParse(
                context.Text.ToString(diagnostic.Span),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            yield break;
        }

        var next = context.Tokens[SyntaxPath.TokenFrom(context.Tokens, diagnostic.Span.End)];
        var unit = Words.FormsFrom(next.Word).FirstOrDefault(form => form.Position == WordPosition.TimeUnit)?.Concept;
        var seconds =
            number
            * (
                unit == Concept.Hours ? 3600
                : unit == Concept.Minutes ? 60
                : 0
            );
        if (seconds > 0 && seconds == Math.Floor(seconds))
        {
            var span = TextSpan.FromBounds(diagnostic.Span.Start, next.End);
            yield return Fix.Replace(
                span,
                seconds % 60 == 0
                    ? $"{Number(seconds / 60)} {context.Word(Concept.Minutes)}"
                    : $"{Number(seconds)} {context.Word(Concept.Seconds)}"
            );
        }
        else
        {
            yield return Nearest(diagnostic.Span, Number(Math.Round(number)));
        }
    }

    /// <summary>The last chance lowered by what is too much.</summary>
    public static IEnumerable<Fix> Chances(FixContext context, Diagnostic diagnostic)
    {
        var chance = context.At<ClauseSyntax>(diagnostic.Span)?.First<PercentageSyntax>();
        if (
            chance is not null
            && decimal.TryParse(
                $"{diagnostic.Arguments[0]}".TrimEnd('%'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var sum
            )
        )
        {
            var left = (chance.Hundredths / 100m) - (sum - HundredPercent);
            if (left >= 0)
            {
                yield return Nearest(chance.Span, Text(left));
            }
        }
    }

    /// <summary>The announced strength as the ledger has it.</summary>
    public static IEnumerable<Fix> Strength(FixContext context, Diagnostic diagnostic)
    {
        if (
            context.At<ClauseSyntax>(diagnostic.Span) is { } announced
            && announced.First<NumberSyntax>() is { } figure
            && long.TryParse($"{diagnostic.Arguments[2]}", NumberStyles.None, CultureInfo.InvariantCulture, out var sum)
        )
        {
            var isOver = announced.All<KeywordSyntax>().Any(word => word.Concept == Concept.MoreThan);
            yield return Fix.Replace(figure.Span, Number(isOver ? sum - 1 : sum));
        }
    }

    /// <summary>As much kit as there are people.</summary>
    public static IEnumerable<Fix> Kit(FixContext context, Diagnostic diagnostic)
    {
        if (
            diagnostic.Arguments is [_, string count, string kit, string people]
            && context.At<ClauseSyntax>(diagnostic.Span) is { Kind: Concept.With } clause
        )
        {
            // The count stands before its kit; if it is the sum of several, no one knows which to change.
            var number = clause
                .All<SyntaxNode>()
                .Zip(clause.All<SyntaxNode>().Skip(1), (number, name) => (Number: number, Name: name))
                .FirstOrDefault(pair => pair.Number.ToString() == count && pair.Name.ToString() == kit)
                .Number;
            if (number is not null)
            {
                yield return new Fix(Wording.Write, new TextEdit(number.Span, people), $"{people} {kit}");
            }
        }
    }

    private static Fix Nearest(TextSpan span, string value) =>
        new(Wording.WriteNearest, new TextEdit(span, value), value) { IsPreferred = true };

    private static Fix Swap(FixContext context, TextSpan low, TextSpan high, TextSpan whole)
    {
        var text = context.Text;
        var between = text.ToString(TextSpan.FromBounds(low.End, high.Start));
        var before = text.ToString(TextSpan.FromBounds(whole.Start, low.Start));
        var after = text.ToString(TextSpan.FromBounds(high.End, whole.End));
        return Fix.Replace(whole, before + text.ToString(high) + between + text.ToString(low) + after);
    }

    private static string Number(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Text(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
