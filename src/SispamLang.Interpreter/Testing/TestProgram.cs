namespace SispamLang.Interpreter.Testing;

/// <summary>Makes of a drill the program that a test runs.</summary>
internal static class TestProgram
{
    /// <summary>The drill as it is in a test: crowds gather at once and do nothing by themselves, nothing happens by
    /// chance, and it begins in the test's phase. What the test asks for is watched besides the drill's properties.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="test">The test.</param>
    /// <param name="watched">The numbers of what its steps ask for, by step; -1 for the others.</param>
    public static DrillProgram Of(DrillProgram program, TestSpec test, out ImmutableArray<int> watched)
    {
        var properties = program.Properties.ToBuilder();
        var numbers = ImmutableArray.CreateBuilder<int>(test.Steps.Length);
        foreach (TestStep step in test.Steps)
        {
            PropertySpec? property = step switch
            {
                PropertyStep p => p.Property,
                ExpectStep e => Tally(e),
                _ => null,
            };
            numbers.Add(property is null ? -1 : properties.Count);
            if (property is not null)
            {
                properties.Add(property);
            }
        }

        watched = numbers.ToImmutable();
        Span atOnce = new(new Amount(0), new Amount(0));
        return program with
        {
            FirstPhase = test.FirstPhase,
            Properties = properties.ToImmutable(),
            Crowds = [.. program.Crowds.Select(c => c with { GathersAfter = atOnce, Growth = null, Behaviours = [] })],
            Events = [.. program.Events.Select(e => e with { Every = null })],
        };
    }

    // Counts how often something happens, and is never broken by it.
    private static PropertySpec Tally(ExpectStep step) =>
        new(
            step.Text,
            PropertyPattern.Never,
            -1,
            null,
            new Happening(step.What.Signals, null, int.MaxValue),
            null,
            null,
            null,
            false,
            -1,
            "",
            "",
            "",
            step.Site
        );
}
