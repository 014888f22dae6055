using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;

namespace SispamLang.Services;

/// <summary>Crowds, tempers, events, counters, params and phases.</summary>
internal sealed partial class SymbolFacts
{
    private IEnumerable<string> OfCrowd(CrowdSymbol crowd)
    {
        yield return Say(
            Wording.PeopleAndTemper,
            Number(crowd.People),
            crowd.Temper?.NameIn(language) ?? Word(Concept.Temper)
        );
        yield return Say(Wording.GathersIn, Word(crowd.GathersIn.ToConcept()));
        if ((crowd.Place ?? drill.Places.FirstOrDefault()) is { } place)
        {
            yield return Say(Wording.GathersAt, place.Name);
        }

        if (crowd.From is { } phase)
        {
            yield return Say(Wording.GathersFrom, phase.Name);
        }

        if (crowd.GrowsTo is { } size)
        {
            yield return Say(Wording.GrowsTo, Number(size), Time(crowd.GrowsOver));
        }

        if (crowd.PlayedBy is { } unit)
        {
            yield return Say(Wording.PlayedBy, unit.Name);
        }

        if (crowd.IsLifeThreatening)
        {
            yield return Say(Wording.LifeThreateningCrowd);
        }
    }

    private IEnumerable<string> OfTemper(TemperSymbol temper)
    {
        if (temper.GathersAfter != BoundSpan.Zero)
        {
            yield return Say(Wording.GathersAfter, Time(temper.GathersAfter));
        }

        foreach (var behaviour in temper.Behaviours)
        {
            yield return behaviour.Leaves
                ? Say(Wording.LeavesAfter, Time(behaviour.Every), Word(behaviour.While.ToConcept()))
            : behaviour.While == Mood.Absent
                ? Say(Wording.RollsEvery, Time(behaviour.Every), Chances(behaviour.Outcomes))
            : Say(
                Wording.RollsEveryWhile,
                Time(behaviour.Every),
                Chances(behaviour.Outcomes),
                Word(behaviour.While.ToConcept())
            );
        }

        if (temper.Behaviours.IsEmpty)
        {
            yield return Say(Wording.OnlyScripted);
        }
    }

    private IEnumerable<string> OfEvent(EventSymbol @event)
    {
        if (@event.Every is { } period)
        {
            yield return Say(Wording.RolledEvery, Time(period), Percentage(@event.Chance));
        }

        if (@event.AtClockMs is { } clock)
        {
            yield return Say(Wording.AtClock, ValueText.Clock(clock));
        }

        var raising = RulesWith<BoundRaise>(raise => raise.Event == @event);
        if (raising.Count > 0)
        {
            yield return Say(Wording.RaisedBy, Rules(raising));
        }
        else if (@event.Every is null && @event.AtClockMs is null)
        {
            yield return Say(Wording.RaisedFromOutside);
        }

        if (@event.IsLifeThreatening)
        {
            yield return Say(Wording.LifeThreateningEvent);
        }
    }

    private IEnumerable<string> OfCounter(CounterSymbol counter)
    {
        yield return Say(Wording.CounterBounds, counter.Min, counter.Max, counter.Start);
        var changing = RulesWith<BoundCounting>(counting => counting.Counter == counter);
        if (changing.Count > 0)
        {
            yield return Say(Wording.ChangedBy, Rules(changing));
        }
    }

    private IEnumerable<string> OfParam(ParamSymbol param)
    {
        Func<long, string> text = param.Kind switch
        {
            ParamKind.Number => ValueText.Number,
            ParamKind.Percentage => ValueText.Percentage,
            _ => ms => ValueText.Duration(ms, language),
        };
        var hasBounds = param.Declaration.Clause(Concept.From) is not null;
        yield return hasBounds
            ? Say(Wording.ParamBounds, text(param.Default), text(param.Min), text(param.Max))
            : text(param.Default);
    }

    private IEnumerable<string> OfPhase(PhaseSymbol phase)
    {
        if (phase.For is { } length)
        {
            yield return Say(Wording.PhaseLasts, Time(length));
        }

        if (phase.Until is { } until)
        {
            yield return Say(Wording.PhaseUntil, until.Syntax.ToOneLine());
        }
        else if (phase.For is null)
        {
            yield return Say(Wording.PhaseEndsItself);
        }

        var number = drill.Phases.IndexOf(phase);
        if (number >= 0)
        {
            yield return number == 0 ? Say(Wording.FirstPhase) : Say(Wording.ComesAfter, drill.Phases[number - 1].Name);
        }

        var going = RulesWith<BoundLeave>(leave => leave.Phase == phase);
        if (going.Count > 0)
        {
            yield return Say(Wording.ReachedBy, Rules(going));
        }

        foreach (var (place, risk) in phase.Risks)
        {
            yield return Say(Wording.RiskInPhase, place.Name, Word(risk.ToConcept()));
        }

        yield return Say(Wording.RuleCount, drill.Rules.Count(rule => rule.Phase == phase));
    }
}
