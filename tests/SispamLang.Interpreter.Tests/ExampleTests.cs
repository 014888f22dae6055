using SispamLang.Interpreter.Testing;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Interpreter.Tests;

/// <summary>The tests that the examples bring along.</summary>
public class ExampleTests
{
    public static TheoryData<string> Drills { get; } =
    ["blitar-kota.sispam", "jepara.sispam", "malang-kota.sispam", "pasuruan-kota.sispam", "probolinggo-kota.sispam"];

    [Theory]
    [MemberData(nameof(Drills))]
    public void The_tests_of_an_example_pass(string name)
    {
        string folder = Repository.PathOf("examples");
        Compilation compilation = Compilation.Create(
            new SourceText(name, File.ReadAllText(Path.Combine(folder, name))),
            new ExampleFiles(folder)
        );
        Assert.False(compilation.HasErrors);

        DrillProgram program = compilation.Program!;
        Assert.NotEmpty(program.Tests);
        Assert.All(
            program.Tests,
            test =>
            {
                Testing.TestResult result = TestRunner.Run(program, test, TestContext.Current.CancellationToken);
                DrillInfo info = DrillInfoFactory.Create(program);
                string got = result.Failure is { } failure
                    ? $"{test.Name}: {failure.Expected}: {TestText.Got(failure, info, "en")}\n"
                        + string.Join(
                            "\n",
                            result.Trace.Select(e =>
                                $"{TraceText.FormatTime(e.TimeMs)} {TraceText.Describe(e, info, "en")}"
                            )
                        )
                    : "";
                Assert.True(got.Length == 0, got);
            }
        );
    }

    private sealed class ExampleFiles(string folder) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path) =>
            new(UseOutcome.Found, new SourceText(path, File.ReadAllText(Path.Combine(folder, path))));
    }
}
