using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Services.Completion;

/// <summary>Offers what phrases can be made of, names above all, and values.</summary>
internal sealed class PhraseOffers(CompletionContext context, NameSource names, PhraseReader reader, Offers offers)
{
    /// <summary>Offers them.</summary>
    public void Add()
    {
        foreach (var phrase in context.Expected.Phrases)
        {
            AddPhrase(Meant(phrase.What), phrase.First);
        }

        AddClauseWithoutWord();
        foreach (var term in context.Expected.Terms)
        {
            AddValue(term, context.Cursor);
        }

        foreach (var sign in context.Expected.Signs.Where(sign => sign is "=" or "/" or ".."))
        {
            offers.AddSign(sign);
        }
    }

    // ---- Phrases ----------------------------------------------------------------------------------------------------

    // Where the grammar says less than the words before.
    private Term Meant(Term what)
    {
        var clause = context.Innermost<ClauseSyntax>();
        var predicate = context.Innermost<PredicateSyntax>();
        if (what == Term.AName && predicate is not null && clause is { Kind: Concept.With })
        {
            var hasBegun = context.Tokens[predicate.FirstToken].Word;
            return Words.FormsOf(Concept.Relieve).Any(form => form.Words[0] == hasBegun) ? Term.AUnitOrFormation : what;
        }

        if (what != Term.AValue)
        {
            return what;
        }

        if (predicate is { Comparison: not null })
        {
            var last = predicate.Phrase.EndToken - 1;
            var word = last < 0 ? 0 : context.Tokens[last].Word;
            return Words.FormsOf(Concept.ThreatLevel).Any(form => form.Words[0] == word) ? Term.AThreat : Term.ANumber;
        }

        if (clause is { Kind: Concept.To } && context.Innermost<OrderSyntax>() is { } order)
        {
            return reader
                    .WholeOf(
                        PhraseShape.For(Term.AnAction, context.UseOfAction),
                        order.Head.FirstToken,
                        order.Head.EndToken
                    )
                    .SelectMany(shape => shape.Form?.Clauses ?? [])
                    .Where(c => c.Word == Concept.To)
                    .Select(c => (Term?)c.What)
                    .FirstOrDefault()
                ?? what;
        }

        return clause is { Kind: Concept.GrowsTo } ? Term.ANumber : what;
    }

    private void AddPhrase(Term what, int first)
    {
        if (what == Term.AName)
        {
            AddFreeWords(first);
            return;
        }

        var use = what == Term.AnAction ? context.UseOfAction : context.UseOfCondition;
        var isCondition = what is Term.ACondition or Term.AnEventOrCondition;
        var shapes = PhraseShape.For(what, use).ToList();
        foreach (var (part, start) in reader.PartsAt(shapes, first, context.Cursor).Distinct())
        {
            if (part.Name is { } named)
            {
                AddNames(named, start);
            }

            foreach (var word in part.Words)
            {
                var asksWhich = isCondition && start == first && names.HasSeveralCrowds && PhraseShape.IsMood(word);
                if (!asksWhich)
                {
                    offers.AddWord(word, start, Rank.Word);
                }
            }
        }

        if (first == context.Cursor)
        {
            return;
        }

        foreach (var shape in reader.WholeOf(shapes, first, context.Cursor))
        {
            if (shape.Form is { Object: Term.AString })
            {
                AddValue(Term.AString, context.Cursor);
            }
        }
    }

    private void AddNames(Term what, int first)
    {
        switch (what)
        {
            case Term.ADoctrine:
                AddDoctrines(first);
                return;
            case Term.ADoctrineRule:
                AddRules(first);
                return;
            case Term.AName: // A class of tactics, in a property.
                AddFree(names.Classes(), first);
                return;
            case Term.ACrowd:
                if (!names.HasSeveralCrowds)
                {
                    offers.AddWord(Concept.AnyCrowd, first, Rank.Word);
                }

                offers.AddWord(Concept.EachCrowd, first, names.HasSeveralCrowds ? Rank.Word : Rank.Unlikely);
                break;
        }

        foreach (var symbol in names.Of(what))
        {
            offers.AddSymbol(symbol, first, RankOf(symbol));
        }

        AddValue(what, first);
    }

    private int RankOf(Symbol symbol) =>
        symbol is TacticSymbol tactic && !names.CanBeDone(tactic) ? Rank.Unlikely
        : symbol.Source.Kind == SourceUnitKind.Prelude ? Rank.Prelude
        : Rank.Own;

    private void AddDoctrines(int first)
    {
        var isFollowed = context.Path.OfType<ClauseSyntax>().Any(clause => clause.Kind == Concept.Follows);
        var phrases = context.Innermost<ClauseSyntax>()?.All<PhraseSyntax>() ?? [];
        var named = new HashSet<string>(
            phrases.Where(phrase => phrase.EndToken <= first).Select(phrase => phrase.ToString()),
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var doctrine in names.Doctrines())
        {
            var name = $"{doctrine.Name}";
            var title = doctrine.Title?.Value ?? "";
            if (!named.Contains(name))
            {
                var rank = isFollowed || names.Follows(name) ? Rank.Own : Rank.Unlikely;
                offers.AddName(name, CompletionKind.Doctrine, title, first, rank, "doctrine:" + name);
            }
        }
    }

    private void AddRules(int first)
    {
        // waive DOCTRINE / ▮
        if (context.Declaration?.First<PhraseSyntax>() is { IsMissing: false } doctrine)
        {
            foreach (var rule in names.RulesOf(doctrine.ToString()))
            {
                offers.AddName(
                    rule.Id,
                    CompletionKind.Doctrine,
                    rule.Article,
                    first,
                    Rank.Own,
                    "rule:" + rule.FullName
                );
            }
        }
    }

    // What need not be declared, as other units have it; or a new name, which may be one of the prelude's.
    private void AddFreeWords(int first)
    {
        switch (context.Innermost<ClauseSyntax>())
        {
            case { Kind: Concept.PersonnelCount or Concept.Vehicles or Concept.Players or Concept.People }:
                AddFree(names.Agencies(), first);
                break;
            case { Kind: Concept.With } when context.Innermost<OrderSyntax>() is null:
                AddFree(names.Kit(), first);
                break;
            case { Kind: Concept.As }:
                AddFree(names.Classes(), first);
                break;
            case { Kind: Concept.Via }:
                AddFree(names.Channels(), first);
                break;
            case { Kind: Concept.From or Concept.To or Concept.Of }:
                foreach (var role in names.Of(Term.ARole))
                {
                    offers.AddSymbol(role, first, RankOf(role));
                }

                AddFree(names.EndsOfInjects().Concat(names.Agencies()), first);
                break;
            case null when context.Declaration is { } declaration:
                foreach (var symbol in names.OfPrelude(declaration.Kind))
                {
                    offers.AddSymbol(symbol, first, Rank.Prelude);
                }

                break;
        }
    }

    private void AddFree(IEnumerable<string> words, int first)
    {
        foreach (var word in words)
        {
            offers.AddName(word, CompletionKind.FreeWord, "", first, Rank.Own, "");
        }
    }

    // 38 personnel; restless; crowd disperses 60%; 10% every 15 min
    private void AddClauseWithoutWord()
    {
        switch (context.Expected.ClauseOf)
        {
            case Concept.Unit:
                offers.AddTemplate(Snippets.Personnel);
                offers.AddTemplate(Snippets.Vehicles);
                offers.AddTemplate(Snippets.Players);
                break;
            case Concept.Crowd:
                offers.AddTemplate(Snippets.People);
                AddPhrase(Term.ATemper, context.Cursor);
                break;
            case Concept.Formation:
                AddPhrase(Term.AUnit, context.Cursor);
                break;
            case Concept.Tactic:
                AddPhrase(Term.AnEffect, context.Cursor);
                break;
            case Concept.Event:
                offers.AddTemplate(Snippets.ByChance);
                break;
        }
    }

    // ---- Values -----------------------------------------------------------------------------------------------------

    private void AddValue(Term what, int first)
    {
        switch (what)
        {
            // A number stands there: what it counts is wanted.
            case Term.ADuration when first == context.Cursor - 1 && context.Tokens[first].Kind == TokenKind.Number:
                foreach (var unit in new[] { Concept.Minutes, Concept.Seconds, Concept.Hours })
                {
                    if (context.Typed.Length == 0 && context.NumberThatTouches is { } number)
                    {
                        offers.AddCounted(unit, number);
                    }
                    else
                    {
                        offers.AddWord(unit, context.Cursor, Rank.Word);
                    }
                }

                break;
            case Term.ADuration
                when first == context.Cursor && !context.Expected.Positions.Contains(WordPosition.TimeUnit):
                AddTimes();
                break;
            case Term.APercentage when first == context.Cursor:
                offers.AddTemplate(Snippets.Percentage);
                AddParams(what);
                break;
            case Term.AValue when first == context.Cursor && context.Innermost<OrderSyntax>() is null:
                AddTimes();
                offers.AddTemplate(Snippets.Percentage);
                break;
            case Term.AString when first == context.Cursor:
                offers.AddTemplate(Snippets.Text);
                break;
            case Term.AClockTime:
                offers.AddTemplate(Snippets.Clock);
                break;
            case Term.ADate:
                offers.AddTemplate(Snippets.Date);
                break;
            case Term.AColon when !reader.IsUnfinishedAt(context):
                offers.AddSign(":");
                break;
            case Term.AnArrow when !reader.IsUnfinishedAt(context):
                offers.AddSign("->");
                break;
            case Term.AComparison when IsComparable:
                foreach (var sign in new[] { ">=", ">", "<=", "<", "=", "!=" })
                {
                    offers.AddSign(sign);
                }

                break;
        }
    }

    private void AddTimes()
    {
        offers.AddTemplate(Snippets.Minutes);
        offers.AddTemplate(Snippets.Seconds);
        offers.AddTemplate(Snippets.Hours);
        AddParams(Term.ADuration);
    }

    private void AddParams(Term what)
    {
        foreach (var param in names.Of(what))
        {
            offers.AddSymbol(param, context.Cursor, Rank.Own);
        }
    }

    private bool IsComparable =>
        context.Innermost<PredicateSyntax>() is { Phrase.IsMissing: false } predicate
        && predicate.EndToken == context.Cursor
        && reader
            .WholeOf(
                PhraseShape.For(Term.AnEventOrCondition, context.UseOfCondition),
                predicate.Phrase.FirstToken,
                predicate.Phrase.EndToken
            )
            .Any(shape => shape.IsCompared);
}
