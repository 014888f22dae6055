using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>
/// Properties that no run can keep, and those that no run can break, as far as it shows without running the drill: what
/// they name never comes to pass, or always does.
/// </summary>
internal sealed class PropertyChecks(BoundDrill drill, WaitChecks waits, Findings findings)
{
    public void Check()
    {
        foreach (var property in drill.Properties)
        {
            if (WhyNotKept(property) is { } why)
            {
                ReportNotKept(property, why);
            }
            else if (property.Rule is null && IsIdle(property))
            {
                findings.Report(
                    DiagnosticCode.PropertyIsIdle,
                    property.Source,
                    property.Syntax.Span,
                    Findings.Quote(property.Text)
                );
            }
        }

        foreach (var waiver in drill.Waivers)
        {
            findings.Report(
                DiagnosticCode.Waived,
                waiver.Source,
                waiver.Syntax.Span,
                Findings.Quote(waiver.Rule.FullName),
                waiver.Rule.Article,
                waiver.Reason.TrimEnd('.')
            );
        }
    }

    /// <summary>What is missing for the property to be kept, or what always breaks it.</summary>
    private BoundHappening? WhyNotKept(BoundProperty property)
    {
        if (property.While is { } scope && Never(scope))
        {
            return null;
        }

        return property.Pattern switch
        {
            PropertyPattern.Never or PropertyPattern.Always when Always(property.First) => property.First,
            PropertyPattern.Expect when !CanCome(property.First) => property.First,
            PropertyPattern.Require when property.Target is { } target && CanCome(target) => !CanCome(property.First)
                ? property.First
            : property.Then is { } then && !CanCome(then) ? then
            : null,
            PropertyPattern.Respond when CanCome(property.First) && !CanCome(property.Target) => property.Target,
            _ => null,
        };
    }

    private bool IsIdle(BoundProperty property) =>
        (property.While is { } scope && Never(scope))
        || property.Pattern switch
        {
            PropertyPattern.Never or PropertyPattern.Always or PropertyPattern.Respond => !CanCome(property.First),
            PropertyPattern.Require => !CanCome(property.Target),
            _ => false,
        };

    private bool CanCome(BoundHappening? happening) =>
        happening is not null
        && (happening.Events.Any(waits.CanHappen) || (happening.Condition is { } condition && !Never(condition)));

    private static bool Always(BoundHappening happening) =>
        happening is { Count: 1, Condition: { } condition } && Constant(condition) == true;

    private static bool Never(BoundCondition condition) => Constant(condition) == false;

    // What is decided already; null: it depends on the run.
    private static bool? Constant(BoundCondition condition)
    {
        switch (condition)
        {
            case BoundConstant constant:
                return constant.Value;
            case BoundNot not:
                return !Constant(not.Operand);
            case BoundJoined joined:
                bool? decided = joined.All;
                foreach (var operand in joined.Operands)
                {
                    var part = Constant(operand);
                    if (part == !joined.All)
                    {
                        return part;
                    }

                    decided = part is null ? null : decided;
                }

                return decided;
            default:
                return null;
        }
    }

    private void ReportNotKept(BoundProperty property, BoundHappening missing)
    {
        if (property.Rule is { } rule)
        {
            var (source, span) = PlaceOf(property);
            findings.Report(
                rule,
                property.Waiver,
                source,
                span,
                Findings.OneLine(property.Syntax) + (property.Crowd is null ? "" : " (" + property.Crowd.Name + ")")
            );
            return;
        }

        // What never may be holds in any case: what is missing is that it does not.
        var words = missing.Syntax.ToOneLine();
        findings.Report(
            DiagnosticCode.PropertyCannotBeKept,
            property.Source,
            property.Syntax.Span,
            Findings.Quote(property.Text),
            Findings.Quote(
                property.Pattern == PropertyPattern.Never
                    ? Words.Canonical(Concept.Not, property.Source.Dialect) + " " + words
                    : words
            )
        );
    }

    // A rule of a doctrine is found broken where the drill does what calls for it.
    private (SourceUnit Source, TextSpan Span) PlaceOf(BoundProperty property)
    {
        var causes = property.Pattern switch
        {
            PropertyPattern.Require => property.Target?.Events,
            PropertyPattern.Respond => property.First.Events,
            _ => null,
        };
        (SourceUnit, TextSpan)? found = null;
        drill.VisitActions(
            (rule, action) =>
            {
                if (found is null && causes?.Any(e => IsBroughtAbout(e, action)) == true)
                {
                    found = (rule.Source, action.Syntax.Span);
                }
            }
        );
        return found ?? findings.PlaceOfDoctrine(property.Rule?.Doctrine ?? "");
    }

    private static bool IsBroughtAbout(BoundEvent @event, BoundAction action) =>
        action switch
        {
            BoundTactic tactic => @event.Activity is { } wanted
                && wanted.Tactic == tactic.Tactic
                && (wanted.Crowd is null || wanted.Crowd == tactic.Crowd),
            BoundHandOver handOver => @event.Activity?.Kind == handOver.Activity.Kind,
            BoundDeploy deploy => @event.Kind == SignalKind.UnitDeployed
                && deploy.Units.Any(unit => unit == @event.Subject),
            _ => false,
        };
}
