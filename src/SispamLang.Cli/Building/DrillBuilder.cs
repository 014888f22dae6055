using System.Text;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.CodeGeneration;
using SispamLang.Compiler;
using SispamLang.Diagnostics;
using SispamLang.Programs;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Building;

/// <summary>Builds drills into a folder. Nothing is written unless all of them are without errors.</summary>
/// <param name="call">Who asked for it.</param>
/// <param name="folder">The folder's full path.</param>
/// <param name="shownFolder">The folder as the user named it.</param>
/// <param name="isAssembly">Assemblies, or C#.</param>
/// <param name="space">The namespace, or null.</param>
internal sealed class DrillBuilder(Call call, string folder, string shownFolder, bool isAssembly, string? space)
{
    private readonly Workspace _workspace = new(call.Host);
    private readonly Dictionary<string, (string Source, DrillProgram Program)> _drills = new(StringComparer.Ordinal);
    private readonly DrillOptions _options = new(call);
    private readonly HashSet<(string Path, TextSpan Span, DiagnosticCode Code)> _told = [];

    /// <summary>Builds what these paths mean.</summary>
    public int Build(string[] paths)
    {
        var status = ExitStatus.Ok;
        foreach (var read in _workspace.ReadAll(paths))
        {
            status = ExitStatus.Worse(status, Check(read));
        }

        if (status == ExitStatus.Ok)
        {
            Write();
        }

        return status;
    }

    private int Check(ReadResult read)
    {
        if (read.Failure is { } failure)
        {
            return call.Refuse(failure);
        }

        var ink = Ink.For(call.Host.Error, call.Host.ColourError);
        if (read.Problem is { } problem)
        {
            DiagnosticText.Write(ink, problem, call.Languages.Default);
            return ExitStatus.BadUsage;
        }

        var text = read.Text!;
        var compilation = Compilation.Create(
            text,
            _workspace.UsedFilesOf(text),
            _options.For(text),
            call.Host.Cancellation
        );
        var language = call.Speak(compilation.Dialect);
        foreach (var diagnostic in compilation.Diagnostics)
        {
            // What several drills share, a library or the folder's settings, is looked at with each of them.
            if (_told.Add((diagnostic.Text.Path, diagnostic.Span, diagnostic.Code)))
            {
                DiagnosticText.Write(ink, diagnostic, language);
            }
        }

        if (compilation.Program is { } program)
        {
            return Take(text.Path, program);
        }

        if (compilation.HasErrors)
        {
            return ExitStatus.DrillHasErrors;
        }

        call.Say(new Notice(Message.LibrarySkipped, text.Path));
        return ExitStatus.Ok;
    }

    private int Take(string path, DrillProgram program)
    {
        // Named after the file, not the title: a build has to know its outputs before it has read anything.
        var name = path == Workspace.StandardInput ? "drill" : Path.GetFileNameWithoutExtension(path);
        var output = Path.Combine(folder, name + (isAssembly ? ".dll" : ".g.cs"));
        if (_drills.TryGetValue(output, out var other))
        {
            return call.Refuse(new Notice(Message.SameOutput, other.Source, path, Path.GetFileName(output)));
        }

        _drills.Add(output, (path, program));
        return ExitStatus.Ok;
    }

    private void Write()
    {
        if (isAssembly && _drills.Count > 0)
        {
            WriteRuntime();
        }

        foreach (var (output, (_, program)) in _drills)
        {
            call.Host.Cancellation.ThrowIfCancellationRequested();
            var options = new EmitOptions { MapPath = path => MapPath(path) };
            if (space is not null)
            {
                options = options with { Namespace = space };
            }

            if (isAssembly)
            {
                var drill = DrillCompiler.Compile(program, options, Path.GetFileNameWithoutExtension(output));
                Put(Path.ChangeExtension(output, ".pdb"), drill.Symbols.Span);
                Put(output, drill.Assembly.Span);
            }
            else
            {
                Put(output, Encoding.UTF8.GetBytes(CSharpEmitter.Emit(program, options)));
            }
        }
    }

    // What the assemblies were compiled against, which is what they run with.
    private void WriteRuntime()
    {
        const string Runtime = "SispamLang.Runtime.dll";
        using var stream = typeof(DrillCompiler).Assembly.GetManifestResourceStream("ref/" + Runtime)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        Put(Path.Combine(folder, Runtime), content);
    }

    // Debuggers look for the file that the directive names: an assembly may be anywhere, C# is beside its drill or near it.
    private string MapPath(string path) =>
        path == Workspace.StandardInput || FullPath.Of(call.Host.Directory, path) is not { } full || !File.Exists(full)
            ? path
        : isAssembly ? full
        : Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/');

    private void Put(string path, ReadOnlySpan<byte> content)
    {
        var temporary = PendingFiles.Beside(path);
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(temporary, content);
            PendingFiles.Keep(temporary, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            PendingFiles.Drop(temporary);
            throw new OutputException(path, e);
        }

        call.Say(new Notice(Message.Wrote, Path.Combine(shownFolder, Path.GetFileName(path))));
    }
}
