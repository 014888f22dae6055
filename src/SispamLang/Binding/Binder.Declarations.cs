using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Declarations: their names first, then their clauses.</summary>
internal sealed partial class Binder
{
    private const int MostOfAKind = 1000;

    private void Declare()
    {
        var counts = new Dictionary<Concept, int>();
        foreach (var declaration in _unit.Tree.Root.Declarations)
        {
            if (_unit.Kind == SourceUnitKind.Library && declaration.Kind is Concept.Drill or Concept.Phase)
            {
                Report(
                    DiagnosticCode.LibraryPartIgnored,
                    declaration.Children[0].Span,
                    Words.Canonical(declaration.Kind, _unit.Dialect)
                );
                continue;
            }

            if (declaration.Name is not { IsMissing: false } syntax)
            {
                continue;
            }

            counts.TryGetValue(declaration.Kind, out var count);
            counts[declaration.Kind] = count + 1;
            if (count == MostOfAKind)
            {
                Report(DiagnosticCode.TooMany, syntax.Span, Text(MostOfAKind), declaration.Children[0].ToString());
            }

            var name = NameTable.NameOf(Tokens, syntax.FirstToken, syntax.EndToken);
            if (count < MostOfAKind && NewSymbol(declaration, name) is { } symbol && CheckNew(name, symbol))
            {
                _unit.Names.Add(name, symbol);
                DeclareOtherNames(symbol);
            }
        }
    }

    private Symbol? NewSymbol(DeclarationSyntax declaration, string name) =>
        declaration.Kind switch
        {
            Concept.Param => new ParamSymbol(_unit, declaration, name),
            Concept.Place => new PlaceSymbol(_unit, declaration, name),
            Concept.Unit => new UnitSymbol(_unit, declaration, name),
            Concept.Formation => new FormationSymbol(_unit, declaration, name),
            Concept.Role => new RoleSymbol(_unit, declaration, name),
            Concept.Crowd => new CrowdSymbol(_unit, declaration, name),
            Concept.Temper => new TemperSymbol(_unit, declaration, name),
            Concept.Tactic => new TacticSymbol(_unit, declaration, name),
            Concept.Event => new EventSymbol(_unit, declaration, name),
            Concept.Counter => new CounterSymbol(_unit, declaration, name),
            Concept.Phase => new PhaseSymbol(_unit, declaration, name),
            _ => null,
        };

    // Tempers have names of their own; all else shares one set.
    private bool CheckNew(string name, Symbol symbol)
    {
        var key = new Name(name);
        foreach (var earlier in _unit.Names.Find(key))
        {
            if (earlier is TemperSymbol == symbol is TemperSymbol && earlier != symbol)
            {
                ReportTwice(DiagnosticCode.DeclaredTwice, symbol, earlier, "“" + name + "”");
                return false;
            }
        }

        foreach (var other in _sources)
        {
            if (
                _unit.Kind == SourceUnitKind.Library
                && other.Kind == SourceUnitKind.Library
                && other != _unit
                && other.Names.Find(key).FirstOrDefault(s => s is TemperSymbol == symbol is TemperSymbol) is { } clash
            )
            {
                ReportTwice(
                    DiagnosticCode.NameFromTwoFiles,
                    symbol,
                    clash,
                    "“" + name + "”",
                    other.Tree.Text.Path,
                    _unit.Tree.Text.Path
                );
                return false;
            }
        }

        return true;
    }

    private void ReportTwice(DiagnosticCode code, Symbol symbol, Symbol earlier, params object[] arguments) =>
        _unit.Diagnostics.Add(
            new Diagnostic(
                code,
                _unit.Tree.Text,
                symbol.Span,
                [.. arguments],
                [new RelatedPlace(earlier.Source.Tree.Text, earlier.Span, Term.DeclaredHere)]
            )
        );

    private void DeclareOtherNames(Symbol symbol)
    {
        if (symbol.Declaration.Clause(Concept.InIndonesian) is not { } clause)
        {
            return;
        }

        var names = clause
            .All<PhraseSyntax>()
            .Where(p => !p.IsMissing)
            .Select(p => NameTable.NameOf(Tokens, p.FirstToken, p.EndToken))
            .ToImmutableArray();
        foreach (var name in names.Where(name => CheckNew(name, symbol)))
        {
            _unit.Names.Add(name, symbol);
        }

        symbol.OtherNames = names;
    }

    private void CompleteAll<T>(Action<T> complete)
        where T : Symbol
    {
        foreach (var symbol in InOrder<T>(_unit).ToList())
        {
            complete(symbol);
        }
    }

    private void CompleteDeclarations()
    {
        CompleteAll<PlaceSymbol>(CompletePlace);
        CompleteAll<UnitSymbol>(CompleteUnit);
        CompleteAll<FormationSymbol>(CompleteFormation);
        CompleteAll<RoleSymbol>(CompleteRole);
        CompleteAll<TemperSymbol>(CompleteTemper);
        CompleteAll<TacticSymbol>(CompleteTactic);
        CompleteAll<EventSymbol>(CompleteEvent);
        CompleteAll<CounterSymbol>(CompleteCounter);
        CompleteAll<CrowdSymbol>(CompleteCrowd);
    }

    // Each clause at most once, unless the declaration says otherwise.
    private IEnumerable<ClauseSyntax> ClausesOf(Symbol symbol, params Concept[] repeatable)
    {
        var seen = new HashSet<Concept>();
        foreach (var clause in symbol.Declaration.Clauses)
        {
            if (clause.Kind != Concept.None && !seen.Add(clause.Kind) && !repeatable.Contains(clause.Kind))
            {
                Report(DiagnosticCode.ClauseTwice, clause.Span, clause.Children[0].ToString());
                continue;
            }

            yield return clause;
        }
    }

    private void CompletePlace(PlaceSymbol place)
    {
        foreach (var clause in ClausesOf(place))
        {
            if (clause.First<PhraseSyntax>() is { IsMissing: false } level)
            {
                place.Risk = BindRisk(level.FirstToken, level.EndToken) ?? place.Risk;
            }
        }
    }

    private Risk? BindRisk(int first, int end)
    {
        switch (WordAtStart(first, end, WordPosition.RiskLevel, out var next))
        {
            case Concept.Low when next == end:
                return Risk.Low;
            case Concept.Medium when next == end:
                return Risk.Medium;
            case Concept.High when next == end:
                return Risk.High;
            default:
                var words = new[] { Concept.Low, Concept.Medium, Concept.High };
                Report(
                    DiagnosticCode.Expected,
                    SpanOf(first, end),
                    string.Join(" / ", words.Select(w => Words.Canonical(w, _unit.Dialect))),
                    "“" + NameTable.NameOf(Tokens, first, end) + "”"
                );
                return null;
        }
    }

    private void CompleteUnit(UnitSymbol unit)
    {
        foreach (var clause in ClausesOf(unit))
        {
            switch (clause.Kind)
            {
                case Concept.PersonnelCount:
                    unit.Personnel = BindStrength(clause, unit);
                    break;
                case Concept.Vehicles:
                    unit.Vehicles = BindStrength(clause, unit);
                    break;
                case Concept.Players:
                    unit.Players = BindStrength(clause, unit);
                    break;
                case Concept.As when clause.First<PhraseSyntax>() is { } kind:
                    unit.Kind = BindKind(kind)?.Name ?? "";
                    break;
                case Concept.ReadyIn when clause.First<ValueSyntax>() is { } time:
                    unit.ReadyIn = BindSpan(time);
                    break;
                case Concept.OnStandby:
                    unit.IsStandby = true;
                    break;
                case Concept.People:
                    Report(
                        DiagnosticCode.ClauseDoesNotFit,
                        clause.Span,
                        Quoted(clause),
                        unit.Declaration.Children[0].ToString()
                    );
                    break;
            }
        }

        if (unit.Kind.Length == 0)
        {
            unit.Kind = KindByName(unit.Name);
        }
    }

    private int BindStrength(ClauseSyntax clause, UnitSymbol unit)
    {
        if (clause.First<PhraseSyntax>() is { IsMissing: false } agency)
        {
            unit.Agency = NameTable.NameOf(Tokens, agency.FirstToken, agency.EndToken);
        }

        return clause.First<NumberSyntax>() is { } number ? (int)BindNumber(number, 0, 1_000_000).Constant : 0;
    }

    private UnitSymbol? BindKind(PhraseSyntax phrase)
    {
        if (phrase.IsMissing)
        {
            return null;
        }

        var key = NameAt(phrase.FirstToken, phrase.EndToken);
        if (_prelude.Names.Find<UnitSymbol>(key) is { } kind)
        {
            return kind; // Naming a kind does not make the prelude's unit take part.
        }

        var name = phrase.ToString();
        var nearest = Nearest.To(name, _prelude.Names.All.OfType<UnitSymbol>().Select(u => u.Name));
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownName,
                _unit.Tree.Text,
                phrase.Span,
                [Term.AKind, Quoted(phrase), nearest is null ? "—" : "“" + nearest + "”"],
                []
            )
            {
                Suggestion = nearest,
            }
        );
        return null;
    }

    // The longest prelude unit's name that the name is, or starts with.
    private string KindByName(string name)
    {
        var words = NameTable.Key(name).Split(' ');
        for (var count = words.Length; count > 0; count--)
        {
            if (_prelude.Names.Find<UnitSymbol>(new Name(string.Join(" ", words.Take(count)))) is { } kind)
            {
                return kind.Name;
            }
        }

        return "";
    }

    private void CompleteFormation(FormationSymbol formation)
    {
        var units = ImmutableArray.CreateBuilder<UnitSymbol>();
        foreach (var phrase in formation.Declaration.Clauses.SelectMany(c => c.All<PhraseSyntax>()))
        {
            if (Resolve<UnitSymbol>(phrase, Term.AUnit) is { } unit && !units.Contains(unit))
            {
                units.Add(unit);
            }
        }

        formation.Units = units.ToImmutable();
    }

    private void CompleteRole(RoleSymbol role)
    {
        var names = role.Declaration.Clause(Concept.Commands)?.All<PhraseSyntax>() ?? [];
        var units = ImmutableArray.CreateBuilder<UnitSymbol>();
        foreach (var phrase in names)
        {
            var first = phrase.FirstToken;
            if (TryResolve<FormationSymbol>(first, phrase.EndToken) is { } formation)
            {
                units.AddRange(formation.Units);
            }
            else if (Resolve<UnitSymbol>(phrase, Term.AUnitOrFormation) is { } unit)
            {
                units.Add(unit);
            }
        }

        role.Commands = units.ToImmutable();
    }

    private void CompleteEvent(EventSymbol @event)
    {
        foreach (var clause in ClausesOf(@event))
        {
            switch (clause.Kind)
            {
                case Concept.Every when clause.All<ValueSyntax>().ToList() is [var chance, var period]:
                    @event.Chance = BindPercentage(chance);
                    @event.Every = BindSpan(period);
                    break;
                case Concept.At when clause.First<ClockSyntax>() is { } clock:
                    @event.AtClockMs = clock.Ms;
                    NeedStart(clock);
                    break;
                case Concept.LifeThreateningClause:
                    @event.IsLifeThreatening = true;
                    break;
            }
        }
    }

    private void CompleteCounter(CounterSymbol counter)
    {
        if (counter.Declaration.Clauses.FirstOrDefault() is not { } clause)
        {
            return;
        }

        var bounds = clause.All<NumberSyntax>().ToList();
        counter.Min = bounds.Count > 0 ? bounds[0].Value : 0;
        counter.Max = bounds.Count > 1 ? bounds[1].Value : counter.Min;
        if (counter.Min > counter.Max)
        {
            Report(DiagnosticCode.RangeUpsideDown, clause.Span, clause.ToString());
            counter.Max = counter.Min;
        }

        counter.Start = clause.Clause(Concept.From)?.First<NumberSyntax>() is { } start
            ? BindNumber(start, counter.Min, counter.Max).Constant
            : counter.Min;
    }

    private DrillFacts BindFacts(out BoundSpan endsAfter)
    {
        endsAfter = BoundSpan.Fixed(4 * 3_600_000);
        var facts = new DrillFacts
        {
            Title = TitleOfFile(_main.Tree.Text.Path),
            Language = _main.Dialect.ShortName(),
            EndsAfter = new Amount(0),
        };
        var drills = _main.Tree.Root.Declarations.Where(d => d.Kind == Concept.Drill).ToList();
        foreach (var second in drills.Skip(1))
        {
            Report(DiagnosticCode.DeclaredTwice, second.Children[0].Span, second.Children[0].ToString());
        }

        if (drills.Count == 0)
        {
            return facts;
        }

        var drill = drills[0];
        facts = drill.Title is { } title && title.Value.Length > 0 ? facts with { Title = title.Value } : facts;
        var seen = new HashSet<Concept>();
        foreach (var item in drill.Body?.All<ClauseSyntax>() ?? [])
        {
            if (item.Kind is not (Concept.None or Concept.DrillObjective) && !seen.Add(item.Kind))
            {
                Report(DiagnosticCode.ClauseTwice, item.Span, item.Children[0].ToString());
                continue;
            }

            if (item.Kind == Concept.EndsAfter && item.First<ValueSyntax>() is { } length)
            {
                endsAfter = BindSpan(length);
                if (endsAfter.IsRange)
                {
                    Report(DiagnosticCode.WrongSortOfValue, length.Span, Quoted(length), Term.ADuration);
                    endsAfter = new BoundSpan(endsAfter.High, endsAfter.High);
                }
            }

            facts = WithItem(facts, item);
        }

        return facts;
    }

    private DrillFacts WithItem(DrillFacts facts, ClauseSyntax item)
    {
        var text = item.First<StringSyntax>()?.Value ?? "";
        return item.Kind switch
        {
            Concept.Operation => facts with { Operation = text },
            Concept.Date => facts with { Date = item.First<DateSyntax>()?.ToString() ?? "" },
            Concept.Starts => facts with
            {
                StartsAtMs = item.First<ClockSyntax>()?.Ms,
                Zone = item.All<KeywordSyntax>().Skip(1).FirstOrDefault() is { } zone
                    ? Words.Canonical(zone.Concept, _unit.Dialect)
                    : "",
            },
            Concept.Venue => facts with { Venue = text },
            Concept.Host => facts with { Host = text },
            Concept.DrillObjective => facts with { Objectives = facts.Objectives.Add(text) },
            Concept.Observers => facts with { Observers = text },
            Concept.Participants => facts with { Participants = text },
            Concept.SafetyOfficer => facts with { SafetyOfficer = BindSafetyOfficer(item) },
            Concept.StopWord => facts with { StopWord = text },
            Concept.Personnel => facts with
            {
                Personnel = string.Join(" ", item.Children.Skip(1).Select(c => c.ToString())),
            },
            _ => facts,
        };
    }

    private string BindSafetyOfficer(ClauseSyntax item) =>
        item.First<PhraseSyntax>() is { IsMissing: false } phrase && Resolve<RoleSymbol>(phrase, Term.ARole) is { } role
            ? role.Name
            : "";

    private static string TitleOfFile(string path)
    {
        var slash = path.LastIndexOfAny(['/', '\\']);
        var name = path.Substring(slash + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    // A clock time means nothing without the clock time of the start.
    private void NeedStart(ClockSyntax clock)
    {
        var starts = _main
            .Tree.Root.Declarations.Where(d => d.Kind == Concept.Drill)
            .Any(d => d.Body?.Clause(Concept.Starts) is not null);
        if (!clock.IsMissing && !starts && _main.Tree.Root.Declarations.Any(d => d.Kind == Concept.Phase))
        {
            Report(DiagnosticCode.NeedsStartTime, clock.Span, clock.ToString());
        }
    }
}
