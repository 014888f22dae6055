using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>A drill with places marked in its text: <c>▮</c> for one place, two of them for a range.</summary>
internal sealed class Marked
{
    public Marked(string text, IUseResolver? files = null)
    {
        int start = text.IndexOf('▮');
        int end = text.LastIndexOf('▮');
        Range = start < 0 ? default : TextSpan.FromBounds(start, end == start ? end : end - 1);
        Text = text.Replace("▮", "", StringComparison.Ordinal);
        Compilation = Compilation.Create(new SourceText("drill.sispam", Text), files ?? UseResult.None);
    }

    public string Text { get; }

    public TextSpan Range { get; }

    public int Cursor => Range.Start;

    public Compilation Compilation { get; }

    public SourceUnit Source => Compilation.Drill.Sources[^1];
}
