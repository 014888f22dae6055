using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Translation;

/// <summary>A drill and its built-in words in the order of the text, those of the grammar and those in phrases.</summary>
internal sealed class Reading
{
    private Reading(Compilation drill, ImmutableArray<BuiltInWord> words)
    {
        Drill = drill;
        Words = words;
    }

    /// <summary>The drill.</summary>
    public Compilation Drill { get; }

    /// <summary>Its words.</summary>
    public ImmutableArray<BuiltInWord> Words { get; }

    /// <summary>Reads a text. The doctrines that it declares are read as if it followed them, for else no one would know
    /// which words in them are built in.</summary>
    public static Reading Of(SourceText text, IUseResolver resolver, CancellationToken cancellationToken)
    {
        var options = CompilationOptions.Default with
        {
            Doctrines =
            [
                .. SyntaxTree
                    .Parse(text, cancellationToken)
                    .Root.Declarations.Where(declaration => declaration.Kind == Concept.Doctrine)
                    .Select(declaration => $"{declaration.Name}"),
            ],
        };
        var drill = Compilation.Create(text, resolver, options, cancellationToken);
        var words = new List<BuiltInWord>(drill.Drill.Sources[drill.Drill.Sources.Length - 1].WordsInPhrases);
        AddKeywords(drill.Main.Root, words);
        return new Reading(drill, [.. words.OrderBy(word => word.FirstToken)]);
    }

    /// <summary>Where a word stands.</summary>
    public TextSpan SpanOf(BuiltInWord word)
    {
        var tokens = Drill.Main.Tokens;
        return TextSpan.FromBounds(tokens[word.FirstToken].Start, tokens[word.EndToken - 1].End);
    }

    /// <summary>How a word is written.</summary>
    public string TextOf(BuiltInWord word) => Drill.Main.Text.ToString(SpanOf(word));

    private static void AddKeywords(SyntaxNode node, List<BuiltInWord> words)
    {
        if (node is KeywordSyntax { IsMissing: false } keyword)
        {
            words.Add(new BuiltInWord(keyword.FirstToken, keyword.EndToken, keyword.Concept));
        }
        else if (node is DurationSyntax)
        {
            // A leaf, whose only words are units of time.
            for (var i = node.FirstToken; i < node.EndToken; i++)
            {
                foreach (var form in Dialects.Words.FormsFrom(node.Tokens[i].Word))
                {
                    if (form.Position == WordPosition.TimeUnit)
                    {
                        words.Add(new BuiltInWord(i, i + 1, form.Concept));
                        break;
                    }
                }
            }
        }

        foreach (var child in node.Children)
        {
            AddKeywords(child, words);
        }
    }
}
