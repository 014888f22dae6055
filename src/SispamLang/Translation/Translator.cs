using System.Collections.Immutable;
using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Translation;

/// <summary>
/// Turns a drill into the other dialect: its built-in words and the comment that names its language. Names, texts, other
/// comments and the layout stay as they are. What was made is read again, for what is a name in one dialect may be a word in
/// the other; only what is read the same is a translation.
/// </summary>
public static class Translator
{
    /// <summary>Translates a file. Files that it uses stay in their own dialects.</summary>
    /// <param name="text">The file.</param>
    /// <param name="resolver">Gives the files it uses.</param>
    /// <param name="to">The dialect wanted; a file that is written in it is its own translation.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static TranslationResult Translate(
        SourceText text,
        IUseResolver resolver,
        Dialect to,
        CancellationToken cancellationToken = default
    )
    {
        var original = Reading.Of(text, resolver, cancellationToken);
        var from = original.Drill.Dialect;
        if (original.Drill.HasErrors)
        {
            var errors = original.Drill.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
            return new TranslationResult(from, null, [.. errors], []);
        }

        if (from == to)
        {
            return new TranslationResult(from, text.Content, [], []);
        }

        var translated = Convert(original, to, resolver, out var problem, cancellationToken);
        if (translated is null)
        {
            return new TranslationResult(from, null, [problem!], []);
        }

        // Who translates it back is told now which words will not be the same. If it can't be, that is no reason to refuse.
        var back = Convert(translated, from, resolver, out _, cancellationToken);
        var respellings = back is null ? [] : Compare(original, back);
        return new TranslationResult(from, translated.Drill.Main.Text.Content, [], respellings);
    }

    private static ImmutableArray<Respelling> Compare(Reading original, Reading back) =>
        [
            .. original
                .Words.Zip(
                    back.Words,
                    (word, other) => new Respelling(original.SpanOf(word), original.TextOf(word), back.TextOf(other))
                )
                .Where(pair => !string.Equals(pair.Written, pair.Back, StringComparison.Ordinal)),
        ];

    // Each word by its canonical spelling, or, where that would be read as something else, by the next one that the other
    // dialect has for it.
    private static Reading? Convert(
        Reading original,
        Dialect to,
        IUseResolver resolver,
        out Diagnostic? problem,
        CancellationToken cancellationToken
    )
    {
        var spellings = new int[original.Words.Length];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (content, spans) = Write(original, to, spellings);
            var text = new SourceText(original.Drill.Main.Text.Path, content);
            var translated = Reading.Of(text, resolver, cancellationToken);
            var others = Differences(original, translated, spans, to);
            problem = null;
            if (others.Count == 0)
            {
                return translated;
            }

            foreach (var other in others)
            {
                var word = original.Words[other];
                if (++spellings[other] == Spellings(word.Concept, to).Length)
                {
                    problem = new Diagnostic(
                        DiagnosticCode.MeansOtherTranslated,
                        original.Drill.Main.Text,
                        original.SpanOf(word),
                        [original.TextOf(word), Words.Canonical(word.Concept, to)],
                        []
                    );
                    return null;
                }
            }
        }
    }

    private static (string Content, TextSpan[] Words) Write(Reading original, Dialect to, int[] spellings)
    {
        var source = original.Drill.Main.Text;
        var text = new StringBuilder(source.Length + (source.Length / 8));
        var position = 0;
        if (SyntaxTree.LanguageOf(original.Drill.Main.Tokens) is { } language)
        {
            Replace(language, to.ShortName());
        }

        var spans = new TextSpan[original.Words.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            var word = original.Words[i];
            var spelling = Spellings(word.Concept, to)[spellings[i]];
            Replace(original.SpanOf(word), spelling);
            spans[i] = new TextSpan(text.Length - spelling.Length, spelling.Length);
        }

        text.Append(source.Content, position, source.Length - position);
        return (text.ToString(), spans);

        void Replace(TextSpan span, string by)
        {
            text.Append(source.Content, position, span.Start - position).Append(by);
            position = span.End;
        }
    }

    private static string[] Spellings(Concept concept, Dialect dialect) =>
        [.. Words.FormsOf(concept).Where(form => form.Dialect == dialect).Select(form => form.Text)];

    // The words that are not read as they were.
    private static List<int> Differences(Reading original, Reading translated, TextSpan[] spans, Dialect to)
    {
        List<int> others = [];
        for (var i = 0; i < spans.Length; i++)
        {
            if (i == translated.Words.Length || translated.SpanOf(translated.Words[i]) != spans[i])
            {
                // From here on they are not the same words.
                others.Add(i);
                return others;
            }

            if (translated.Words[i].Concept != original.Words[i].Concept)
            {
                others.Add(i);
            }
        }

        var isSame =
            translated.Words.Length == spans.Length
            && translated.Drill.Dialect == to
            && IsSame(original.Drill.Main.Root, translated.Drill.Main.Root);
        if (others.Count == 0 && (!isSame || translated.Drill.HasErrors))
        {
            // What is wrong can't be told from the words; it begins with one of them.
            var place = translated.Drill.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.Span;
            others.Add(Math.Max(0, Array.FindLastIndex(spans, span => span.Start <= (place?.Start ?? 0))));
        }

        return others;
    }

    private static bool IsSame(SyntaxNode one, SyntaxNode other)
    {
        if (one.GetType() != other.GetType() || one.Children.Length != other.Children.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Children.Length; i++)
        {
            if (!IsSame(one.Children[i], other.Children[i]))
            {
                return false;
            }
        }

        return true;
    }
}
