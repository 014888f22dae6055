using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Tests.Formatting;
using SispamLang.Tests.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Fuzzing;

/// <summary>What holds of every text, however broken.</summary>
internal static class FuzzLaws
{
    // A text of a few kilobytes takes milliseconds; what takes this long has no end.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Nothing throws, nothing hangs, no character is lost, all messages have a place and words, an edit gives
    /// the tree of the whole text, and the formatter changes only the layout.</summary>
    public static void Check(string content)
    {
        var checks = Task.Run(() =>
        {
            SyntaxChecks.Check(content);
            EditLaw.Check(content);
            CheckMeaning(content);
            FormatterLaw.Check(content);
        });
        if (!checks.WaitAsync(Patience).ContinueWith(_ => checks.IsCompleted, TaskScheduler.Default).Result)
        {
            Assert.Fail("It hangs.");
        }

        checks.GetAwaiter().GetResult();
    }

    private static void CheckMeaning(string content)
    {
        var compilation = Compilation.Create(new SourceText("text.sispam", content), UseResult.None);
        foreach (Diagnostic diagnostic in compilation.Diagnostics)
        {
            Assert.NotEmpty(DiagnosticCatalogue.Render(diagnostic, Dialect.English));
            Assert.NotEmpty(DiagnosticCatalogue.Render(diagnostic, Dialect.Indonesian));
            Assert.InRange(diagnostic.Span.End, 0, diagnostic.Text.Length);
        }

        Assert.Equal(compilation.HasErrors, compilation.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
        Assert.False(compilation.HasErrors && compilation.Program is not null);
    }
}
