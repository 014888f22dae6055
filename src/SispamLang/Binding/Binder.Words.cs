using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>Built-in words at the start or end of a run of tokens.</summary>
internal sealed partial class Binder
{
    /// <summary>The built-in word of a position that a run of tokens starts with, the longest one. Who reads it so has to
    /// take it.</summary>
    private Concept WordAtStart(int first, int end, WordPosition position, out int next)
    {
        var word = first < end ? Tokens[first].Word : (ushort)0;
        if (Words.CanStart(word, position))
        {
            WordForm? found = null;
            foreach (var form in Words.FormsFrom(word))
            {
                if (
                    form.Position == position
                    && first + form.Words.Length <= end
                    && Matches(form, first)
                    && Better(form, found)
                )
                {
                    found = form;
                }
            }

            if (found is not null)
            {
                next = first + found.Words.Length;
                return found.Concept;
            }
        }

        next = first;
        return Concept.None;
    }

    /// <summary>The built-in word of a position that a run of tokens ends with, the longest one. Who reads it so has to
    /// take it.</summary>
    private Concept WordAtEnd(int first, int end, WordPosition position, out int start)
    {
        var word = first < end ? Tokens[end - 1].Word : (ushort)0;
        if (Words.CanEnd(word, position))
        {
            WordForm? found = null;
            foreach (var form in Words.FormsUpTo(word))
            {
                var length = form.Words.Length;
                if (
                    form.Position == position
                    && end - length >= first
                    && Matches(form, end - length)
                    && Better(form, found)
                )
                {
                    found = form;
                }
            }

            if (found is not null)
            {
                start = end - found.Words.Length;
                return found.Concept;
            }
        }

        start = end;
        return Concept.None;
    }

    private bool Better(WordForm form, WordForm? found) =>
        found is null
        || form.Words.Length > found.Words.Length
        || (form.Words.Length == found.Words.Length && form.Dialect == _unit.Dialect);

    private bool Matches(WordForm form, int at)
    {
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (Tokens[at + i].Word != form.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A run of tokens has turned out to be this built-in word, and no part of a name. One that only the other
    /// dialect has is reported.</summary>
    private void TakeWord(Concept concept, int first, int end)
    {
        _unit.WordsInPhrases.Set(first, end, concept);
        var isForeign = false;
        foreach (var form in Words.FormsOf(concept))
        {
            if (form.Words.Length == end - first && Matches(form, first))
            {
                if (form.Dialect == _unit.Dialect)
                {
                    return;
                }

                isForeign = true;
            }
        }

        if (isForeign)
        {
            ReportForeign(concept, first, end);
        }
    }

    private void ReportForeign(Concept concept, int first, int end)
    {
        var span = TextSpan.FromBounds(Tokens[first].Start, Tokens[end - 1].End);
        var right = Words.Canonical(concept, _unit.Dialect);
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.WrongDialect,
                _unit.Tree.Text,
                span,
                [_unit.Tree.Text.ToString(span), right],
                []
            )
            {
                Suggestion = right,
            }
        );
    }

    private TextSpan SpanOf(int first, int end) =>
        first >= end
            ? new TextSpan(Tokens[first].Start, 0)
            : TextSpan.FromBounds(Tokens[first].Start, Tokens[end - 1].End);
}
