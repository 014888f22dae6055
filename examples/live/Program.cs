using System.Runtime.CompilerServices;
using Live;
using SispamLang.Runtime;

// A drill in real time, or faster (--speed 60), for everybody who opens the page: http://localhost:5000
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var host = new DrillHost(new PasuruanKota(), new FastTime(app.Configuration.GetValue("speed", 60.0)));
host.Start(app.Configuration.GetValue("seed", 1UL));
app.Lifetime.ApplicationStopping.Register(host.Dispose);

app.UseDefaultFiles();
app.UseStaticFiles();
app.MapGet("/trace", (CancellationToken gone) => TypedResults.ServerSentEvents(Lines(host, gone)));
app.MapGet("/events", () => host.Info.OutsideEvents.Select(outside => outside.Names[0]));
app.MapPost("/raise/{name}", (string name) => host.Raise(name) ? Results.NoContent() : Results.NotFound());
app.MapPost("/pause", host.Pause);
app.MapPost("/resume", host.Resume);
app.MapPost("/stop", host.Stop);
app.Run();

// Each entry as a sentence.
static async IAsyncEnumerable<Line> Lines(DrillHost host, [EnumeratorCancellation] CancellationToken gone)
{
    await foreach (var entry in host.ReadTraceAsync(gone))
    {
        yield return new Line(
            TraceText.FormatTime(entry.TimeMs),
            TraceText.NameOf(TraceText.KindOf(entry.Code)),
            TraceText.Describe(entry, host.Info, host.Info.Language)
        );
    }
}

internal sealed record Line(string Time, string Kind, string Text);
