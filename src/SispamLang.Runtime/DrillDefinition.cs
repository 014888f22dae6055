using System.Reflection;

namespace SispamLang.Runtime;

/// <summary>
/// A drill, for a program that does not know which: what it declares, and runners of it. It may be used by several threads.
/// </summary>
public sealed class DrillDefinition
{
    private readonly Func<Runner> _createRunner;

    /// <summary>A drill that is run by whatever this function creates.</summary>
    /// <param name="info">What the drill declares.</param>
    /// <param name="createRunner">Gives a new runner each time, on any thread.</param>
    public DrillDefinition(DrillInfo info, Func<Runner> createRunner)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(createRunner);
        Info = info;
        _createRunner = createRunner;
    }

    /// <summary>What the drill declares.</summary>
    public DrillInfo Info { get; }

    /// <summary>The drill of a class.</summary>
    /// <typeparam name="TRunner">A class that was made of a drill.</typeparam>
    /// <exception cref="NotSupportedException">The class was made for another version of this package.</exception>
    public static DrillDefinition Of<TRunner>()
        where TRunner : Runner, new() => new(new TRunner().Info, static () => new TRunner());

    /// <summary>The drills that were compiled into an assembly, by their titles.</summary>
    /// <exception cref="NotSupportedException">They were made for another version of this package.</exception>
    public static IReadOnlyList<DrillDefinition> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return
        [
            .. assembly
                .GetCustomAttributes<DrillAttribute>()
                .Select(drill => drill.Define())
                .OrderBy(drill => drill.Info.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>A new runner, not started.</summary>
    public Runner CreateRunner() => _createRunner();
}

/// <summary>Says that an assembly has a drill. Generated code carries it; <see cref="DrillDefinition.In"/> reads it.</summary>
public abstract class DrillAttribute : Attribute
{
    /// <summary>The drill.</summary>
    public abstract DrillDefinition Define();
}

/// <summary>Says of which class the drill's runners are, so that none has to be looked for by its name, and trimming leaves it
/// where it is.</summary>
/// <typeparam name="TRunner">The class.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class DrillAttribute<TRunner> : DrillAttribute
    where TRunner : Runner, new()
{
    /// <inheritdoc/>
    public override DrillDefinition Define() => DrillDefinition.Of<TRunner>();
}
