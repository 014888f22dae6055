using System.Globalization;
using Compare;
using SispamLang.Runtime;

// Two drills, a thousand runs of each: how long they take, and how their crowds end.
const int Runs = 1000;

Console.WriteLine($"{"drill", -44} {"ends after", -12} {"gone home", 10} {"anarchic", 10}");
Report(new BlitarKota(), (int)BlitarKota.CrowdId.KelompokPenolak);
Report(new PasuruanKota(), (int)PasuruanKota.CrowdId.Marchers);

static void Report(Runner drill, int crowd)
{
    var wasAnarchic = false;
    drill.Trace = entry =>
        wasAnarchic |= entry.Code == TraceCode.MoodIs && entry.A == crowd && (Mood)entry.B == Mood.Anarchic;

    long time = 0;
    var home = 0;
    var anarchic = 0;
    for (var seed = 1UL; seed <= Runs; seed++)
    {
        wasAnarchic = false;
        drill.Start(seed);
        drill.RunToEnd();
        time += drill.Now;
        home += drill.MoodOf(crowd) == Mood.Dispersed ? 1 : 0;
        anarchic += wasAnarchic ? 1 : 0;
    }

    var mean = TraceText.FormatTime(time / Runs);
    Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{drill.Info.Title, -44} {mean, -12} {home, 10} {anarchic, 10}")
    );
}
