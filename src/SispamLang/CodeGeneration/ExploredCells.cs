using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what each number of a packed state is in the state that runs.</summary>
internal static class ExploredCells
{
    /// <summary>An expression for the end of a pause.</summary>
    public const string PauseEnd = "s.PauseEnd > s.Now ? s.PauseEnd : long.MaxValue";

    /// <summary>Whether nothing but its bits bounds a number.</summary>
    public static bool CanBeTooMuch(ExploredKind kind) =>
        kind
            is ExploredKind.Size
                or ExploredKind.GrowthSteps
                or ExploredKind.Counter
                or ExploredKind.Count
                or ExploredKind.PropertyCount
                or ExploredKind.TargetCount;

    /// <summary>An expression for a number, as it is packed.</summary>
    public static string Value(DrillProgram program, ExploredCell cell)
    {
        var subject = cell.Subject;
        return cell.Kind switch
        {
            ExploredKind.Phase => "s.Phase",
            ExploredKind.LifeThreatened => "s.LifeThreatened",
            ExploredKind.Control => "s.Control + 1",
            ExploredKind.PhaseEnding => "s.PhaseEnding",
            ExploredKind.TimeIsUp => "s.PhaseEnding != 0 && s.EndReason == (int)Rt::PhaseEndReason.TimeUp ? 1 : 0",
            ExploredKind.UntilCame => "s.UntilCame",
            ExploredKind.Order => "s.Order",
            ExploredKind.OrderedPhase => "s.Order != 0 ? s.OrderedPhase + 1 : 0",
            ExploredKind.Mood => $"(int)s.Mood{subject}",
            ExploredKind.Expected => $"s.Expected{subject}",
            ExploredKind.CrowdPlace => $"s.CrowdPlace{subject}",
            ExploredKind.Size => $"s.Size{subject}",
            ExploredKind.GrowthSteps => $"IsPresent(s.Mood{subject}) ? s.GrowthSteps{subject} : 0",
            ExploredKind.Placement => $"(int)s.Placement{subject}",
            ExploredKind.UnitPlace => $"s.PlaceOf{subject} + 1",
            ExploredKind.Counter => $"s.Counter{subject} - {Literal.Of(program.Counters[subject].Min)}",
            ExploredKind.Step => $"s.At{subject}",
            ExploredKind.Count or ExploredKind.HandOverPlace when cell.Steps.IsEmpty => "0",
            ExploredKind.Count => $"{IsAt(cell)} ? s.Count{subject} : 0",
            ExploredKind.HandOverPlace => $"{IsAt(cell)} ? s.HandOverPlace{subject} + 1 : 0",
            ExploredKind.Held when cell.Phase >= 0 => $"s.PhaseEnding == 0 ? s.Held{subject} : 0",
            ExploredKind.Held => $"s.Held{subject}",
            ExploredKind.Pending => $"s.Pending{subject}",
            ExploredKind.Due => $"s.Due{subject}",
            ExploredKind.ForOver => "s.ForOver",
            ExploredKind.PauseEnd => PauseEnd,
            ExploredKind.Noted when cell.Steps.IsEmpty => "long.MaxValue",
            ExploredKind.Noted => $"{IsAt(cell)} && s.Noted{subject} > s.Now ? s.Noted{subject} : long.MaxValue",
            ExploredKind.Deadline => $"_watched.Property{subject}.Deadline",
            ExploredKind.IsOpen => "1",
            ExploredKind.IsDone => "property.IsDone ? 1 : 0",
            ExploredKind.IsAsked => "property.IsAsked ? 1 : 0",
            ExploredKind.PropertyHeld => "property.Held ? 1 : 0",
            ExploredKind.Stage => "property.Stage",
            ExploredKind.PropertyCount => Count(program.Properties[subject]),
            ExploredKind.TargetCount when program.Properties[subject].Pattern == PropertyPattern.Respond =>
                "property.IsAsked ? property.TargetCount : 0",
            ExploredKind.TargetCount => "property.TargetCount",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Writes that a number is taken from a packed state.</summary>
    public static void WriteUnpack(Emission emission, ExploredCell cell)
    {
        var (program, code, subject) = (emission.Program, emission.Out, cell.Subject);
        var bits = Bits(cell);
        code.Line(
            cell.Kind switch
            {
                ExploredKind.Phase => $"s.Phase = {bits};",
                ExploredKind.LifeThreatened => $"s.LifeThreatened = {bits};",
                ExploredKind.Control => $"s.Control = {bits} - 1;",
                ExploredKind.PhaseEnding => $"s.PhaseEnding = {bits};",
                ExploredKind.TimeIsUp =>
                    $"s.EndReason = {bits} != 0 ? (int)Rt::PhaseEndReason.TimeUp : (int)Rt::PhaseEndReason.Order;",
                ExploredKind.UntilCame => $"s.UntilCame = {bits};",
                ExploredKind.Order => $"s.Order = {bits};",
                ExploredKind.OrderedPhase => $"s.OrderedPhase = {bits} - 1;",
                ExploredKind.Mood => $"s.Mood{subject} = (Rt::Mood){bits};",
                ExploredKind.Expected => $"s.Expected{subject} = {bits};",
                ExploredKind.CrowdPlace => $"s.CrowdPlace{subject} = {bits};",
                ExploredKind.Size => $"s.Size{subject} = {bits};",
                ExploredKind.GrowthSteps => $"s.GrowthSteps{subject} = {bits};",
                ExploredKind.Placement => $"s.Placement{subject} = (Rt::Placement){bits};",
                ExploredKind.UnitPlace => $"s.PlaceOf{subject} = {bits} - 1;",
                ExploredKind.Counter => $"s.Counter{subject} = {bits} + {Literal.Of(program.Counters[subject].Min)};",
                ExploredKind.Step => $"s.At{subject} = {bits};",
                ExploredKind.Count => $"s.Count{subject} = {bits};",
                ExploredKind.HandOverPlace => $"s.HandOverPlace{subject} = {bits} - 1;",
                ExploredKind.Held => $"s.Held{subject} = {bits};",
                ExploredKind.Pending => $"s.Pending{subject} = {bits};",
                _ => throw new UnreachableException(),
            }
        );
    }

    /// <summary>Writes that what is known of a property is taken from a packed state.</summary>
    public static void WriteUnpackProperty(Emission emission, ExploredState explored, int number)
    {
        var code = emission.Out;
        var cells = Of(explored, number);
        code.Line(
            $"_watchedFrom.Property{number} = {Bits(cells[ExploredKind.IsOpen])} == 0 ? Rt::PropertyMonitor.New : Rt::PropertyMonitor.At({Is(ExploredKind.IsDone)}, {Is(ExploredKind.IsAsked)}, {Is(ExploredKind.PropertyHeld)}, {Number(ExploredKind.Stage)}, {Number(ExploredKind.PropertyCount)}, {Number(ExploredKind.TargetCount)});"
        );

        string Is(ExploredKind kind) => cells.TryGetValue(kind, out var cell) ? $"{Bits(cell)} != 0" : "false";

        string Number(ExploredKind kind) => cells.TryGetValue(kind, out var cell) ? Bits(cell) : "0";
    }

    /// <summary>Writes that what is known of a property is packed: what nothing will read any more is left 0.</summary>
    public static void WritePackProperty(Emission emission, ExploredState explored, int number)
    {
        var (property, code) = (emission.Program.Properties[number], emission.Out);
        var cells = Of(explored, number);
        code.Open($"if (_watched.Property{number}.IsOpen && !IsSettled[{number}])");
        code.Line($"ref Rt::PropertyMonitor property = ref _watched.Property{number};");
        Pack(ExploredKind.IsOpen);
        Pack(ExploredKind.IsDone);
        var judgedOnce = property is { Pattern: PropertyPattern.Require, IsEach: false };
        var ends = property.Pattern == PropertyPattern.Expect || judgedOnce;
        if (ends)
        {
            code.Open("if (!property.IsDone)");
        }

        for (var kind = ExploredKind.IsAsked; kind <= ExploredKind.TargetCount; kind++)
        {
            Pack(kind);
        }

        if (ends)
        {
            code.Close();
        }

        code.Close();
        code.Blank();

        void Pack(ExploredKind kind)
        {
            if (!cells.TryGetValue(kind, out var cell))
            {
                return;
            }

            var value = Value(emission.Program, cell);
            if (CanBeTooMuch(kind))
            {
                code.Line($"tooMuch |= (ulong)({value}) >> {cell.Bits};");
            }

            code.Line($"state[{cell.Word}] |= (ulong)({value}) << {cell.Shift};");
        }
    }

    private static Dictionary<ExploredKind, ExploredCell> Of(ExploredState explored, int property) =>
        explored
            .Cells.Where(cell => cell.Kind >= ExploredKind.IsOpen && cell.Subject == property)
            .ToDictionary(cell => cell.Kind);

    private static string Bits(ExploredCell cell) =>
        $"(int)(state[{cell.Word}] >> {cell.Shift} & {(1UL << cell.Bits) - 1})";

    private static string IsAt(ExploredCell cell) =>
        $"s.At{cell.Subject} is {string.Join(" or ", cell.Steps.Select(step => Literal.Of(step + 1)))}";

    private static string Count(PropertySpec property) =>
        property.Pattern is PropertyPattern.Never or PropertyPattern.Always
            ? $"global::System.Math.Min(property.Count, {property.First.Count})"
            : "property.Count";
}
