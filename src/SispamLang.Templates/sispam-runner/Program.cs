using Drills;
using SispamLang.Runtime;

// One run of rally.sispam: the crowd comes, gets worse, and what follows is told line by line.
var drill = new Rally();
drill.Trace = entry =>
    Console.WriteLine(
        $"{TraceText.FormatTime(entry.TimeMs)}  {TraceText.Describe(entry, drill.Info, drill.Info.Language)}"
    );
drill.Start(seed: 7);
drill.AdvanceTo(10 * 60_000);
drill.RaiseCrowdGathers();
drill.AdvanceTo(20 * 60_000);
drill.RaiseCrowdEscalates();
drill.RunToEnd();

Console.WriteLine($"Dalmas Awal: {drill.PlacementOf(Rally.UnitId.DalmasAwal)}");
