using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SispamLang.Interpreter;
using SispamLang.Text;

namespace SispamLang.Compiler.Tests.RandomDrills;

/// <summary>A drill as text that can be taken apart, and what happens to it from outside.</summary>
internal sealed record DrillCase(
    ImmutableArray<string> Declarations,
    ImmutableArray<PhaseText> Phases,
    ulong Seed,
    ImmutableArray<Deed> Deeds
)
{
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var declaration in Declarations)
            {
                text.Append(declaration).Append('\n');
            }

            foreach (var phase in Phases)
            {
                text.Append(phase.Head).Append('\n');
                foreach (var item in phase.Items)
                {
                    text.Append("  ").Append(item.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
                }
            }

            return text.ToString();
        }
    }

    /// <summary>The same with one thing less.</summary>
    public IEnumerable<DrillCase> Smaller()
    {
        for (var i = 0; i < Phases.Length; i++)
        {
            if (Phases.Length > 1)
            {
                yield return this with
                {
                    Phases = Phases.RemoveAt(i),
                };
            }
        }

        for (var i = 0; i < Phases.Length; i++)
        {
            for (var j = 0; j < Phases[i].Items.Length; j++)
            {
                var less = Phases[i] with { Items = Phases[i].Items.RemoveAt(j) };
                yield return this with
                {
                    Phases = Phases.SetItem(i, less),
                };
            }
        }

        for (var i = 0; i < Declarations.Length; i++)
        {
            yield return this with
            {
                Declarations = Declarations.RemoveAt(i),
            };
        }

        for (var i = 0; i < Deeds.Length; i++)
        {
            yield return this with
            {
                Deeds = Deeds.RemoveAt(i),
            };
        }
    }

    /// <summary>What happens, and the states in between, if the drill is written so; nothing if it has errors.</summary>
    public IReadOnlyList<string> Trace(string text)
    {
        if (Compilation.Create(new SourceText("random.sispam", text), UseResult.None).Program is not { } program)
        {
            return [];
        }

        var events = program.OutsideEvents.Length;
        var deeds = Deeds.Select(deed => deed with { OutsideEvent = events == 0 ? -1 : deed.OutsideEvent % events });
        var (trace, states) = Engines.Run(new DrillInterpreter(program), Seed, deeds);
        return [.. trace.Select(entry => entry.ToString()), .. states];
    }

    public override string ToString() =>
        Text
        + string.Create(CultureInfo.InvariantCulture, $"# seed {Seed}, outside events ")
        + string.Join(
            ", ",
            Deeds.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.OutsideEvent} at {d.TimeMs} ms"))
        );
}

/// <summary>A phase (or <c>throughout</c>): its head and what stands in it.</summary>
internal sealed record PhaseText(string Head, ImmutableArray<string> Items);
