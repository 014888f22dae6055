using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Tests.Fuzzing;
using SispamLang.Text;

namespace SispamLang.Tests.Grammar;

/// <summary><c>grammar/sispam.ebnf</c> and the parser have the same language.</summary>
public class GrammarTests
{
    // How large a number is, and in which dialect a keyword is, the grammar leaves open.
    private static readonly DiagnosticCode[] NotOfForm =
    [
        DiagnosticCode.NumberTooLarge,
        DiagnosticCode.DurationOutOfRange,
        DiagnosticCode.PercentageOutOfRange,
        DiagnosticCode.RangeUpsideDown,
        DiagnosticCode.NoSuchTime,
        DiagnosticCode.WrongDialect,
        DiagnosticCode.TooDeep,
        DiagnosticCode.LanguageLineMisplaced,
        DiagnosticCode.UnknownLanguage,
        DiagnosticCode.NewerEdition,
    ];

    public static TheoryData<string> Samples => [.. Syntax.Samples.Names];

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_in_the_language_of_the_grammar_if_the_parser_accepts_it(string name)
    {
        SourceText text = Syntax.Samples.Read(name);

        Assert.Equal(IsAccepted(text), IsInGrammar(text));
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_parser_accepts_every_sentence_of_the_grammar(int batch)
    {
        for (int seed = batch * 300; seed < (batch + 1) * 300; seed++)
        {
            string sentence = RandomSentence.Make(seed, out _);
            IEnumerable<string> problems = ProblemsOf(new SourceText("a.sispam", sentence));

            Assert.True(!problems.Any(), $"{string.Join(", ", problems)}\n{sentence}");
        }
    }

    [Fact]
    public void The_grammar_has_every_sentence_that_is_made_from_it()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            string sentence = RandomSentence.Make(seed, out _);

            Assert.True(IsInGrammar(new SourceText("a.sispam", sentence)), sentence);
        }
    }

    [Fact]
    public void Sentences_use_all_of_the_grammar()
    {
        var unused = Ebnf
            .Rules.SelectMany(rule => rule.Value.All())
            .Where(e => e is Expression.Quoted or Expression.Named { IsToken: true })
            .ToHashSet();
        for (int seed = 0; seed < 3000; seed++)
        {
            RandomSentence.Make(seed, out IReadOnlyList<Expression> terminals);
            unused.ExceptWith(terminals);
        }

        Assert.Empty(unused);
    }

    /// <summary>What the grammar has, the parser accepts; what it does not have is an error, if not of the parser, then of the
    /// binder.</summary>
    [Theory]
    [MemberData(nameof(Batches))]
    public void Broken_samples_and_sentences_are_right_for_both_or_for_neither(int batch)
    {
        for (int seed = batch * 100; seed < (batch + 1) * 100; seed++)
        {
            string whole =
                seed % 2 == 0
                    ? Syntax.Samples.Texts[seed / 2 % Syntax.Samples.Texts.Count]
                    : RandomSentence.Make(seed, out _);
            string content = Mutations.Mutate(whole, seed);
            var text = new SourceText("a.sispam", content);
            if (IsInGrammar(text))
            {
                Assert.True(!ProblemsOf(text).Any(), $"{string.Join(", ", ProblemsOf(text))}\n{content}");
            }
            else
            {
                Assert.True(
                    Compilation
                        .Create(text, UseResult.None)
                        .Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error),
                    content
                );
            }
        }
    }

    [Fact]
    public void Every_keyword_of_the_grammar_is_a_word_of_the_language() =>
        Assert.DoesNotContain(
            Ebnf.Rules.SelectMany(rule => rule.Value.All()).OfType<Expression.Quoted>(),
            quoted => Keywords.IsKeyword(quoted.Text) && !Keywords.All.ContainsKey(quoted.Text)
        );

    [Fact]
    public void Every_rule_of_the_grammar_is_used() =>
        Assert.Equal(
            Ebnf.Rules.Skip(1).Select(rule => rule.Key).Order(StringComparer.Ordinal),
            Ebnf.Rules.SelectMany(rule => rule.Value.All())
                .OfType<Expression.Named>()
                .Where(named => !named.IsToken)
                .Select(named => named.Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static bool IsInGrammar(SourceText text) => Recogniser.Instance.Accepts(new GrammarTokens(text));

    private static bool IsAccepted(SourceText text) => !ProblemsOf(text).Any();

    private static IEnumerable<string> ProblemsOf(SourceText text) =>
        SyntaxTree
            .Parse(text)
            .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && !NotOfForm.Contains(d.Code))
            .Select(d =>
                $"{text.PositionOf(d.Span.Start).Line + 1}:{text.PositionOf(d.Span.Start).Column + 1} "
                + DiagnosticCatalogue.Render(d, Dialect.English)
            );
}
