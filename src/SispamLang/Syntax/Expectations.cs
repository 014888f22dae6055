using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>
/// What the parser looks for at one token, noted while it parses: what may stand there by the grammar. Completion asks for
/// it; in any other parse there is none.
/// </summary>
/// <param name="cursor">The token.</param>
internal sealed class Expectations(int cursor)
{
    /// <summary>The token.</summary>
    public int Cursor { get; } = cursor;

    /// <summary>The text can't go on but by what has been noted: what is looked for from then on is recovery.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Built-in words that were looked for.</summary>
    public HashSet<ExpectedWord> Words { get; } = [];

    /// <summary>Positions of which any word was looked for.</summary>
    public HashSet<WordPosition> Positions { get; } = [];

    /// <summary>Phrases that may begin, or have begun and may go on.</summary>
    public HashSet<ExpectedPhrase> Phrases { get; } = [];

    /// <summary>What else must or may stand there: values, and signs by their names.</summary>
    public HashSet<Term> Terms { get; } = [];

    /// <summary>Signs, as written.</summary>
    public HashSet<string> Signs { get; } = new(StringComparer.Ordinal);

    /// <summary>The declaration of which a clause was looked for, or none.</summary>
    public Concept ClauseOf { get; private set; }

    /// <summary>A word was looked for.</summary>
    public void Note(Concept concept) => NoteRest(concept, Cursor);

    /// <summary>A word has begun at a token before, and may go on.</summary>
    public void NoteRest(Concept concept, int first) => Words.Add(new ExpectedWord(concept, first));

    /// <summary>Any word of a position was looked for.</summary>
    public void Note(WordPosition position) => Positions.Add(position);

    /// <summary>Something may stand there.</summary>
    public void Note(Term what) => Terms.Add(what);

    /// <summary>A sign must stand there.</summary>
    public void NoteSign(string sign) => Signs.Add(sign);

    /// <summary>A clause of a declaration was looked for.</summary>
    public void NoteClause(Concept owner) => ClauseOf = owner;

    /// <summary>A phrase may begin there, or go on.</summary>
    public void NotePhrase(Term what, int first) => Phrases.Add(new ExpectedPhrase(what, first));

    /// <summary>Nothing but what has been noted can stand there.</summary>
    public void Close() => IsClosed = true;
}

/// <summary>A built-in word that may stand at the cursor.</summary>
/// <param name="Concept">The word.</param>
/// <param name="First">Where it begins: at the cursor, or before it with the first of its words.</param>
internal readonly record struct ExpectedWord(Concept Concept, int First);

/// <summary>A phrase that may stand at the cursor.</summary>
/// <param name="What">What it means there.</param>
/// <param name="First">Its first token: the cursor, or one before it.</param>
internal readonly record struct ExpectedPhrase(Term What, int First);
