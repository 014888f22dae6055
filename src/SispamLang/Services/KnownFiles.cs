using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Gives the files that a drill was compiled with, so that what is made of it can be compiled too.</summary>
internal sealed class KnownFiles(Compilation compilation) : IUseResolver
{
    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        foreach (var source in compilation.Drill.Sources)
        {
            foreach (var used in source.Uses)
            {
                if (source.Tree.Text.Path == from.Path && used.Path == path)
                {
                    return new UseResult(UseOutcome.Found, used.Unit.Tree.Text);
                }
            }
        }

        return new UseResult(UseOutcome.NotFound, null);
    }
}
