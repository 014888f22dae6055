using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Library;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>Doctrines: what they say, which of them the drill follows, what it waives, and what they ask of its crowds.</summary>
internal sealed partial class Binder
{
    private readonly Dictionary<string, Doctrine> _doctrines = new(StringComparer.Ordinal);

    private void DeclareDoctrines()
    {
        foreach (var syntax in _unit.Tree.Root.Declarations)
        {
            if (syntax is not { Kind: Concept.Doctrine, Name: { IsMissing: false } name })
            {
                continue;
            }

            var doctrine = ReadDoctrine(syntax, NameTable.NameOf(Tokens, name.FirstToken, name.EndToken));
            var key = NameTable.Key(doctrine.Name);
            if (_doctrines.ContainsKey(key))
            {
                Report(DiagnosticCode.DeclaredTwice, name.Span, Quoted(name));
            }
            else
            {
                _doctrines.Add(key, doctrine);
            }
        }
    }

    private Doctrine ReadDoctrine(DeclarationSyntax syntax, string name)
    {
        var rules = ImmutableArray.CreateBuilder<DoctrineRule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in syntax.Body?.All<DeclarationSyntax>() ?? [])
        {
            if (rule.Name is not { IsMissing: false } id)
            {
                continue;
            }

            if (!ids.Add(KeyOf(id)))
            {
                Report(DiagnosticCode.DeclaredTwice, id.Span, Quoted(id));
                continue;
            }

            rules.Add(ReadRule(rule, name, NameTable.NameOf(Tokens, id.FirstToken, id.EndToken)));
        }

        var edition = syntax.Body?.Clause(Concept.Edition)?.First<NumberSyntax>();
        return new Doctrine(
            _unit,
            name,
            syntax.Title?.Value ?? "",
            edition is null ? 0 : (int)BindNumber(edition, 0, 9999).Constant,
            rules.ToImmutable(),
            syntax
        );
    }

    private static DoctrineRule ReadRule(DeclarationSyntax rule, string doctrine, string id)
    {
        var confidence = rule.Clause(Concept.Confidence)?.All<KeywordSyntax>().Last().Concept switch
        {
            Concept.HighConfidence => Confidence.High,
            Concept.MediumConfidence => Confidence.Medium,
            _ => Confidence.Recalled,
        };
        BuiltInCheck? check = rule.Body?.Clause(Concept.Check)?.All<KeywordSyntax>().Last().Concept switch
        {
            Concept.StopWordCheck => BuiltInCheck.StopWord,
            Concept.SafetyOfficerCheck => BuiltInCheck.SafetyOfficer,
            Concept.WayBackCheck => BuiltInCheck.WayBackToCalm,
            _ => null,
        };
        return new DoctrineRule(
            doctrine,
            id,
            rule.Title?.Value ?? "",
            confidence,
            rule.Clause(Concept.Reason)?.First<StringSyntax>()?.Value ?? "",
            check,
            rule.Body?.First<DeclarationSyntax>(),
            rule
        );
    }

    /// <summary>The doctrines that the drill follows, and those it is to be measured against besides.</summary>
    private ImmutableArray<Doctrine> FollowedDoctrines(ImmutableArray<string> besides)
    {
        var followed = ImmutableArray.CreateBuilder<Doctrine>();
        foreach (var phrase in FollowsOf(_main.Tree))
        {
            if (phrase.IsMissing)
            {
                continue;
            }

            if (_doctrines.TryGetValue(KeyOf(phrase), out var doctrine))
            {
                Mention(doctrine, null, phrase);
                Add(doctrine);
            }
            else
            {
                ReportUnknownDoctrine(NameTable.NameOf(Tokens, phrase.FirstToken, phrase.EndToken), phrase.Span);
            }
        }

        foreach (var name in besides)
        {
            if (_doctrines.TryGetValue(NameTable.Key(name), out var doctrine))
            {
                Add(doctrine);
            }
            else
            {
                // The file does not name it, so it is reported where the file begins.
                ReportUnknownDoctrine(name, _main.Tree.Root.Declarations.FirstOrDefault()?.Children[0].Span ?? default);
            }
        }

        return followed.ToImmutable();

        void Add(Doctrine doctrine)
        {
            if (!followed.Contains(doctrine))
            {
                followed.Add(doctrine);
            }
        }
    }

    private void Mention(Doctrine doctrine, DoctrineRule? rule, PhraseSyntax name) =>
        _unit.DoctrineReferences.Add(new DoctrineReference(name.FirstToken, name.EndToken, doctrine, rule));

    /// <summary>The names behind <c>follows</c>.</summary>
    internal static IEnumerable<PhraseSyntax> FollowsOf(SyntaxTree tree) =>
        tree
            .Root.Declarations.Where(d => d.Kind == Concept.Drill)
            .SelectMany(d => d.Body?.All<ClauseSyntax>() ?? [])
            .Where(c => c.Kind == Concept.Follows)
            .SelectMany(c => c.All<PhraseSyntax>());

    private void ReportUnknownDoctrine(string name, TextSpan span)
    {
        var known = _doctrines.Values.Select(d => d.Name).Concat(Doctrines.Names);
        var nearest = Nearest.To(name, known);
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownName,
                _unit.Tree.Text,
                span,
                [Term.ADoctrine, "“" + Shorten(name) + "”", Nearest.InQuotes(nearest)],
                []
            )
            {
                Suggestion = nearest,
            }
        );
    }

    private ImmutableArray<Waiver> BindWaivers(ImmutableArray<Doctrine> followed)
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        ForEachUnit(() =>
        {
            foreach (var syntax in _unit.Tree.Root.Declarations.Where(d => d.Kind == Concept.Waive))
            {
                if (BindWaiver(syntax) is not { } waiver)
                {
                    continue;
                }

                var isUsed =
                    followed.Any(d => d.Rules.Contains(waiver.Rule)) && !waivers.Any(w => w.Rule == waiver.Rule);
                if (isUsed)
                {
                    waivers.Add(waiver);
                }
                else
                {
                    Report(DiagnosticCode.UnusedWaiver, syntax.Span, "“" + waiver.Rule.FullName + "”");
                }
            }
        });
        return waivers.ToImmutable();
    }

    private Waiver? BindWaiver(DeclarationSyntax syntax)
    {
        var names = syntax.All<PhraseSyntax>().ToList();
        if (names.Any(n => n.IsMissing) || names.Count != 2)
        {
            return null; // The parser has reported it.
        }

        if (!_doctrines.TryGetValue(KeyOf(names[0]), out var doctrine))
        {
            // The files of those that are not followed are not there.
            if (Doctrines.Find(names[0].ToString()) is null)
            {
                ReportUnknownDoctrine(names[0].ToString(), names[0].Span);
            }
            else
            {
                Report(DiagnosticCode.UnusedWaiver, syntax.Span, $"“{names[0]}/{names[1]}”");
            }

            return null;
        }

        Mention(doctrine, null, names[0]);
        if (doctrine.Rules.FirstOrDefault(r => NameTable.Key(r.Id) == KeyOf(names[1])) is not { } rule)
        {
            var nearest = Nearest.To(names[1].ToString(), doctrine.Rules.Select(r => r.Id));
            _unit.Diagnostics.Add(
                new Diagnostic(
                    DiagnosticCode.UnknownName,
                    _unit.Tree.Text,
                    names[1].Span,
                    [Term.ADoctrineRule, Quoted(names[1]), Nearest.InQuotes(nearest)],
                    []
                )
                {
                    Suggestion = nearest,
                }
            );
            return null;
        }

        Mention(doctrine, rule, names[1]);
        return new Waiver(rule, syntax.Title?.Value ?? "", BindBy(syntax), _unit, syntax);
    }

    // What the doctrines ask, of each crowd in turn; once, if it does not speak of the crowd.
    private ImmutableArray<BoundProperty> BindDoctrineProperties(
        BoundDrill drill,
        ImmutableArray<Doctrine> followed,
        ImmutableArray<Waiver> waivers
    )
    {
        var properties = ImmutableArray.CreateBuilder<BoundProperty>();
        foreach (var doctrine in followed)
        {
            Enter(doctrine.Source);
            foreach (var rule in doctrine.Rules)
            {
                if (rule.Property is not { } syntax)
                {
                    continue;
                }

                var waiver = waivers.FirstOrDefault(w => w.Rule == rule);
                foreach (var crowd in _crowds)
                {
                    _asked = new AskedOf(drill) { Crowd = crowd };
                    var property = BindProperty(syntax, rule) with { Waiver = waiver };
                    var isOfCrowd = _asked.CrowdWasAsked && _crowds.Length > 1;
                    properties.Add(isOfCrowd ? property with { Crowd = crowd } : property);
                    if (!isOfCrowd)
                    {
                        break;
                    }
                }
            }
        }

        _asked = null;
        Enter(_main);
        return properties.ToImmutable();
    }
}
