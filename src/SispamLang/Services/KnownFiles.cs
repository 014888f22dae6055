using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Gives the files that a drill has used, so that what is made of it can be compiled too.</summary>
/// <param name="drill">The drill.</param>
/// <param name="edited">What becomes of a file's text; null if it stays as it is.</param>
internal sealed class KnownFiles(BoundDrill drill, Func<SourceText, SourceText>? edited = null) : IUseResolver
{
    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        var used = drill
            .Sources.Where(source => source.Tree.Text.Path == from.Path)
            .SelectMany(source => source.Uses)
            .FirstOrDefault(use => use.Path == path)
            .Unit;
        return used is null ? new UseResult(UseOutcome.NotFound, null)
            : edited is null ? new UseResult(UseOutcome.Found, used.Tree.Text)
            : new UseResult(UseOutcome.Found, edited(used.Tree.Text));
    }
}
