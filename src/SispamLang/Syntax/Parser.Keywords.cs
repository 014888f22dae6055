using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Keywords, in either dialect, and in which one the file is.</summary>
internal sealed partial class Parser
{
    private WordForm? FormAt(int index, Concept concept)
    {
        var word = _tokens[index].Word;
        if (word == 0)
        {
            ExpectedAt(index)?.Note(concept);
            return null;
        }

        // Most of what is looked for is not there, and most of that this tells.
        if (!Words.CanStart(word, Words.PositionOf(concept)))
        {
            return null;
        }

        WordForm? found = null;
        foreach (var form in Words.FormsFrom(word))
        {
            if (form.Concept == concept && Matches(form, index) && Better(form, found))
            {
                found = form;
            }
        }

        return found;
    }

    private WordForm? FormAt(int index, WordPosition position)
    {
        var word = _tokens[index].Word;
        if (!Words.CanStart(word, position))
        {
            ExpectedAt(index)?.Note(position);
            return null;
        }

        WordForm? found = null;
        foreach (var form in Words.FormsFrom(word))
        {
            if (form.Position == position && Matches(form, index) && Better(form, found))
            {
                found = form;
            }
        }

        return found;
    }

    // Longer forms come first; of equal ones the file's own dialect has it.
    private bool Better(WordForm form, WordForm? found) =>
        found is null || (form.Words.Length == found.Words.Length && form.Dialect == _dialect);

    private bool Matches(WordForm form, int index)
    {
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (_tokens[index + i].Word != form.Words[i] || EndsLine(index + i))
            {
                if (i > 0)
                {
                    ExpectedAt(index + i)?.NoteRest(form.Concept, index);
                }

                return false;
            }
        }

        return true;
    }

    private bool AtKeyword(Concept concept) => FormAt(_position, concept) is not null;

    private KeywordSyntax? TryKeyword(Concept concept) =>
        FormAt(_position, concept) is { } form ? TakeKeyword(form) : null;

    private KeywordSyntax? TryKeyword(WordPosition position) =>
        FormAt(_position, position) is { } form ? TakeKeyword(form) : null;

    private KeywordSyntax TakeKeyword(WordForm form)
    {
        var first = _position;
        _position += form.Words.Length;
        var keyword = new KeywordSyntax(_tokens, first, _position, form.Concept);
        CheckDialect(form, keyword);
        return keyword;
    }

    private void CheckDialect(WordForm form, KeywordSyntax keyword)
    {
        if (form.Dialect == _dialect || IsInBoth(form))
        {
            return;
        }

        if (_dialect is not { } dialect)
        {
            _dialect = form.Dialect;
            _dialectToken = keyword.FirstToken;
            return;
        }

        var right = Words.Canonical(form.Concept, dialect);
        _diagnostics.Add(
            new Diagnostic(DiagnosticCode.WrongDialect, _tokens.Text, keyword.Span, [keyword.ToString(), right], [])
            {
                Suggestion = right,
            }
        );
    }

    private static bool IsInBoth(WordForm form)
    {
        foreach (var other in Words.FormsOf(form.Concept))
        {
            if (other.Dialect != form.Dialect && other.Words.AsSpan().SequenceEqual(form.Words.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }
}
