using System.Collections.Immutable;
using System.Text;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Writes the form of an action: words as they are, what the planner fills in in capitals, what may be left out in
/// brackets.</summary>
internal sealed class SignatureText(ActionForm form, Dialect dialect)
{
    private readonly StringBuilder _label = new();
    private readonly ImmutableArray<TextSpan>.Builder _parts = ImmutableArray.CreateBuilder<TextSpan>();

    /// <summary>The clause that is being typed, or null.</summary>
    public Concept? Typed { get; init; }

    /// <summary>Clauses stand there, so it is not the object that is being typed.</summary>
    public bool IsBehindObject { get; init; }

    /// <summary>The whole.</summary>
    public ActionSignature ToSignature(Dialect language)
    {
        int? active = null;
        AddSubject();
        if (form.Object is { } what)
        {
            AddPart(NameOf(what), isOptional: form == ActionForm.Tactic);
            active = IsBehindObject ? null : _parts.Count - 1;
            if (form.JoinsUnits)
            {
                _label.Append(" [").Append(Words.Canonical(Concept.And, dialect)).Append(' ');
                _label.Append(NameOf(what)).Append(']');
            }
        }

        foreach (var clause in form.Clauses)
        {
            AddPart(Words.Canonical(clause.Word, dialect) + " " + NameOf(clause.What), !clause.IsRequired);
            if (clause.Word == Typed)
            {
                active = _parts.Count - 1;
            }
        }

        return new ActionSignature(
            _label.ToString(),
            _parts.ToImmutable(),
            active,
            WordMeanings.Of(form.Word, language)
        );
    }

    // A crowd and a role stand before what they do.
    private void AddSubject()
    {
        _label.Append(
            Words.PositionOf(form.Word) switch
            {
                _ when form == ActionForm.Tactic => NameOf(Term.ATactic),
                _ when form == ActionForm.Event => NameOf(Term.AnEvent),
                WordPosition.CrowdEvent => NameOf(Term.ACrowd) + " " + Words.Canonical(form.Word, dialect),
                WordPosition.Happening => NameOf(Term.ARole) + " " + Words.Canonical(form.Word, dialect),
                _ => Words.Canonical(form.Word, dialect),
            }
        );
    }

    private void AddPart(string text, bool isOptional)
    {
        _label.Append(isOptional ? " [" : " ");
        _parts.Add(new TextSpan(_label.Length, text.Length));
        _label.Append(text).Append(isOptional ? "]" : "");
    }

    private string NameOf(Term what)
    {
        switch (what)
        {
            case Term.AString:
                return "\"…\"";
            case Term.ANumber:
                return "N";
            case Term.ADuration:
                return "5 " + Words.Canonical(Concept.Minutes, dialect);
            case Term.AUnitOrFormation:
                return NameOf(Term.AUnit);
            default:
                var name = what.In(dialect);
                var article = dialect == Dialect.English ? name.IndexOf(' ') + 1 : 0;
                return name.Substring(article).ToUpperInvariant();
        }
    }
}
