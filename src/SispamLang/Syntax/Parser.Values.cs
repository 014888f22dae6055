using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>Names, numbers, durations, texts.</summary>
internal sealed partial class Parser
{
    internal const long LargestNumber = 1_000_000_000;
    internal const long LongestMs = 7L * 24 * 60 * 60 * 1000;

    private bool AtPhrase => !AtLineEnd && (Current.Kind == TokenKind.String || IsNameWord(_position));

    private bool IsNameWord(int index)
    {
        ref readonly var token = ref _tokens[index];
        return token.Kind == TokenKind.Word
            && !EndsLine(index)
            && (token.Word == 0 || (FormAt(index, WordPosition.Structure) is null && !IsShare(index)));
    }

    // A word that is part of names elsewhere: in 90% of runs.
    private bool IsShare(int index)
    {
        return _tokens[index].Kind == TokenKind.Word
            && _tokens[index + 1].Kind == TokenKind.Number
            && _tokens[index + 2].Kind == TokenKind.Percent
            && FormAt(index, Concept.InShare) is not null;
    }

    // A number belongs to a name unless it counts something: 3 times, 5 min, 60%, 4..8.
    private bool IsNameNumber(int index)
    {
        if (_tokens[index].Kind != TokenKind.Number || EndsLine(index))
        {
            return false;
        }

        ref readonly var next = ref _tokens[index + 1];
        ExpectedAt(index + 1)?.Note(WordPosition.Count);
        return EndsLine(index + 1)
            || (
                next.Kind is not (TokenKind.Percent or TokenKind.Range)
                && (
                    next.Word == 0
                    || (
                        FormAt(index + 1, WordPosition.Count) is null
                        && FormAt(index + 1, WordPosition.TimeUnit) is null
                    )
                )
            );
    }

    /// <summary>What is done or what holds: words and numbers, with names in quotes among them.</summary>
    private PhraseSyntax ParseMixedPhrase(Term what)
    {
        if (!AtPhrase)
        {
            return MissingPhrase(what);
        }

        var first = _position;
        do
        {
            _position++;
        } while (IsNameWord(_position) || IsNameNumber(_position) || At(TokenKind.String));

        ExpectedAt(_position)?.NotePhrase(what, first);
        return new PhraseSyntax(_tokens, first, _position);
    }

    /// <summary>A name; a missing one is reported as <paramref name="what"/>.</summary>
    private PhraseSyntax ParsePhrase(Term what)
    {
        if (!AtPhrase)
        {
            return MissingPhrase(what);
        }

        var first = _position;
        var isQuoted = Current.Kind == TokenKind.String;
        do
        {
            _position++;
        } while (!isQuoted && (IsNameWord(_position) || IsNameNumber(_position)));

        if (!isQuoted)
        {
            ExpectedAt(_position)?.NotePhrase(what, first);
        }

        return new PhraseSyntax(_tokens, first, _position);
    }

    private PhraseSyntax MissingPhrase(Term what)
    {
        ExpectedAt(_position)?.NotePhrase(what, _position);
        Expected(what);
        return new PhraseSyntax(_tokens, _position, _position);
    }

    private StringSyntax ParseString()
    {
        var first = _position;
        if (At(TokenKind.String))
        {
            _position++;
        }
        else
        {
            Expected(Term.AString);
        }

        return new StringSyntax(_tokens, first, _position);
    }

    private StringSyntax? TryString()
    {
        if (At(TokenKind.String))
        {
            return ParseString();
        }

        Optional(Term.AString);
        return null;
    }

    private NumberSyntax ParseNumber()
    {
        if (!At(TokenKind.Number))
        {
            Expected(Term.ANumber);
            return new NumberSyntax(_tokens, _position, _position, null);
        }

        var value = ReadNumber(_position);
        var isReported = _lastError == _position;
        _position++;
        return new NumberSyntax(_tokens, _position - 1, _position, isReported ? null : value);
    }

    private long ReadNumber(int index)
    {
        var value = 0L;
        foreach (var c in _tokens.CharactersOf(index))
        {
            if (c == '.')
            {
                _lastError = index; // So that nothing is said about a duration made of it.
                _diagnostics.Report(DiagnosticCode.WholeNumberWanted, _tokens[index].Span, _tokens.TextOf(index));
                return 0;
            }

            value = Math.Min((value * 10) + (c - '0'), LargestNumber + 1);
        }

        if (value > LargestNumber)
        {
            _lastError = index;
            _diagnostics.Report(DiagnosticCode.NumberTooLarge, _tokens[index].Span, Shortened(_tokens.TextOf(index)));
            return LargestNumber;
        }

        return value;
    }

    private bool AtPercentage =>
        At(TokenKind.Number) && _tokens[_position + 1].Kind == TokenKind.Percent && !EndsLine(_position + 1);

    /// <summary>A percentage, or the name of a param.</summary>
    private ValueSyntax ParseChance() => AtPhrase ? ParsePhrase(Term.APercentage) : ParsePercentage();

    private PercentageSyntax ParsePercentage()
    {
        var first = _position;
        if (!AtPercentage)
        {
            Expected(Term.APercentage);
            return new PercentageSyntax(_tokens, first, first, 0);
        }

        var digits = _tokens.TextOf(first);
        _position += 2;
        var span = TextSpan.FromBounds(_tokens[first].Start, _tokens[first + 1].End);
        var decimals = digits.IndexOf('.') < 0 ? 0 : digits.Length - digits.IndexOf('.') - 1;
        if (
            decimals > 2
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value > 100
        )
        {
            _diagnostics.Report(DiagnosticCode.PercentageOutOfRange, span, Shortened(digits) + "%");
            value = 0;
        }

        return new PercentageSyntax(_tokens, first, _position, (int)(value * 100));
    }

    /// <summary>A duration, a range of them, or the name of a param.</summary>
    private ValueSyntax ParseDuration()
    {
        if (AtPhrase)
        {
            return ParsePhrase(Term.ADuration);
        }

        var first = _position;
        if (!At(TokenKind.Number))
        {
            Expected(Term.ADuration);
            return new DurationSyntax(_tokens, first, first, 1000, 1000);
        }

        long low;
        long high;
        if (_tokens[_position + 1].Kind == TokenKind.Range && !EndsLine(_position + 1))
        {
            // 4..8 min: the unit of the second number is that of the first too.
            var number = ReadNumber(_position);
            _position += 2;
            var unitMs = 0L;
            high = ReadCompound(ref unitMs);
            low = number * unitMs;
        }
        else
        {
            var unitMs = 0L;
            low = high = ReadCompound(ref unitMs);
            if (At(TokenKind.Range))
            {
                _position++;
                unitMs = 0;
                high = ReadCompound(ref unitMs);
            }
        }

        var duration = new DurationSyntax(_tokens, first, _position, low, high);
        CheckDuration(duration);
        return duration.HighMs is > 0 and <= LongestMs && duration.LowMs <= duration.HighMs
            ? duration
            : new DurationSyntax(_tokens, first, _position, 1000, 1000);
    }

    private void CheckDuration(DurationSyntax duration)
    {
        if (_lastError >= duration.FirstToken && _lastError <= _position)
        {
            return;
        }

        if (duration.LowMs > duration.HighMs)
        {
            _diagnostics.Report(DiagnosticCode.RangeUpsideDown, duration.Span, duration.ToString());
        }
        else if (duration.HighMs is <= 0 or > LongestMs)
        {
            _diagnostics.Report(DiagnosticCode.DurationOutOfRange, duration.Span, duration.ToString());
        }
    }

    // 1 h 30 min: each part in a smaller unit than the one before.
    private long ReadCompound(ref long firstUnitMs)
    {
        var total = 0L;
        var lastUnitMs = long.MaxValue;
        do
        {
            if (!At(TokenKind.Number))
            {
                Expected(Term.ADuration);
                return total;
            }

            var number = ReadNumber(_position);
            _position++;
            if (TryKeyword(WordPosition.TimeUnit) is not { } unit)
            {
                Expected(Term.ADuration);
                return total;
            }

            lastUnitMs = MsOf(unit.Concept);
            firstUnitMs = firstUnitMs == 0 ? lastUnitMs : firstUnitMs;
            total += number * lastUnitMs;
        } while (
            At(TokenKind.Number)
            && FormAt(_position + 1, WordPosition.TimeUnit) is { } next
            && MsOf(next.Concept) < lastUnitMs
        );

        return total;
    }

    private static long MsOf(Concept unit) =>
        unit switch
        {
            Concept.Hours => 3_600_000,
            Concept.Minutes => 60_000,
            _ => 1000,
        };

    private ClockSyntax ParseClock()
    {
        if (!At(TokenKind.Clock))
        {
            Expected(Term.AClockTime);
            return new ClockSyntax(_tokens, _position, _position, 0);
        }

        var text = _tokens.TextOf(_position);
        var colon = text.IndexOf(':');
        var hours = int.Parse(text.Substring(0, colon), NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = int.Parse(text.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        if (hours > 23 || minutes > 59)
        {
            _diagnostics.Report(DiagnosticCode.NoSuchTime, Current.Span, text);
            hours = minutes = 0;
        }

        _position++;
        return new ClockSyntax(_tokens, _position - 1, _position, ((hours * 60L) + minutes) * 60_000);
    }

    private DateSyntax ParseDate()
    {
        if (!At(TokenKind.Date))
        {
            Expected(Term.ADate);
            return new DateSyntax(_tokens, _position, _position);
        }

        var text = _tokens.TextOf(_position);
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            _diagnostics.Report(DiagnosticCode.NoSuchTime, Current.Span, text);
        }

        _position++;
        return new DateSyntax(_tokens, _position - 1, _position);
    }

    /// <summary>Any value: a percentage, a duration, a number, or the name of a param.</summary>
    private ValueSyntax ParseValue()
    {
        if (AtPercentage)
        {
            return ParsePercentage();
        }

        if (At(TokenKind.Number))
        {
            var next = _tokens[_position + 1];
            var isDuration =
                !EndsLine(_position + 1)
                && (next.Kind == TokenKind.Range || FormAt(_position + 1, WordPosition.TimeUnit) is not null);
            return isDuration ? ParseDuration() : ParseNumber();
        }

        return ParsePhrase(Term.AValue);
    }
}
