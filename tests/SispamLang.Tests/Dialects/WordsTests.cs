using System.Text.RegularExpressions;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Dialects;

public class WordsTests
{
    private static readonly Dialect[] Dialects = [Dialect.English, Dialect.Indonesian];

    public static TheoryData<WordPosition> Positions => [.. Enum.GetValues<WordPosition>()];

    public static TheoryData<Concept> Concepts => [.. Enum.GetValues<Concept>().Where(c => c != Concept.None)];

    [Theory]
    [MemberData(nameof(Positions))]
    public void In_one_position_no_word_means_two_things(WordPosition position)
    {
        // One pair apart: Indonesian has one word for of and from, and which is meant is told by where it stands.
        (Concept, Concept)[] known = [(Concept.Of, Concept.From)];
        foreach (
            IGrouping<string, WordForm> forms in Words
                .FormsOf(position)
                .GroupBy(f => f.Text, StringComparer.OrdinalIgnoreCase)
        )
        {
            Concept[] concepts = [.. forms.Select(f => f.Concept).Distinct().Order()];
            Assert.True(
                concepts.Length == 1 || (concepts.Length == 2 && known.Contains((concepts[0], concepts[1]))),
                $"{forms.Key}: {string.Join(", ", concepts)}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Concepts))]
    public void Every_concept_has_one_canonical_spelling_in_each_dialect(Concept concept)
    {
        foreach (Dialect dialect in Dialects)
        {
            WordForm canonical = Assert.Single(Words.FormsOf(concept), f => f.Dialect == dialect && f.IsCanonical);
            Assert.Equal(canonical.Text, Words.Canonical(concept, dialect));
            Assert.NotEmpty(canonical.Text);
        }
    }

    [Fact]
    public void Every_concept_stands_in_the_table_once()
    {
        Assert.Equal(Enum.GetValues<Concept>().Where(c => c != Concept.None).Order(), Words.Concepts.Order());
        Assert.Empty(Words.FormsOf(Concept.None));
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void Forms_with_more_words_are_tried_first(WordPosition position)
    {
        int[] lengths = [.. Words.FormsOf(position).Select(f => f.Words.Length)];

        Assert.Equal(lengths.OrderDescending(), lengths);
    }

    /// <summary>A form that begins a longer one of its position is still found, and so is the longer one.</summary>
    [Theory]
    [MemberData(nameof(Positions))]
    public void No_word_is_hidden_behind_another(WordPosition position)
    {
        foreach (WordForm form in Words.FormsOf(position))
        {
            // As the parser looks: the first that begins what is written.
            WordForm found = Words.FormsOf(position).First(f => form.Words.AsSpan().StartsWith(f.Words.AsSpan()));
            Assert.Equal(form.Text, found.Text, ignoreCase: true);
        }
    }

    /// <summary>A word that ends names can't begin a word for something else in the middle of a clause.</summary>
    [Fact]
    public void Every_form_survives_the_lexer_and_keeps_its_numbers()
    {
        foreach (WordForm form in Enum.GetValues<Concept>().SelectMany(c => Words.FormsOf(c)))
        {
            foreach (
                string written in (string[])
                    [form.Text, form.Text.ToUpperInvariant(), form.Text.Replace(" ", "\t  ", StringComparison.Ordinal)]
            )
            {
                var text = new SourceText("", written);
                TokenList tokens = Lexer.Tokenize(text, new DiagnosticBag(text));

                Assert.Equal(form.Words.Length + 1, tokens.Count);
                Assert.Equal(form.Words, Enumerable.Range(0, tokens.Count - 1).Select(i => tokens[i].Word));
            }
        }
    }

    [Fact]
    public void Words_are_plain_letters_with_one_blank_between()
    {
        foreach (WordForm form in Enum.GetValues<Concept>().SelectMany(c => Words.FormsOf(c)))
        {
            Assert.Matches(new Regex("^[A-Za-z-]+( [a-z]+)*$"), form.Text);
        }
    }

    [Fact]
    public void The_reference_lists_every_structural_word()
    {
        string reference = File.ReadAllText(Repository.PathOf("docs/language.md"));
        string section = reference[reference.IndexOf("## 12 Words", StringComparison.Ordinal)..];

        foreach (WordForm form in Words.FormsOf(WordPosition.Structure))
        {
            Assert.Matches($@"[|,]\s*{form.Text}\s*[|,]", section);
        }
    }
}
