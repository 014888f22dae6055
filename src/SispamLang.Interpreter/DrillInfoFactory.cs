namespace SispamLang.Interpreter;

/// <summary>Tells what a program declares in the words of the runtime.</summary>
public static class DrillInfoFactory
{
    /// <summary>The same for a program whichever engine runs it.</summary>
    public static DrillInfo Create(DrillProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new()
        {
            Title = program.Facts.Title,
            Language = program.Facts.Language,
            SourceHash = program.Facts.SourceHash,
            StopWord = program.Facts.StopWord,
            StartsAtMs = program.Facts.StartsAtMs ?? -1,
            Zone = program.Facts.Zone,
            Files = [.. program.Files.Select(f => f.Path)],
            Sites = [.. program.Sites.Select(s => new SiteInfo(s.File, s.Line, s.Column, s.EndLine, s.EndColumn))],
            Params =
            [
                .. program.Params.Select(p => new ParamInfo(
                    p.Name,
                    (Runtime.ParamKind)p.Kind,
                    p.Default,
                    p.Min,
                    p.Max
                )),
            ],
            Places = [.. program.Places.Select(p => p.Name)],
            Units = [.. program.Units.Select(u => u.Name)],
            Formations = [.. program.Formations.Select(f => f.Name)],
            Roles = [.. program.Roles.Select(r => r.Name)],
            Crowds = [.. program.Crowds.Select(c => c.Name)],
            Activities = [.. program.Activities.Select(a => a.Label)],
            Events = [.. program.Events.Select(e => e.Name)],
            Counters = [.. program.Counters.Select(c => c.Name)],
            Phases = [.. program.Phases.Select(p => new PhaseInfo(p.Name, p.Title))],
            Rules = [.. program.Rules.Select(r => r.Text)],
            Properties =
            [
                .. program.Properties.Select(p => new PropertyInfo(p.Text, p.Doctrine, p.Rule, p.Article, p.Share)),
            ],
            Doctrines = [.. program.Facts.Doctrines],
            Injects = [.. program.Injects.Select(i => Inject(program, i))],
            Announcements = [.. program.Announcements],
            Streams = [.. program.Streams.Select(s => new StreamInfo(s.Key, s.Seed, s.IsRange))],
            OutsideEvents =
            [
                .. program.OutsideEvents.Select(o => new OutsideEventInfo(
                    (Runtime.OutsideKind)o.Kind,
                    o.Subject,
                    [.. o.Names]
                )),
            ],
        };
    }

    private static InjectInfo Inject(DrillProgram program, InjectSpec inject) =>
        new(
            inject.Text,
            inject.From,
            inject.To,
            inject.Via,
            inject.Place < 0 ? "" : program.Places[inject.Place].Name,
            inject.Expecting,
            inject.ExpectedOf < 0 ? "" : program.Roles[inject.ExpectedOf].Name,
            inject.Evaluator < 0 ? "" : program.Roles[inject.Evaluator].Name,
            inject.Objective
        );
}
