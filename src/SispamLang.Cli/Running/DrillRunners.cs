using System.Collections.Immutable;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.CodeGeneration;
using SispamLang.Compiler;
using SispamLang.Diagnostics;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Running;

/// <summary>From a drill's text to something that runs it.</summary>
internal sealed class DrillRunners(Call call, Workspace workspace)
{
    private readonly DrillOptions _options = new(call);

    // Only what is compiled has a use for it.
    private readonly Lazy<CompileCache?> _cache = new(CompileCache.Open);

    /// <summary>A drill that can be run.</summary>
    /// <returns>Null if it can't; what is wrong has been said then.</returns>
    public Compilation? Checked(SourceText text, out int status) =>
        Check(text, workspace.UsedFilesOf(text), _options.For(text), out _, out status);

    /// <summary>A runner that interprets the drill's program.</summary>
    /// <returns>Null if the drill can't be run; what is wrong has been said then.</returns>
    public Runner? Interpreted(SourceText text, out int status)
    {
        return Checked(text, out status)?.Program is { } program ? new DrillInterpreter(program) : null;
    }

    /// <summary>A runner that was compiled for the drill, now or earlier.</summary>
    /// <returns>Null if the drill can't be run; what is wrong has been said then.</returns>
    public Runner? Compiled(SourceText text, out int status)
    {
        status = ExitStatus.Ok;
        var used = workspace.UsedFilesOf(text);
        var options = _options.For(text);
        var key = KeyOf("run", text, options);
        if (Cached(key, used) is { } entry)
        {
            call.Host.Error.Write(entry.Notes);
            return entry.Drill.CreateRunner(collectible: false);
        }

        return Check(text, used, options, out var warnings, out status)?.Program is { } program
            ? Compile(key, program, warnings).CreateRunner(collectible: false)
            : null;
    }

    /// <summary>The drill's program, and what makes runners that were compiled for it, now or earlier, and measure their
    /// runs.</summary>
    /// <returns>Null if the drill can't be run; what is wrong has been said then.</returns>
    public (DrillProgram Program, LoadedDrill Drill)? Loaded(SourceText text, out int status)
    {
        var used = workspace.UsedFilesOf(text);
        var options = _options.For(text);
        if (Check(text, used, options, out var warnings, out status)?.Program is not { } program)
        {
            return null;
        }

        var key = KeyOf("simulate", text, options);
        var drill = Cached(key, used)?.Drill ?? Compile(key, program, warnings, new EmitOptions { Measures = true });
        return (program, drill.Load(collectible: false));
    }

    private CacheEntry? Cached(CacheKey key, UsedFiles used) =>
        _cache.Value?.Find(key, path => workspace.ReadAgain(used, path));

    private CacheKey KeyOf(string purpose, SourceText text, CompilationOptions options)
    {
        var language = call.Languages.Asked is { } asked ? asked.ToString() : "";
        return CacheKey.Of(purpose, text.Path, text.Content, language, options.ToString());
    }

    private CompiledDrill Compile(CacheKey key, DrillProgram program, string warnings, EmitOptions? emit = null)
    {
        var drill = DrillCompiler.Compile(program, emit);
        // What comes with the language is part of the compiler, and the last file is the drill, which is in the key.
        var uses = program
            .Files[..^1]
            .Where(file => file.IsOwn)
            .Select(file => new UsedFile(file.Path, CacheKey.HashOf(file.Text)))
            .ToImmutableArray();
        _cache.Value?.Store(key, new CacheEntry(drill, uses, warnings));
        return drill;
    }

    /// <summary>A drill that has a program.</summary>
    /// <returns>Null if it has errors or is a library; what is wrong has been said then.</returns>
    private Compilation? Check(
        SourceText text,
        UsedFiles used,
        CompilationOptions options,
        out string warnings,
        out int status
    )
    {
        var compilation = Compilation.Create(text, used, options, call.Host.Cancellation);
        var language = call.Speak(compilation.Dialect);
        warnings = Write(compilation, language);
        call.Host.Error.Write(warnings);
        if (compilation.Program is not null)
        {
            status = ExitStatus.Ok;
            return compilation;
        }

        status = compilation.HasErrors ? ExitStatus.DrillHasErrors : ExitStatus.BadUsage;
        if (!compilation.HasErrors)
        {
            call.Say(new Notice(Message.NothingToRun, text.Path));
        }

        return null;
    }

    private string Write(Compilation compilation, Dialects.Dialect language)
    {
        if (compilation.Diagnostics.IsEmpty)
        {
            return "";
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var ink = Ink.For(writer, call.Host.ColourError);
        foreach (var diagnostic in compilation.Diagnostics)
        {
            // What is only to be known, such as what is waived, `check` tells.
            if (diagnostic.Severity != DiagnosticSeverity.Info)
            {
                DiagnosticText.Write(ink, diagnostic, language);
            }
        }

        return writer.ToString();
    }
}
