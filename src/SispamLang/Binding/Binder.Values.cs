using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Numbers, percentages, durations, and the params that stand for them.</summary>
internal sealed partial class Binder
{
    private BoundAmount BindNumber(ValueSyntax value, long min, long max)
    {
        if (value is NumberSyntax number)
        {
            if (number.IsReadable && (number.Value < min || number.Value > max))
            {
                Report(DiagnosticCode.NumberOutOfRange, number.Span, Text(number.Value), Text(min), Text(max));
                return new BoundAmount(min);
            }

            return new BoundAmount(number.IsReadable ? number.Value : min);
        }

        return BindParam(value, ParamKind.Number, Term.ANumber, min, max) ?? new BoundAmount(min);
    }

    private BoundAmount BindPercentage(ValueSyntax value) =>
        value is PercentageSyntax percentage
            ? new BoundAmount(percentage.Hundredths)
            : BindParam(value, ParamKind.Percentage, Term.APercentage, 0, 10_000) ?? new BoundAmount(0);

    private BoundSpan BindSpan(ValueSyntax value)
    {
        if (value is DurationSyntax duration)
        {
            return new BoundSpan(new BoundAmount(duration.LowMs), new BoundAmount(duration.HighMs));
        }

        return BindParam(value, ParamKind.Duration, Term.ADuration, 0, long.MaxValue) is { } amount
            ? new BoundSpan(amount, amount)
            : BoundSpan.Fixed(1000);
    }

    // A phrase that names a param of a kind.
    private BoundAmount? BindParam(ValueSyntax value, ParamKind kind, Term wanted, long min, long max)
    {
        if (value.IsMissing)
        {
            return null;
        }

        if (value is not PhraseSyntax phrase)
        {
            Report(DiagnosticCode.WrongSortOfValue, value.Span, Quoted(value), wanted);
            return null;
        }

        return BindParam(phrase.FirstToken, phrase.EndToken, kind, wanted, min, max);
    }

    private BoundAmount? BindParam(int first, int end, ParamKind kind, Term wanted, long min, long max)
    {
        if (first == end)
        {
            return null; // The parser has reported it.
        }

        var span = SpanOf(first, end);
        if (Tokens[first].Kind == TokenKind.Number)
        {
            Report(DiagnosticCode.WrongSortOfValue, span, "“" + NameTable.NameOf(Tokens, first, end) + "”", wanted);
            return null;
        }

        if (TryResolve<ParamSymbol>(first, end) is not { } param)
        {
            ReportUnknown<ParamSymbol>(first, end, wanted);
            return null;
        }

        if (param.Kind != kind)
        {
            Report(DiagnosticCode.WrongSortOfValue, span, "“" + param.Name + "”", wanted);
            return null;
        }

        if (kind == ParamKind.Number && (param.Min < min || param.Max > max))
        {
            var outside = param.Min < min ? param.Min : param.Max;
            Report(DiagnosticCode.NumberOutOfRange, span, Text(outside), Text(min), Text(max));
        }

        return new BoundAmount(0, param);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void CompleteParam(ParamSymbol param)
    {
        var declaration = param.Declaration;
        if (
            declaration.Children.OfType<ValueSyntax>().Skip(1).LastOrDefault(v => v != declaration.Title)
            is not { } value
        )
        {
            return;
        }

        if (value.IsMissing)
        {
            return; // The parser has reported it.
        }

        if (ReadLiteral(value) is not { } literal)
        {
            Report(DiagnosticCode.WrongSortOfValue, value.Span, Quoted(value), Term.AValue);
            return;
        }

        param.Kind = literal.Kind;
        param.Default = param.Min = param.Max = literal.Value;
        param.Min = Lowest(literal.Kind);
        param.Max = Highest(literal.Kind);
        if (declaration.Clause(Dialects.Concept.From) is not { } bounds)
        {
            return;
        }

        var ends = bounds.All<ValueSyntax>().ToList();
        foreach (var end in ends)
        {
            if (!end.IsMissing && ReadLiteral(end)?.Kind != literal.Kind)
            {
                Report(DiagnosticCode.WrongSortOfValue, end.Span, Quoted(end), TermOf(literal.Kind));
                return;
            }
        }

        if (ends.Count != 2 || ReadLiteral(ends[0]) is not { } low || ReadLiteral(ends[1]) is not { } high)
        {
            return;
        }

        if (low.Value > high.Value)
        {
            Report(DiagnosticCode.RangeUpsideDown, bounds.Span, bounds.ToString());
        }
        else if (literal.Value < low.Value || literal.Value > high.Value)
        {
            ReportParamOutOfBounds(param, value, ends[0], ends[1]);
        }

        param.Min = low.Value;
        param.Max = high.Value;
    }

    private void ReportParamOutOfBounds(ParamSymbol param, SyntaxNode value, SyntaxNode low, SyntaxNode high) =>
        Report(
            DiagnosticCode.ParamOutOfBounds,
            value.Span,
            "“" + param.Name + "”",
            value.ToString(),
            low.ToString(),
            high.ToString()
        );

    private static (ParamKind Kind, long Value)? ReadLiteral(ValueSyntax value) =>
        value switch
        {
            NumberSyntax number => (ParamKind.Number, number.Value),
            PercentageSyntax percentage => (ParamKind.Percentage, percentage.Hundredths),
            DurationSyntax duration when duration.LowMs == duration.HighMs => (ParamKind.Duration, duration.LowMs),
            _ => null,
        };

    private static Term TermOf(ParamKind kind) =>
        kind switch
        {
            ParamKind.Number => Term.ANumber,
            ParamKind.Percentage => Term.APercentage,
            _ => Term.ADuration,
        };

    private static long Lowest(ParamKind kind) => kind == ParamKind.Duration ? 1000 : 0;

    private static long Highest(ParamKind kind) =>
        kind switch
        {
            ParamKind.Number => 1_000_000_000,
            ParamKind.Percentage => 10_000,
            _ => 7L * 24 * 3_600_000,
        };

    // use "file" with NAME = value
    private void BindAssignments()
    {
        var uses = _unit.Tree.Root.Declarations.Where(d => d.Kind == Dialects.Concept.Use).ToList();
        for (var i = 0; i < uses.Count; i++)
        {
            if (uses[i].Clause(Dialects.Concept.With) is not { } with || uses[i].First<StringSyntax>() is not { } path)
            {
                continue;
            }

            var used = _unit.Uses.FirstOrDefault(u => u.Path == path.Value).Unit;
            var parts = with.All<ValueSyntax>().ToList();
            for (var p = 0; p + 1 < parts.Count && used is not null; p += 2)
            {
                Assign(used, parts[p], parts[p + 1]);
            }
        }
    }

    private void Assign(SourceUnit used, ValueSyntax name, ValueSyntax value)
    {
        if (name.IsMissing || value.IsMissing)
        {
            return;
        }

        var key = NameAt(name.FirstToken, name.EndToken);
        if (Scope.FindInUsed<ParamSymbol>(used, key) is not { } param)
        {
            ReportUnknown<ParamSymbol>(name.FirstToken, name.EndToken, Term.AParam);
            return;
        }

        Take(param, name.FirstToken, name.EndToken);
        if (ReadLiteral(value) is not { } literal || literal.Kind != param.Kind)
        {
            Report(DiagnosticCode.WrongSortOfValue, value.Span, Quoted(value), TermOf(param.Kind));
        }
        else if (literal.Value < param.Min || literal.Value > param.Max)
        {
            var bounds = param.Declaration.Clause(Dialects.Concept.From)?.All<ValueSyntax>().ToList();
            Report(
                DiagnosticCode.ParamOutOfBounds,
                value.Span,
                "“" + param.Name + "”",
                value.ToString(),
                bounds is [var low, ..] ? low.ToString() : Text(param.Min),
                bounds is [_, var high] ? high.ToString() : Text(param.Max)
            );
        }
        else
        {
            param.Default = literal.Value;
        }
    }
}
