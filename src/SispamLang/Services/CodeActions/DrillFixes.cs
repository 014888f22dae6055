using System.Globalization;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>What the drill should say of itself, and decisions about doctrine.</summary>
internal static class DrillFixes
{
    private const int HourMs = 3_600_000;

    public static IEnumerable<Fix> FirstPhase(FixContext context, Diagnostic diagnostic)
    {
        var name = Declarable.FreeName(context, context.Word(Concept.Phase));
        var phase = Declarable.Text(context, Concept.Phase, name, Term.APhase);
        yield return new Fix(Wording.StartWithPhase, Insertion.Of(context, Concept.Phase, phase))
        {
            IsPreferred = true,
        };
    }

    /// <summary>The full hour before the clock time that needs a start.</summary>
    public static IEnumerable<Fix> Start(FixContext context, Diagnostic diagnostic)
    {
        if (context.At<ClockSyntax>(diagnostic.Span) is { } clock)
        {
            var hour = (clock.Ms / HourMs).ToString("00", CultureInfo.InvariantCulture);
            yield return Add(context, $"{context.Word(Concept.Starts)} {hour}:00 {context.Word(Concept.Wib)}") with
            {
                IsPreferred = true,
            };
        }
    }

    /// <summary>A drill as long as its longest phase.</summary>
    public static IEnumerable<Fix> Length(FixContext context, Diagnostic diagnostic)
    {
        var phase = context.Around<DeclarationSyntax>(diagnostic.Span);
        if (phase?.Clause(Concept.For)?.First<DurationSyntax>() is not { } length || length.LowMs != length.HighMs)
        {
            yield break;
        }

        var ends = context
            .Tree.Root.Declarations.Where(declaration => declaration.Kind == Concept.Drill)
            .SelectMany(drill => drill.Clauses)
            .FirstOrDefault(clause => clause.Kind == Concept.EndsAfter)
            ?.First<ValueSyntax>();
        var item = $"{context.Word(Concept.EndsAfter)} {length}";
        yield return ends is null
            ? Add(context, item)
            : new Fix(Wording.Write, new TextEdit(ends.Span, length.ToString()), item);
    }

    /// <summary>What a doctrine asks for, if it is but a line, or the decision not to keep it.</summary>
    public static IEnumerable<Fix> Doctrine(FixContext context, Diagnostic diagnostic)
    {
        var name = $"{diagnostic.Arguments[0]}".Trim('“', '”');
        var rule = context.Compilation.Drill.Doctrines.SelectMany(d => d.Rules).FirstOrDefault(r => r.FullName == name);
        if (rule?.Check == BuiltInCheck.StopWord)
        {
            yield return Add(context, $"{context.Word(Concept.StopWord)} \"{context.Say(Wording.TextHere)}\"");
        }
        else if (rule?.Check == BuiltInCheck.SafetyOfficer)
        {
            foreach (var role in Declarable.NamesOf(context, Term.ARole))
            {
                yield return Add(context, $"{context.Word(Concept.SafetyOfficer)} {role}");
            }
        }

        var waiver = $"{context.Word(Concept.Waive)} {name} \"{context.Say(Wording.ReasonHere)}\"";
        yield return new Fix(Wording.Waive, Insertion.Of(context, Concept.Waive, waiver), name);
    }

    private static Fix Add(FixContext context, string item) =>
        new(Wording.AddToDrill, Insertion.InDrill(context, item), item);
}
