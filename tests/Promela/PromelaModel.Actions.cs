using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// Units, tactics and counters.
internal sealed partial class PromelaModel
{
    // Where it goes on, plus 1, in go; 0: it stays.
    private void LookAtMuster(int rule, Muster muster, int next)
    {
        ActivitySpec activity = _program.Activities[muster.Activity];
        string impossible = activity.Effects.IsEmpty ? "0" : "!" + PromelaConditions.IsPresent(activity.Crowd);
        string place = activity.Crowd < 0 ? DefaultPlace() : $"{_program.Crowds[activity.Crowd].Place + 1}";
        string isThere = activity.Needs.IsEmpty
            ? "1"
            : PromelaConditions.Any(activity.Needs.Select(u => Is(u, Placement.AtPlace)));
        string comes = PromelaConditions.Any(activity.Needs.Select(u => Is(u, Placement.OnTheWay)));
        Line($"go = {muster.Target + 1};");
        If(
            $"!({UntilHolds(rule, muster.Until)} || {impossible})",
            () => Line($"go = {isThere} ? {next + 1} : {comes} ? 0 : go;")
        );

        string Is(int unit, Placement placement) => $"unit_{unit} == {(int)placement} && place_{unit} == {place}";
    }

    // Plus 1.
    private string DefaultPlace()
    {
        string place = $"{_program.Crowds[0].Place + 1}";
        for (int crowd = _program.Crowds.Length - 1; crowd >= 0; crowd--)
        {
            place = $"({PromelaConditions.IsPresent(crowd)} ? {_program.Crowds[crowd].Place + 1} : {place})";
        }

        return place;
    }

    private void WriteDeploy(Deploy order)
    {
        int unit = order.Unit;
        string place = order.To.Kind == DestinationKind.Place ? $"{order.To.Index + 1}" : DefaultPlace();
        Line($"least = {place};");
        If(
            $"!({IsOut(unit)} && place_{unit} == least)",
            () =>
            {
                Line($"unit_{unit} = {(int)Placement.OnTheWay}; place_{unit} = least;");
                Enqueue(SignalKind.UnitDeployed, unit, order.By);
                Set(Timer(TimerKind.UnitArrives, unit), Steps(_program.Units[unit].ReadyIn));
            }
        );
    }

    private void WriteWithdraw(Withdraw order)
    {
        int unit = order.Unit;
        If(
            IsOut(unit),
            () =>
            {
                Line($"unit_{unit} = {(int)Placement.Back}; place_{unit} = 0;");
                TurnOff(TimerKind.UnitArrives, unit);
                Enqueue(SignalKind.UnitWithdrawn, unit, order.By);
            }
        );
    }

    private static string IsOut(int unit) =>
        $"(unit_{unit} == {(int)Placement.OnTheWay} || unit_{unit} == {(int)Placement.AtPlace})";

    private void SetCounter(int counter, string value)
    {
        long most = _program.Counters[counter].Max - _program.Counters[counter].Min;
        Line($"least = {value};");
        If("least < 0", () => Line("least = 0;"));
        If($"least > {most}", () => Line($"least = {most};"));
        If(
            $"least != count_{counter}",
            () =>
            {
                Line($"count_{counter} = least;");
                Enqueue(SignalKind.CounterChanges, counter);
            }
        );
    }

    private void EndActivity(int rule, int activity, int by)
    {
        Line($"under_{activity}--; act_{rule} = 0;");
        Enqueue(SignalKind.ActivityEnds, activity, by);
    }

    private void TurnOff(TimerKind kind, int subject, int clause = 0)
    {
        if (Timer(kind, subject, clause) is >= 0 and var timer)
        {
            Line($"timer_{timer} = 0;");
        }
    }
}
