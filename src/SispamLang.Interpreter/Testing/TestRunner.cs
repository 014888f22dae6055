namespace SispamLang.Interpreter.Testing;

/// <summary>Runs the tests of a drill, each on a runner of its own, so that they don't disturb each other.</summary>
public sealed class TestRunner
{
    /// <summary>How many instants a test may have: more than a day with something in every second.</summary>
    public const int MostInstants = 100_000;

    private const long Comes = 0;
    private const long Fails = 9_999;

    private readonly DrillProgram _program;
    private readonly TestSpec _test;
    private readonly ImmutableArray<int> _watched;
    private readonly DrillInterpreter _runner;
    private readonly ImmutableArray<TraceEntry>.Builder _trace = ImmutableArray.CreateBuilder<TraceEntry>();
    private readonly CancellationToken _cancellationToken;
    private int _instants;

    private TestRunner(DrillProgram program, TestSpec test, CancellationToken cancellationToken)
    {
        _program = program;
        _test = test;
        _cancellationToken = cancellationToken;
        _runner = new(TestProgram.Of(program, test, out _watched)) { WatchesProperties = true, Trace = _trace.Add };
    }

    /// <summary>Runs one test.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="test">One of <see cref="DrillProgram.Tests"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static TestResult Run(DrillProgram program, TestSpec test, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(test);
        return new TestRunner(program, test, cancellationToken).Run();
    }

    private TestResult Run()
    {
        _runner.Start(_test.Seed);
        TestFailure? failure = BrokenPromise();
        bool? chance = null;
        for (int i = 0; i < _test.Steps.Length && failure is null; i++)
        {
            TestStep step = _test.Steps[i];
            if (step is ChanceStep given)
            {
                chance = given.Holds;
                continue;
            }

            _runner.ForcedDraws = chance is { } holds ? stream => Forced(stream, holds) : null;
            failure = Do(step, _watched[i]) ?? BrokenPromise();
            chance = step is RaiseStep or PassStep ? null : chance;
        }

        return new(_test.Name, _test.Site, failure, _trace.ToImmutable());
    }

    // Only rolls are fixed: a time is drawn as always.
    private long? Forced(int stream, bool holds) =>
        _program.Streams[stream].IsRange ? null
        : holds ? Comes
        : Fails;

    private TestFailure? Do(TestStep step, int watched)
    {
        switch (step)
        {
            case RaiseStep raise:
                return Raise(raise);

            case PassStep pass:
                return Advance(pass, _runner.Now + pass.Time.In(_runner.Params));

            case ExpectStep expect:
                return Judge(expect, _runner.CountOf(watched));

            case PhaseStep phase:
                return _runner.Phase == phase.Phase
                    ? null
                    : Fail(step, TestFailureKind.OtherPhase) with
                    {
                        Phase = _runner.Phase,
                    };

            case PropertyStep:
                return _runner.VerdictOf(watched) switch
                {
                    PropertyVerdict.Broken => Fail(step, TestFailureKind.Broken),
                    PropertyVerdict.Open => Fail(step, TestFailureKind.Undecided),
                    _ => null,
                };

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private TestFailure? Raise(RaiseStep step)
    {
        for (long n = step.Times.In(_runner.Params); n > 0 && !_runner.HasEnded; n--)
        {
            foreach (int outside in step.OutsideEvents)
            {
                if (IsTooLong())
                {
                    return Fail(step, TestFailureKind.DoesNotEnd);
                }

                _runner.Raise(outside);
            }
        }

        return null;
    }

    private TestFailure? Judge(ExpectStep step, int count)
    {
        bool? holds = step.What.Condition is { } condition ? _runner.Holds(condition) : null;
        if (step.Exactly < 0)
        {
            return count > 0 || holds == true ? null
                : step.What.Signals.IsEmpty && holds is not null ? Fail(step, TestFailureKind.DoesNotHold)
                : Fail(step, TestFailureKind.HappenedOtherwise);
        }

        return count != step.Exactly ? Fail(step, TestFailureKind.HappenedOtherwise) with { Count = count }
            : holds == true && step.Exactly == 0 ? Fail(step, TestFailureKind.Holds)
            : null;
    }

    private TestFailure? Advance(TestStep step, long timeMs)
    {
        while (_runner.NextDue is { } due && due <= timeMs)
        {
            if (IsTooLong())
            {
                return Fail(step, TestFailureKind.DoesNotEnd);
            }

            _runner.Step();
        }

        _runner.AdvanceTo(timeMs);
        return null;
    }

    private bool IsTooLong()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return ++_instants > MostInstants;
    }

    // What the drill promises of every run it promises of this one too; but that something comes at all is not for a
    // test to show, which ends when its last step is done.
    private TestFailure? BrokenPromise()
    {
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            PropertySpec property = _program.Properties[i];
            bool counts = property is { Doctrine.Length: 0, Share: < 0 } && !IsPlainExpectation(property);
            if (counts && _runner.VerdictOf(i) == PropertyVerdict.Broken)
            {
                return new(TestFailureKind.OwnPropertyBroken, property.Site, _runner.Now, property.Text);
            }
        }

        return null;
    }

    private static bool IsPlainExpectation(PropertySpec property) => property.Pattern == PropertyPattern.Expect;

    private TestFailure Fail(TestStep step, TestFailureKind kind) => new(kind, step.Site, _runner.Now, step.Text);
}
